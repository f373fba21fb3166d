-- The complete file of a decided round takes a while to make: who asks for it gets a row, a worker
-- makes the file and counts its steps here, and after a week the file goes while the row stays.
CREATE TABLE exports (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  asked_by TEXT NOT NULL REFERENCES people (id),
  lang TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  done INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  ready_at BIGINT,
  hash TEXT,
  size BIGINT,
  files INTEGER,
  gone_at BIGINT
);
CREATE INDEX exports_by_round ON exports (round_id, asked_at);
CREATE INDEX exports_by_hash ON exports (hash);
