-- Some proofs may wait until a bid wins for now. Here stands who of the municipality saw such a proof,
-- and what they made of it; a later verdict takes the place of an earlier one and the journal keeps both.
CREATE TABLE award_proofs (
  bid_id TEXT NOT NULL REFERENCES bids (id),
  requirement TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  seen_by TEXT NOT NULL REFERENCES people (id),
  seen_name TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (bid_id, requirement)
);
