-- The image catalogue: accounts and their keys; images, their tags and shares; snapshots; tasks; the log of heads; the
-- instances that use images.
--
-- One list of statements for SQLite and PostgreSQL. Every primary key starts with account_id, then region_id where
-- there is one; no foreign key; no database sequence. Times are microseconds since 1970 in UTC (…_us). What only says how
-- SQLite lays a table out (WITHOUT ROWID) is left out elsewhere. Texts are compared by code point (PostgreSQL: collation C).

CREATE TABLE accounts (
    account_id    BIGINT NOT NULL PRIMARY KEY,
    created_at_us BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE access_keys (
    account_id    BIGINT NOT NULL,
    access_key_id TEXT   NOT NULL,
    sealed_secret TEXT   NOT NULL,
    status        TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, access_key_id)
) WITHOUT ROWID;
-- A request names its key, not its account.
CREATE INDEX access_keys_by_id ON access_keys (access_key_id);

-- One row per account and region. A write takes it first: that puts the writers of one catalogue in a row, gives the
-- commit sequence, and keeps the counts exact.
CREATE TABLE catalogues (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    images     BIGINT NOT NULL,
    families   BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id)
) WITHOUT ROWID;

-- A deleted image stays as a tombstone (deleted_at_us), so that a head can be resolved as of a past instant. A row is
-- all there is of an image: disks and tags are JSON in it, and filed in tables of their own only to find images by them.
-- The counts stand on the image, too, so that what holds it is known with its row. Account 0 owns the system's images.
CREATE TABLE images (
    account_id        BIGINT NOT NULL,
    region_id         TEXT   NOT NULL,
    image_id          TEXT   NOT NULL,
    sequence          BIGINT NOT NULL,
    created_at_us     BIGINT NOT NULL,
    deleted_at_us     BIGINT,
    name              TEXT   NOT NULL,
    family            TEXT,
    description       TEXT   NOT NULL,
    version           TEXT   NOT NULL,
    status            TEXT   NOT NULL,
    failure           TEXT   NOT NULL,
    progress          BIGINT NOT NULL,
    origin            TEXT   NOT NULL,
    architecture      TEXT   NOT NULL,
    os_type           TEXT   NOT NULL,
    platform          TEXT   NOT NULL,
    os_name_zh        TEXT,
    os_name_en        TEXT,
    boot_mode         TEXT,
    license_type      TEXT,
    imds_support      TEXT   NOT NULL,
    nvme_support      TEXT,
    resource_group_id TEXT   NOT NULL,
    is_public         BIGINT NOT NULL,
    share_count       BIGINT NOT NULL,
    instance_count    BIGINT NOT NULL,
    disks             TEXT   NOT NULL,
    tags              TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id)
);
CREATE UNIQUE INDEX images_by_name ON images (account_id, region_id, name) WHERE deleted_at_us IS NULL;
-- The candidates of a family, the head first among the Available ones; all that the choice needs stands in the index.
CREATE INDEX images_of_family
    ON images (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id)
    WHERE deleted_at_us IS NULL;
-- With the status in it, a count of the images that are Available reads the index alone; that it is of those that are not
-- deleted SQLite sees only in a column.
CREATE INDEX images_by_age
    ON images (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id, deleted_at_us)
    WHERE deleted_at_us IS NULL;

-- The snapshots that the disks of images are made of; of a deleted image none.
CREATE TABLE image_snapshots (
    account_id  BIGINT NOT NULL,
    region_id   TEXT   NOT NULL,
    snapshot_id TEXT   NOT NULL,
    image_id    TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, snapshot_id, image_id)
) WITHOUT ROWID;

-- Tags of images and snapshots; of a deleted image none. What a listing by tag chooses and sorts by stands beside the tag,
-- so that it is paged in the index alone.
CREATE TABLE tags (
    account_id    BIGINT NOT NULL,
    region_id     TEXT   NOT NULL,
    resource_type TEXT   NOT NULL,
    resource_id   TEXT   NOT NULL,
    tag_key       TEXT   NOT NULL,
    tag_value     TEXT   NOT NULL,
    status        TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    sequence      BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key)
) WITHOUT ROWID;
CREATE INDEX tags_by_key ON tags (account_id, region_id, resource_type, tag_key, tag_value, status, created_at_us DESC,
    sequence DESC, resource_id);

-- How many images carry a tag: so that a listing by one tag need not count them.
CREATE TABLE image_tag_counts (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    tag_key    TEXT   NOT NULL,
    tag_value  TEXT   NOT NULL,
    status     TEXT   NOT NULL,
    images     BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, tag_key, tag_value, status)
) WITHOUT ROWID;

