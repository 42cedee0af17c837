-- The whole catalogue: tags of every resource, shares, copies and exports, snapshots of disks, instances as users of images.

-- Tags of images and snapshots. A deleted image keeps its own as those of a 'tombstone', which no listing looks for.
-- What a listing by tag chooses and sorts by stands beside the tag, so that it is counted and paged in the index alone.
CREATE TABLE tags (
    account_id    BIGINT NOT NULL,
    region_id     TEXT   NOT NULL,
    resource_type TEXT   NOT NULL,
    resource_id   TEXT   NOT NULL,
    tag_key       TEXT   NOT NULL,
    tag_value     TEXT   NOT NULL,
    position      BIGINT NOT NULL,
    status        TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    sequence      BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key)
);
CREATE INDEX tags_by_key ON tags (account_id, region_id, resource_type, tag_key, tag_value, status, created_at_us DESC,
    sequence DESC, resource_id);
INSERT INTO tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, position, status,
                  created_at_us, sequence)
    SELECT t.account_id, t.region_id, CASE WHEN i.deleted_at_us IS NULL THEN 'image' ELSE 'tombstone' END,
           t.image_id, t.tag_key, t.tag_value, t.position, i.status, i.created_at_us, i.sequence
    FROM image_tags t
    JOIN images i ON i.account_id = t.account_id AND i.region_id = t.region_id AND i.image_id = t.image_id;
DROP TABLE image_tags;

-- The counts stand on the image, so that what holds it is known with its row. account_id 0 owns the system's images.
ALTER TABLE images ADD COLUMN is_public BIGINT NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN share_count BIGINT NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN instance_count BIGINT NOT NULL DEFAULT 0;
-- With the status in it, a count of the images that are Available reads the index alone.
DROP INDEX images_by_age;
CREATE INDEX images_by_age ON images (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id)
    WHERE deleted_at_us IS NULL;

-- Whom an image is shared with, filed under its owner; and the same filed under who it is shared with, so that both
-- sides ask one shard. shared_with 0 is everyone.
CREATE TABLE image_shares (
    account_id   BIGINT NOT NULL,
    region_id    TEXT   NOT NULL,
    image_id     TEXT   NOT NULL,
    shared_with  BIGINT NOT NULL,
    shared_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id, shared_with)
);
CREATE TABLE shared_images (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    owner_id   BIGINT NOT NULL,
    image_id   TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, owner_id, image_id)
);
CREATE INDEX shared_images_by_id ON shared_images (account_id, region_id, image_id);

ALTER TABLE snapshots ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE snapshots ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE snapshots ADD COLUMN retention_days BIGINT;
ALTER TABLE snapshots ADD COLUMN resource_group_id TEXT NOT NULL DEFAULT '';
ALTER TABLE snapshots ADD COLUMN disk_id TEXT;
ALTER TABLE snapshots ADD COLUMN copied_region_id TEXT;
ALTER TABLE snapshots ADD COLUMN copied_snapshot_id TEXT;
ALTER TABLE snapshots ADD COLUMN copied_path TEXT;
ALTER TABLE snapshots ADD COLUMN copied_length BIGINT;
ALTER TABLE snapshots ADD COLUMN copied_sha256 TEXT;
CREATE INDEX snapshots_by_age ON snapshots (account_id, region_id, created_at_us DESC, snapshot_id);
-- DeleteSnapshot and ModifySnapshotAttribute name no region.
CREATE INDEX snapshots_by_id ON snapshots (account_id, snapshot_id);

ALTER TABLE tasks ADD COLUMN progress BIGINT NOT NULL DEFAULT 0;
UPDATE tasks SET progress = 100 WHERE status = 'Finished';
-- How often a step of it has failed for a passing reason.
ALTER TABLE tasks ADD COLUMN attempts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN failure TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN source_region_id TEXT;
ALTER TABLE tasks ADD COLUMN source_image_id TEXT;
ALTER TABLE tasks ADD COLUMN export_bucket TEXT;
ALTER TABLE tasks ADD COLUMN export_prefix TEXT;
ALTER TABLE tasks ADD COLUMN export_format TEXT;
CREATE INDEX tasks_by_age ON tasks (account_id, region_id, created_at_us DESC, task_id);
CREATE INDEX tasks_open ON tasks (account_id, region_id, action, image_id) WHERE status IN ('Waiting', 'Processing');

-- Objects that nothing in the catalogue names, to be taken out of their bucket; the row goes when they are. What a task
-- is about to write is written down here first, and goes from here when the catalogue names it: so nothing is left
-- behind, whenever the process dies. Such a row is not due as long as the task is held.
CREATE TABLE object_removals (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    bucket     TEXT   NOT NULL,
    object     TEXT   NOT NULL,
    due_at_us  BIGINT NOT NULL,
    task_id    TEXT,
    PRIMARY KEY (account_id, region_id, bucket, object)
);
CREATE INDEX object_removals_of_task ON object_removals (account_id, region_id, task_id) WHERE task_id IS NOT NULL;
CREATE INDEX object_removals_due ON object_removals (due_at_us);

CREATE TABLE instances (
    account_id     BIGINT NOT NULL,
    region_id      TEXT   NOT NULL,
    instance_id    TEXT   NOT NULL,
    status         TEXT   NOT NULL,
    image_owner_id BIGINT,
    image_id       TEXT,
    PRIMARY KEY (account_id, region_id, instance_id)
);
CREATE TABLE disks (
    account_id  BIGINT NOT NULL,
    region_id   TEXT   NOT NULL,
    disk_id     TEXT   NOT NULL,
    instance_id TEXT,
    kind        TEXT   NOT NULL,
    size_gib    BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, disk_id)
);
CREATE INDEX disks_of_instance ON disks (account_id, region_id, instance_id, disk_id);
-- CreateSnapshot names no region.
CREATE INDEX disks_by_id ON disks (account_id, disk_id);
-- The instances that use an image, filed under its owner.
CREATE TABLE image_instances (
    account_id  BIGINT NOT NULL,
    region_id   TEXT   NOT NULL,
    image_id    TEXT   NOT NULL,
    user_id     BIGINT NOT NULL,
    instance_id TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id, user_id, instance_id)
);
