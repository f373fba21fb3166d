DROP TABLE practices;
DROP TABLE samples;
DROP TABLE assessor_notes;
