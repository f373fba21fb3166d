DROP TABLE inquiry_files;
DROP TABLE inquiries;
DROP TABLE rejections;
ALTER TABLE requirement_checks DROP COLUMN ground;
ALTER TABLE requirement_checks DROP COLUMN condition_by;
