-- The members of a cooperative vote on its plan, and residents say that they support it. None of
-- them needs an account. A secret ballot is only ever added to three counts in one row, so that no
-- table, no order of rows and no time links a member to a choice; `choice` is kept for open votes
-- alone. Links are hashes; a reminder is a second link that works as well. E-mail addresses and the
-- names of residents go some time after the deadline, so both may be empty.
CREATE TABLE votes (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  question TEXT NOT NULL,
  about TEXT NOT NULL,
  secrecy TEXT NOT NULL,
  quorum TEXT NOT NULL,
  opens_at BIGINT NOT NULL,
  closes_at BIGINT NOT NULL,
  created_by TEXT NOT NULL REFERENCES people (id),
  created_at BIGINT NOT NULL,
  ended_at BIGINT,
  stop_reason TEXT,
  reminded_at BIGINT,
  minutes TEXT NOT NULL,
  statement TEXT NOT NULL
);
CREATE INDEX votes_by_bid_id ON votes (bid_id, created_at);
CREATE TABLE voters (
  id TEXT NOT NULL PRIMARY KEY,
  vote_id TEXT NOT NULL REFERENCES votes (id) ON DELETE CASCADE,
  email TEXT,
  voted INTEGER NOT NULL,
  choice TEXT
);
CREATE UNIQUE INDEX voters_by_vote_id ON voters (vote_id, email);
CREATE TABLE voter_links (
  hash TEXT NOT NULL PRIMARY KEY,
  voter_id TEXT NOT NULL REFERENCES voters (id) ON DELETE CASCADE
);
CREATE INDEX voter_links_by_voter_id ON voter_links (voter_id);
CREATE TABLE tallies (
  vote_id TEXT NOT NULL PRIMARY KEY REFERENCES votes (id) ON DELETE CASCADE,
  in_favour INTEGER NOT NULL,
  against INTEGER NOT NULL,
  blank INTEGER NOT NULL
);
-- The page where residents support a bid; at most one of a bid is open.
CREATE TABLE support_pages (
  code TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  about TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE INDEX support_pages_by_bid_id ON support_pages (bid_id, opened_at);
-- `signed_on` is a day: a clock time would say more about a person than anybody needs. `name_key`
-- is the name without capitals, spaces and signs: the same name in the same area counts once.
CREATE TABLE statements (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id) ON DELETE CASCADE,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  area TEXT NOT NULL,
  sentence TEXT NOT NULL,
  consent TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  hidden_reason TEXT
);
CREATE INDEX statements_by_bid_id ON statements (bid_id, signed_on, id);
