DROP TABLE chair_lines;
DROP TABLE stand_ins;
