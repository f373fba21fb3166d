DROP TABLE accepted_equivalents;
