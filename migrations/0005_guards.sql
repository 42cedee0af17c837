-- Guards of images: deletion protection, the recycle bin, and whose images an account takes (docs/guards.md).

ALTER TABLE images ADD COLUMN deletion_protection BIGINT NOT NULL DEFAULT 0;

-- The recycle bin: the deleted images that can be restored, and until when each can.
CREATE TABLE bin_images (
    account_id          BIGINT NOT NULL,
    region_id           TEXT   NOT NULL,
    image_id            TEXT   NOT NULL,
    restorable_until_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id)
) WITHOUT ROWID;
CREATE INDEX bin_images_by_end ON bin_images (account_id, region_id, restorable_until_us, image_id);

-- The snapshots that a deleted image needs to come back, and until when: as long they are not deleted.
CREATE TABLE bin_snapshots (
    account_id          BIGINT NOT NULL,
    region_id           TEXT   NOT NULL,
    snapshot_id         TEXT   NOT NULL,
    image_id            TEXT   NOT NULL,
    restorable_until_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, snapshot_id, image_id)
) WITHOUT ROWID;

-- Whose images an account takes in a region: off, audit or enforce, and the uids that are trusted, with commas between; 0 is
-- the system. Without a row it is off.
CREATE TABLE owner_guards (
    account_id     BIGINT NOT NULL,
    region_id      TEXT   NOT NULL,
    mode           TEXT   NOT NULL,
    trusted_owners TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id)
) WITHOUT ROWID;
