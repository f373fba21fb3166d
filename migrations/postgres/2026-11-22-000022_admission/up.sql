-- Admission in full. A condition has a day on which it must be met, a refusal a coded ground. A bid is
-- refused by two people: the first proposes (here), the second confirms, and only then it is in force
-- (a row in admissions) and the letter goes; the letter is kept word for word. Names stand as they were.
-- An inquiry is what the municipality asks one bidder after the opening: a supplement to a requirement
-- (the decision term stands still meanwhile) or a clarification of an answer. What was handed in never
-- changes: answers stand here, beside it. An answer is a draft until answered_at is set.
ALTER TABLE requirement_checks ADD COLUMN condition_by TEXT;
ALTER TABLE requirement_checks ADD COLUMN ground TEXT;
CREATE TABLE rejections (
  bid_id TEXT NOT NULL PRIMARY KEY REFERENCES bids (id),
  ground TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES people (id),
  proposed_name TEXT NOT NULL,
  proposed_at BIGINT NOT NULL,
  ending TEXT,
  ended_by TEXT REFERENCES people (id),
  ended_name TEXT,
  ended_at BIGINT,
  ended_reason TEXT,
  letter_subject TEXT,
  letter_body TEXT
);
CREATE TABLE inquiries (
  id TEXT NOT NULL PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  question TEXT NOT NULL,
  asked_by TEXT NOT NULL REFERENCES people (id),
  asked_name TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  on_behalf TEXT,
  due_at BIGINT NOT NULL,
  first_due_at BIGINT NOT NULL,
  extended_at BIGINT,
  extended_reason TEXT,
  answer TEXT NOT NULL,
  answered_by TEXT REFERENCES people (id),
  answered_name TEXT,
  answered_at BIGINT,
  ending TEXT,
  ended_by TEXT REFERENCES people (id),
  ended_name TEXT,
  ended_at BIGINT,
  ended_reason TEXT,
  released TEXT
);
CREATE INDEX inquiries_by_bid_id ON inquiries (bid_id, asked_at);
CREATE TABLE inquiry_files (
  id TEXT NOT NULL PRIMARY KEY,
  inquiry_id TEXT NOT NULL REFERENCES inquiries (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  hash TEXT NOT NULL,
  added_at BIGINT NOT NULL
);
CREATE INDEX inquiry_files_by_inquiry_id ON inquiry_files (inquiry_id, added_at);
