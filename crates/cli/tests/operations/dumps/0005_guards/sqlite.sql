BEGIN;
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
CREATE TABLE accounts (
    account_id    BIGINT NOT NULL PRIMARY KEY,
    created_at_us BIGINT NOT NULL
, access_revision BIGINT NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE access_keys (
    account_id    BIGINT NOT NULL,
    access_key_id TEXT   NOT NULL,
    sealed_secret TEXT   NOT NULL,
    status        TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL, user_id TEXT, last_used_at_us BIGINT,
    PRIMARY KEY (account_id, access_key_id)
) WITHOUT ROWID;
CREATE INDEX access_keys_by_id ON access_keys (access_key_id);
CREATE TABLE catalogues (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    images     BIGINT NOT NULL,
    families   BIGINT NOT NULL, audit_sequence BIGINT NOT NULL DEFAULT 0, audit_hash TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account_id, region_id)
) WITHOUT ROWID;
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
    tags              TEXT   NOT NULL, deletion_protection BIGINT NOT NULL DEFAULT 0, restorable_until_us BIGINT,
    PRIMARY KEY (account_id, region_id, image_id)
);
CREATE UNIQUE INDEX images_by_name ON images (account_id, region_id, name) WHERE deleted_at_us IS NULL;
CREATE INDEX images_of_family
    ON images (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id)
    WHERE deleted_at_us IS NULL;
CREATE INDEX images_by_age
    ON images (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id, deleted_at_us)
    WHERE deleted_at_us IS NULL;
CREATE TABLE image_snapshots (
    account_id  BIGINT NOT NULL,
    region_id   TEXT   NOT NULL,
    snapshot_id TEXT   NOT NULL,
    image_id    TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, snapshot_id, image_id)
) WITHOUT ROWID;
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
CREATE TABLE image_tag_counts (
    account_id BIGINT NOT NULL,
    region_id  TEXT   NOT NULL,
    tag_key    TEXT   NOT NULL,
    tag_value  TEXT   NOT NULL,
    status     TEXT   NOT NULL,
    images     BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, tag_key, tag_value, status)
) WITHOUT ROWID;
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
CREATE INDEX snapshots_by_id ON snapshots (account_id, snapshot_id);
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
CREATE INDEX disks_by_id ON disks (account_id, disk_id);
CREATE TABLE image_instances (
    account_id  BIGINT NOT NULL,
    region_id   TEXT   NOT NULL,
    image_id    TEXT   NOT NULL,
    user_id     BIGINT NOT NULL,
    instance_id TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id, user_id, instance_id)
) WITHOUT ROWID;
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
CREATE TABLE nonces (
    account_id    BIGINT NOT NULL,
    access_key_id TEXT   NOT NULL,
    nonce         TEXT   NOT NULL,
    expires_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, access_key_id, nonce)
) WITHOUT ROWID;
CREATE INDEX nonces_by_expiry ON nonces (expires_at_us);
CREATE TABLE throttles (
    account_id BIGINT NOT NULL,
    action     TEXT   NOT NULL,
    calls_max  BIGINT NOT NULL,
    window_s   BIGINT NOT NULL,
    PRIMARY KEY (account_id, action)
) WITHOUT ROWID;
CREATE TABLE throttle_counters (
    account_id      BIGINT NOT NULL,
    region_id       TEXT   NOT NULL,
    action          TEXT   NOT NULL,
    window_began_us BIGINT NOT NULL,
    calls           BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, action)
) WITHOUT ROWID;
CREATE TABLE users (
    account_id    BIGINT NOT NULL,
    user_id       TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    display_name  TEXT   NOT NULL,
    comments      TEXT   NOT NULL,
    mobile_phone  TEXT   NOT NULL,
    email         TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    updated_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, user_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX users_by_name ON users (account_id, name);
CREATE INDEX access_keys_of_user ON access_keys (account_id, user_id);
CREATE TABLE user_groups (
    account_id    BIGINT NOT NULL,
    group_id      TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    comments      TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    updated_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, group_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX user_groups_by_name ON user_groups (account_id, name);
CREATE TABLE group_members (
    account_id   BIGINT NOT NULL,
    group_id     TEXT   NOT NULL,
    user_id      TEXT   NOT NULL,
    joined_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, group_id, user_id)
) WITHOUT ROWID;
CREATE INDEX group_members_by_user ON group_members (account_id, user_id, group_id);
CREATE TABLE roles (
    account_id    BIGINT NOT NULL,
    role_id       TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    description   TEXT   NOT NULL,
    trust_policy  TEXT   NOT NULL,
    session_s_max BIGINT NOT NULL,
    created_at_us BIGINT NOT NULL,
    updated_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, role_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX roles_by_name ON roles (account_id, name);
CREATE TABLE policies (
    account_id      BIGINT NOT NULL,
    name            TEXT   NOT NULL,
    description     TEXT   NOT NULL,
    default_version BIGINT NOT NULL,
    newest_version  BIGINT NOT NULL,
    created_at_us   BIGINT NOT NULL,
    updated_at_us   BIGINT NOT NULL,
    PRIMARY KEY (account_id, name)
) WITHOUT ROWID;
CREATE TABLE policy_versions (
    account_id    BIGINT NOT NULL,
    policy_name   TEXT   NOT NULL,
    version       BIGINT NOT NULL,
    document      TEXT   NOT NULL,
    created_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, policy_name, version)
) WITHOUT ROWID;
CREATE TABLE policy_attachments (
    account_id     BIGINT NOT NULL,
    entity_type    TEXT   NOT NULL,
    entity_id      TEXT   NOT NULL,
    policy_type    TEXT   NOT NULL,
    policy_name    TEXT   NOT NULL,
    attached_at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, entity_type, entity_id, policy_type, policy_name)
) WITHOUT ROWID;
CREATE INDEX policy_attachments_by_policy ON policy_attachments (account_id, policy_type, policy_name);
CREATE TABLE audit_trails (
    account_id BIGINT NOT NULL,
    sequence   BIGINT NOT NULL,
    hash       TEXT   NOT NULL,
    PRIMARY KEY (account_id)
) WITHOUT ROWID;
CREATE TABLE audit_events (
    account_id BIGINT NOT NULL,
    trail      TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    at_us      BIGINT NOT NULL,
    hash       TEXT   NOT NULL,
    event      TEXT   NOT NULL,
    PRIMARY KEY (account_id, trail, sequence)
);
CREATE TABLE audit_anchors (
    account_id BIGINT NOT NULL,
    trail      TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    hash       TEXT   NOT NULL,
    PRIMARY KEY (account_id, trail)
) WITHOUT ROWID;
CREATE INDEX images_in_bin ON images (account_id, region_id, restorable_until_us, image_id)
    WHERE restorable_until_us IS NOT NULL;
