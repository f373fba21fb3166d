"""The work of benches/engine.rs in Python, on the same machine: NumPy for rank acceptability,
the packages `krippendorff` and `pingouin` for agreement. One thread; the best of many runs.

    python -m venv VENV && VENV/bin/pip install numpy krippendorff pingouin
    VENV/bin/python benches/engine_numpy.py

Packages that are absent are skipped, and said so.
"""

import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

BIDS, CRITERIA, DRAWS = 500, 12, 10_000
ASSESSORS = 12


def best(work, runs=30):
    """The shortest time of some runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1e3


def report(name, work, runs=30):
    print(f"{name:60} {best(work, runs):10.3f} ms", flush=True)


def smaa(np):
    rng = np.random.default_rng(7)
    values = rng.random((BIDS, CRITERIA))
    columns = np.arange(BIDS)

    def weights(draws, kind):
        drawn = rng.standard_exponential((draws, CRITERIA), dtype=kind)
        drawn /= drawn.sum(axis=1, keepdims=True)
        return drawn

    def argsorted(block, kind, sort_kind):
        """Order by argsort, ranks counted by bincount."""
        by_criterion = np.ascontiguousarray(values.T.astype(kind))
        counts = np.zeros(BIDS * BIDS, dtype=np.int64)
        for start in range(0, DRAWS, block):
            drawn = weights(min(block, DRAWS - start), kind)
            order = np.argsort(drawn @ by_criterion, axis=1, kind=sort_kind)
            order *= BIDS
            order += columns
            counts += np.bincount(order.ravel(), minlength=BIDS * BIDS)
        return counts.reshape(BIDS, BIDS)[:, ::-1]

    def packed(block, wide):
        """Total and bid packed in one whole number, which sorts faster than argsort; 32 bits
        leave 22 for the total, so that some neighbours are in the wrong order."""
        kind, bits = (np.int64, 52) if wide else (np.int32, 22)
        by_criterion = np.ascontiguousarray(values.T.astype(np.float64 if wide else np.float32))
        by_criterion *= (1 << bits) - 1
        counts = np.zeros(BIDS * 512, dtype=np.int64)
        base = (columns * 512).astype(np.int64)
        for start in range(0, DRAWS, block):
            drawn = weights(min(block, DRAWS - start), by_criterion.dtype)
            keys = (drawn @ by_criterion).astype(kind)
            keys <<= 9
            keys |= columns.astype(kind)
            keys.sort(axis=1)
            keys &= 511
            counts += np.bincount((base + keys).ravel(), minlength=BIDS * 512)
        return counts

    def first(block, kind):
        by_criterion = np.ascontiguousarray(values.T.astype(kind))
        counts = np.zeros(BIDS, dtype=np.int64)
        for start in range(0, DRAWS, block):
            drawn = weights(min(block, DRAWS - start), kind)
            winners = (drawn @ by_criterion).argmax(axis=1)
            counts += np.bincount(winners, minlength=BIDS)
        return counts

    def pairwise(block):
        by_criterion = np.ascontiguousarray(values.T)
        wins = np.zeros((BIDS, BIDS), dtype=np.int64)
        for start in range(0, DRAWS, block):
            totals = np.ascontiguousarray((weights(min(block, DRAWS - start), np.float64) @ by_criterion).T)
            for bid in range(BIDS):
                wins[bid] += (totals < totals[bid]).sum(axis=1)
        return wins

    size = f"{BIDS} bids x {CRITERIA} criteria, {DRAWS} draws"
    print(f"NumPy {np.__version__}, {size}, one thread")
    for kind in (np.float64, np.float32):
        for block in (250, 1_000, DRAWS):
            report(f"all ranks, argsort, {kind.__name__}, blocks of {block}",
                   lambda: argsorted(block, kind, None))
    report("all ranks, argsort stable, float64, blocks of 1000",
           lambda: argsorted(1_000, np.float64, "stable"), 10)
    for wide in (True, False):
        for block in (250, 1_000):
            report(f"all ranks, packed {64 if wide else 32} bits, blocks of {block}",
                   lambda: packed(block, wide))
    for kind in (np.float64, np.float32):
        for block in (250, 1_000, DRAWS):
            report(f"first rank, {kind.__name__}, blocks of {block}", lambda: first(block, kind))
    report("pairwise, float64, blocks of 1000", lambda: pairwise(1_000), 2)


def panel(np):
    """Grades 1 to 5 of 12 assessors for 500 bids, one in ten missing for alpha."""
    rng = np.random.default_rng(7)
    quality = rng.normal(3, 1, BIDS)
    grades = np.clip(np.rint(quality + rng.normal(0, 0.7, (ASSESSORS, BIDS))), 1, 5)
    holes = np.where(rng.random(grades.shape) < 0.1, np.nan, grades)
    try:
        import krippendorff
        for level in ("nominal", "ordinal", "interval", "ratio"):
            report(f"alpha {level}, {BIDS} x {ASSESSORS}",
                   lambda: krippendorff.alpha(holes, level_of_measurement=level), 200)
    except ImportError:
        print("skipped: the package krippendorff is not installed")
    try:
        import pandas
        import pingouin
        table = pandas.DataFrame(grades.T).reset_index().melt(
            id_vars="index", var_name="assessor", value_name="grade")
        report(f"all six ICC, {BIDS} x {ASSESSORS}",
               lambda: pingouin.intraclass_corr(table, "index", "assessor", "grade"), 10)
    except ImportError:
        print("skipped: the package pingouin is not installed")


def main():
    try:
        import numpy
    except ImportError:
        print("skipped: NumPy is not installed")
        return
    smaa(numpy)
    panel(numpy)


main()
