-- Several organisations make one bid. A party is invited by mail, joins for its organisation, signs
-- its part and may leave; the facts of each of these moments have their own columns, and `standing`
-- says which of them count. What a party writes stands in `answers`, as all texts do.
CREATE TABLE parties (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisations (id),
  standing TEXT NOT NULL,
  email TEXT NOT NULL,
  invitation_hash TEXT NOT NULL,
  invited_at INTEGER NOT NULL,
  person_id TEXT REFERENCES people (id),
  joined_at INTEGER,
  signed_name TEXT,
  signed_hash TEXT,
  signed_at INTEGER,
  left_reason TEXT,
  left_at INTEGER
) STRICT;
CREATE INDEX parties_by_bid_id ON parties (bid_id, invited_at);
CREATE INDEX parties_by_organisation_id ON parties (organisation_id);
CREATE INDEX parties_by_invitation_hash ON parties (invitation_hash);
-- What the lead decides for all parties, saved as a whole: who does what where, and which sections
-- are not shared. Both are JSON lists, because they are only read and written whole.
CREATE TABLE joint_boards (
  bid_id TEXT NOT NULL PRIMARY KEY REFERENCES bids (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  work TEXT NOT NULL,
  kept TEXT NOT NULL
) STRICT, WITHOUT ROWID;
