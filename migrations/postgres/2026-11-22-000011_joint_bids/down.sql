DROP TABLE joint_boards;
DROP TABLE parties;
