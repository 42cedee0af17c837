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
    families   BIGINT NOT NULL,
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
    tags              TEXT   NOT NULL,
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
INSERT INTO refinery_schema_history VALUES (1, 'catalogue', '2026-11-25T02:23:44.919087129Z', '9232586515633301768');
INSERT INTO refinery_schema_history VALUES (2, 'throttles', '2026-11-25T02:23:44.919101129Z', '16983663704569962023');
INSERT INTO refinery_schema_history VALUES (3, 'access', '2026-11-25T02:23:44.919102231Z', '11617432714827607293');
INSERT INTO accounts VALUES (1234567890123456, 1795573424936240, 9);
INSERT INTO accounts VALUES (6543210987654321, 1795573424992951, 0);
INSERT INTO access_keys VALUES (1234567890123456, 'LTAI5tQXDdB9jBYacIkm23fz', 'ebe095453bc7f77843ee717a342dd312a2a99c6b520d3d7aab43651de82ee05af8b691b471119478fc9f963a6a296c1a2aca444ea0368a85f954', 'Active', 1795573425337450, '604182213525521272', NULL);
INSERT INTO access_keys VALUES (1234567890123456, 'testid', 'a7c87431b53383dc07414772ecd96d4619dea35a575c6911ca41d7eb0112d79ddf6496d5f33b', 'Active', 1795573424936240, NULL, 1795573425000580);
INSERT INTO access_keys VALUES (6543210987654321, 'otherid', 'a313da6cec5a239b743137ecf98bd657f07fe0355470a16f0e45b9775d8df5cf139a4bcf632d83', 'Active', 1795573424992951, NULL, 1795573425175392);
INSERT INTO catalogues VALUES (0, 'cn-hangzhou', 3, 1, 1);
INSERT INTO catalogues VALUES (1234567890123456, 'cn-beijing', 5, 1, 0);
INSERT INTO catalogues VALUES (1234567890123456, 'cn-hangzhou', 65, 8, 3);
INSERT INTO images VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1, 1694044800000000, NULL, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'ubuntu_22_04_x64', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Ubuntu', 'Ubuntu  22.04 64位', 'Ubuntu  22.04 64 bit', NULL, NULL, 'v1', NULL, '', 0, 0, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":20}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-9a7f96wl3q2ea8nmws0f', 3, 1795573425000580, NULL, 'base-1', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 1, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-fjf1bgyk1uxx3818yihm","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{"tier":"golden"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-761uo22pkg8r0nkme8kh', 9, 1795573425029805, 1795573425333791, 'base-2', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 1, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-hcb7s41cow4me53ma7jt","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-dpa8t1op8d0bize2qrrt', 15, 1795573425066863, NULL, 'base-3', 'base', '', '', 'Deprecated', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-0co6ua2huj6dxjuur6wk","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-2yxqg0h0px7ou9lw4q4f', 22, 1795573425103548, NULL, 'base', NULL, '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-jg524q99tw723x4ecdbg', 27, 1795573425121192, NULL, 'made-1', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 1, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]', '{"tier":"golden","round":"made-1"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-u7zpaqk55vn6rf5tfe1y', 28, 1795573425125754, NULL, 'made-2', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]', '{"tier":"golden","round":"made-2"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-07o5c848z4gao6513dz8', 29, 1795573425129730, 1795573425137791, 'made-3', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]', '{"tier":"golden","round":"made-3"}');
INSERT INTO images VALUES (1234567890123456, 'cn-beijing', 'm-1x6sb50jvzu1l1f901ze', 1, 1795573425209776, NULL, 'copy-1', NULL, '', '', 'Available', '', 100, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-jnm97ttygppoaazzdqug"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-av2nm2a2brb9lpluqe90', 46, 1795573425445508, NULL, 'slow', 'slow', '', '', 'Creating', '', 0, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-mcedusfdpd1oyjxhzksq"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-cc17d84059lberikigb9', 48, 1795573425453235, NULL, 'slow-import', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-c1un05jpprdigkn2g89r","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-mbslinl421on2z3fv2z8', 50, 1795573425461213, NULL, 'slow-copy', NULL, '', '', 'Creating', '', 0, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xeb4apr583kcrdyp6isa"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-nfel688fn1cmrqc03a6x', 53, 1795573425468885, 1795573425480958, 'cancelled', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-zyfjmo8r0tpjpla3jrja","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-beijing', 's-jnm97ttygppoaazzdqug', 'm-1x6sb50jvzu1l1f901ze');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-0co6ua2huj6dxjuur6wk', 'm-dpa8t1op8d0bize2qrrt');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-c1un05jpprdigkn2g89r', 'm-cc17d84059lberikigb9');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-fjf1bgyk1uxx3818yihm', 'm-9a7f96wl3q2ea8nmws0f');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-mcedusfdpd1oyjxhzksq', 'm-2yxqg0h0px7ou9lw4q4f');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-mcedusfdpd1oyjxhzksq', 'm-av2nm2a2brb9lpluqe90');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-mcedusfdpd1oyjxhzksq', 'm-jg524q99tw723x4ecdbg');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-mcedusfdpd1oyjxhzksq', 'm-u7zpaqk55vn6rf5tfe1y');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xeb4apr583kcrdyp6isa', 'm-mbslinl421on2z3fv2z8');
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-jg524q99tw723x4ecdbg', 'round', 'made-1', 'Available', 1795573425121192, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-u7zpaqk55vn6rf5tfe1y', 'round', 'made-2', 'Available', 1795573425125754, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-u7zpaqk55vn6rf5tfe1y', 'tier', 'golden', 'Available', 1795573425125754, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-jg524q99tw723x4ecdbg', 'tier', 'golden', 'Available', 1795573425121192, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-9a7f96wl3q2ea8nmws0f', 'tier', 'golden', 'Available', 1795573425000580, 3);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-base', 'made-by', 'fixtures', 'accomplished', 1795573424992774, 0);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-mcedusfdpd1oyjxhzksq', 'tier', 'golden', 'accomplished', 1795573425103548, 0);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-1', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-2', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'tier', 'golden', 'Available', 3);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-9a7f96wl3q2ea8nmws0f', 6543210987654321, 1795573425161810);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-jg524q99tw723x4ecdbg', 0, 1795573425171899);
INSERT INTO shared_images VALUES (0, 'cn-hangzhou', 1234567890123456, 'm-jg524q99tw723x4ecdbg');
INSERT INTO shared_images VALUES (6543210987654321, 'cn-hangzhou', 1234567890123456, 'm-9a7f96wl3q2ea8nmws0f');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-base', 1795573424992774, 'accomplished', 'system', 20, NULL, NULL, NULL, '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"made-by":"fixtures"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-fjf1bgyk1uxx3818yihm', 1795573425000580, 'accomplished', 'system', 1, '1234567890123456/s-fjf1bgyk1uxx3818yihm-4dd8135a6c3c', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-hcb7s41cow4me53ma7jt', 1795573425029805, 'accomplished', 'system', 1, '1234567890123456/s-hcb7s41cow4me53ma7jt-b80f65dba2a2', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-0co6ua2huj6dxjuur6wk', 1795573425066863, 'accomplished', 'system', 1, '1234567890123456/s-0co6ua2huj6dxjuur6wk-6d9730a5a593', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-mcedusfdpd1oyjxhzksq', 1795573425103548, 'accomplished', 'system', 1, '1234567890123456/s-mcedusfdpd1oyjxhzksq-af9a1626ff44', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"tier":"golden"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8828up3gcd1w04lrg3mt', 1795573425149895, 'accomplished', 'system', 40, NULL, NULL, NULL, 'of-a-disk', '', NULL, '', 'd-golden-system', NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-beijing', 's-jnm97ttygppoaazzdqug', 1795573425209776, 'accomplished', 'system', 1, '1234567890123456/s-jnm97ttygppoaazzdqug-1b5df00366fd', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-fjf1bgyk1uxx3818yihm', '1234567890123456/s-fjf1bgyk1uxx3818yihm-4dd8135a6c3c', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-c1un05jpprdigkn2g89r', 1795573425453235, 'accomplished', 'system', 1, '1234567890123456/s-c1un05jpprdigkn2g89r-7c83afd29c0f', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xeb4apr583kcrdyp6isa', 1795573425461213, 'accomplished', 'system', 1, '1234567890123456/s-xeb4apr583kcrdyp6isa-7c83afd29c0f', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-mcedusfdpd1oyjxhzksq', '1234567890123456/s-mcedusfdpd1oyjxhzksq-af9a1626ff44', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO head_log VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64', 1, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1795573424993992, 'ApplyFixtures', '87F7D3B6-FF15-4506-BC14-AE1F7319A6ED');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 8, 'm-9a7f96wl3q2ea8nmws0f', 1795573425023742, 'ModifyImageAttribute', 'C0E0D345-FABC-461B-8D2B-40CA1D49204E');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 14, 'm-761uo22pkg8r0nkme8kh', 1795573425064635, 'ModifyImageAttribute', 'DBB7F82F-A331-405B-B013-8CE54D3E4B8C');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 20, 'm-dpa8t1op8d0bize2qrrt', 1795573425097267, 'ModifyImageAttribute', 'D408A0D0-011B-4CCD-B35B-CA0F885E0014');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 21, 'm-761uo22pkg8r0nkme8kh', 1795573425101466, 'ModifyImageAttribute', '860B36C8-BC01-4415-B48B-F61FCE49F038');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 45, 'm-9a7f96wl3q2ea8nmws0f', 1795573425333791, 'DeleteImage', '6DC1EA18-806C-41CB-897F-BDFB6D5D2CC1');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 27, 'm-jg524q99tw723x4ecdbg', 1795573425121192, 'CreateImage', '6E47FA2F-8D3F-4E05-ACAE-5845FD80EB9B');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 28, 'm-u7zpaqk55vn6rf5tfe1y', 1795573425125754, 'CreateImage', '4A4399D9-7B52-4ED7-B0F8-3B6AF4842556');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 29, 'm-07o5c848z4gao6513dz8', 1795573425129730, 'CreateImage', '5BBF04D5-B3CE-494A-A00D-1ABC078DB86E');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 30, 'm-u7zpaqk55vn6rf5tfe1y', 1795573425137791, 'DeleteImage', 'FC50B3E3-3A97-4343-8EFA-92BE6F0D64A3');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-n3adhcqjig1975kz3dmx', 'ImportImage', 'Finished', 'm-9a7f96wl3q2ea8nmws0f', 1795573425000580, 1795573425000580, 1795573425011816, 1795573455008299, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-ltpq3v3982oocd450swi', 'ImportImage', 'Finished', 'm-761uo22pkg8r0nkme8kh', 1795573425029805, 1795573425029805, 1795573425055263, 1795573455051723, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-xmaz3o4ozvhwoymln86w', 'ImportImage', 'Finished', 'm-dpa8t1op8d0bize2qrrt', 1795573425066863, 1795573425066863, 1795573425080760, 1795573455077928, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-f6m46dxh717mjabihaj5', 'ImportImage', 'Finished', 'm-2yxqg0h0px7ou9lw4q4f', 1795573425103548, 1795573425103548, 1795573425115979, 1795573455108682, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-beijing', 't-3n2j134lthdor6da0coz', 'CopyImage', 'Finished', 'm-1x6sb50jvzu1l1f901ze', 1795573425209776, 1795573425209776, 1795573425217348, 1795573455214113, NULL, 100, 0, '', 'cn-hangzhou', 'm-9a7f96wl3q2ea8nmws0f', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-23ysfvmwz8bjyr7xqco8', 'ExportImage', 'Finished', 'm-9a7f96wl3q2ea8nmws0f', 1795573425233715, 1795573425233715, 1795573425323476, 1795573455320259, NULL, 100, 0, '', NULL, NULL, 'exported-images', '', 'raw');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-sg36yhicczk4v2grotrg', 'CreateImage', 'Processing', 'm-av2nm2a2brb9lpluqe90', 1795573425445508, 1795573425445508, NULL, 1795573425445508, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-7z45o1ov9vt7yanzp5c2', 'ImportImage', 'Processing', 'm-cc17d84059lberikigb9', 1795573425453235, 1795573425453235, NULL, 1795573425453235, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-cv1798solh2rk3w84onf', 'CopyImage', 'Processing', 'm-mbslinl421on2z3fv2z8', 1795573425461213, 1795573425461213, NULL, 1795573425461213, NULL, 0, 0, '', 'cn-hangzhou', 'm-u7zpaqk55vn6rf5tfe1y', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-gfm0po1pfbmn4y277h2e', 'ImportImage', 'Deleted', 'm-nfel688fn1cmrqc03a6x', 1795573425468885, 1795577025468885, 1795573425480958, 1795573455479956, NULL, 0, 0, 'cancelled', NULL, NULL, NULL, NULL, NULL);
INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-none-0', 0, NULL);
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-golden', 'Stopped', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-others', 'Running', 1234567890123456, 'm-9a7f96wl3q2ea8nmws0f');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-of-the-system', 'Running', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-own', 'Running', 1234567890123456, 'm-9a7f96wl3q2ea8nmws0f');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-orphan', 'Running', 1234567890123456, 'm-761uo22pkg8r0nkme8kh');
INSERT INTO disks VALUES (1234567890123456, 'cn-hangzhou', 'd-golden-system', 'i-golden', 'system', 40);
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1234567890123456, 'i-golden');
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 6543210987654321, 'i-of-the-system');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-761uo22pkg8r0nkme8kh', 1234567890123456, 'i-orphan');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-9a7f96wl3q2ea8nmws0f', 1234567890123456, 'i-own');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-9a7f96wl3q2ea8nmws0f', 6543210987654321, 'i-others');
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-1', '823d58c23b7bf8139281f0b26d8ea26b76b8a5ff89196b98c3f42f2ec458e5ce', '{"ImageId":"m-jg524q99tw723x4ecdbg"}', 1795659825121192);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-2', 'd531feb64a06277d04c3adcc7ff27eaa6d04c4f2fc18ee143e983d5339212e25', '{"ImageId":"m-u7zpaqk55vn6rf5tfe1y"}', 1795659825125754);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-3', 'c066bdb6d48358724cb0a585dc286d8cc997eaa49fb19e7b843963dbb41be5d3', '{"ImageId":"m-07o5c848z4gao6513dz8"}', 1795659825129730);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-1', 1795575224000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-13', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-15', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-16', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-19', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-20', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-21', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-23', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-25', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-26', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-27', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-30', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-31', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-32', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-33', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-34', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-36', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-38', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-4', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-41', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-5', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-51', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-52', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-53', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-54', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-55', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-56', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-57', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-58', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-59', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-60', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-8', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-9', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-2', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-3', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-5', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-6', 1795575225000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-7', 1795575225000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-1', 1795575225000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-2', 1795575225000000);
INSERT INTO throttles VALUES (0, '*', 1000000, 1);
INSERT INTO throttle_counters VALUES (1234567890123456, 'cn-hangzhou', '*', 0, 1);
INSERT INTO users VALUES (1234567890123456, '604182213525521272', 'alice', 'alice', '', '', '', 1795573425335808, 1795573425335808);
INSERT INTO user_groups VALUES (1234567890123456, '404673179644107599', 'readers', '', 1795573425339230, 1795573425339230);
INSERT INTO group_members VALUES (1234567890123456, '404673179644107599', '604182213525521272', 1795573425340610);
INSERT INTO roles VALUES (1234567890123456, '948941938184561972', 'nightly', '', '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}', 3600, 1795573425342181, 1795573425342181);
INSERT INTO policies VALUES (1234567890123456, 'images', '', 1, 1, 1795573425345779, 1795573425345779);
INSERT INTO policy_versions VALUES (1234567890123456, 'images', 1, '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}', 1795573425345779);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Group', '404673179644107599', 'System', 'AliyunECSReadOnlyAccess', 1795573425354050);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Role', '948941938184561972', 'Custom', 'images', 1795573425355561);
INSERT INTO policy_attachments VALUES (1234567890123456, 'User', '604182213525521272', 'Custom', 'images', 1795573425350290);
COMMIT;
