-- Joint rounds. Which municipalities take part stands in the definition of the round, which is what is
-- published and hashed; `round_participants` is the same list to look up by municipality. A mandate is
-- for exactly one text, named by its hash: an older one stays as what was given then. One mandate per
-- municipality and text stands at a time, also when two people give it at the same moment. A draft of
-- new terms is a round of its own, so its mandates stand with it until it is published.
CREATE TABLE round_participants (
  round_id TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  PRIMARY KEY (round_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_participants_by_organisation ON round_participants (organisation_id);
CREATE TABLE round_mandates (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  given_by TEXT NOT NULL REFERENCES people (id),
  given_by_name TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  reference TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  terms TEXT NOT NULL,
  withdrawn_at INTEGER,
  withdrawal_reason TEXT
) STRICT;
CREATE INDEX round_mandates_by_round ON round_mandates (round_id, given_at);
CREATE UNIQUE INDEX round_mandates_standing ON round_mandates (round_id, organisation_id, terms)
  WHERE withdrawn_at IS NULL;
