DROP TABLE award_proofs;
