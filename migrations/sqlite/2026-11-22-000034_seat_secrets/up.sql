-- A link that gives a seat at a consultation table stayed behind in the errand that had sent it. Such
-- errands are forgotten once they are done; so are those of before.
UPDATE errands SET payload = '{}' WHERE kind = 'consultation_invitation' AND done_at IS NOT NULL;
