DROP TABLE consultation_items;
DROP TABLE consultations;
