-- Files that are still on their way in, piece by piece: how much of one is here says the disk, this
-- says whose it is, for what, and how large it will be, so that it counts before it is whole. The
-- mark is a hash of its first piece: the same file chosen again goes on where it stopped.
CREATE TABLE uploads (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  mark TEXT NOT NULL,
  begun_at INTEGER NOT NULL
) STRICT;
CREATE INDEX uploads_by_bid_id ON uploads (bid_id);
CREATE INDEX uploads_by_person_id ON uploads (person_id);
-- What a virus scanner said of a content. One content may be in several bids and is checked once; a
-- content without a row was never checked. Contents are named by hash in attachments and in what
-- was handed in, so this has no reference to either.
CREATE TABLE file_checks (
  hash TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  found TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attachments_by_hash ON attachments (hash);
