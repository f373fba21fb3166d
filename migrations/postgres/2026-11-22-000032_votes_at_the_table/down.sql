DROP TABLE minute_remarks;
ALTER TABLE tables DROP COLUMN compared;
ALTER TABLE table_items DROP COLUMN minority;
ALTER TABLE table_items DROP COLUMN way;
ALTER TABLE table_items DROP COLUMN talk;
