-- Several people write one bid: what they say about a question, who does what by when, and who is
-- there now. All of it is the cooperative's own and no part of the bid, so it has its own tables,
-- which nothing of the municipality reads, and it goes when the bid goes. A day (due_on) is text as
-- in ISO 8601; mentions are a JSON list of ids, because they are read only with their comment.
CREATE TABLE comments (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  field TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES people (id),
  written_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  mentions TEXT NOT NULL,
  resolved_at INTEGER,
  taken_back_at INTEGER
) STRICT;
CREATE INDEX comments_by_bid_id ON comments (bid_id, section);
-- When somebody was or will be mailed about a question; later than now: that mail still waits.
CREATE TABLE mention_mails (
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  mailed_at INTEGER NOT NULL,
  PRIMARY KEY (bid_id, field, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE todos (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  due_on TEXT,
  section TEXT,
  asked_by TEXT NOT NULL REFERENCES people (id),
  asked_at INTEGER NOT NULL,
  done_by TEXT REFERENCES people (id),
  done_at INTEGER
) STRICT;
CREATE INDEX todos_by_bid_id ON todos (bid_id);
-- One row per person and bid, written at most once a minute.
CREATE TABLE visits (
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id),
  section TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (bid_id, person_id)
) STRICT, WITHOUT ROWID;
