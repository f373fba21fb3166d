-- The terms of a round can change while bids are open. Every publication keeps its number, its reason
-- and exactly the text that was hashed; a bid knows under which number it is made, so that it can go
-- on as it began until its writers take the new terms over. A draft of new terms is a round of its
-- own (phase `amending`) that names the round it is for: the pages of the set-up need to know no more.
-- Rounds that were published before have no row yet: their first terms are what stands in the round.
CREATE TABLE round_terms (
  round_id TEXT NOT NULL REFERENCES rounds (id),
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  published_by TEXT NOT NULL REFERENCES people (id),
  published_at BIGINT NOT NULL,
  PRIMARY KEY (round_id, number)
);
ALTER TABLE rounds ADD COLUMN amends TEXT REFERENCES rounds (id);
ALTER TABLE rounds ADD COLUMN terms INTEGER NOT NULL DEFAULT 1;
ALTER TABLE bids ADD COLUMN terms INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX rounds_by_amends ON rounds (amends);
