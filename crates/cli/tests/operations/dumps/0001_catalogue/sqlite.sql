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
INSERT INTO refinery_schema_history VALUES (1, 'catalogue', '2026-11-24T21:32:17.361694977Z', '9232586515633301768');
INSERT INTO accounts VALUES (1234567890123456, 1795555937377196);
INSERT INTO accounts VALUES (6543210987654321, 1795555937474362);
INSERT INTO access_keys VALUES (1234567890123456, 'testid', '959def3571ff51b911a93e3a1c5b0d7766b397477030e74782c467b00e46cd332172397ff894', 'Active', 1795555937377196);
INSERT INTO access_keys VALUES (6543210987654321, 'otherid', 'a87c6fc9c5ec604e57766410bcdc19a597c68f05ad91533270e88458a1e8c2bd8bf193fd58bf03', 'Active', 1795555937474362);
INSERT INTO catalogues VALUES (0, 'cn-hangzhou', 3, 1, 1);
INSERT INTO catalogues VALUES (1234567890123456, 'cn-beijing', 5, 1, 0);
INSERT INTO catalogues VALUES (1234567890123456, 'cn-hangzhou', 63, 8, 3);
INSERT INTO images VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1, 1694044800000000, NULL, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'ubuntu_22_04_x64', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Ubuntu', 'Ubuntu  22.04 64位', 'Ubuntu  22.04 64 bit', NULL, NULL, 'v1', NULL, '', 0, 0, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":20}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-h5ois8m4ecolxvtaz00q', 3, 1795555937502379, NULL, 'base-1', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 1, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-hol45x60i7g6a6nipuhr","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{"tier":"golden"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-bymrde90did8dy0ml5zb', 9, 1795555937540921, 1795555937837086, 'base-2', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 1, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-89178or42ubz2gki7ozn","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-gvvimwwuqys0khtq9e20', 15, 1795555937579509, NULL, 'base-3', 'base', '', '', 'Deprecated', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-bv5bj4rlt1c7l6gy99bg","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-97dftcn63uabtfwwp2ue', 22, 1795555937613723, NULL, 'base', NULL, '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-aek1kyv0aamupltuu2vi', 27, 1795555937658098, NULL, 'made-1', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 1, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]', '{"tier":"golden","round":"made-1"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-zdq9lmikanqyjwmpmtsb', 28, 1795555937661048, NULL, 'made-2', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]', '{"tier":"golden","round":"made-2"}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-xs3i5kerjczacx0immov', 29, 1795555937662703, 1795555937665878, 'made-3', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]', '{"tier":"golden","round":"made-3"}');
INSERT INTO images VALUES (1234567890123456, 'cn-beijing', 'm-lvn6d1ufkyntmue6r6vc', 1, 1795555937763960, NULL, 'copy-1', NULL, '', '', 'Available', '', 100, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-x1lb1gqljusiskhshdg8"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-5h5lgzqhtv78xfzz56z4', 46, 1795555937951429, NULL, 'slow', 'slow', '', '', 'Creating', '', 0, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o2az0k94kihw92bhehy3"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-sg8aob05rctl78h0cbyj', 47, 1795555937953504, NULL, 'slow-import', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-4cwqufr4k7n1p3qoypa2","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-6w0u9y2ef69ghlual9yu', 51, 1795555937965716, NULL, 'slow-copy', NULL, '', '', 'Creating', '', 0, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-2ro1dijj4s233lbebyyx"}]', '{}');
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-v195cnp6emn24d42ozkl', 55, 1795555937973626, 1795555937979925, 'cancelled', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-0nt9yeg3o9bqnbs79on7","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-beijing', 's-x1lb1gqljusiskhshdg8', 'm-lvn6d1ufkyntmue6r6vc');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-2ro1dijj4s233lbebyyx', 'm-6w0u9y2ef69ghlual9yu');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-4cwqufr4k7n1p3qoypa2', 'm-sg8aob05rctl78h0cbyj');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-bv5bj4rlt1c7l6gy99bg', 'm-gvvimwwuqys0khtq9e20');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-hol45x60i7g6a6nipuhr', 'm-h5ois8m4ecolxvtaz00q');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-o2az0k94kihw92bhehy3', 'm-5h5lgzqhtv78xfzz56z4');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-o2az0k94kihw92bhehy3', 'm-97dftcn63uabtfwwp2ue');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-o2az0k94kihw92bhehy3', 'm-aek1kyv0aamupltuu2vi');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-o2az0k94kihw92bhehy3', 'm-zdq9lmikanqyjwmpmtsb');
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-aek1kyv0aamupltuu2vi', 'round', 'made-1', 'Available', 1795555937658098, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-zdq9lmikanqyjwmpmtsb', 'round', 'made-2', 'Available', 1795555937661048, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-zdq9lmikanqyjwmpmtsb', 'tier', 'golden', 'Available', 1795555937661048, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-aek1kyv0aamupltuu2vi', 'tier', 'golden', 'Available', 1795555937658098, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-h5ois8m4ecolxvtaz00q', 'tier', 'golden', 'Available', 1795555937502379, 3);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-base', 'made-by', 'fixtures', 'accomplished', 1795555937474226, 0);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-o2az0k94kihw92bhehy3', 'tier', 'golden', 'accomplished', 1795555937613723, 0);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-1', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-2', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'tier', 'golden', 'Available', 3);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-aek1kyv0aamupltuu2vi', 0, 1795555937721765);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-h5ois8m4ecolxvtaz00q', 6543210987654321, 1795555937713750);
INSERT INTO shared_images VALUES (0, 'cn-hangzhou', 1234567890123456, 'm-aek1kyv0aamupltuu2vi');
INSERT INTO shared_images VALUES (6543210987654321, 'cn-hangzhou', 1234567890123456, 'm-h5ois8m4ecolxvtaz00q');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-base', 1795555937474226, 'accomplished', 'system', 20, NULL, NULL, NULL, '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"made-by":"fixtures"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-hol45x60i7g6a6nipuhr', 1795555937502379, 'accomplished', 'system', 1, '1234567890123456/s-hol45x60i7g6a6nipuhr-8bdae303', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-89178or42ubz2gki7ozn', 1795555937540921, 'accomplished', 'system', 1, '1234567890123456/s-89178or42ubz2gki7ozn-8bdae303', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-bv5bj4rlt1c7l6gy99bg', 1795555937579509, 'accomplished', 'system', 1, '1234567890123456/s-bv5bj4rlt1c7l6gy99bg-8bdae303', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-o2az0k94kihw92bhehy3', 1795555937613723, 'accomplished', 'system', 1, '1234567890123456/s-o2az0k94kihw92bhehy3-8bdae303', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"tier":"golden"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-0ern6u8cywtswz737zow', 1795555937694000, 'accomplished', 'system', 40, NULL, NULL, NULL, 'of-a-disk', '', NULL, '', 'd-golden-system', NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-beijing', 's-x1lb1gqljusiskhshdg8', 1795555937763960, 'accomplished', 'system', 1, '1234567890123456/s-x1lb1gqljusiskhshdg8-8bdae303', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-hol45x60i7g6a6nipuhr', '1234567890123456/s-hol45x60i7g6a6nipuhr-8bdae303', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-4cwqufr4k7n1p3qoypa2', 1795555937953504, 'accomplished', 'system', 1, '1234567890123456/s-4cwqufr4k7n1p3qoypa2-9bfc9418', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-2ro1dijj4s233lbebyyx', 1795555937965716, 'accomplished', 'system', 1, '1234567890123456/s-2ro1dijj4s233lbebyyx-9bfc9418', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-o2az0k94kihw92bhehy3', '1234567890123456/s-o2az0k94kihw92bhehy3-8bdae303', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO head_log VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64', 1, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1795555937475226, 'ApplyFixtures', '05F42883-0B4E-4076-982E-9A34145EA62C');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 8, 'm-h5ois8m4ecolxvtaz00q', 1795555937539439, 'ModifyImageAttribute', 'B1F4CD64-B2C5-44AD-8656-02F8EF8DEB21');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 14, 'm-bymrde90did8dy0ml5zb', 1795555937577709, 'ModifyImageAttribute', 'D78B41F2-2627-4601-98CB-3CEA878AB2A3');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 20, 'm-gvvimwwuqys0khtq9e20', 1795555937607390, 'ModifyImageAttribute', '0899817B-7F00-4914-ABEA-765A5F8CF547');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 21, 'm-bymrde90did8dy0ml5zb', 1795555937609805, 'ModifyImageAttribute', 'E7B9E421-264D-433B-B6A7-71AEB3AE53BF');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 45, 'm-h5ois8m4ecolxvtaz00q', 1795555937837086, 'DeleteImage', '326E68BD-24ED-4BEB-93AA-0F48AA1FF64F');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 27, 'm-aek1kyv0aamupltuu2vi', 1795555937658098, 'CreateImage', '920D779E-6084-417F-962D-B2762CBE21D7');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 28, 'm-zdq9lmikanqyjwmpmtsb', 1795555937661048, 'CreateImage', 'AFA76876-CCA2-4535-934D-F4BEBDA9F91E');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 29, 'm-xs3i5kerjczacx0immov', 1795555937662703, 'CreateImage', 'EB9B053E-D10F-4003-8BE6-C2E8FDBF2842');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 30, 'm-zdq9lmikanqyjwmpmtsb', 1795555937665878, 'DeleteImage', '25A2A5F4-9D7F-4662-965A-B85AE65DADE5');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-mhq82ncj6z7v6y761ibl', 'ImportImage', 'Finished', 'm-h5ois8m4ecolxvtaz00q', 1795555937502379, 1795555937502379, 1795555937523683, 1795555967514483, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-zfa4xv03ctk6g4vwargj', 'ImportImage', 'Finished', 'm-bymrde90did8dy0ml5zb', 1795555937540921, 1795555937540921, 1795555937561946, 1795555967545590, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-12jxrgk4qn5igen0rg3v', 'ImportImage', 'Finished', 'm-gvvimwwuqys0khtq9e20', 1795555937579509, 1795555937579509, 1795555937592034, 1795555967583766, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-9qxa07ddoz4y8eu4vy3e', 'ImportImage', 'Finished', 'm-97dftcn63uabtfwwp2ue', 1795555937613723, 1795555937613723, 1795555937638839, 1795555967626197, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-beijing', 't-r4de4k5grlpe5bbcv3hc', 'CopyImage', 'Finished', 'm-lvn6d1ufkyntmue6r6vc', 1795555937763960, 1795555937763960, 1795555937777568, 1795555967767303, NULL, 100, 0, '', 'cn-hangzhou', 'm-h5ois8m4ecolxvtaz00q', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-99o3qsqbo1dlp1zlu4yk', 'ExportImage', 'Finished', 'm-h5ois8m4ecolxvtaz00q', 1795555937785711, 1795555937785711, 1795555937810290, 1795555967805637, NULL, 100, 0, '', NULL, NULL, 'exported-images', '', 'raw');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-mtx4tf6e9jfms576478o', 'CreateImage', 'Processing', 'm-5h5lgzqhtv78xfzz56z4', 1795555937951429, 1795555937951429, NULL, 1795555937951429, '9BFC9418-D4C0-41F7-9EC6-2BC3BE317FFF-15579DC9-1F7B-4DCA-89C1-2D2C60B477AA', 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-nek44861mog9q45wtfi3', 'ImportImage', 'Processing', 'm-sg8aob05rctl78h0cbyj', 1795555937953504, 1795555937953504, NULL, 1795555937953504, '9BFC9418-D4C0-41F7-9EC6-2BC3BE317FFF-40E5CFA6-C774-4BAE-838E-8498AFF55CC0', 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-i1dnyecznoun3s3tj6ym', 'CopyImage', 'Processing', 'm-6w0u9y2ef69ghlual9yu', 1795555937965716, 1795555937965716, NULL, 1795555937965716, '9BFC9418-D4C0-41F7-9EC6-2BC3BE317FFF-759AC3D0-5F14-4711-8EF4-57F7AB6CB238', 0, 0, '', 'cn-hangzhou', 'm-zdq9lmikanqyjwmpmtsb', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-aggrvewo0a9f1ehdpuo7', 'ImportImage', 'Deleted', 'm-v195cnp6emn24d42ozkl', 1795555937973626, 1795559537973626, 1795555937979925, 1795555967979488, NULL, 0, 0, 'cancelled', NULL, NULL, NULL, NULL, NULL);
INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-none-0', 0, NULL);
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-golden', 'Stopped', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-others', 'Running', 1234567890123456, 'm-h5ois8m4ecolxvtaz00q');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-of-the-system', 'Running', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-own', 'Running', 1234567890123456, 'm-h5ois8m4ecolxvtaz00q');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-orphan', 'Running', 1234567890123456, 'm-bymrde90did8dy0ml5zb');
INSERT INTO disks VALUES (1234567890123456, 'cn-hangzhou', 'd-golden-system', 'i-golden', 'system', 40);
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1234567890123456, 'i-golden');
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 6543210987654321, 'i-of-the-system');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-bymrde90did8dy0ml5zb', 1234567890123456, 'i-orphan');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-h5ois8m4ecolxvtaz00q', 1234567890123456, 'i-own');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-h5ois8m4ecolxvtaz00q', 6543210987654321, 'i-others');
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-1', 'e2fee5ded051b2e0d9d41fcad7b8d3bb1b81f98fcc6cb6ec783913fe05a27cb1', '{"ImageId":"m-aek1kyv0aamupltuu2vi"}', 1795642337658098);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-2', 'a936f975092701726cab8bc2ebaf1f6f498cd7405d466c1dee2ee61997dde125', '{"ImageId":"m-zdq9lmikanqyjwmpmtsb"}', 1795642337661048);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-3', '284d765b53a1e41064bb32b2fcca171cf3cebcfc329baa237c38be164b4d84d1', '{"ImageId":"m-xs3i5kerjczacx0immov"}', 1795642337662703);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-1', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-10', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-11', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-14', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-16', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-17', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-22', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-23', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-24', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-26', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-28', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-29', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-30', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-33', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-34', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-35', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-36', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-37', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-39', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-41', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-44', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-49', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-5', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-6', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-2', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-3', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-5', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-6', 1795557737000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-7', 1795557737000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-1', 1795557737000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-2', 1795557737000000);
COMMIT;