-- Whom an image is shared with, filed under its owner; and the same filed under who it is shared with, so that both
-- sides ask one shard. shared_with 0 is everyone.
CREATE TABLE image_shares (
    account_id   BIGINT NOT NULL,
    region_id    TEXT   NOT NULL,
    image_id     TEXT   NOT NULL,
    shared_with  BIGINT NOT NULL,
    shared_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id, shared_with)
) WITHOUT ROWID;
CREATE TABLE shared_images (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    owner_id   BIGINT NOT NULL,
    image_id   TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, owner_id, image_id)
) WITHOUT ROWID;
CREATE INDEX shared_images_by_id ON shared_images (account_id, region_id, image_id);

CREATE TABLE snapshots (
    account_id         BIGINT NOT NULL,
    region_id          TEXT   NOT NULL,
    snapshot_id        TEXT   NOT NULL,
    created_at_us      BIGINT NOT NULL,
    status             TEXT   NOT NULL,
    source_disk        TEXT   NOT NULL,
    size_gib           BIGINT NOT NULL,
    bytes_path         TEXT,
    bytes_length       BIGINT,
    bytes_sha256       TEXT,
    name               TEXT   NOT NULL,
    description        TEXT   NOT NULL,
    retention_days     BIGINT,
    resource_group_id  TEXT   NOT NULL,
    disk_id            TEXT,
    copied_region_id   TEXT,
    copied_snapshot_id TEXT,
    copied_path        TEXT,
    copied_length      BIGINT,
    copied_sha256      TEXT,
    tags               TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, snapshot_id)
);
CREATE INDEX snapshots_by_age ON snapshots (account_id, region_id, created_at_us DESC, snapshot_id);
-- DeleteSnapshot and ModifySnapshotAttribute name no region.
CREATE INDEX snapshots_by_id ON snapshots (account_id, snapshot_id);

-- Every change of a head, for ever: the revision is the commit sequence of the change; image_id is null when the
-- family was left without a head.
CREATE TABLE head_log (
    account_id    BIGINT NOT NULL,
    region_id     TEXT   NOT NULL,
    family        TEXT   NOT NULL,
    revision      BIGINT NOT NULL,
    image_id      TEXT,
    changed_at_us BIGINT NOT NULL,
    action        TEXT   NOT NULL,
    request_id    TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, family, revision)
) WITHOUT ROWID;

-- Background work. Whoever holds the lease works; a lease that has run out is anybody's. `attempts` counts the failures
-- for passing reasons.
CREATE TABLE tasks (
    account_id       BIGINT NOT NULL,
    region_id        TEXT   NOT NULL,
    task_id          TEXT   NOT NULL,
    action           TEXT   NOT NULL,
    status           TEXT   NOT NULL,
    image_id         TEXT   NOT NULL,
    created_at_us    BIGINT NOT NULL,
    ready_at_us      BIGINT NOT NULL,
    finished_at_us   BIGINT,
    due_at_us        BIGINT NOT NULL,
    lease_owner      TEXT,
    progress         BIGINT NOT NULL,
    attempts         BIGINT NOT NULL,
    failure          TEXT   NOT NULL,
    source_region_id TEXT,
    source_image_id  TEXT,
    export_bucket    TEXT,
    export_prefix    TEXT,
    export_format    TEXT,
    PRIMARY KEY (account_id, region_id, task_id)
);
CREATE INDEX tasks_due ON tasks (due_at_us) WHERE status = 'Processing';
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
) WITHOUT ROWID;
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
) WITHOUT ROWID;

-- Answers already given to a client token, kept until they expire.
CREATE TABLE client_tokens (
    account_id    BIGINT NOT NULL,
    region_id     TEXT   NOT NULL,
    action        TEXT   NOT NULL,
    client_token  TEXT   NOT NULL,
    parameters    TEXT   NOT NULL,
    answer        TEXT   NOT NULL,
    expires_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, action, client_token)
) WITHOUT ROWID;
CREATE INDEX client_tokens_by_expiry ON client_tokens (expires_at_us);

-- Nonces of acknowledged writes: a replay is refused after a restart too.
CREATE TABLE nonces (
    account_id    BIGINT NOT NULL,
    access_key_id TEXT   NOT NULL,
    nonce         TEXT   NOT NULL,
    expires_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, access_key_id, nonce)
) WITHOUT ROWID;
CREATE INDEX nonces_by_expiry ON nonces (expires_at_us);
