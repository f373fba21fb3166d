-- When the chair of a table loses the line, the secretary can run it until the chair is back: one row
-- per table says who does so now. Another says when the screen of the chair was last heard. The
-- journal has who took over when; these rows are only how it is now.
CREATE TABLE stand_ins (
  table_id TEXT NOT NULL PRIMARY KEY REFERENCES tables (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id),
  since BIGINT NOT NULL
);
CREATE TABLE chair_lines (
  table_id TEXT NOT NULL PRIMARY KEY REFERENCES tables (id) ON DELETE CASCADE,
  heard_at BIGINT NOT NULL
);
