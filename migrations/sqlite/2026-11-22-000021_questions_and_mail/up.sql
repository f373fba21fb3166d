-- A question is public or private, is handed to a colleague, gets an answer that is prepared first, and
-- is published with others as one numbered note. A note is kept as exactly the text that was hashed.
-- Complaints about the method have a register of their own. What a municipality writes around its
-- mails stands per kind and language; a mail knows for whom and for which round it is, and whether it
-- was given up, so that somebody can see it.
ALTER TABLE questions ADD COLUMN secrecy TEXT NOT NULL DEFAULT 'public';
ALTER TABLE questions ADD COLUMN secrecy_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE questions ADD COLUMN disclosure TEXT;
ALTER TABLE questions ADD COLUMN handler TEXT REFERENCES people (id);
ALTER TABLE questions ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE questions ADD COLUMN draft TEXT NOT NULL DEFAULT '';
ALTER TABLE questions ADD COLUMN withdrawn_at INTEGER;
ALTER TABLE questions ADD COLUMN note INTEGER;
ALTER TABLE questions ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE TABLE notes (
  round_id TEXT NOT NULL REFERENCES rounds (id),
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL,
  published_by TEXT NOT NULL REFERENCES people (id),
  published_at INTEGER NOT NULL,
  PRIMARY KEY (round_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE complaints (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES rounds (id),
  filed_by TEXT NOT NULL REFERENCES people (id),
  organisation_id TEXT REFERENCES organisations (id),
  body TEXT NOT NULL,
  filed_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  handler TEXT REFERENCES people (id),
  handler_reason TEXT NOT NULL DEFAULT '',
  ruling TEXT,
  grounds TEXT NOT NULL DEFAULT '',
  measure TEXT,
  answered_by TEXT REFERENCES people (id),
  answered_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX complaints_by_round_id ON complaints (round_id);
CREATE TABLE mail_texts (
  organisation_id TEXT NOT NULL REFERENCES organisations (id),
  kind TEXT NOT NULL,
  lang TEXT NOT NULL,
  subject TEXT NOT NULL,
  intro TEXT NOT NULL,
  closing TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people (id),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, kind, lang)
) STRICT, WITHOUT ROWID;
ALTER TABLE errands ADD COLUMN person_id TEXT REFERENCES people (id);
ALTER TABLE errands ADD COLUMN round_id TEXT REFERENCES rounds (id);
ALTER TABLE errands ADD COLUMN organisation_id TEXT REFERENCES organisations (id);
ALTER TABLE errands ADD COLUMN added_at INTEGER;
ALTER TABLE errands ADD COLUMN failed_at INTEGER;
CREATE INDEX errands_by_round_id ON errands (round_id);
CREATE INDEX errands_by_organisation_id ON errands (organisation_id);
CREATE INDEX errands_by_person_id ON errands (person_id);
ALTER TABLE people ADD COLUMN bounced_at INTEGER;
ALTER TABLE people ADD COLUMN bounce TEXT;
