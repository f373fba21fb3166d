-- What an assessor writes down while reading: marks for oneself, and strong and weak points with the
-- paragraph they are about. They belong to the assignment and go away with it; nobody else reads them.
-- And the practice on a sample answer, in tables of its own: no figure is ever made of it.
CREATE TABLE assessor_notes (
  id TEXT NOT NULL PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  criterion TEXT NOT NULL,
  spot TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('mark', 'strength', 'weakness')),
  body TEXT NOT NULL,
  version TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX assessor_notes_by_assignment ON assessor_notes (assignment_id, bid_id);
CREATE INDEX assessor_notes_by_bid ON assessor_notes (bid_id);
CREATE TABLE samples (
  round_id TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
  criterion TEXT NOT NULL,
  body TEXT NOT NULL,
  grade TEXT NOT NULL,
  explanation TEXT NOT NULL,
  version INTEGER NOT NULL,
  made_by TEXT NOT NULL REFERENCES people (id),
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE practices (
  round_id TEXT NOT NULL REFERENCES samples (round_id),
  person_id TEXT NOT NULL REFERENCES people (id),
  grade TEXT NOT NULL,
  reason TEXT NOT NULL,
  done_at INTEGER NOT NULL,
  PRIMARY KEY (round_id, person_id)
) STRICT, WITHOUT ROWID;
