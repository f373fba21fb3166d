-- An assessor can be asked for some criteria of a lot only (`criteria`, codes with spaces between;
-- empty: all of them), with the reason why this person can judge them as it was known then. Who is
-- replaced keeps the row and the marks on it: they stay in the file and count nowhere.
ALTER TABLE assignments ADD COLUMN criteria TEXT NOT NULL DEFAULT '';
ALTER TABLE assignments ADD COLUMN expertise TEXT NOT NULL DEFAULT '';
ALTER TABLE assignments ADD COLUMN ended_at BIGINT;
ALTER TABLE assignments ADD COLUMN ended_by TEXT REFERENCES people (id);
ALTER TABLE assignments ADD COLUMN end_reason TEXT;
ALTER TABLE assignments ADD COLUMN taken_over_by TEXT REFERENCES people (id);
-- Who can take over on a lot.
CREATE TABLE reserves (
  lot_id TEXT NOT NULL REFERENCES lots (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  named_by TEXT NOT NULL REFERENCES people (id),
  named_at BIGINT NOT NULL,
  PRIMARY KEY (lot_id, person_id)
);
CREATE INDEX reserves_by_person ON reserves (person_id);
-- What somebody knows about, and from where.
CREATE TABLE expertise (
  person_id TEXT NOT NULL REFERENCES people (id),
  field TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, field)
);
CREATE TABLE criterion_fields (
  round_id TEXT NOT NULL REFERENCES rounds (id),
  criterion TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (round_id, criterion, field)
);
CREATE TABLE review_settings (
  round_id TEXT NOT NULL PRIMARY KEY REFERENCES rounds (id),
  minimum INTEGER NOT NULL
);
-- Scoring stands still from `paused_at` until `restarted_at`.
CREATE TABLE review_pauses (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  reason TEXT NOT NULL,
  paused_by TEXT NOT NULL REFERENCES people (id),
  paused_at BIGINT NOT NULL,
  restart_reason TEXT,
  restarted_by TEXT REFERENCES people (id),
  restarted_at BIGINT
);
CREATE INDEX review_pauses_by_round ON review_pauses (round_id);
-- One pause at a time, also when two leads press at once.
CREATE UNIQUE INDEX review_pauses_open ON review_pauses (round_id) WHERE restarted_at IS NULL;
-- What somebody declared about each party of a bid: its bidder (`party` is empty), a partner or a
-- subcontractor. What follows for the whole bid stands in `conflicts`, and only that gives access.
CREATE TABLE party_interests (
  person_id TEXT NOT NULL REFERENCES people (id),
  bid_id TEXT NOT NULL REFERENCES bids (id),
  party TEXT NOT NULL,
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  declared_at BIGINT NOT NULL,
  ruling TEXT,
  ruling_reason TEXT,
  ruled_by TEXT REFERENCES people (id),
  ruled_at BIGINT,
  PRIMARY KEY (person_id, bid_id, party)
);
INSERT INTO party_interests
  SELECT person_id, bid_id, '', answer, note, declared_at, ruling, ruling_reason, ruled_by, ruled_at
  FROM conflicts;
