DROP INDEX attachments_by_hash;
DROP TABLE file_checks;
DROP TABLE uploads;
