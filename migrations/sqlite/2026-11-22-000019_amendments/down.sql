DROP INDEX rounds_by_amends;
ALTER TABLE bids DROP COLUMN terms;
ALTER TABLE rounds DROP COLUMN terms;
ALTER TABLE rounds DROP COLUMN amends;
DROP TABLE round_terms;
