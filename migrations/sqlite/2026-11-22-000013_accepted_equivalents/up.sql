-- What a municipality accepted in another way than usual, so that the next bidder need not fight for
-- it again. The text is written without names and the row does not say whose bid it was. A day
-- (accepted_on) is text as in ISO 8601. What is taken out stays with the reason why.
CREATE TABLE accepted_equivalents (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  round_id TEXT NOT NULL REFERENCES rounds (id),
  requirement TEXT NOT NULL,
  title TEXT NOT NULL,
  what TEXT NOT NULL,
  conditions TEXT NOT NULL,
  accepted_on TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  removed_because TEXT
) STRICT;
CREATE INDEX accepted_equivalents_by_organisation_id ON accepted_equivalents (organisation_id, requirement);
