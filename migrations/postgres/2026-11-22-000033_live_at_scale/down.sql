DROP TRIGGER tables_tell_version ON tables;
DROP FUNCTION tell_table_version();
DROP TABLE chair_lines;
DROP TABLE stand_ins;
