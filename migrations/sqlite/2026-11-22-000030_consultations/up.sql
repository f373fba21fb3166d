-- Consultation tables (overlegtafels), open, with nothing in common with the assessment tables. What
-- lies on such a table (seats, papers, comments, meetings, decisions) is small, is read together and
-- is judged together, so each thing is one row with its facts as JSON; `version` tells apart two
-- people who change the same thing at the same time. Whoever changes something holds the row of the
-- table until the end, so rules over several things (one seat per person) hold on both databases.
CREATE TABLE consultations (
  id TEXT NOT NULL PRIMARY KEY,
  municipality_id TEXT NOT NULL REFERENCES organisations (id),
  calendar TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE TABLE consultation_items (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  parent TEXT,
  version INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX consultation_items_by_kind ON consultation_items (consultation_id, kind, made_at);
CREATE INDEX consultation_items_by_parent ON consultation_items (parent);
