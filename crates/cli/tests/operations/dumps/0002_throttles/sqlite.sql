BEGIN;
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
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
INSERT INTO refinery_schema_history VALUES (1, 'catalogue', '2026-11-24T22:03:41.967879544Z', '9232586515633301768');
INSERT INTO refinery_schema_history VALUES (2, 'throttles', '2026-11-24T22:03:41.967915657Z', '16983663704569962023');
INSERT INTO accounts VALUES (1234567890123456, 1795557822187044);
INSERT INTO accounts VALUES (6543210987654321, 1795557822290775);
INSERT INTO access_keys VALUES (1234567890123456, 'testid', 'eb8a6f86c8986d33be512f3326382398573ae86ab22020792d1831e3b6b4958c6acf93ba425d', 'Active', 1795557822187044);
INSERT INTO access_keys VALUES (6543210987654321, 'otherid', '38e99b771b8c24ae157b4871d0a4594c202923941ffca15e58df46e79be1ecc8cc69139d4c05e5', 'Active', 1795557822290775);
INSERT INTO catalogues VALUES (0, 'cn-hangzhou', 3, 1, 1);
INSERT INTO catalogues VALUES (1234567890123456, 'cn-beijing', 5, 1, 0);
INSERT INTO catalogues VALUES (1234567890123456, 'cn-hangzhou', 59, 8, 3);
INSERT INTO images VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1, 1694044800000000, NULL, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'ubuntu_22_04_x64', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Ubuntu', 'Ubuntu  22.04 64位', 'Ubuntu  22.04 64 bit', NULL, NULL, 'v1', NULL, '', 0, 0, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":20}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-ymgp1qyh7enwyz3d5ght', 3, 1795557822327650, NULL, 'base-1', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 1, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-hihqsmmqx5hrlaqj50st","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{"tier":"golden"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-1cavqbruc3c7cg9w1tj2', 9, 1795557822378404, 1795557822679634, 'base-2', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 1, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-6acnu5jqwvcjo788vbg0","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-4qb85vy5m0w83r9fui7t', 15, 1795557822430900, NULL, 'base-3', 'base', '', '', 'Deprecated', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-zq7lorxpevpbxdl3ucym","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-f6vd1n5qbb4yyogah6vn', 22, 1795557822473121, NULL, 'base', NULL, '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-b7wgm91650lau2l12dcf', 27, 1795557822489269, NULL, 'made-1', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 1, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]', '{"tier":"golden","round":"made-1"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-5xick49j5o0dnl12x80r', 28, 1795557822491359, NULL, 'made-2', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]', '{"tier":"golden","round":"made-2"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-dwzhowey205sbo817ury', 29, 1795557822493799, 1795557822497129, 'made-3', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]', '{"tier":"golden","round":"made-3"}');
INSERT INTO images VALUES (1234567890123456, 'cn-beijing', 'm-ywif2hp1mf7s18mq0f9e', 1, 1795557822573703, NULL, 'copy-1', NULL, '', '', 'Available', '', 100, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-crdu9plx50c9yd6xd7q0"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-fr4vzkkossumyfi43726', 46, 1795557822855368, NULL, 'slow', 'slow', '', '', 'Creating', '', 0, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-r8qbhv1wqa8vtawqkfip', 48, 1795557822858204, NULL, 'slow-import', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-ihfskcy32636lctqwmyw","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-f05q01tg2itvzkzokq7w', 50, 1795557822866066, NULL, 'slow-copy', NULL, '', '', 'Creating', '', 0, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-zah478qk6m4o0lejievv"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-0jijx918ezlyvscfeb63', 52, 1795557822873754, 1795557822945825, 'cancelled', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8fsbibkojxpbg5b58k7r","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-beijing', 's-crdu9plx50c9yd6xd7q0', 'm-ywif2hp1mf7s18mq0f9e');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-edzs4is1ox17scrv8iom', 'm-5xick49j5o0dnl12x80r');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-edzs4is1ox17scrv8iom', 'm-b7wgm91650lau2l12dcf');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-edzs4is1ox17scrv8iom', 'm-f6vd1n5qbb4yyogah6vn');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-edzs4is1ox17scrv8iom', 'm-fr4vzkkossumyfi43726');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-hihqsmmqx5hrlaqj50st', 'm-ymgp1qyh7enwyz3d5ght');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-ihfskcy32636lctqwmyw', 'm-r8qbhv1wqa8vtawqkfip');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-zah478qk6m4o0lejievv', 'm-f05q01tg2itvzkzokq7w');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-zq7lorxpevpbxdl3ucym', 'm-4qb85vy5m0w83r9fui7t');
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-b7wgm91650lau2l12dcf', 'round', 'made-1', 'Available', 1795557822489269, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-5xick49j5o0dnl12x80r', 'round', 'made-2', 'Available', 1795557822491359, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-5xick49j5o0dnl12x80r', 'tier', 'golden', 'Available', 1795557822491359, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-b7wgm91650lau2l12dcf', 'tier', 'golden', 'Available', 1795557822489269, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-ymgp1qyh7enwyz3d5ght', 'tier', 'golden', 'Available', 1795557822327650, 3);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-base', 'made-by', 'fixtures', 'accomplished', 1795557822290603, 0);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-edzs4is1ox17scrv8iom', 'tier', 'golden', 'accomplished', 1795557822473121, 0);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-1', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-2', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'tier', 'golden', 'Available', 3);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-b7wgm91650lau2l12dcf', 0, 1795557822532627);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-ymgp1qyh7enwyz3d5ght', 6543210987654321, 1795557822520624);
INSERT INTO shared_images VALUES (0, 'cn-hangzhou', 1234567890123456, 'm-b7wgm91650lau2l12dcf');
INSERT INTO shared_images VALUES (6543210987654321, 'cn-hangzhou', 1234567890123456, 'm-ymgp1qyh7enwyz3d5ght');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-base', 1795557822290603, 'accomplished', 'system', 20, NULL, NULL, NULL, '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"made-by":"fixtures"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-hihqsmmqx5hrlaqj50st', 1795557822327650, 'accomplished', 'system', 1, '1234567890123456/s-hihqsmmqx5hrlaqj50st-b5bcef44c99a', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-6acnu5jqwvcjo788vbg0', 1795557822378404, 'accomplished', 'system', 1, '1234567890123456/s-6acnu5jqwvcjo788vbg0-b8fd1bcd39bf', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-zq7lorxpevpbxdl3ucym', 1795557822430900, 'accomplished', 'system', 1, '1234567890123456/s-zq7lorxpevpbxdl3ucym-eb67c1168b0f', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-edzs4is1ox17scrv8iom', 1795557822473121, 'accomplished', 'system', 1, '1234567890123456/s-edzs4is1ox17scrv8iom-1e8d956c5461', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"tier":"golden"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-2izms5j56nkkpy24pv7i', 1795557822513720, 'accomplished', 'system', 40, NULL, NULL, NULL, 'of-a-disk', '', NULL, '', 'd-golden-system', NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-beijing', 's-crdu9plx50c9yd6xd7q0', 1795557822573703, 'accomplished', 'system', 1, '1234567890123456/s-crdu9plx50c9yd6xd7q0-7a4ea55ed7c7', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-hihqsmmqx5hrlaqj50st', '1234567890123456/s-hihqsmmqx5hrlaqj50st-b5bcef44c99a', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-ihfskcy32636lctqwmyw', 1795557822858204, 'accomplished', 'system', 1, '1234567890123456/s-ihfskcy32636lctqwmyw-b6efb88dcf9c', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-zah478qk6m4o0lejievv', 1795557822866066, 'progressing', 'system', 1, NULL, NULL, NULL, '', '', NULL, '', NULL, 'cn-hangzhou', 's-edzs4is1ox17scrv8iom', '1234567890123456/s-edzs4is1ox17scrv8iom-1e8d956c5461', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO head_log VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64', 1, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1795557822292253, 'ApplyFixtures', '33ADA430-6042-4AB5-88B9-9564341C93E8');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 8, 'm-ymgp1qyh7enwyz3d5ght', 1795557822373796, 'ModifyImageAttribute', '3323897D-356A-4D77-A896-56A017DA4AA6');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 14, 'm-1cavqbruc3c7cg9w1tj2', 1795557822421993, 'ModifyImageAttribute', '11ECC0AA-893D-4CF3-843F-D3594A6A7742');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 20, 'm-4qb85vy5m0w83r9fui7t', 1795557822467385, 'ModifyImageAttribute', 'ADF6CE4F-5D17-4A57-B262-2164F7734CBF');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 21, 'm-1cavqbruc3c7cg9w1tj2', 1795557822470879, 'ModifyImageAttribute', 'AF706E48-3773-4BB7-AEC7-93346D21E74B');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 45, 'm-ymgp1qyh7enwyz3d5ght', 1795557822679634, 'DeleteImage', '9525313B-C8DA-4033-81F5-CFB92F5DF8B3');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 27, 'm-b7wgm91650lau2l12dcf', 1795557822489269, 'CreateImage', 'C4DD8699-7682-42F4-B73B-B97F7E3F528F');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 28, 'm-5xick49j5o0dnl12x80r', 1795557822491359, 'CreateImage', 'A7C831B9-584A-41B8-AC77-54FAC9663B50');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 29, 'm-dwzhowey205sbo817ury', 1795557822493799, 'CreateImage', 'B95D4784-2DCB-4514-9D97-7315274C1BB0');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 30, 'm-5xick49j5o0dnl12x80r', 1795557822497129, 'DeleteImage', 'D9EC8719-8801-42BF-B74B-7A19CCEDDA53');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-nktky8yzshjgh3johkts', 'ImportImage', 'Finished', 'm-ymgp1qyh7enwyz3d5ght', 1795557822327650, 1795557822327650, 1795557822369173, 1795557852365696, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-yqz3aid1o86u9ovgg05h', 'ImportImage', 'Finished', 'm-1cavqbruc3c7cg9w1tj2', 1795557822378404, 1795557822378404, 1795557822400459, 1795557852397826, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-w8usag6ebf5bikjyoy8g', 'ImportImage', 'Finished', 'm-4qb85vy5m0w83r9fui7t', 1795557822430900, 1795557822430900, 1795557822459869, 1795557852448792, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-v5hs8in5nri6qnpheoxh', 'ImportImage', 'Finished', 'm-f6vd1n5qbb4yyogah6vn', 1795557822473121, 1795557822473121, 1795557822486454, 1795557852481185, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-beijing', 't-jy9v7645appj4j6ghc0q', 'CopyImage', 'Finished', 'm-ywif2hp1mf7s18mq0f9e', 1795557822573703, 1795557822573703, 1795557822591617, 1795557852580009, NULL, 100, 0, '', 'cn-hangzhou', 'm-ymgp1qyh7enwyz3d5ght', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-ouhg0o5szh8qe2iwlhov', 'ExportImage', 'Finished', 'm-ymgp1qyh7enwyz3d5ght', 1795557822615038, 1795557822615038, 1795557822664106, 1795557852646625, NULL, 100, 0, '', NULL, NULL, 'exported-images', '', 'raw');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-zjl7rhzztmlt80tz2rmi', 'CreateImage', 'Processing', 'm-fr4vzkkossumyfi43726', 1795557822855368, 1795557822855368, NULL, 1795557822855368, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-1ee7dvu0hb6zktxs7bvt', 'ImportImage', 'Processing', 'm-r8qbhv1wqa8vtawqkfip', 1795557822858204, 1795557822858204, NULL, 1795557822858204, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-1s7kvgrxj2hjfz4e3fpd', 'CopyImage', 'Processing', 'm-f05q01tg2itvzkzokq7w', 1795557822866066, 1795557822866066, NULL, 1795557822866066, NULL, 0, 0, '', 'cn-hangzhou', 'm-5xick49j5o0dnl12x80r', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-xzyph9n22doh40ldxxv5', 'ImportImage', 'Deleted', 'm-0jijx918ezlyvscfeb63', 1795557822873754, 1795561422873754, 1795557822945825, 1795557852941946, NULL, 0, 0, 'cancelled', NULL, NULL, NULL, NULL, NULL);
INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-none-0', 0, NULL);
INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-zah478qk6m4o0lejievv-b6efb88dcf9c', 1795557852942685, 't-1s7kvgrxj2hjfz4e3fpd');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-golden', 'Stopped', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-others', 'Running', 1234567890123456, 'm-ymgp1qyh7enwyz3d5ght');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-of-the-system', 'Running', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-own', 'Running', 1234567890123456, 'm-ymgp1qyh7enwyz3d5ght');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-orphan', 'Running', 1234567890123456, 'm-1cavqbruc3c7cg9w1tj2');
INSERT INTO disks VALUES (1234567890123456, 'cn-hangzhou', 'd-golden-system', 'i-golden', 'system', 40);
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1234567890123456, 'i-golden');
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 6543210987654321, 'i-of-the-system');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-1cavqbruc3c7cg9w1tj2', 1234567890123456, 'i-orphan');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-ymgp1qyh7enwyz3d5ght', 1234567890123456, 'i-own');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-ymgp1qyh7enwyz3d5ght', 6543210987654321, 'i-others');
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-1', '062e7eb93273f5c8b7ae94a2fde9ea2770cb1a1d8cd7ed826822940177c88767', '{"ImageId":"m-b7wgm91650lau2l12dcf"}', 1795644222489269);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-2', 'd91bd7ee5e8dae9900e255e1a43be79f3e30ffff3ad0a89d85574b130e164214', '{"ImageId":"m-5xick49j5o0dnl12x80r"}', 1795644222491359);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-3', 'e19616acc3c275cc3b47f598d4f631ed5a169af69bce3b5280bfcfcf36c27ca9', '{"ImageId":"m-dwzhowey205sbo817ury"}', 1795644222493799);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-1', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-10', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-11', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-15', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-17', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-18', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-21', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-22', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-23', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-25', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-27', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-28', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-29', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-32', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-33', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-34', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-35', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-36', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-38', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-40', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-44', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-5', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-51', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-6', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-2', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-3', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-5', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-6', 1795559622000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-7', 1795559622000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-1', 1795559622000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-2', 1795559622000000);
INSERT INTO throttles VALUES (0, '*', 1000000, 1);
INSERT INTO throttle_counters VALUES (1234567890123456, 'cn-hangzhou', '*', 0, 1);
COMMIT;
