DROP TABLE visits;
DROP TABLE todos;
DROP TABLE mention_mails;
DROP TABLE comments;
