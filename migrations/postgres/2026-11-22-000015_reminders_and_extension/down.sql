DROP TABLE reminder_links;
DROP TABLE reminder_mutes;
DROP TABLE extensions;
ALTER TABLE rounds DROP COLUMN questions_until;
