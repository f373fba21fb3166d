DROP TABLE practices;
DROP TABLE samples;
DROP TABLE notes;
