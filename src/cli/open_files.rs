//! Every live screen holds a file of the system, and the usual limit of a thousand is one village hall.

/// With fewer, say so at the start: afterwards the first sign is a screen that gets no answer.
const WANTED: u64 = 16_384;

/// Raises the limit of open files as far as the system allows, and says when that is not far.
pub fn raise() {
    match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(limit) if limit >= WANTED => tracing::info!(limit, "open files"),
        Ok(limit) => tracing::warn!(
            limit,
            "this process may open few files; each live screen takes one. Set LimitNOFILE={WANTED} \
             or more (systemd), or ulimit -n"
        ),
        Err(error) => tracing::warn!(%error, "the limit of open files cannot be raised"),
    }
}
