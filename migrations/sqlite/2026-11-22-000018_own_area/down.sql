DROP TABLE own_areas;
