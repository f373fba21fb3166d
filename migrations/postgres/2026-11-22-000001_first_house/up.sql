-- The first house: every table the main journey needs. Times are whole microseconds since 1970 (UTC),
-- because both databases keep an integer exactly; money is cents; ids are 36 characters of text;
-- what is versioned and frozen as one thing (definition, lot details, content) is one JSON text.
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT,
  lang TEXT NOT NULL,
  verified_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE TABLE organisations (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  theme TEXT,
  place TEXT NOT NULL,
  registration TEXT,
  legal_form TEXT,
  created_at BIGINT NOT NULL
);
CREATE TABLE memberships (
  person_id TEXT NOT NULL REFERENCES people (id),
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  role TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (person_id, organisation_id, role)
);
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  agent TEXT NOT NULL,
  address TEXT NOT NULL
);
CREATE TABLE tokens (
  hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  person_id TEXT REFERENCES people (id),
  email TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisations (id),
  role TEXT,
  name TEXT,
  password_hash TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE TABLE throttles (
  name TEXT NOT NULL PRIMARY KEY,
  attempts INTEGER NOT NULL,
  since BIGINT NOT NULL
);
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
);
CREATE TABLE rounds (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  phase TEXT NOT NULL,
  title TEXT NOT NULL,
  definition TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  published_at BIGINT,
  hash TEXT,
  closes_at BIGINT,
  opened_at BIGINT,
  decided_at BIGINT
);
CREATE TABLE lots (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  details TEXT NOT NULL,
  geometry TEXT NOT NULL,
  UNIQUE (round_id, number)
);
CREATE TABLE questions (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  lot_id TEXT REFERENCES lots (id),
  organisation_id TEXT REFERENCES organisations (id),
  asked_by TEXT REFERENCES people (id),
  body TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  answer TEXT,
  answered_by TEXT REFERENCES people (id),
  answered_at BIGINT
);
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
  created_at BIGINT NOT NULL,
  UNIQUE (lot_id, organisation_id)
);
CREATE TABLE answers (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people (id),
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (bid_id, field)
);
CREATE TABLE answer_versions (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  field TEXT NOT NULL,
  version INTEGER NOT NULL,
  value TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people (id),
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (bid_id, field, version)
);
CREATE TABLE clashes (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  field TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  kept_at BIGINT NOT NULL,
  seen INTEGER NOT NULL,
  value TEXT NOT NULL,
  settled_at BIGINT,
  PRIMARY KEY (bid_id, field, person_id, kept_at)
);
CREATE TABLE attachments (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  section TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  hash TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES people (id),
  added_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE TABLE submissions (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  number TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  submitted_by TEXT NOT NULL REFERENCES people (id),
  submitted_at BIGINT NOT NULL,
  withdrawn_at BIGINT,
  withdrawn_reason TEXT,
  -- Last, so that nobody reads past a whole bid to see when it was handed in.
  content TEXT NOT NULL
);
CREATE TABLE key_turns (
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  turned_at BIGINT NOT NULL,
  PRIMARY KEY (subject, person_id)
);
CREATE TABLE requirement_checks (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  requirement TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  checked_by TEXT NOT NULL REFERENCES people (id),
  checked_at BIGINT NOT NULL,
  PRIMARY KEY (bid_id, requirement)
);
CREATE TABLE admissions (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES people (id),
  decided_at BIGINT NOT NULL,
  PRIMARY KEY (bid_id)
);
CREATE TABLE conflicts (
  person_id TEXT NOT NULL REFERENCES people (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  declared_at BIGINT NOT NULL,
  ruling TEXT,
  ruling_reason TEXT,
  ruled_by TEXT REFERENCES people (id),
  ruled_at BIGINT,
  PRIMARY KEY (person_id, bid_id)
);
CREATE TABLE assignments (
  id TEXT NOT NULL PRIMARY KEY,
  lot_id TEXT NOT NULL REFERENCES lots (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  assigned_by TEXT NOT NULL REFERENCES people (id),
  assigned_at BIGINT NOT NULL,
  locked_at BIGINT,
  reminded_at BIGINT,
  UNIQUE (lot_id, person_id)
);
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
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (assignment_id, bid_id, criterion)
);
CREATE TABLE tables (
  id TEXT NOT NULL PRIMARY KEY,
  lot_id TEXT NOT NULL REFERENCES lots (id),
  phase TEXT NOT NULL,
  version INTEGER NOT NULL,
  seed TEXT NOT NULL,
  current_bid_id TEXT REFERENCES bids (id),
  current_criterion TEXT,
  opened_at BIGINT,
  quality_fixed_at BIGINT,
  quality_signed_at BIGINT,
  price_opened_at BIGINT,
  closed_at BIGINT,
  UNIQUE (lot_id)
);
CREATE TABLE seats (
  table_id TEXT NOT NULL REFERENCES tables (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  present_at BIGINT,
  left_at BIGINT,
  signed_at BIGINT,
  PRIMARY KEY (table_id, person_id)
);
CREATE TABLE table_items (
  table_id TEXT NOT NULL REFERENCES tables (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  criterion TEXT NOT NULL,
  revealed_at BIGINT,
  postponed_at BIGINT,
  grade TEXT,
  reason TEXT NOT NULL,
  outside TEXT NOT NULL,
  fixed_by TEXT REFERENCES people (id),
  fixed_at BIGINT,
  version INTEGER NOT NULL,
  PRIMARY KEY (table_id, bid_id, criterion)
);
CREATE TABLE decisions (
  lot_id TEXT NOT NULL REFERENCES lots (id),
  bid_id TEXT REFERENCES bids (id),
  ground TEXT,
  reasons TEXT NOT NULL,
  advantages TEXT NOT NULL,
  deviation TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES people (id),
  decided_at BIGINT NOT NULL,
  sent_at BIGINT,
  PRIMARY KEY (lot_id)
);
CREATE TABLE letters (
  id TEXT NOT NULL PRIMARY KEY,
  lot_id TEXT NOT NULL REFERENCES lots (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  email TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (bid_id)
);
CREATE TABLE journal (
  seq BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  actor_id TEXT,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  object TEXT NOT NULL,
  round_id TEXT,
  organisation_id TEXT,
  sealed BOOLEAN NOT NULL,
  particulars TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE errands (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  locked_until BIGINT,
  done_at BIGINT,
  error TEXT
);
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
