-- Where a round announced votes, a table votes in secret and answers a proposal before a grade
-- stands. What was voted belongs to the item and is written by one act at a time under the lock of
-- the table, so it is kept as one text (JSON) beside it. Sample:
-- {"votes":[{"opened_at":"2027-03-02T13:05:00Z","closed_at":null,"ballots":[]}],"proposal":null}
-- `way` says how the grade came about, `minority` what the minority says where the announced way out
-- was taken. `compared` has the codes of the criteria whose grades were laid side by side, a line each.
ALTER TABLE table_items ADD COLUMN talk TEXT NOT NULL DEFAULT '';
ALTER TABLE table_items ADD COLUMN way TEXT NOT NULL DEFAULT 'chair';
ALTER TABLE table_items ADD COLUMN minority TEXT NOT NULL DEFAULT '';
ALTER TABLE tables ADD COLUMN compared TEXT NOT NULL DEFAULT '';
-- What chair or secretary add to the minutes. Nothing is ever changed or taken out.
-- Sample: ('…', '…', '…', 'Daan Bos', 'Mevrouw Kok kwam om 14.10 uur binnen.', 1804000000000000)
CREATE TABLE minute_remarks (
  id TEXT NOT NULL PRIMARY KEY,
  table_id TEXT NOT NULL REFERENCES tables (id),
  written_by TEXT NOT NULL REFERENCES people (id),
  writer TEXT NOT NULL,
  body TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX minute_remarks_by_table ON minute_remarks (table_id, written_at);
