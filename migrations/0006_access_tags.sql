-- Tags of roles and of policies, as those of images are kept: an object, its keys in the order in which they were given.

ALTER TABLE roles ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';
ALTER TABLE policies ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';
