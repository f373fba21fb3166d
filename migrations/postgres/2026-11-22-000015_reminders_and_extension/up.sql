-- A deadline can be moved for everybody after an outage. What was published stays as it is, with its
-- hash; the moments that count stand beside it: `closes_at` was there already, `questions_until` is
-- empty as long as nothing was moved. Every extension keeps its reason.
ALTER TABLE rounds ADD COLUMN questions_until BIGINT;
CREATE TABLE extensions (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  previous BIGINT NOT NULL,
  closes_at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  extended_by TEXT NOT NULL REFERENCES people (id),
  extended_at BIGINT NOT NULL
);
CREATE INDEX extensions_by_round_id ON extensions (round_id, extended_at);
-- Who does not want to be reminded of a deadline, per bid; and the links by which one says so
-- without signing in, as hashes.
CREATE TABLE reminder_mutes (
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id),
  muted_at BIGINT NOT NULL,
  PRIMARY KEY (bid_id, person_id)
);
CREATE TABLE reminder_links (
  hash TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id)
);
CREATE INDEX reminder_links_by_bid_id ON reminder_links (bid_id);
