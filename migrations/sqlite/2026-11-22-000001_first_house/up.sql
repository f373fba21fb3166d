-- The first house: every table the main journey needs. Times are whole microseconds since 1970 (UTC),
-- because both databases keep an integer exactly; money is cents; ids are 36 characters of text;
-- what is versioned and frozen as one thing (definition, lot details, content) is one JSON text.
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT,
  lang TEXT NOT NULL,
  verified_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE organisations (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  theme TEXT,
  place TEXT NOT NULL,
  registration TEXT,
  legal_form TEXT,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE memberships (
  person_id TEXT NOT NULL REFERENCES people (id),
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  role TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (person_id, organisation_id, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  agent TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
  hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  person_id TEXT REFERENCES people (id),
  email TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisations (id),
  role TEXT,
  name TEXT,
  password_hash TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE TABLE throttles (
  name TEXT NOT NULL PRIMARY KEY,
  attempts INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT;
CREATE TABLE areas (
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  inhabitants INTEGER,
  share_65 INTEGER,
  households INTEGER,
  geometry TEXT NOT NULL,
  PRIMARY KEY (code, year)
) STRICT;
CREATE TABLE rounds (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  phase TEXT NOT NULL,
  title TEXT NOT NULL,
  definition TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  published_at INTEGER,
  hash TEXT,
  closes_at INTEGER,
  opened_at INTEGER,
  decided_at INTEGER
) STRICT;
CREATE TABLE lots (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  details TEXT NOT NULL,
  geometry TEXT NOT NULL,
  UNIQUE (round_id, number)
) STRICT;
CREATE TABLE questions (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  lot_id TEXT REFERENCES lots (id),
  organisation_id TEXT REFERENCES organisations (id),
  asked_by TEXT REFERENCES people (id),
  body TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  answer TEXT,
  answered_by TEXT REFERENCES people (id),
  answered_at INTEGER
) STRICT;
CREATE TABLE bids (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  lot_id TEXT NOT NULL REFERENCES lots (id),
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  standing TEXT NOT NULL,
  preference INTEGER NOT NULL,
  code TEXT,
  version INTEGER NOT NULL,
  created_by TEXT NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  UNIQUE (lot_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people (id),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (bid_id, field)
) STRICT;
CREATE TABLE answer_versions (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  field TEXT NOT NULL,
  version INTEGER NOT NULL,
  value TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people (id),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (bid_id, field, version)
) STRICT;
CREATE TABLE clashes (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  field TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  kept_at INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  value TEXT NOT NULL,
  settled_at INTEGER,
  PRIMARY KEY (bid_id, field, person_id, kept_at)
) STRICT;
CREATE TABLE attachments (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  section TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  hash TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES people (id),
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE TABLE submissions (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  number TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  submitted_by TEXT NOT NULL REFERENCES people (id),
  submitted_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  withdrawn_reason TEXT,
  -- Last, so that nobody reads past a whole bid to see when it was handed in.
  content TEXT NOT NULL
) STRICT;
CREATE TABLE key_turns (
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  turned_at INTEGER NOT NULL,
  PRIMARY KEY (subject, person_id)
) STRICT;
CREATE TABLE requirement_checks (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  requirement TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  checked_by TEXT NOT NULL REFERENCES people (id),
  checked_at INTEGER NOT NULL,
  PRIMARY KEY (bid_id, requirement)
) STRICT;
CREATE TABLE admissions (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES people (id),
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (bid_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE conflicts (
  person_id TEXT NOT NULL REFERENCES people (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  declared_at INTEGER NOT NULL,
  ruling TEXT,
  ruling_reason TEXT,
  ruled_by TEXT REFERENCES people (id),
  ruled_at INTEGER,
  PRIMARY KEY (person_id, bid_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignments (
  id TEXT NOT NULL PRIMARY KEY,
  lot_id TEXT NOT NULL REFERENCES lots (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  assigned_by TEXT NOT NULL REFERENCES people (id),
  assigned_at INTEGER NOT NULL,
  locked_at INTEGER,
  reminded_at INTEGER,
  UNIQUE (lot_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE scores (
  assignment_id TEXT NOT NULL REFERENCES assignments (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  criterion TEXT NOT NULL,
  grade TEXT,
  grade_version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  reason_version INTEGER NOT NULL,
  other_grade TEXT,
  other_reason TEXT,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (assignment_id, bid_id, criterion)
) STRICT;
CREATE TABLE tables (
  id TEXT NOT NULL PRIMARY KEY,
  lot_id TEXT NOT NULL REFERENCES lots (id),
  phase TEXT NOT NULL,
  version INTEGER NOT NULL,
  seed TEXT NOT NULL,
  current_bid_id TEXT REFERENCES bids (id),
  current_criterion TEXT,
  opened_at INTEGER,
  quality_fixed_at INTEGER,
  quality_signed_at INTEGER,
  price_opened_at INTEGER,
  closed_at INTEGER,
  UNIQUE (lot_id)
) STRICT;
CREATE TABLE seats (
  table_id TEXT NOT NULL REFERENCES tables (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  present_at INTEGER,
  left_at INTEGER,
  signed_at INTEGER,
  PRIMARY KEY (table_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE table_items (
  table_id TEXT NOT NULL REFERENCES tables (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  criterion TEXT NOT NULL,
  revealed_at INTEGER,
  postponed_at INTEGER,
  grade TEXT,
  reason TEXT NOT NULL,
  outside TEXT NOT NULL,
  fixed_by TEXT REFERENCES people (id),
  fixed_at INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (table_id, bid_id, criterion)
) STRICT;
CREATE TABLE decisions (
  lot_id TEXT NOT NULL REFERENCES lots (id),
  bid_id TEXT REFERENCES bids (id),
  ground TEXT,
  reasons TEXT NOT NULL,
  advantages TEXT NOT NULL,
  deviation TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES people (id),
  decided_at INTEGER NOT NULL,
  sent_at INTEGER,
  PRIMARY KEY (lot_id)
) STRICT;
CREATE TABLE letters (
  id TEXT NOT NULL PRIMARY KEY,
  lot_id TEXT NOT NULL REFERENCES lots (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  email TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (bid_id)
) STRICT;
CREATE TABLE journal (
  seq INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  actor_id TEXT,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  object TEXT NOT NULL,
  round_id TEXT,
  organisation_id TEXT,
  sealed INTEGER NOT NULL,
  particulars TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE errands (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  locked_until INTEGER,
  done_at INTEGER,
  error TEXT
) STRICT;
CREATE INDEX sessions_by_person_id ON sessions (person_id);
CREATE INDEX memberships_by_organisation_id ON memberships (organisation_id);
CREATE INDEX lots_by_round_id ON lots (round_id);
CREATE INDEX questions_by_round_id ON questions (round_id);
CREATE INDEX bids_by_round_id ON bids (round_id);
CREATE INDEX bids_by_organisation_id ON bids (organisation_id);
CREATE INDEX attachments_by_bid_id ON attachments (bid_id);
CREATE INDEX submissions_by_bid_id ON submissions (bid_id);
CREATE INDEX assignments_by_person_id ON assignments (person_id);
CREATE INDEX conflicts_by_bid_id ON conflicts (bid_id);
-- Counted for every line of the list of bids, so the index alone must be enough.
CREATE INDEX scores_by_bid_id ON scores (bid_id) WHERE grade IS NOT NULL;
CREATE INDEX table_items_by_bid_id ON table_items (bid_id) WHERE grade IS NOT NULL;
CREATE INDEX rounds_by_phase ON rounds (phase);
CREATE INDEX journal_by_round_id ON journal (round_id);
CREATE INDEX errands_by_done_at_due_at ON errands (done_at, due_at);
CREATE INDEX areas_by_municipality_code ON areas (municipality_code);
