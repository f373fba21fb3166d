DROP TABLE profile_files;
DROP TABLE profiles;
