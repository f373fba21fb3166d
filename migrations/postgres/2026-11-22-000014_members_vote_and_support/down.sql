DROP TABLE statements;
DROP TABLE support_pages;
DROP TABLE tallies;
DROP TABLE voter_links;
DROP TABLE voters;
DROP TABLE votes;
