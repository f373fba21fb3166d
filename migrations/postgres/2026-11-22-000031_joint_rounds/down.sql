DROP TABLE round_mandates;
DROP TABLE round_participants;
