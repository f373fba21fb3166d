-- What a cooperative tells about itself, filled in once and used in every bid: its own, read by no
-- municipality. Board, years and track record are JSON, because they are read only with the rest.
-- Files are kept like those of bids; a bid that uses one gets a row of its own, so that it keeps what
-- was handed in. A day (valid_until) is text as in ISO 8601.
CREATE TABLE profiles (
  organisation_id TEXT NOT NULL PRIMARY KEY REFERENCES organisations (id),
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  changed_by TEXT NOT NULL REFERENCES people (id),
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE profile_files (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  hash TEXT NOT NULL,
  valid_until TEXT,
  added_by TEXT NOT NULL REFERENCES people (id),
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX profile_files_by_organisation_id ON profile_files (organisation_id);
