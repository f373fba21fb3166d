-- The part of its lot that a cooperative takes on: one choice per bid, as JSON, because it is only
-- read as a whole. The version tells two writers apart who choose at the same time.
CREATE TABLE own_areas (
  bid_id TEXT NOT NULL PRIMARY KEY REFERENCES bids (id) ON DELETE CASCADE,
  pick TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people (id),
  saved_at BIGINT NOT NULL
);