CREATE TABLE bin_snapshots (
    account_id          BIGINT NOT NULL,
    region_id           TEXT   NOT NULL,
    snapshot_id         TEXT   NOT NULL,
    image_id            TEXT   NOT NULL,
    restorable_until_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, snapshot_id, image_id)
) WITHOUT ROWID;
CREATE TABLE owner_guards (
    account_id     BIGINT NOT NULL,
    region_id      TEXT   NOT NULL,
    mode           TEXT   NOT NULL,
    trusted_owners TEXT   NOT NULL,
    PRIMARY KEY (account_id, region_id)
) WITHOUT ROWID;
INSERT INTO refinery_schema_history VALUES (1, 'catalogue', '2026-11-29T03:18:40.550417826Z', '9232586515633301768');
INSERT INTO refinery_schema_history VALUES (2, 'throttles', '2026-11-29T03:18:40.550426739Z', '16983663704569962023');
INSERT INTO refinery_schema_history VALUES (3, 'access', '2026-11-29T03:18:40.55042754Z', '11617432714827607293');
INSERT INTO refinery_schema_history VALUES (4, 'audit', '2026-11-29T03:18:40.550428983Z', '1977188842761286317');
INSERT INTO refinery_schema_history VALUES (5, 'guards', '2026-11-29T03:18:40.550430144Z', '12058435786149389304');
INSERT INTO accounts VALUES (1234567890123456, 1795922320920229, 9);
INSERT INTO accounts VALUES (6543210987654321, 1795922321038501, 0);
INSERT INTO access_keys VALUES (1234567890123456, 'LTAI5tcQUMOYPYxSuK7osQf9', '2f4c6dd4.665db029ec4e5446fad2d812779c6e6a824b568b57145003099d124706ee22a15bd5c48fc1bd4c14fe5e435eddf3dceca1e171136abe02bcc4d3', 'Active', 1795922321827318, '499633763565422181', NULL);
INSERT INTO access_keys VALUES (1234567890123456, 'testid', '2f4c6dd4.678217a7581dfed6b9e2bf9b275ad629d2a2afc98fd99b09871c4a726c31014f0c41c8b85087', 'Active', 1795922320920229, NULL, 1795922321090660);
INSERT INTO access_keys VALUES (6543210987654321, 'otherid', '2f4c6dd4.3d8c3c04aa69beac859dd8a504ed5e7d637b4ae06395a9bd110dfb25896e6b921e12ea3b3657f8', 'Active', 1795922321038501, NULL, 1795922321463551);
INSERT INTO catalogues VALUES (0, 'cn-hangzhou', 3, 1, 1, 3, '43874139b5abe835a9d3a09df9c1bdbcbc588ae8e81e444a14c906ca1925f259');
INSERT INTO catalogues VALUES (1234567890123456, 'cn-beijing', 5, 1, 0, 1, '024f5d773d6078f2973ed905884c55ba016757f45fa15e97c0bbbadbcfb8e16f');
INSERT INTO catalogues VALUES (1234567890123456, 'cn-hangzhou', 73, 10, 3, 39, 'c01eda3d8f379a6c385bb957b1ec3d63b0ad2a71faf3bf108d372d7c0b8806c3');
INSERT INTO images VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1, 1694044800000000, NULL, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'ubuntu_22_04_x64', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Ubuntu', 'Ubuntu  22.04 64位', 'Ubuntu  22.04 64 bit', NULL, NULL, 'v1', NULL, '', 0, 0, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":20}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-zll8e6goq9n5xkmgtram', 3, 1795922321090660, NULL, 'base-1', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 1, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-1u0x0sy4ld707xle09dj","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{"tier":"golden"}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-ip2ey0bbcqlkddmlm430', 9, 1795922321163569, 1795922321707840, 'base-2', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 1, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-6xyv8qeuves1iakpioxa","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0, 2111282321707840);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-jl7fze3vy6ttgdxvvhfb', 15, 1795922321215145, NULL, 'base-3', 'base', '', '', 'Deprecated', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-c65k264aza0xvm1mvdio","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-wmm4x69kmzhiusrbtsve', 22, 1795922321297504, NULL, 'base', NULL, '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8tpuljbm30o1k5p7564w","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-hx78n4gzj6bgjod1vws4', 27, 1795922321351221, NULL, 'made-1', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 1, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8tpuljbm30o1k5p7564w"}]', '{"tier":"golden","round":"made-1"}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-phhlsr1qypxjqmcn8nqt', 28, 1795922321357817, NULL, 'made-2', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8tpuljbm30o1k5p7564w"}]', '{"tier":"golden","round":"made-2"}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-gw8bou2aokm45pyt3hpc', 29, 1795922321367008, 1795922321385104, 'made-3', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8tpuljbm30o1k5p7564w"}]', '{"tier":"golden","round":"made-3"}', 0, 2111282321385104);
INSERT INTO images VALUES (1234567890123456, 'cn-beijing', 'm-ndws7hbuaqakm0f7chwd', 1, 1795922321541252, NULL, 'copy-1', NULL, '', '', 'Available', '', 100, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-q14mp09e6h8xcft7i7vf"}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-grhpsgyrdqokaeph97ry', 46, 1795922321722022, NULL, 'guarded', NULL, '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-1u0x0sy4ld707xle09dj"}]', '{}', 1, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-687wz1nzgwzoy6chmmtv', 47, 1795922321732385, NULL, 'restored', NULL, '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-1u0x0sy4ld707xle09dj"}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-ejeplwf7ch8mhx463456', 51, 1795922321784470, 1795922321798979, 'binned', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-1u0x0sy4ld707xle09dj"}]', '{}', 0, 2111282321798979);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-1yhevs1daopy4wxn6690', 54, 1795922322070682, NULL, 'slow', 'slow', '', '', 'Creating', '', 0, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8tpuljbm30o1k5p7564w"}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-n65lxylhfjix3pwrat74', 55, 1795922322078636, NULL, 'slow-import', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-1fewudpqbngdi1wr5wyp","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-oeeab1dgwq17as6tvb9k', 60, 1795922322094623, NULL, 'slow-copy', NULL, '', '', 'Creating', '', 0, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-qv5o8ch14sv00odq0h9i"}]', '{}', 0, NULL);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-5aep509o3nu63b4j3k2v', 65, 1795922322113493, 1795922322140186, 'cancelled', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-qiv8c2fjac1o8e1r8w19","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0, NULL);
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-beijing', 's-q14mp09e6h8xcft7i7vf', 'm-ndws7hbuaqakm0f7chwd');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1fewudpqbngdi1wr5wyp', 'm-n65lxylhfjix3pwrat74');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1u0x0sy4ld707xle09dj', 'm-687wz1nzgwzoy6chmmtv');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1u0x0sy4ld707xle09dj', 'm-grhpsgyrdqokaeph97ry');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1u0x0sy4ld707xle09dj', 'm-zll8e6goq9n5xkmgtram');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8tpuljbm30o1k5p7564w', 'm-1yhevs1daopy4wxn6690');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8tpuljbm30o1k5p7564w', 'm-hx78n4gzj6bgjod1vws4');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8tpuljbm30o1k5p7564w', 'm-phhlsr1qypxjqmcn8nqt');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8tpuljbm30o1k5p7564w', 'm-wmm4x69kmzhiusrbtsve');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-c65k264aza0xvm1mvdio', 'm-jl7fze3vy6ttgdxvvhfb');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-qv5o8ch14sv00odq0h9i', 'm-oeeab1dgwq17as6tvb9k');
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-hx78n4gzj6bgjod1vws4', 'round', 'made-1', 'Available', 1795922321351221, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-phhlsr1qypxjqmcn8nqt', 'round', 'made-2', 'Available', 1795922321357817, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-phhlsr1qypxjqmcn8nqt', 'tier', 'golden', 'Available', 1795922321357817, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-hx78n4gzj6bgjod1vws4', 'tier', 'golden', 'Available', 1795922321351221, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-zll8e6goq9n5xkmgtram', 'tier', 'golden', 'Available', 1795922321090660, 3);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-base', 'made-by', 'fixtures', 'accomplished', 1795922321038340, 0);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-8tpuljbm30o1k5p7564w', 'tier', 'golden', 'accomplished', 1795922321297504, 0);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-1', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-2', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'tier', 'golden', 'Available', 3);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-hx78n4gzj6bgjod1vws4', 0, 1795922321454437);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-zll8e6goq9n5xkmgtram', 6543210987654321, 1795922321445538);
INSERT INTO shared_images VALUES (0, 'cn-hangzhou', 1234567890123456, 'm-hx78n4gzj6bgjod1vws4');
INSERT INTO shared_images VALUES (6543210987654321, 'cn-hangzhou', 1234567890123456, 'm-zll8e6goq9n5xkmgtram');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-base', 1795922321038340, 'accomplished', 'system', 20, NULL, NULL, NULL, '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"made-by":"fixtures"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1u0x0sy4ld707xle09dj', 1795922321090660, 'accomplished', 'system', 1, '1234567890123456/s-1u0x0sy4ld707xle09dj-87cd77e5984b', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-6xyv8qeuves1iakpioxa', 1795922321163569, 'accomplished', 'system', 1, '1234567890123456/s-6xyv8qeuves1iakpioxa-352994e64e85', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-c65k264aza0xvm1mvdio', 1795922321215145, 'accomplished', 'system', 1, '1234567890123456/s-c65k264aza0xvm1mvdio-ebe9bc5f0b26', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8tpuljbm30o1k5p7564w', 1795922321297504, 'accomplished', 'system', 1, '1234567890123456/s-8tpuljbm30o1k5p7564w-6b4809d5a543', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"tier":"golden"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-fc0fjvuj2fit58bbklh0', 1795922321423452, 'accomplished', 'system', 40, NULL, NULL, NULL, 'of-a-disk', '', NULL, '', 'd-golden-system', NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-beijing', 's-q14mp09e6h8xcft7i7vf', 1795922321541252, 'accomplished', 'system', 1, '1234567890123456/s-q14mp09e6h8xcft7i7vf-f93a40716802', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-1u0x0sy4ld707xle09dj', '1234567890123456/s-1u0x0sy4ld707xle09dj-87cd77e5984b', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1fewudpqbngdi1wr5wyp', 1795922322078636, 'accomplished', 'system', 1, '1234567890123456/s-1fewudpqbngdi1wr5wyp-5f3d6294afff', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-qv5o8ch14sv00odq0h9i', 1795922322094623, 'accomplished', 'system', 1, '1234567890123456/s-qv5o8ch14sv00odq0h9i-1487b37b6aa5', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-8tpuljbm30o1k5p7564w', '1234567890123456/s-8tpuljbm30o1k5p7564w-6b4809d5a543', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO head_log VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64', 1, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1795922321041743, 'ApplyFixtures', '85E212EB-2A0A-4987-BD74-86397722EDE6');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 8, 'm-zll8e6goq9n5xkmgtram', 1795922321156246, 'ModifyImageAttribute', '152432FB-AB8B-44A7-B66C-9BDD6DEB505D');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 14, 'm-ip2ey0bbcqlkddmlm430', 1795922321204487, 'ModifyImageAttribute', '5A833975-E737-469E-A504-1A1AF8A93413');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 20, 'm-jl7fze3vy6ttgdxvvhfb', 1795922321269209, 'ModifyImageAttribute', 'B77451ED-9E73-4519-81A6-D0519FD5A65F');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 21, 'm-ip2ey0bbcqlkddmlm430', 1795922321285258, 'ModifyImageAttribute', '68694A59-B5BF-4940-83C3-739895C2E54F');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 45, 'm-zll8e6goq9n5xkmgtram', 1795922321707840, 'DeleteImage', '896F163E-0CF2-47EF-A3D2-D5ED3011815E');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 27, 'm-hx78n4gzj6bgjod1vws4', 1795922321351221, 'CreateImage', '89DBABA4-49FD-4F2C-9AA2-AD35953F98C1');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 28, 'm-phhlsr1qypxjqmcn8nqt', 1795922321357817, 'CreateImage', 'E01D17D6-AF49-4102-91CE-A52E578918B3');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 29, 'm-gw8bou2aokm45pyt3hpc', 1795922321367008, 'CreateImage', '8FB21EAA-3247-475C-81BB-320AB4F2BC9E');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 30, 'm-phhlsr1qypxjqmcn8nqt', 1795922321385104, 'DeleteImage', '6C67F120-9FFE-405A-A2B9-1ADA9D68F2D1');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 51, 'm-ejeplwf7ch8mhx463456', 1795922321784470, 'CreateImage', '300AD807-6B8B-4FAA-97FE-C566AEFFE76B');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 52, 'm-phhlsr1qypxjqmcn8nqt', 1795922321798979, 'DeleteImage', '5E8DE099-EE6A-4E31-9875-904ADA72D88E');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-mw4slvwn0strp6p10xi7', 'ImportImage', 'Finished', 'm-zll8e6goq9n5xkmgtram', 1795922321090660, 1795922321090660, 1795922321129862, 1795922351122576, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-w003wgjysiotdvee3bop', 'ImportImage', 'Finished', 'm-ip2ey0bbcqlkddmlm430', 1795922321163569, 1795922321163569, 1795922321194094, 1795922351181074, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-q19lmn8ed5wvd9djkwpx', 'ImportImage', 'Finished', 'm-jl7fze3vy6ttgdxvvhfb', 1795922321215145, 1795922321215145, 1795922321250798, 1795922351236145, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-390mzyxx0hj01yny2w79', 'ImportImage', 'Finished', 'm-wmm4x69kmzhiusrbtsve', 1795922321297504, 1795922321297504, 1795922321344113, 1795922351325972, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-beijing', 't-bstgwfhuho5o4kr8xaen', 'CopyImage', 'Finished', 'm-ndws7hbuaqakm0f7chwd', 1795922321541252, 1795922321541252, 1795922321564946, 1795922351553452, NULL, 100, 0, '', 'cn-hangzhou', 'm-zll8e6goq9n5xkmgtram', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-skhvx9viyadto4bcawl6', 'ExportImage', 'Finished', 'm-zll8e6goq9n5xkmgtram', 1795922321589336, 1795922321589336, 1795922321686801, 1795922351674353, NULL, 100, 0, '', NULL, NULL, 'exported-images', '', 'raw');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-e7s1xbisximbwo8thmf9', 'CreateImage', 'Processing', 'm-1yhevs1daopy4wxn6690', 1795922322070682, 1795922322070682, NULL, 1795922322070682, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-uorqibjbiwv79tn0krf2', 'ImportImage', 'Processing', 'm-n65lxylhfjix3pwrat74', 1795922322078636, 1795922322078636, NULL, 1795922322078636, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-epu7oahbk0lxygdxsg6c', 'CopyImage', 'Processing', 'm-oeeab1dgwq17as6tvb9k', 1795922322094623, 1795922322094623, NULL, 1795922322094623, NULL, 0, 0, '', 'cn-hangzhou', 'm-phhlsr1qypxjqmcn8nqt', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-eg9ut716ss6cl7vw28bd', 'ImportImage', 'Deleted', 'm-5aep509o3nu63b4j3k2v', 1795922322113493, 1795925922113493, 1795922322140186, 1795922352139934, NULL, 0, 0, 'cancelled', NULL, NULL, NULL, NULL, NULL);
INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-none-0', 0, NULL);
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-golden', 'Stopped', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-others', 'Running', 1234567890123456, 'm-zll8e6goq9n5xkmgtram');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-of-the-system', 'Running', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-own', 'Running', 1234567890123456, 'm-zll8e6goq9n5xkmgtram');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-orphan', 'Running', 1234567890123456, 'm-ip2ey0bbcqlkddmlm430');
INSERT INTO disks VALUES (1234567890123456, 'cn-hangzhou', 'd-golden-system', 'i-golden', 'system', 40);
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1234567890123456, 'i-golden');
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 6543210987654321, 'i-of-the-system');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-ip2ey0bbcqlkddmlm430', 1234567890123456, 'i-orphan');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-zll8e6goq9n5xkmgtram', 1234567890123456, 'i-own');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-zll8e6goq9n5xkmgtram', 6543210987654321, 'i-others');
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-1', '1f15b6ff0143a36671790bd14e0fb7c0be233e53ebc7abdc7494c088b501b4b7', '{"ImageId":"m-hx78n4gzj6bgjod1vws4"}', 1796008721351221);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-2', 'e499918280c17beb8a93b2b1a82082f7f2ec215e5b117e6f8eccf5726db4b136', '{"ImageId":"m-phhlsr1qypxjqmcn8nqt"}', 1796008721357817);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-3', '308eded85a6ed217e28e93f455285c70ccd76db8464c34bcf18ef124adf639eb', '{"ImageId":"m-gw8bou2aokm45pyt3hpc"}', 1796008721367008);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-1', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-13', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-15', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-16', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-20', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-21', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-22', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-24', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-26', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-27', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-28', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-31', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-32', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-33', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-34', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-35', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-37', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-39', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-4', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-43', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-5', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-52', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-54', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-55', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-58', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-59', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-60', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-61', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-63', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-64', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-65', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-66', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-67', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-68', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-69', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-70', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-71', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-72', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-73', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-8', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-9', 1795924121000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-1', 1795924121000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-2', 1795924121000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-2', 1795924122000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-3', 1795924122000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-5', 1795924122000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-6', 1795924122000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-7', 1795924122000000);
INSERT INTO throttles VALUES (0, '*', 1000000, 1);
INSERT INTO throttle_counters VALUES (1234567890123456, 'cn-hangzhou', '*', 0, 1);
INSERT INTO users VALUES (1234567890123456, '499633763565422181', 'alice', 'alice', '', '', '', 1795922321818861, 1795922321818861);
INSERT INTO user_groups VALUES (1234567890123456, '454807565917593331', 'readers', '', 1795922321833699, 1795922321833699);
INSERT INTO group_members VALUES (1234567890123456, '454807565917593331', '499633763565422181', 1795922321841727);
INSERT INTO roles VALUES (1234567890123456, '302746610359463852', 'nightly', '', '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}', 3600, 1795922321850804, 1795922321850804);
INSERT INTO policies VALUES (1234567890123456, 'images', '', 1, 1, 1795922321857920, 1795922321857920);
INSERT INTO policy_versions VALUES (1234567890123456, 'images', 1, '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}', 1795922321857920);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Group', '454807565917593331', 'System', 'AliyunECSReadOnlyAccess', 1795922321871863);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Role', '302746610359463852', 'Custom', 'images', 1795922321881095);
INSERT INTO policy_attachments VALUES (1234567890123456, 'User', '499633763565422181', 'Custom', 'images', 1795922321864857);
INSERT INTO audit_trails VALUES (0, 1, '06bffbb66f656f509920c9eb9ee1d36b5ba588ab6ee6d4c8045eb55e73c45609');
INSERT INTO audit_trails VALUES (1234567890123456, 10, '10e9df98f3bbb54d804c9f592d59318fb64c72c1b0b704f6d992218de05df0b7');
INSERT INTO audit_trails VALUES (6543210987654321, 1, 'e58556da9d5e55002ecff707a132fc221884857d0dfad4d0bad869ecb1342015');
INSERT INTO audit_events VALUES (1234567890123456, '', 1, 1795922320920229, '97928a8372293dbc6cf2e1ed80223be97902cf93e8b8ed6a4a3e5bda810768ee', '{"eventId":"34D2F0CB-693B-4F49-94DE-AF7EBB983814","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"PutFirstAccessKey","eventRW":"Write","eventTime":"2026-11-29T03:18:40Z","requestId":"34D2F0CB-693B-4F49-94DE-AF7EBB983814","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"AccessKeyId":"testid"}}');
INSERT INTO audit_events VALUES (6543210987654321, '', 1, 1795922321038501, 'e58556da9d5e55002ecff707a132fc221884857d0dfad4d0bad869ecb1342015', '{"eventId":"E48D6917-1488-4D6B-AEF2-38061C548EEB","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T03:18:41Z","requestId":"E48D6917-1488-4D6B-AEF2-38061C548EEB","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 1, 1795922321041743, '1073d0f0b547abbd0f27775c87062d9964b67a5d5c1854a927da3ce9ee0ec666', '{"eventId":"38250493-81AF-4E2C-B81E-53FE95CE253C","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T03:18:41Z","requestId":"38250493-81AF-4E2C-B81E-53FE95CE253C","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 1, 1795922321044852, '42a58b3483231c265650bbd5f51a8380e310e7a55870d379287d8f0de9efd4bc', '{"eventId":"F43B9A57-EF25-4566-BC69-35FC85C2B619","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T03:18:41Z","requestId":"F43B9A57-EF25-4566-BC69-35FC85C2B619","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 2, 1795922321048482, '883564560a329e16c50d2d9a5379813a9657074b161d99c2f5ee21236d2f67dd', '{"eventId":"4C7ADEC6-073D-4A85-B880-518D8C080643","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T03:18:41Z","requestId":"4C7ADEC6-073D-4A85-B880-518D8C080643","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 2, 1795922321049864, '2dfd41d13638c5770bbb17bd309392d9a2acec802fd9f9857dd511cd7b148479', '{"eventId":"3B119EBB-EFF2-4BB6-8494-13EE675E7DEF","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T03:18:41Z","requestId":"3B119EBB-EFF2-4BB6-8494-13EE675E7DEF","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 3, 1795922321090660, '0b25ea2ae167c68867b02ea1772f066a7555153c418234c23ea0e90ab6db8509', '{"eventId":"6A638012-76DB-46EE-BA41-AEC3504C00EA","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"6A638012-76DB-46EE-BA41-AEC3504C00EA","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-1","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-zll8e6goq9n5xkmgtram","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"]},"responseElements":{"ImageId":"m-zll8e6goq9n5xkmgtram","TaskId":"t-mw4slvwn0strp6p10xi7","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 4, 1795922321156246, 'ff7a4750c187ec689e29776c5c5fbf3ccf68ea526d78bb42e4c178862ede249a', '{"eventId":"152432FB-AB8B-44A7-B66C-9BDD6DEB505D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"152432FB-AB8B-44A7-B66C-9BDD6DEB505D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-zll8e6goq9n5xkmgtram","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-4","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-zll8e6goq9n5xkmgtram","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 5, 1795922321163569, '0940f8980329ba34984f50a7d659656dd2311c6fc593e0753db095411d6c7129', '{"eventId":"75F37C9C-144F-4E22-ACA1-3884B0A76A8E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"75F37C9C-144F-4E22-ACA1-3884B0A76A8E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-5","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ip2ey0bbcqlkddmlm430","referencedResources":{"ACS::ECS::Image":["m-ip2ey0bbcqlkddmlm430"]},"responseElements":{"ImageId":"m-ip2ey0bbcqlkddmlm430","TaskId":"t-w003wgjysiotdvee3bop","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 6, 1795922321204487, '0395421cd54b39937c00a7e630955b772c3551bb521a2143a69d466c8d635a16', '{"eventId":"5A833975-E737-469E-A504-1A1AF8A93413","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5A833975-E737-469E-A504-1A1AF8A93413","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-ip2ey0bbcqlkddmlm430","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-8","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ip2ey0bbcqlkddmlm430","referencedResources":{"ACS::ECS::Image":["m-ip2ey0bbcqlkddmlm430"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 7, 1795922321215145, 'cde505b7fe82816f0320ca1c34184174121d76dca65ad0eabf46a665cb3f02b0', '{"eventId":"402914F5-A58C-4B67-8A6F-EDA916652E11","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"402914F5-A58C-4B67-8A6F-EDA916652E11","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-9","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-jl7fze3vy6ttgdxvvhfb","referencedResources":{"ACS::ECS::Image":["m-jl7fze3vy6ttgdxvvhfb"]},"responseElements":{"ImageId":"m-jl7fze3vy6ttgdxvvhfb","TaskId":"t-q19lmn8ed5wvd9djkwpx","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 8, 1795922321269209, 'cf16d8ee1aa6cbd53524a5ac39a765ac4fa95c36ada0e8e0facda2667d4e40fe', '{"eventId":"B77451ED-9E73-4519-81A6-D0519FD5A65F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B77451ED-9E73-4519-81A6-D0519FD5A65F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-jl7fze3vy6ttgdxvvhfb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-13","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-jl7fze3vy6ttgdxvvhfb","referencedResources":{"ACS::ECS::Image":["m-jl7fze3vy6ttgdxvvhfb"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 9, 1795922321285258, 'c04a5dd56ae1829f370de81dd43d6e6b0eb541a207f4cb90ded60fbe8014fc16', '{"eventId":"68694A59-B5BF-4940-83C3-739895C2E54F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"68694A59-B5BF-4940-83C3-739895C2E54F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageId":"m-jl7fze3vy6ttgdxvvhfb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-15","SignatureVersion":"1.0","Status":"Deprecated","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-jl7fze3vy6ttgdxvvhfb","referencedResources":{"ACS::ECS::Image":["m-jl7fze3vy6ttgdxvvhfb"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 10, 1795922321297504, '94875f32404ebd4fc8ffaee3dd2f0bb7a1dd5410bb450d35d57a152e6cf48a1e', '{"eventId":"7974035C-CB6B-46BB-9EEE-FC76DD185265","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"7974035C-CB6B-46BB-9EEE-FC76DD185265","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-16","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-wmm4x69kmzhiusrbtsve","referencedResources":{"ACS::ECS::Image":["m-wmm4x69kmzhiusrbtsve"]},"responseElements":{"ImageId":"m-wmm4x69kmzhiusrbtsve","TaskId":"t-390mzyxx0hj01yny2w79","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 11, 1795922321351221, '2a68044fbb4af9c5cab05666acc61bc87a841d7af529348fd8c83c1e1b261f90', '{"eventId":"89DBABA4-49FD-4F2C-9AA2-AD35953F98C1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"89DBABA4-49FD-4F2C-9AA2-AD35953F98C1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-1","Format":"JSON","ImageFamily":"made","ImageName":"made-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-20","SignatureVersion":"1.0","SnapshotId":"s-8tpuljbm30o1k5p7564w","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-1","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-hx78n4gzj6bgjod1vws4","referencedResources":{"ACS::ECS::Image":["m-hx78n4gzj6bgjod1vws4"],"ACS::ECS::Snapshot":["s-8tpuljbm30o1k5p7564w"]},"responseElements":{"ImageId":"m-hx78n4gzj6bgjod1vws4"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 12, 1795922321357817, 'caaa123b4c01947230298defbd7a57d0d0f73f1b4396d10143de1a47e7dd2eb7', '{"eventId":"E01D17D6-AF49-4102-91CE-A52E578918B3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"E01D17D6-AF49-4102-91CE-A52E578918B3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-2","Format":"JSON","ImageFamily":"made","ImageName":"made-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-21","SignatureVersion":"1.0","SnapshotId":"s-8tpuljbm30o1k5p7564w","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-2","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-phhlsr1qypxjqmcn8nqt","referencedResources":{"ACS::ECS::Image":["m-phhlsr1qypxjqmcn8nqt"],"ACS::ECS::Snapshot":["s-8tpuljbm30o1k5p7564w"]},"responseElements":{"ImageId":"m-phhlsr1qypxjqmcn8nqt"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 13, 1795922321367008, '934ca53812fccf4771d3803193b06c5e6db27a01f7bcf7e547aefbe28f2e32f8', '{"eventId":"8FB21EAA-3247-475C-81BB-320AB4F2BC9E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8FB21EAA-3247-475C-81BB-320AB4F2BC9E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-3","Format":"JSON","ImageFamily":"made","ImageName":"made-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-22","SignatureVersion":"1.0","SnapshotId":"s-8tpuljbm30o1k5p7564w","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-3","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-gw8bou2aokm45pyt3hpc","referencedResources":{"ACS::ECS::Image":["m-gw8bou2aokm45pyt3hpc"],"ACS::ECS::Snapshot":["s-8tpuljbm30o1k5p7564w"]},"responseElements":{"ImageId":"m-gw8bou2aokm45pyt3hpc"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 14, 1795922321385104, '43d7190bec5697419bf8a9887328c2cbb509ebe6c37890de58f7f058e5e157b1', '{"eventId":"6C67F120-9FFE-405A-A2B9-1ADA9D68F2D1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"6C67F120-9FFE-405A-A2B9-1ADA9D68F2D1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-gw8bou2aokm45pyt3hpc","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-24","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-gw8bou2aokm45pyt3hpc","referencedResources":{"ACS::ECS::Image":["m-gw8bou2aokm45pyt3hpc"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 15, 1795922321404340, 'b674212838434da318e3b275e140e5acf09bdb66b069fd1440bb63d9162acb13', '{"eventId":"A4C3A934-9EF9-4127-BF8A-2152AD84597A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A4C3A934-9EF9-4127-BF8A-2152AD84597A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"m-zll8e6goq9n5xkmgtram","ResourceType":"image","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-26","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-zll8e6goq9n5xkmgtram","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 16, 1795922321414531, '736fa4411b7e93dba73aebc57e16317f46afd6139f1d296351167cf06d0deae7', '{"eventId":"BB6E9740-F25E-42F4-ABB2-671C5EEAA177","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"BB6E9740-F25E-42F4-ABB2-671C5EEAA177","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"s-8tpuljbm30o1k5p7564w","ResourceType":"snapshot","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-27","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-8tpuljbm30o1k5p7564w","referencedResources":{"ACS::ECS::Snapshot":["s-8tpuljbm30o1k5p7564w"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 17, 1795922321423452, 'e955b538278456942ae2639cc57b4e3e9c71c3e993df427f5dbd876ba6ebc820', '{"eventId":"1BAA9978-4303-4194-A6A1-BB1A95119ADD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateSnapshot","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"1BAA9978-4303-4194-A6A1-BB1A95119ADD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateSnapshot","DiskId":"d-golden-system","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-28","SignatureVersion":"1.0","SnapshotName":"of-a-disk","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-fc0fjvuj2fit58bbklh0","referencedResources":{"ACS::ECS::Disk":["d-golden-system"],"ACS::ECS::Snapshot":["s-fc0fjvuj2fit58bbklh0"]},"responseElements":{"SnapshotId":"s-fc0fjvuj2fit58bbklh0"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 18, 1795922321445538, '773e921f96b6f7975fc6816f071be88fd3b712964964faafec8387c7a58670ed', '{"eventId":"2959BACC-3C1E-4AD2-9C08-643DBE9C93B1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"2959BACC-3C1E-4AD2-9C08-643DBE9C93B1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","AddAccount.1":"6543210987654321","Format":"JSON","ImageId":"m-zll8e6goq9n5xkmgtram","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-31","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-zll8e6goq9n5xkmgtram","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 19, 1795922321454437, 'f672982ee6f9549eac1d9c19701fa1fc489246dfed3214343ea5a2bcb18c9823', '{"eventId":"9E6C987A-BBF5-4C00-82F9-1D00A07158EA","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9E6C987A-BBF5-4C00-82F9-1D00A07158EA","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","Format":"JSON","ImageId":"m-hx78n4gzj6bgjod1vws4","IsPublic":"true","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-32","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-hx78n4gzj6bgjod1vws4","referencedResources":{"ACS::ECS::Image":["m-hx78n4gzj6bgjod1vws4"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 20, 1795922321463551, 'c3e8f3ae74bdeec7748a1929ab6ade19dfc26e65cf0d2bc11463f6bd0bf8ec58', '{"eventId":"73C3B145-D9E3-49C5-9B3D-23D18B3CFD7A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"73C3B145-D9E3-49C5-9B3D-23D18B3CFD7A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-zll8e6goq9n5xkmgtram","InstanceId":"i-others","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-1","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-others","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"],"ACS::ECS::Instance":["i-others"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 3, 1795922321474973, '43874139b5abe835a9d3a09df9c1bdbcbc588ae8e81e444a14c906ca1925f259', '{"eventId":"9A3B4FF5-F5A9-4DED-BC07-A94E01B9A50D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9A3B4FF5-F5A9-4DED-BC07-A94E01B9A50D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"ubuntu_22_04_x64_20G_alibase_20230907.vhd","InstanceId":"i-of-the-system","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-2","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-of-the-system","referencedResources":{"ACS::ECS::Image":["ubuntu_22_04_x64_20G_alibase_20230907.vhd"],"ACS::ECS::Instance":["i-of-the-system"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 21, 1795922321489626, '6f908525ba438f0f362188737f5e697c35b45e8bdf8a199cc5357fcb2be4e535', '{"eventId":"2161BDD8-0A28-49A8-B389-E8167F630802","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"2161BDD8-0A28-49A8-B389-E8167F630802","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-zll8e6goq9n5xkmgtram","InstanceId":"i-own","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-33","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-own","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"],"ACS::ECS::Instance":["i-own"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 22, 1795922321501135, '42b9763958d49ef41cc0470872f6f3fd5acf5622e23c1409c266eed801368d95', '{"eventId":"07DD21B6-1F1B-4483-9060-A85607A31BBC","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"07DD21B6-1F1B-4483-9060-A85607A31BBC","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-zll8e6goq9n5xkmgtram","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-34","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"],"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 23, 1795922321509712, '29065cebcd3be0cde911932ddabe5a2adff43869abadef2f83341eb1511adbe3', '{"eventId":"3A0A4FE9-A05D-44B2-8BDE-8D5F3BBACDB2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeregisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"3A0A4FE9-A05D-44B2-8BDE-8D5F3BBACDB2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeregisterImageUsage","Format":"JSON","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-35","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 24, 1795922321527400, 'e30aba9d0c33b6f7072d635e11af5e59929857ba09422d78628ca6a2f8262186', '{"eventId":"10130327-D1A6-4DC1-AF1C-9E807660A3B4","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"10130327-D1A6-4DC1-AF1C-9E807660A3B4","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-ip2ey0bbcqlkddmlm430","InstanceId":"i-orphan","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-37","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-orphan","referencedResources":{"ACS::ECS::Image":["m-ip2ey0bbcqlkddmlm430"],"ACS::ECS::Instance":["i-orphan"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-beijing', 1, 1795922321541252, '024f5d773d6078f2973ed905884c55ba016757f45fa15e97c0bbbadbcfb8e16f', '{"eventId":"B5EC78A5-8345-4C2B-A705-41E699D5DC94","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-beijing","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B5EC78A5-8345-4C2B-A705-41E699D5DC94","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"copy-1","DestinationRegionId":"cn-beijing","Format":"JSON","ImageId":"m-zll8e6goq9n5xkmgtram","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-39","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ndws7hbuaqakm0f7chwd,m-zll8e6goq9n5xkmgtram","referencedResources":{"ACS::ECS::Image":["m-ndws7hbuaqakm0f7chwd","m-zll8e6goq9n5xkmgtram"]},"responseElements":{"ImageId":"m-ndws7hbuaqakm0f7chwd"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 25, 1795922321589336, 'd614c1021787f002ce1d184f955cfd03365b81bce646c0820146dcecb6eebba8', '{"eventId":"CFC61C0A-5781-4E9D-ACA7-5136609E79FE","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ExportImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"CFC61C0A-5781-4E9D-ACA7-5136609E79FE","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ExportImage","Format":"JSON","ImageId":"m-zll8e6goq9n5xkmgtram","OSSBucket":"exported-images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-43","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-zll8e6goq9n5xkmgtram","referencedResources":{"ACS::ECS::Image":["m-zll8e6goq9n5xkmgtram"]},"responseElements":{"TaskId":"t-skhvx9viyadto4bcawl6"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 26, 1795922321707840, '34ef0d62b5b8379f4552c7c239f655f0001c7c1f9cdc98a0272991d674a54129', '{"eventId":"896F163E-0CF2-47EF-A3D2-D5ED3011815E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"896F163E-0CF2-47EF-A3D2-D5ED3011815E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Force":"true","Format":"JSON","ImageId":"m-ip2ey0bbcqlkddmlm430","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-52","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ip2ey0bbcqlkddmlm430","referencedResources":{"ACS::ECS::Image":["m-ip2ey0bbcqlkddmlm430"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 27, 1795922321722022, '0812ef7941b1cface3690884025a060a6a72757dadabaa4eedf586ac1b5f83d2', '{"eventId":"98D2D80C-63EB-4D3C-ABCB-4795D656B1A2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"98D2D80C-63EB-4D3C-ABCB-4795D656B1A2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"guarded","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-54","SignatureVersion":"1.0","SnapshotId":"s-1u0x0sy4ld707xle09dj","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-grhpsgyrdqokaeph97ry","referencedResources":{"ACS::ECS::Image":["m-grhpsgyrdqokaeph97ry"],"ACS::ECS::Snapshot":["s-1u0x0sy4ld707xle09dj"]},"responseElements":{"ImageId":"m-grhpsgyrdqokaeph97ry"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 28, 1795922321732385, 'a5ea561c740f54ad41817a93a38a50dc151da60e00121d4dccf3f48f3a15b48e', '{"eventId":"ED5AF3DB-0568-4068-A97B-59DB5D058064","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"ED5AF3DB-0568-4068-A97B-59DB5D058064","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"restored","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-55","SignatureVersion":"1.0","SnapshotId":"s-1u0x0sy4ld707xle09dj","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-687wz1nzgwzoy6chmmtv","referencedResources":{"ACS::ECS::Image":["m-687wz1nzgwzoy6chmmtv"],"ACS::ECS::Snapshot":["s-1u0x0sy4ld707xle09dj"]},"responseElements":{"ImageId":"m-687wz1nzgwzoy6chmmtv"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 29, 1795922321755973, 'd60c596394c97e537377f40252dfd1240170f637aca1881a9bb252c68244d499', '{"eventId":"29800CB9-C9C3-4E5F-8175-AE826A87A74E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"29800CB9-C9C3-4E5F-8175-AE826A87A74E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","DeletionProtection":"true","Format":"JSON","ImageId":"m-grhpsgyrdqokaeph97ry","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-58","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-grhpsgyrdqokaeph97ry","referencedResources":{"ACS::ECS::Image":["m-grhpsgyrdqokaeph97ry"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 30, 1795922321761749, 'cc01ae5ba473247cd538d5161a1be836bc03032e1550a98fa66a13ce9a56f0a6', '{"eventId":"1E61C3EF-D403-474D-A756-05BE578DF88C","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"1E61C3EF-D403-474D-A756-05BE578DF88C","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-687wz1nzgwzoy6chmmtv","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-59","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-687wz1nzgwzoy6chmmtv","referencedResources":{"ACS::ECS::Image":["m-687wz1nzgwzoy6chmmtv"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 31, 1795922321774362, 'b35009b96256c8fabf52cf9f1f1cae9b55b67cd8de39919a5eb1f7cd712fe616', '{"eventId":"825C2668-5FF6-48AC-9B2D-B7FA391C9763","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RestoreImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"825C2668-5FF6-48AC-9B2D-B7FA391C9763","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RestoreImage","Format":"JSON","ImageId":"m-687wz1nzgwzoy6chmmtv","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-60","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-687wz1nzgwzoy6chmmtv","referencedResources":{"ACS::ECS::Image":["m-687wz1nzgwzoy6chmmtv"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 32, 1795922321784470, '5591393ee002b72a2638dfe72a12657398ed3ba196d01646ca8f07d1a977e4e9', '{"eventId":"300AD807-6B8B-4FAA-97FE-C566AEFFE76B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"300AD807-6B8B-4FAA-97FE-C566AEFFE76B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"made","ImageName":"binned","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-61","SignatureVersion":"1.0","SnapshotId":"s-1u0x0sy4ld707xle09dj","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ejeplwf7ch8mhx463456","referencedResources":{"ACS::ECS::Image":["m-ejeplwf7ch8mhx463456"],"ACS::ECS::Snapshot":["s-1u0x0sy4ld707xle09dj"]},"responseElements":{"ImageId":"m-ejeplwf7ch8mhx463456"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 33, 1795922321798979, '5f9f945e547e0e93f3af789777b02b62458378e6c5bcc732714eab782fb3fee5', '{"eventId":"5E8DE099-EE6A-4E31-9875-904ADA72D88E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5E8DE099-EE6A-4E31-9875-904ADA72D88E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-ejeplwf7ch8mhx463456","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-63","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ejeplwf7ch8mhx463456","referencedResources":{"ACS::ECS::Image":["m-ejeplwf7ch8mhx463456"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 34, 1795922321810901, '17f43b8d8d6b0650da55454eda88a91dc16f56ecab3181f9f0e892f60862f88a', '{"eventId":"B1971E62-BF0F-4BA6-88AE-46721DE103E4","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageOwnerGuard","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B1971E62-BF0F-4BA6-88AE-46721DE103E4","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageOwnerGuard","Format":"JSON","Mode":"audit","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-64","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","TrustedOwner.1":"system","TrustedOwner.2":"6543210987654321","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 2, 1795922321818861, 'eefa2a575277da21423c90d754fc31ed316424386850d4ca843fdd8e9158e4f4', '{"eventId":"A4996469-E148-491E-9EAF-F917520908AF","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateUser","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"A4996469-E148-491E-9EAF-F917520908AF","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateUser","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-65","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"499633763565422181,alice","referencedResources":{"ACS::RAM::User":["499633763565422181","alice"]},"responseElements":{"UserId":"499633763565422181"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 3, 1795922321827318, '6dc2060832f5888e43258ec8c4e9f2c4ff9a0d445bc92837a114684c19fba3e2', '{"eventId":"E5B1CB40-4CE0-4759-B862-C01712EAFE55","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateAccessKey","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"E5B1CB40-4CE0-4759-B862-C01712EAFE55","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateAccessKey","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-66","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::AccessKey","resourceName":"LTAI5tcQUMOYPYxSuK7osQf9","referencedResources":{"ACS::RAM::AccessKey":["LTAI5tcQUMOYPYxSuK7osQf9"],"ACS::RAM::User":["alice"]},"responseElements":{"AccessKeyId":"LTAI5tcQUMOYPYxSuK7osQf9"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 4, 1795922321833699, '9c6bbe1e3d1c3b183e4f7ed23cfcc2a7a183a37741d7b201d63acf77611e04b3', '{"eventId":"453BEB49-E5C4-405E-A5D0-330599D7A124","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateGroup","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"453BEB49-E5C4-405E-A5D0-330599D7A124","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-67","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"454807565917593331,readers","referencedResources":{"ACS::RAM::Group":["454807565917593331","readers"]},"responseElements":{"GroupId":"454807565917593331"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 5, 1795922321841727, '935eb9285b82f52c938b04a1fdcbfcd830922deea2ce1fddf4be500326240155', '{"eventId":"53837CCB-D894-4AE1-A747-DCDD9DD63A98","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AddUserToGroup","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"53837CCB-D894-4AE1-A747-DCDD9DD63A98","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AddUserToGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-68","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 6, 1795922321850804, 'def1e5f22f6de9fa107824392574fecde40871c5e6d7ea8010e661a31e7061ef', '{"eventId":"E64936F2-976A-4515-8764-1DF4D0D98ACD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateRole","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"E64936F2-976A-4515-8764-1DF4D0D98ACD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateRole","AssumeRolePolicyDocument":"{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\",\n        \"Principal\": {\"RAM\": [\"acs:ram::1234567890123456:user/alice\"]}}]}","Format":"JSON","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-69","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"302746610359463852,nightly","referencedResources":{"ACS::RAM::Role":["302746610359463852","nightly"]},"responseElements":{"RoleId":"302746610359463852"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 7, 1795922321857920, '16adb2fa64a7a863412b088b5b64b9511355d9617b80b13216a88fe3d330ce92', '{"eventId":"9517A0A4-CCEE-41B2-9121-568BEC4F64DD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreatePolicy","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"9517A0A4-CCEE-41B2-9121-568BEC4F64DD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreatePolicy","Format":"JSON","PolicyDocument":"{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"ecs:*\", \"Resource\": \"*\"}]}","PolicyName":"images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-70","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Policy","resourceName":"images","referencedResources":{"ACS::RAM::Policy":["images"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 8, 1795922321864857, '7f3e46392365a018d8d1a2e08ccb1f7310634d58bb4b3a30f113397e7abb351b', '{"eventId":"2861E027-2338-471E-AF8A-CD4300135BD7","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToUser","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"2861E027-2338-471E-AF8A-CD4300135BD7","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToUser","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-71","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"alice","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 9, 1795922321871863, '1320b5f56c0af459ad96458b11d209c85dbc11ac904231c2a1f914ae41f1d167', '{"eventId":"7B68464B-AA94-4294-B998-8D0627A42085","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToGroup","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"7B68464B-AA94-4294-B998-8D0627A42085","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToGroup","Format":"JSON","GroupName":"readers","PolicyName":"AliyunECSReadOnlyAccess","PolicyType":"System","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-72","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::Policy":["AliyunECSReadOnlyAccess"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 10, 1795922321881095, '10e9df98f3bbb54d804c9f592d59318fb64c72c1b0b704f6d992218de05df0b7', '{"eventId":"470A25C9-105C-426D-A501-121F533E1A38","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToRole","eventRW":"Write","eventSource":"127.0.0.1:33667","eventTime":"2026-11-29T03:18:41Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"470A25C9-105C-426D-A501-121F533E1A38","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToRole","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-73","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:41Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"nightly","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::Role":["nightly"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 35, 1795922322070682, 'da3ba139c02ca51bde638b12fb6edbf3ff41890593b00329373b1be893c0314a', '{"eventId":"9BE4B53D-6857-4F35-8992-A6B2E238EC8B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46299","eventTime":"2026-11-29T03:18:42Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9BE4B53D-6857-4F35-8992-A6B2E238EC8B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"slow","ImageName":"slow","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-2","SignatureVersion":"1.0","SnapshotId":"s-8tpuljbm30o1k5p7564w","Timestamp":"2026-11-29T03:18:42Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-1yhevs1daopy4wxn6690","referencedResources":{"ACS::ECS::Image":["m-1yhevs1daopy4wxn6690"],"ACS::ECS::Snapshot":["s-8tpuljbm30o1k5p7564w"]},"responseElements":{"ImageId":"m-1yhevs1daopy4wxn6690"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 36, 1795922322078636, 'f4dc6befca646876a584908478e7eecc9a8e9758fa9eb408f17f0416e40e20a6', '{"eventId":"052E2074-89F1-400E-AE41-1AA9DA6D048E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46299","eventTime":"2026-11-29T03:18:42Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"052E2074-89F1-400E-AE41-1AA9DA6D048E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"slow-import","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-3","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:42Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-n65lxylhfjix3pwrat74","referencedResources":{"ACS::ECS::Image":["m-n65lxylhfjix3pwrat74"]},"responseElements":{"ImageId":"m-n65lxylhfjix3pwrat74","TaskId":"t-uorqibjbiwv79tn0krf2","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 37, 1795922322094623, '42c19ea13a7436d9cf38e17eb6bbbb882a0d704920a1857835325d31b7433598', '{"eventId":"79CD3153-379E-4A1D-9AFA-3D9CAADCCD1F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:46299","eventTime":"2026-11-29T03:18:42Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"79CD3153-379E-4A1D-9AFA-3D9CAADCCD1F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"slow-copy","Format":"JSON","ImageId":"m-phhlsr1qypxjqmcn8nqt","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-5","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:42Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-oeeab1dgwq17as6tvb9k,m-phhlsr1qypxjqmcn8nqt","referencedResources":{"ACS::ECS::Image":["m-oeeab1dgwq17as6tvb9k","m-phhlsr1qypxjqmcn8nqt"]},"responseElements":{"ImageId":"m-oeeab1dgwq17as6tvb9k"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 38, 1795922322113493, '929254956f71b432c3848fed3311cc8852e759dd63c98b5fe1c6db8b698661a5', '{"eventId":"003FD3EC-DCFF-4D2D-AC9D-FE87A219C91F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46299","eventTime":"2026-11-29T03:18:42Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"003FD3EC-DCFF-4D2D-AC9D-FE87A219C91F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"cancelled","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-6","SignatureVersion":"1.0","Timestamp":"2026-11-29T03:18:42Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-5aep509o3nu63b4j3k2v","referencedResources":{"ACS::ECS::Image":["m-5aep509o3nu63b4j3k2v"]},"responseElements":{"ImageId":"m-5aep509o3nu63b4j3k2v","TaskId":"t-eg9ut716ss6cl7vw28bd","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 39, 1795922322140186, 'c01eda3d8f379a6c385bb957b1ec3d63b0ad2a71faf3bf108d372d7c0b8806c3', '{"eventId":"3BA6CFE0-2991-4243-9523-CEA9EE04A3B4","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CancelTask","eventRW":"Write","eventSource":"127.0.0.1:46299","eventTime":"2026-11-29T03:18:42Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"3BA6CFE0-2991-4243-9523-CEA9EE04A3B4","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CancelTask","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-7","SignatureVersion":"1.0","TaskId":"t-eg9ut716ss6cl7vw28bd","Timestamp":"2026-11-29T03:18:42Z","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (0, '', 1, 1795922322205901, '06bffbb66f656f509920c9eb9ee1d36b5ba588ab6ee6d4c8045eb55e73c45609', '{"eventId":"EA64E925-5323-4C81-91C3-09AA69B50DF7","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"SetThrottle","eventRW":"Write","eventTime":"2026-11-29T03:18:42Z","requestId":"EA64E925-5323-4C81-91C3-09AA69B50DF7","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"Action":"*","Calls":"1000000","Seconds":"1"}}');
INSERT INTO audit_anchors VALUES (1234567890123456, 'cn-hangzhou', 0, '');
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1u0x0sy4ld707xle09dj', 'm-ejeplwf7ch8mhx463456', 2111282321798979);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-6xyv8qeuves1iakpioxa', 'm-ip2ey0bbcqlkddmlm430', 2111282321707840);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8tpuljbm30o1k5p7564w', 'm-gw8bou2aokm45pyt3hpc', 2111282321385104);
INSERT INTO owner_guards VALUES (1234567890123456, 'cn-hangzhou', 'audit', '0,6543210987654321');
COMMIT;
