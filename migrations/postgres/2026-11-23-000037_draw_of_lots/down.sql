DROP TABLE draw_mails;
DROP TABLE draw_invitations;
DROP TABLE draws;
