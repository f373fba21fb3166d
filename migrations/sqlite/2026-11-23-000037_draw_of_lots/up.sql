-- Where only a draw can order bids, nobody may learn its outcome before those bidders could be there: a
-- draw was done over by order of a court because one of them had not been invited properly. Here stands
-- each plan for such a draw, also one that was moved or called off, who was invited to it by which mail,
-- and when somebody of a bidder said to have read that. A plan that was carried out opens the seed of its
-- table; without one the seed stays shut.
CREATE TABLE draws (
  id TEXT NOT NULL PRIMARY KEY,
  table_id TEXT NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
  draw_at INTEGER NOT NULL,
  place TEXT NOT NULL,
  witnesses TEXT NOT NULL,
  planned_by TEXT NOT NULL REFERENCES people (id),
  planner TEXT NOT NULL,
  planned_at INTEGER NOT NULL,
  fate TEXT NOT NULL
) STRICT;
CREATE INDEX draws_of_table ON draws (table_id);
CREATE TABLE draw_invitations (
  draw_id TEXT NOT NULL REFERENCES draws (id) ON DELETE CASCADE,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  confirmed_by TEXT REFERENCES people (id),
  confirmer TEXT,
  confirmed_at INTEGER,
  PRIMARY KEY (draw_id, bid_id)
) STRICT;
CREATE TABLE draw_mails (
  errand_id TEXT NOT NULL PRIMARY KEY REFERENCES errands (id),
  draw_id TEXT NOT NULL REFERENCES draws (id) ON DELETE CASCADE,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  person_id TEXT NOT NULL REFERENCES people (id)
) STRICT;
CREATE INDEX draw_mails_of_draw ON draw_mails (draw_id);
