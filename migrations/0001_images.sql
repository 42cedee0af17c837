-- The image catalogue: accounts and their keys; images, the disks and tags of each; snapshots; tasks; the log of heads.
--
-- One list of statements for SQLite and PostgreSQL. Every primary key starts with account_id, then region_id where
-- there is one; no foreign key; no database sequence. Times are microseconds since 1970 in UTC (…_us).

CREATE TABLE accounts (
    account_id    BIGINT NOT NULL PRIMARY KEY,
    created_at_us BIGINT NOT NULL
);

CREATE TABLE access_keys (
    account_id    BIGINT NOT NULL,
    access_key_id TEXT   NOT NULL,
    sealed_secret TEXT   NOT NULL,
    status        TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, access_key_id)
);
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
);

-- A deleted image stays as a tombstone (deleted_at_us), so that a head can be resolved as of a past instant.
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
    PRIMARY KEY (account_id, region_id, image_id)
);
CREATE UNIQUE INDEX images_by_name ON images (account_id, region_id, name) WHERE deleted_at_us IS NULL;
-- The candidates of a family, the head first among the Available ones; all that the choice needs stands in the index.
CREATE INDEX images_of_family
    ON images (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id)
    WHERE deleted_at_us IS NULL;
CREATE INDEX images_by_age ON images (account_id, region_id, created_at_us DESC, sequence DESC)
    WHERE deleted_at_us IS NULL;

CREATE TABLE image_disks (
    account_id    BIGINT NOT NULL,
    region_id     TEXT   NOT NULL,
    image_id      TEXT   NOT NULL,
    device        TEXT   NOT NULL,
    kind          TEXT   NOT NULL,
    size_gib      BIGINT NOT NULL,
    snapshot_id   TEXT,
    import_format TEXT,
    import_bucket TEXT,
    import_object TEXT,
    PRIMARY KEY (account_id, region_id, image_id, device)
);
CREATE INDEX image_disks_by_snapshot ON image_disks (account_id, region_id, snapshot_id, image_id);

CREATE TABLE image_tags (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    image_id   TEXT   NOT NULL,
    tag_key    TEXT   NOT NULL,
    tag_value  TEXT   NOT NULL,
    position   BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id, tag_key)
);
CREATE INDEX image_tags_by_key ON image_tags (account_id, region_id, tag_key, tag_value, image_id);

CREATE TABLE snapshots (
    account_id    BIGINT NOT NULL,
    region_id     TEXT   NOT NULL,
    snapshot_id   TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    status        TEXT   NOT NULL,
    source_disk   TEXT   NOT NULL,
    size_gib      BIGINT NOT NULL,
    bytes_path    TEXT,
    bytes_length  BIGINT,
    bytes_sha256  TEXT,
    PRIMARY KEY (account_id, region_id, snapshot_id)
);

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
);

-- Background work. Whoever holds the lease works; a lease that has run out is anybody's.
CREATE TABLE tasks (
    account_id     BIGINT NOT NULL,
    region_id      TEXT   NOT NULL,
    task_id        TEXT   NOT NULL,
    action         TEXT   NOT NULL,
    status         TEXT   NOT NULL,
    image_id       TEXT   NOT NULL,
    created_at_us  BIGINT NOT NULL,
    ready_at_us    BIGINT NOT NULL,
    finished_at_us BIGINT,
    due_at_us      BIGINT NOT NULL,
    lease_owner    TEXT,
    PRIMARY KEY (account_id, region_id, task_id)
);
CREATE INDEX tasks_due ON tasks (due_at_us) WHERE status = 'Processing';

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
);
CREATE INDEX client_tokens_by_expiry ON client_tokens (expires_at_us);

-- Nonces of acknowledged writes: a replay is refused after a restart too.
CREATE TABLE nonces (
    account_id    BIGINT NOT NULL,
    access_key_id TEXT   NOT NULL,
    nonce         TEXT   NOT NULL,
    expires_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, access_key_id, nonce)
);
CREATE INDEX nonces_by_expiry ON nonces (expires_at_us);
