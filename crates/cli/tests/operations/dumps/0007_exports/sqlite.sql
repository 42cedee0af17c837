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
    tags              TEXT   NOT NULL, deletion_protection BIGINT NOT NULL DEFAULT 0,
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
    updated_at_us BIGINT NOT NULL, tags TEXT NOT NULL DEFAULT '{}',
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
    updated_at_us   BIGINT NOT NULL, tags TEXT NOT NULL DEFAULT '{}',
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
CREATE TABLE bin_images (
    account_id          BIGINT NOT NULL,
    region_id           TEXT   NOT NULL,
    image_id            TEXT   NOT NULL,
    restorable_until_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, image_id)
) WITHOUT ROWID;
CREATE INDEX bin_images_by_end ON bin_images (account_id, region_id, restorable_until_us, image_id);
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
CREATE INDEX tasks_exported ON tasks (account_id, region_id, image_id) WHERE action = 'ExportImage' AND status = 'Finished';
INSERT INTO refinery_schema_history VALUES (1, 'catalogue', '2026-11-30T10:10:49.103009121Z', '9232586515633301768');
INSERT INTO refinery_schema_history VALUES (2, 'throttles', '2026-11-30T10:10:49.103018067Z', '16983663704569962023');
INSERT INTO refinery_schema_history VALUES (3, 'access', '2026-11-30T10:10:49.103018928Z', '11617432714827607293');
INSERT INTO refinery_schema_history VALUES (4, 'audit', '2026-11-30T10:10:49.103020097Z', '1977188842761286317');
INSERT INTO refinery_schema_history VALUES (5, 'guards', '2026-11-30T10:10:49.103021014Z', '15851550473062397979');
INSERT INTO refinery_schema_history VALUES (6, 'access_tags', '2026-11-30T10:10:49.10302261Z', '12305520591797620731');
INSERT INTO refinery_schema_history VALUES (7, 'exports', '2026-11-30T10:10:49.103023022Z', '4819712413498846548');
INSERT INTO accounts VALUES (1234567890123456, 1796033449275346, 9);
INSERT INTO accounts VALUES (6543210987654321, 1796033449309403, 0);
INSERT INTO access_keys VALUES (1234567890123456, 'LTAI5tSKGqTANCFiLUbDQKPp', '2f4c6dd4.10d6d518b85bf94c3f78b8779f48ed343f49ba55117e476717ad1c2e26918169a0e2463713bdeac070554d2267b42f55c0ec015471cff15ffb9d', 'Active', 1796033449638528, '652203243745992972', NULL);
INSERT INTO access_keys VALUES (1234567890123456, 'testid', '2f4c6dd4.cc5629160cdea3707bd1afe6e6f30b89f59a53a3fc66ae85cceb3930120f53d29f7d9c4cc718', 'Active', 1796033449275346, NULL, 1796033449651796);
INSERT INTO access_keys VALUES (6543210987654321, 'otherid', '2f4c6dd4.c4d92364c4125623d1f327cbd00688626ded0783c4ab032f9e16f23e6b893d60e1cedad17e5b7e', 'Active', 1796033449309403, NULL, 1796033449512665);
INSERT INTO catalogues VALUES (0, 'cn-hangzhou', 3, 1, 1, 3, 'a2469d5e658314f9d73c22a86b5891b509eff1ea4f9c16f778a50306ebc68402');
INSERT INTO catalogues VALUES (1234567890123456, 'cn-beijing', 5, 1, 0, 1, '1fc87791c44fc609ae9bfb1e7ab5deace42d320b77db502a982c087afa889eb8');
INSERT INTO catalogues VALUES (1234567890123456, 'cn-hangzhou', 69, 10, 3, 39, '8384fa39610fa39c6e2f259693119e25ac3e857805f1187028b0cc56030bc91a');
INSERT INTO images VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1, 1694044800000000, NULL, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'ubuntu_22_04_x64', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Ubuntu', 'Ubuntu  22.04 64位', 'Ubuntu  22.04 64 bit', NULL, NULL, 'v1', NULL, '', 0, 0, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":20}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-fiki8s5cauauau7ms6hb', 3, 1796033449333810, NULL, 'base-1', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 1, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{"tier":"golden"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-unej5drzm6pd636vjlcr', 9, 1796033449380425, 1796033449608377, 'base-2', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 1, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-1ylagruz2w1rxfft6p4z","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-ony8f9n8giroez5izkka', 15, 1796033449418259, NULL, 'base-3', 'base', '', '', 'Deprecated', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o0a8pu1jzm2ggvcb1hte","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-hcvv6c0f8m0y3p20wt1j', 22, 1796033449447635, NULL, 'base', NULL, '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-vapvj97qozecvheuwo52', 27, 1796033449467799, NULL, 'made-1', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 1, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]', '{"tier":"golden","round":"made-1"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-so0w49yp4h4ej9msd9p5', 28, 1796033449472449, NULL, 'made-2', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]', '{"tier":"golden","round":"made-2"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-btqvkh7chuunc5pfx3le', 29, 1796033449474967, 1796033449481356, 'made-3', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]', '{"tier":"golden","round":"made-3"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-beijing', 'm-mlnwebpgh3wmi1fxpnzj', 1, 1796033449539422, NULL, 'copy-1', NULL, '', '', 'Available', '', 100, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-msp4a5akfyoafip5419q"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-grb1z09jyeus9e5r1ikr', 46, 1796033449611408, NULL, 'guarded', NULL, '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc"}]', '{}', 1);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-tyknsyzrzrrrp5p045dd', 47, 1796033449614244, NULL, 'restored', NULL, '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-edp3nrwdd5gdrv1400co', 51, 1796033449627651, 1796033449631585, 'binned', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-0vy4lu7j9jkj6n3tgpby', 54, 1796033449747797, NULL, 'slow', 'slow', '', '', 'Creating', '', 0, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-0e1de6lzskv1e0elwrt5', 57, 1796033449756287, NULL, 'slow-import', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-e03tzbexqo3a9kdyr23f","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-w98oruu1k00osah7cryr', 61, 1796033449764507, NULL, 'slow-copy', NULL, '', '', 'Creating', '', 0, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-82a04zyiv0d64mc33lqv"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-pov36mvrw8riq6rybj0p', 65, 1796033449770589, 1796033449774761, 'cancelled', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-gkznnmdilco747ua50d4","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-beijing', 's-msp4a5akfyoafip5419q', 'm-mlnwebpgh3wmi1fxpnzj');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-82a04zyiv0d64mc33lqv', 'm-w98oruu1k00osah7cryr');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-e03tzbexqo3a9kdyr23f', 'm-0e1de6lzskv1e0elwrt5');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-o0a8pu1jzm2ggvcb1hte', 'm-ony8f9n8giroez5izkka');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-scnvrxdo6dhovd8d7fjc', 'm-fiki8s5cauauau7ms6hb');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-scnvrxdo6dhovd8d7fjc', 'm-grb1z09jyeus9e5r1ikr');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-scnvrxdo6dhovd8d7fjc', 'm-tyknsyzrzrrrp5p045dd');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xzs9zfx5sszcgi0dutuk', 'm-0vy4lu7j9jkj6n3tgpby');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xzs9zfx5sszcgi0dutuk', 'm-hcvv6c0f8m0y3p20wt1j');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xzs9zfx5sszcgi0dutuk', 'm-so0w49yp4h4ej9msd9p5');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xzs9zfx5sszcgi0dutuk', 'm-vapvj97qozecvheuwo52');
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-vapvj97qozecvheuwo52', 'round', 'made-1', 'Available', 1796033449467799, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-so0w49yp4h4ej9msd9p5', 'round', 'made-2', 'Available', 1796033449472449, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-so0w49yp4h4ej9msd9p5', 'tier', 'golden', 'Available', 1796033449472449, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-vapvj97qozecvheuwo52', 'tier', 'golden', 'Available', 1796033449467799, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-fiki8s5cauauau7ms6hb', 'tier', 'golden', 'Available', 1796033449333810, 3);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-base', 'made-by', 'fixtures', 'accomplished', 1796033449309278, 0);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-xzs9zfx5sszcgi0dutuk', 'tier', 'golden', 'accomplished', 1796033449447635, 0);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-1', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-2', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'tier', 'golden', 'Available', 3);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-fiki8s5cauauau7ms6hb', 6543210987654321, 1796033449504189);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-vapvj97qozecvheuwo52', 0, 1796033449509282);
INSERT INTO shared_images VALUES (0, 'cn-hangzhou', 1234567890123456, 'm-vapvj97qozecvheuwo52');
INSERT INTO shared_images VALUES (6543210987654321, 'cn-hangzhou', 1234567890123456, 'm-fiki8s5cauauau7ms6hb');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-base', 1796033449309278, 'accomplished', 'system', 20, NULL, NULL, NULL, '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"made-by":"fixtures"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-scnvrxdo6dhovd8d7fjc', 1796033449333810, 'accomplished', 'system', 1, '1234567890123456/s-scnvrxdo6dhovd8d7fjc-ed4279a34d96', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1ylagruz2w1rxfft6p4z', 1796033449380425, 'accomplished', 'system', 1, '1234567890123456/s-1ylagruz2w1rxfft6p4z-90f6232e1f74', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-o0a8pu1jzm2ggvcb1hte', 1796033449418259, 'accomplished', 'system', 1, '1234567890123456/s-o0a8pu1jzm2ggvcb1hte-f0c294ea455c', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xzs9zfx5sszcgi0dutuk', 1796033449447635, 'accomplished', 'system', 1, '1234567890123456/s-xzs9zfx5sszcgi0dutuk-412b0b8a1263', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"tier":"golden"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-qa13wk3i9v83krvu8p08', 1796033449494610, 'accomplished', 'system', 40, NULL, NULL, NULL, 'of-a-disk', '', NULL, '', 'd-golden-system', NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-beijing', 's-msp4a5akfyoafip5419q', 1796033449539790, 'accomplished', 'system', 1, '1234567890123456/s-msp4a5akfyoafip5419q-6bfec6491435', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-scnvrxdo6dhovd8d7fjc', '1234567890123456/s-scnvrxdo6dhovd8d7fjc-ed4279a34d96', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-e03tzbexqo3a9kdyr23f', 1796033449756287, 'accomplished', 'system', 1, '1234567890123456/s-e03tzbexqo3a9kdyr23f-0a5a7854c034', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-82a04zyiv0d64mc33lqv', 1796033449766900, 'accomplished', 'system', 1, '1234567890123456/s-82a04zyiv0d64mc33lqv-9ec735f41a43', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-xzs9zfx5sszcgi0dutuk', '1234567890123456/s-xzs9zfx5sszcgi0dutuk-412b0b8a1263', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO head_log VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64', 1, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1796033449310580, 'ApplyFixtures', '92D387CD-81DA-4EBB-8098-AEFF2CD9CF1F');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 8, 'm-fiki8s5cauauau7ms6hb', 1796033449375685, 'ModifyImageAttribute', 'F185F8FA-33D4-4379-AED0-86F8C8E7B680');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 14, 'm-unej5drzm6pd636vjlcr', 1796033449415917, 'ModifyImageAttribute', '44DBF6A7-EB97-4616-AE94-15C92099EA11');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 20, 'm-ony8f9n8giroez5izkka', 1796033449438514, 'ModifyImageAttribute', '9A02E474-1A34-4BD8-8247-2C02EB12F435');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 21, 'm-unej5drzm6pd636vjlcr', 1796033449443897, 'ModifyImageAttribute', 'D44B5623-9E83-465C-962C-B304A88ADDCF');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 45, 'm-fiki8s5cauauau7ms6hb', 1796033449608377, 'DeleteImage', 'ACF8C38B-FC1B-4585-9E63-1DE3F3A938A1');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 27, 'm-vapvj97qozecvheuwo52', 1796033449468185, 'CreateImage', '5EE1491B-A694-4E74-9F45-D37742934D87');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 28, 'm-so0w49yp4h4ej9msd9p5', 1796033449472939, 'CreateImage', '8E074FE6-B08E-46E5-9599-22F163EDD398');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 29, 'm-btqvkh7chuunc5pfx3le', 1796033449475315, 'CreateImage', '4AB8CE1A-F56D-488B-854F-FA6619407DB1');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 30, 'm-so0w49yp4h4ej9msd9p5', 1796033449481356, 'DeleteImage', 'BBE4476A-3729-4600-B635-E7E344B0DE41');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 51, 'm-edp3nrwdd5gdrv1400co', 1796033449628172, 'CreateImage', 'C79D60A9-EEDF-493F-B69A-9F405F911D90');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 52, 'm-so0w49yp4h4ej9msd9p5', 1796033449631585, 'DeleteImage', 'B875A6EA-E58A-42A9-B4E8-0731E304578B');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-zhf3yq5j4bmv5gt1p2aw', 'ImportImage', 'Finished', 'm-fiki8s5cauauau7ms6hb', 1796033449333810, 1796033449333810, 1796033449362681, 1796033479358652, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-zkwwlr254pfezeb4qtqh', 'ImportImage', 'Finished', 'm-unej5drzm6pd636vjlcr', 1796033449380425, 1796033449380425, 1796033449394853, 1796033479388689, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-sfqqk2qfbajh87ipcfqc', 'ImportImage', 'Finished', 'm-ony8f9n8giroez5izkka', 1796033449418259, 1796033449418259, 1796033449426344, 1796033479422994, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-0go6cqp9nug5m7keyol4', 'ImportImage', 'Finished', 'm-hcvv6c0f8m0y3p20wt1j', 1796033449447635, 1796033449447635, 1796033449462769, 1796033479453304, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-beijing', 't-50z2zt2t24ez11sx5dbb', 'CopyImage', 'Finished', 'm-mlnwebpgh3wmi1fxpnzj', 1796033449539422, 1796033449539422, 1796033449556797, 1796033479546899, NULL, 100, 0, '', 'cn-hangzhou', 'm-fiki8s5cauauau7ms6hb', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-jjjqbjso333f08rfe3mm', 'ExportImage', 'Finished', 'm-fiki8s5cauauau7ms6hb', 1796033449569280, 1796033449569280, 1796033449600235, 1796033479597346, NULL, 100, 0, '', NULL, NULL, 'exported-images', '', 'raw');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-1mtyu0i1ko93yizps7ss', 'CreateImage', 'Processing', 'm-0vy4lu7j9jkj6n3tgpby', 1796033449747797, 1796033449747797, NULL, 1796033449747797, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-vc1hkuyrsv8uo0cralwo', 'ImportImage', 'Processing', 'm-0e1de6lzskv1e0elwrt5', 1796033449756287, 1796033449756287, NULL, 1796033449756287, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-yzzv20br7plqz8tzmina', 'CopyImage', 'Processing', 'm-w98oruu1k00osah7cryr', 1796033449764507, 1796033449764507, NULL, 1796033449764507, NULL, 0, 0, '', 'cn-hangzhou', 'm-so0w49yp4h4ej9msd9p5', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-3v8smyg4uf7a1exsg9dp', 'ImportImage', 'Deleted', 'm-pov36mvrw8riq6rybj0p', 1796033449770589, 1796037049770589, 1796033449774761, 1796033449770589, NULL, 0, 0, 'cancelled', NULL, NULL, NULL, NULL, NULL);
INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-none-0', 0, NULL);
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-golden', 'Stopped', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-others', 'Running', 1234567890123456, 'm-fiki8s5cauauau7ms6hb');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-of-the-system', 'Running', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-own', 'Running', 1234567890123456, 'm-fiki8s5cauauau7ms6hb');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-orphan', 'Running', 1234567890123456, 'm-unej5drzm6pd636vjlcr');
INSERT INTO disks VALUES (1234567890123456, 'cn-hangzhou', 'd-golden-system', 'i-golden', 'system', 40);
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1234567890123456, 'i-golden');
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 6543210987654321, 'i-of-the-system');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-fiki8s5cauauau7ms6hb', 1234567890123456, 'i-own');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-fiki8s5cauauau7ms6hb', 6543210987654321, 'i-others');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-unej5drzm6pd636vjlcr', 1234567890123456, 'i-orphan');
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-1', '70072a9640cc3a967ad46db874cfd47420b5b28c7da753db65be93303dec9404', '{"ImageId":"m-vapvj97qozecvheuwo52"}', 1796119849467799);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-2', '244cd29f03bf29c59a1b8e793c872fd655d314b5ac91bf3bc3d27c6142a968b2', '{"ImageId":"m-so0w49yp4h4ej9msd9p5"}', 1796119849472449);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-3', 'e6453ea1293015ea144c7d913b52da09de12534ac51cbf8392583e53b1f8b38d', '{"ImageId":"m-btqvkh7chuunc5pfx3le"}', 1796119849474967);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-1', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-12', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-14', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-15', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-18', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-19', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-20', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-22', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-24', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-25', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-26', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-29', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-30', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-31', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-32', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-33', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-35', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-37', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-4', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-41', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-46', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-48', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-49', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-5', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-52', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-53', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-54', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-55', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-57', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-58', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-59', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-60', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-61', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-62', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-63', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-64', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-65', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-66', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-67', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-8', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-9', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-2', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-3', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-5', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-6', 1796035249000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-7', 1796035249000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-1', 1796035249000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-2', 1796035249000000);
INSERT INTO throttles VALUES (0, '*', 1000000, 1);
INSERT INTO throttle_counters VALUES (1234567890123456, 'cn-hangzhou', '*', 0, 1);
INSERT INTO users VALUES (1234567890123456, '652203243745992972', 'alice', '', '', '', '', 1796033449635231, 1796033449635231);
INSERT INTO user_groups VALUES (1234567890123456, '402255433824911520', 'readers', '', 1796033449640844, 1796033449640844);
INSERT INTO group_members VALUES (1234567890123456, '402255433824911520', '652203243745992972', 1796033449642697);
INSERT INTO roles VALUES (1234567890123456, '361049534279341777', 'nightly', '', '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}', 3600, 1796033449644693, 1796033449644693, '{"team":"builders"}');
INSERT INTO policies VALUES (1234567890123456, 'images', '', 1, 1, 1796033449646898, 1796033449646898, '{"team":"builders"}');
INSERT INTO policy_versions VALUES (1234567890123456, 'images', 1, '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}', 1796033449646898);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Group', '402255433824911520', 'System', 'AliyunECSReadOnlyAccess', 1796033449650252);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Role', '361049534279341777', 'Custom', 'images', 1796033449651796);
INSERT INTO policy_attachments VALUES (1234567890123456, 'User', '652203243745992972', 'Custom', 'images', 1796033449648643);
INSERT INTO audit_trails VALUES (0, 3, 'c392f47b8f97d03d27da3617c601f464ab739fe2bcb14b81e86b1bd37e45514b');
INSERT INTO audit_trails VALUES (1234567890123456, 10, '836e47469e7dff7d838a8d62f91643e676e5141f4539d83e5b9f981a6b05d851');
INSERT INTO audit_trails VALUES (6543210987654321, 1, '9029c320a7ea7d5d2e0b1ca6fe6f7abd57745c57b637c5042c7562021a2d48b3');
INSERT INTO audit_events VALUES (1234567890123456, '', 1, 1796033449275346, 'fbe6556e9c98dbd52a85bc9888297be42606f7412f1d2ea528c63ec2919f8931', '{"eventId":"30A9BD3D-3E69-46AC-AACE-4A00A7AAA239","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"PutFirstAccessKey","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"30A9BD3D-3E69-46AC-AACE-4A00A7AAA239","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"AccessKeyId":"testid"}}');
INSERT INTO audit_events VALUES (6543210987654321, '', 1, 1796033449309403, '9029c320a7ea7d5d2e0b1ca6fe6f7abd57745c57b637c5042c7562021a2d48b3', '{"eventId":"AD2BB9B7-984E-4A8D-BD3D-8D7F946CF9B0","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"AD2BB9B7-984E-4A8D-BD3D-8D7F946CF9B0","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 1, 1796033449310580, 'a31376c77971e0c3dec5de486a0b091df14ac26bc62580a06e48bed9f104f939', '{"eventId":"EA67687E-AEF9-48A1-A81F-39EC4756AAC2","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"EA67687E-AEF9-48A1-A81F-39EC4756AAC2","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 1, 1796033449311530, '6688eeaf850198768dca3c0ad689f9c6860bde85b8f860603e08d3cfdb9138b1', '{"eventId":"2DF25216-F7FB-4576-86DB-3686EE823335","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"2DF25216-F7FB-4576-86DB-3686EE823335","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 2, 1796033449312427, '4278035e5ab3af04e39bbb4490694a4e371723c67d55f91e684e4b97fed675ce', '{"eventId":"5CDD8F10-1BC6-4884-9039-B49FA9391614","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"5CDD8F10-1BC6-4884-9039-B49FA9391614","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 2, 1796033449313509, 'ce4928a358600c5d2f4535bb7583efebf73a46414d5c11a4ae89b4d2bb8fd54e', '{"eventId":"395C1974-2BF3-4991-8B91-298E20AEC067","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"395C1974-2BF3-4991-8B91-298E20AEC067","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, '', 1, 1796033449326228, '460f1d49fb60b06d4e4374d0276436c55e316185eb17f4a6cb122f6dbd27556b', '{"eventId":"14E56251-6597-41FA-BA30-7CFA0D1637D3","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ReadMasterKeys","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"14E56251-6597-41FA-BA30-7CFA0D1637D3","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"KeyIds":"2f4c6dd4"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 3, 1796033449333810, '39f9b353cbb072f90750aa90a8cc6ac510beb9b1c36b550fa6209856b8f91a11', '{"eventId":"48BC47B7-B209-44E4-BE0D-368BA3DBED04","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"48BC47B7-B209-44E4-BE0D-368BA3DBED04","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-1","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"responseElements":{"ImageId":"m-fiki8s5cauauau7ms6hb","TaskId":"t-zhf3yq5j4bmv5gt1p2aw","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 4, 1796033449375270, '6e55500ee1778362b62cc0aa2d360977cb526ba75dfd6fc5ff74454e3dcd442c', '{"eventId":"F185F8FA-33D4-4379-AED0-86F8C8E7B680","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F185F8FA-33D4-4379-AED0-86F8C8E7B680","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-fiki8s5cauauau7ms6hb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-4","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 5, 1796033449380425, 'c3c2f803042cdb5d22c497e6b298fcf6f314fe8008263348a8778aa59316a9d4', '{"eventId":"056B554B-3E44-47CC-AF46-7CF5D7A2D060","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"056B554B-3E44-47CC-AF46-7CF5D7A2D060","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-5","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-unej5drzm6pd636vjlcr","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"]},"responseElements":{"ImageId":"m-unej5drzm6pd636vjlcr","TaskId":"t-zkwwlr254pfezeb4qtqh","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 6, 1796033449415414, 'a2e67f9dc57d853c14863b71e69a97520d253c59791976436c2bd993a39b6836', '{"eventId":"44DBF6A7-EB97-4616-AE94-15C92099EA11","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"44DBF6A7-EB97-4616-AE94-15C92099EA11","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-unej5drzm6pd636vjlcr","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-8","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-unej5drzm6pd636vjlcr","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 7, 1796033449418259, '34985829621ea316b64bc7b69aafbd05e74f9ed1838210319ee3a6a7f7b7c523', '{"eventId":"9699A894-F90E-4CE3-BE87-D7E99C89CCBE","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9699A894-F90E-4CE3-BE87-D7E99C89CCBE","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-9","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ony8f9n8giroez5izkka","referencedResources":{"ACS::ECS::Image":["m-ony8f9n8giroez5izkka"]},"responseElements":{"ImageId":"m-ony8f9n8giroez5izkka","TaskId":"t-sfqqk2qfbajh87ipcfqc","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 8, 1796033449438123, 'bc964687e27d6a22ca55606a2e039cb9f7b6fbfe8e6173b474d0d4dcbbc901eb', '{"eventId":"9A02E474-1A34-4BD8-8247-2C02EB12F435","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9A02E474-1A34-4BD8-8247-2C02EB12F435","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-ony8f9n8giroez5izkka","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-12","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ony8f9n8giroez5izkka","referencedResources":{"ACS::ECS::Image":["m-ony8f9n8giroez5izkka"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 9, 1796033449442990, 'fdf2f7db6b85b86d9a0a635f8f53a290f40f310a9a2a9bb1ec970f758385e008', '{"eventId":"D44B5623-9E83-465C-962C-B304A88ADDCF","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D44B5623-9E83-465C-962C-B304A88ADDCF","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageId":"m-ony8f9n8giroez5izkka","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-14","SignatureVersion":"1.0","Status":"Deprecated","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ony8f9n8giroez5izkka","referencedResources":{"ACS::ECS::Image":["m-ony8f9n8giroez5izkka"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 10, 1796033449447635, 'a2e589d51484fff4f60d79db75080a47676c68820c49ebbfd26d795199107866', '{"eventId":"D86294CD-B98B-47CB-BECD-5B459C96C7A9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D86294CD-B98B-47CB-BECD-5B459C96C7A9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-15","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-hcvv6c0f8m0y3p20wt1j","referencedResources":{"ACS::ECS::Image":["m-hcvv6c0f8m0y3p20wt1j"]},"responseElements":{"ImageId":"m-hcvv6c0f8m0y3p20wt1j","TaskId":"t-0go6cqp9nug5m7keyol4","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 11, 1796033449467799, '66459dc777f6e275b1d07fcc243fa004225508a98a7932c509740a3a1979b332', '{"eventId":"5EE1491B-A694-4E74-9F45-D37742934D87","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5EE1491B-A694-4E74-9F45-D37742934D87","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-1","Format":"JSON","ImageFamily":"made","ImageName":"made-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-18","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-1","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-vapvj97qozecvheuwo52","referencedResources":{"ACS::ECS::Image":["m-vapvj97qozecvheuwo52"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-vapvj97qozecvheuwo52"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 12, 1796033449472449, 'e1f44e519484d02ad403698bec365576389191ec9671f5fad93b882628163576', '{"eventId":"8E074FE6-B08E-46E5-9599-22F163EDD398","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8E074FE6-B08E-46E5-9599-22F163EDD398","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-2","Format":"JSON","ImageFamily":"made","ImageName":"made-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-19","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-2","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-so0w49yp4h4ej9msd9p5","referencedResources":{"ACS::ECS::Image":["m-so0w49yp4h4ej9msd9p5"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-so0w49yp4h4ej9msd9p5"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 13, 1796033449474967, '9c45ada3b62d45772e608136446f8b9176bd5e4ef23675206aef82b204d82309', '{"eventId":"4AB8CE1A-F56D-488B-854F-FA6619407DB1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"4AB8CE1A-F56D-488B-854F-FA6619407DB1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-3","Format":"JSON","ImageFamily":"made","ImageName":"made-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-20","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-3","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-btqvkh7chuunc5pfx3le","referencedResources":{"ACS::ECS::Image":["m-btqvkh7chuunc5pfx3le"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-btqvkh7chuunc5pfx3le"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 14, 1796033449480834, 'a957efdbca3aeab40cd7633d6d5f02682ece4335c765810b5c30eb059bbe5896', '{"eventId":"BBE4476A-3729-4600-B635-E7E344B0DE41","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"BBE4476A-3729-4600-B635-E7E344B0DE41","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-btqvkh7chuunc5pfx3le","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-22","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-btqvkh7chuunc5pfx3le","referencedResources":{"ACS::ECS::Image":["m-btqvkh7chuunc5pfx3le"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 15, 1796033449487413, '72b6b51beef7dc90537fb6bcb0e8b41ae7f4df11512cdbe853f572809f09c2f1', '{"eventId":"14A19597-70F7-4028-B4DB-215AB6218D2D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"14A19597-70F7-4028-B4DB-215AB6218D2D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"m-fiki8s5cauauau7ms6hb","ResourceType":"image","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-24","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 16, 1796033449491610, '71baf3c49937af6c096ee64082839487cfcb6256732dd0a67067ab4c66b32b06', '{"eventId":"DF6DD6BE-0321-4BD1-98D3-AEA6074872E9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"DF6DD6BE-0321-4BD1-98D3-AEA6074872E9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"s-xzs9zfx5sszcgi0dutuk","ResourceType":"snapshot","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-25","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-xzs9zfx5sszcgi0dutuk","referencedResources":{"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 17, 1796033449494610, '7b6dbc14d1409259fb5e7ad88da16ad50c5d3d9ce3e97dd66563bddc31c7df29', '{"eventId":"DBE706B9-265E-45C2-ABEF-74FFBB03A86F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateSnapshot","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"DBE706B9-265E-45C2-ABEF-74FFBB03A86F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateSnapshot","DiskId":"d-golden-system","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-26","SignatureVersion":"1.0","SnapshotName":"of-a-disk","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-qa13wk3i9v83krvu8p08","referencedResources":{"ACS::ECS::Disk":["d-golden-system"],"ACS::ECS::Snapshot":["s-qa13wk3i9v83krvu8p08"]},"responseElements":{"SnapshotId":"s-qa13wk3i9v83krvu8p08"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 18, 1796033449503657, '0457e366309faebe6a355ca113d1ea67c52fd4a4079afbf91f9b5ba3c123979f', '{"eventId":"445BCF67-9E35-4A80-B80C-0519207D779D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"445BCF67-9E35-4A80-B80C-0519207D779D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","AddAccount.1":"6543210987654321","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-29","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 19, 1796033449508927, '7893ff0a61d6052918e44b543adad1d4856387428ef97b4e4d1594e2859187b3', '{"eventId":"1CF6A508-134A-48FC-A38C-1B2F6625B06F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"1CF6A508-134A-48FC-A38C-1B2F6625B06F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","Format":"JSON","ImageId":"m-vapvj97qozecvheuwo52","IsPublic":"true","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-30","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-vapvj97qozecvheuwo52","referencedResources":{"ACS::ECS::Image":["m-vapvj97qozecvheuwo52"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 20, 1796033449512665, 'd90c5a03aa642cf9ea2dcf4cac32bcfc3d557737adf07b20249549b5134d037c', '{"eventId":"390AAE22-29CF-416A-B77F-7F26C46B2C5F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"390AAE22-29CF-416A-B77F-7F26C46B2C5F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","InstanceId":"i-others","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-1","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-others","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"],"ACS::ECS::Instance":["i-others"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 3, 1796033449517394, 'a2469d5e658314f9d73c22a86b5891b509eff1ea4f9c16f778a50306ebc68402', '{"eventId":"B86E3B07-19AE-4626-BD5C-557863B0DB58","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B86E3B07-19AE-4626-BD5C-557863B0DB58","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"ubuntu_22_04_x64_20G_alibase_20230907.vhd","InstanceId":"i-of-the-system","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-2","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-of-the-system","referencedResources":{"ACS::ECS::Image":["ubuntu_22_04_x64_20G_alibase_20230907.vhd"],"ACS::ECS::Instance":["i-of-the-system"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 21, 1796033449521483, '01d39944798a4a5b602a3c487a068ad359e6ec36d24d9a13370684bd7cd3c168', '{"eventId":"E459C480-1B70-4267-BA85-462443856F13","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"E459C480-1B70-4267-BA85-462443856F13","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","InstanceId":"i-own","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-31","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-own","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"],"ACS::ECS::Instance":["i-own"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 22, 1796033449526413, '341632b46c473de49e7438cb9d59905372a8053cbd7c0b89af2501245e8003ae', '{"eventId":"A3B37D8E-552B-4132-BC5D-067D252F0A0B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A3B37D8E-552B-4132-BC5D-067D252F0A0B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-32","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"],"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 23, 1796033449528751, '1a45679c42e86060105b165fc6eb270c941ab75dfc5b9d80070a6372b617d1f7', '{"eventId":"8AB978F4-05AA-4D15-B6FE-D953F30CA837","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeregisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8AB978F4-05AA-4D15-B6FE-D953F30CA837","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeregisterImageUsage","Format":"JSON","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-33","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 24, 1796033449534770, '1bc3c3cf237f321dfa1ddd15e659a96164456f495e0a2f5e6ebe094a16cd888a', '{"eventId":"FDCB83D0-D672-4AC9-838C-6DB8E9BA81ED","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FDCB83D0-D672-4AC9-838C-6DB8E9BA81ED","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-unej5drzm6pd636vjlcr","InstanceId":"i-orphan","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-35","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-orphan","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"],"ACS::ECS::Instance":["i-orphan"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-beijing', 1, 1796033449539422, '1fc87791c44fc609ae9bfb1e7ab5deace42d320b77db502a982c087afa889eb8', '{"eventId":"017FF592-5173-49AC-8595-CB2695E7E8C3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-beijing","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"017FF592-5173-49AC-8595-CB2695E7E8C3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"copy-1","DestinationRegionId":"cn-beijing","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-37","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-mlnwebpgh3wmi1fxpnzj,m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-mlnwebpgh3wmi1fxpnzj","m-fiki8s5cauauau7ms6hb"]},"responseElements":{"ImageId":"m-mlnwebpgh3wmi1fxpnzj"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 25, 1796033449569280, 'cb5072742078ee161871f838dd8aaa9b9d20acb46fbd4876fe73073e361b99b5', '{"eventId":"FFC1340D-F6EE-4ABB-BEAC-A279FEA49FB2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ExportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FFC1340D-F6EE-4ABB-BEAC-A279FEA49FB2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ExportImage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","OSSBucket":"exported-images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-41","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"responseElements":{"TaskId":"t-jjjqbjso333f08rfe3mm"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 26, 1796033449607989, 'ee98560719c0e77bdbe646c7db9ef2f7e4da92e9e5c0bc0487118390659b511d', '{"eventId":"ACF8C38B-FC1B-4585-9E63-1DE3F3A938A1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"ACF8C38B-FC1B-4585-9E63-1DE3F3A938A1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Force":"true","Format":"JSON","ImageId":"m-unej5drzm6pd636vjlcr","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-46","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-unej5drzm6pd636vjlcr","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 27, 1796033449611408, '6e33ec9b546daf4e33b4926ea04490906ce017424711ddc38cf75e674a442db5', '{"eventId":"6A9BDAB2-A9DA-4F04-B101-65D0DDE65A0F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"6A9BDAB2-A9DA-4F04-B101-65D0DDE65A0F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"guarded","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-48","SignatureVersion":"1.0","SnapshotId":"s-scnvrxdo6dhovd8d7fjc","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-grb1z09jyeus9e5r1ikr","referencedResources":{"ACS::ECS::Image":["m-grb1z09jyeus9e5r1ikr"],"ACS::ECS::Snapshot":["s-scnvrxdo6dhovd8d7fjc"]},"responseElements":{"ImageId":"m-grb1z09jyeus9e5r1ikr"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 28, 1796033449614244, '80d60edd6b65e7df4dec10b6c9f8e46f3ca484422e08b748c09fb2ac6882576f', '{"eventId":"12C41364-8437-441A-9090-0DC87CD7B0A1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"12C41364-8437-441A-9090-0DC87CD7B0A1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"restored","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-49","SignatureVersion":"1.0","SnapshotId":"s-scnvrxdo6dhovd8d7fjc","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-tyknsyzrzrrrp5p045dd","referencedResources":{"ACS::ECS::Image":["m-tyknsyzrzrrrp5p045dd"],"ACS::ECS::Snapshot":["s-scnvrxdo6dhovd8d7fjc"]},"responseElements":{"ImageId":"m-tyknsyzrzrrrp5p045dd"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 29, 1796033449619818, '8e573fa8618ef8a7ae75e252eac5ac2b1b987c91a1b3d9bc1f912b1e0782496c', '{"eventId":"D5A175C7-3383-432A-87CF-6B77A96824D0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D5A175C7-3383-432A-87CF-6B77A96824D0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","DeletionProtection":"true","Format":"JSON","ImageId":"m-grb1z09jyeus9e5r1ikr","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-52","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-grb1z09jyeus9e5r1ikr","referencedResources":{"ACS::ECS::Image":["m-grb1z09jyeus9e5r1ikr"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 30, 1796033449623285, '9046de535404ea9e4b07d193b1d0c07985a7881974d0ce4803c867e553de2cab', '{"eventId":"F078400F-6DB7-4AAE-96EB-7059F64CF8EC","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F078400F-6DB7-4AAE-96EB-7059F64CF8EC","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-tyknsyzrzrrrp5p045dd","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-53","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-tyknsyzrzrrrp5p045dd","referencedResources":{"ACS::ECS::Image":["m-tyknsyzrzrrrp5p045dd"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 31, 1796033449625568, '8b13783f95bdbb273dccf90a94d7eb1c3c482b587a7aaac122098b461a5fb7e1', '{"eventId":"5508163F-5BEC-44DF-92AD-E11CFDD5D1A0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RestoreImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5508163F-5BEC-44DF-92AD-E11CFDD5D1A0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RestoreImage","Format":"JSON","ImageId":"m-tyknsyzrzrrrp5p045dd","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-54","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-tyknsyzrzrrrp5p045dd","referencedResources":{"ACS::ECS::Image":["m-tyknsyzrzrrrp5p045dd"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 32, 1796033449627651, '1a0f8c0f323ab31e59f06606331e5c67a8baad78d0d2d7b1cbcb472d86ae1e1d', '{"eventId":"C79D60A9-EEDF-493F-B69A-9F405F911D90","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"C79D60A9-EEDF-493F-B69A-9F405F911D90","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"made","ImageName":"binned","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-55","SignatureVersion":"1.0","SnapshotId":"s-scnvrxdo6dhovd8d7fjc","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-edp3nrwdd5gdrv1400co","referencedResources":{"ACS::ECS::Image":["m-edp3nrwdd5gdrv1400co"],"ACS::ECS::Snapshot":["s-scnvrxdo6dhovd8d7fjc"]},"responseElements":{"ImageId":"m-edp3nrwdd5gdrv1400co"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 33, 1796033449631319, 'f61931e21b0a9b4eff9edb289655e0ec90bb27c710a74b9a2fb8ab539dde37cd', '{"eventId":"B875A6EA-E58A-42A9-B4E8-0731E304578B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B875A6EA-E58A-42A9-B4E8-0731E304578B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-edp3nrwdd5gdrv1400co","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-57","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-edp3nrwdd5gdrv1400co","referencedResources":{"ACS::ECS::Image":["m-edp3nrwdd5gdrv1400co"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 34, 1796033449633586, '169649e716fb1641c4c7d3e01ebf00487afc69bc7475d19d44b1fb2bbb365772', '{"eventId":"5BAEA5C8-E2F0-4BFD-A2F9-16B173E4724E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageOwnerGuard","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5BAEA5C8-E2F0-4BFD-A2F9-16B173E4724E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageOwnerGuard","Format":"JSON","Mode":"audit","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-58","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","TrustedOwner.1":"system","TrustedOwner.2":"6543210987654321","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 2, 1796033449635231, '031ba5c621c2219a743cb0af16d3d837dbe780a1202dbf9c26acef47bac18774', '{"eventId":"3751A048-139C-4587-8A1B-3818036BC837","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateUser","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"3751A048-139C-4587-8A1B-3818036BC837","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateUser","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-59","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"652203243745992972,alice","referencedResources":{"ACS::RAM::User":["652203243745992972","alice"]},"responseElements":{"UserId":"652203243745992972"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 3, 1796033449638528, '80cbc24d3e94dd878a64b7582e51567a9e97a290a2e897480d39769f21ee686d', '{"eventId":"F9B29264-F89C-43A7-AF35-1AF69D2F980F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateAccessKey","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"F9B29264-F89C-43A7-AF35-1AF69D2F980F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateAccessKey","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-60","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::AccessKey","resourceName":"LTAI5tSKGqTANCFiLUbDQKPp","referencedResources":{"ACS::RAM::AccessKey":["LTAI5tSKGqTANCFiLUbDQKPp"],"ACS::RAM::User":["alice"]},"responseElements":{"AccessKeyId":"LTAI5tSKGqTANCFiLUbDQKPp"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 4, 1796033449640844, 'cc792d1c1d966bdfb08f109839d7f62ba260ffe9e8a7d74a6ee6aa059d0f1308', '{"eventId":"76542E0F-0C78-4718-84B7-D9A954E24354","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateGroup","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"76542E0F-0C78-4718-84B7-D9A954E24354","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-61","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"402255433824911520,readers","referencedResources":{"ACS::RAM::Group":["402255433824911520","readers"]},"responseElements":{"GroupId":"402255433824911520"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 5, 1796033449642697, 'da7296e16ec776808b9dbc77b02a47636ac4230fcfd6ffdb340031a9bc899aa1', '{"eventId":"E1A257BA-1D50-49CA-935D-60493BCB9D20","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AddUserToGroup","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"E1A257BA-1D50-49CA-935D-60493BCB9D20","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AddUserToGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-62","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 6, 1796033449644693, '007946ebcb3b23bf6895ac56a57aaaeebfe6bf2fc73fb2ea26f7148df071e34a', '{"eventId":"12AAF380-00AC-4341-992B-7A800AAFE66B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateRole","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"12AAF380-00AC-4341-992B-7A800AAFE66B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateRole","AssumeRolePolicyDocument":"{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\",\n        \"Principal\": {\"RAM\": [\"acs:ram::1234567890123456:user/alice\"]}}]}","Format":"JSON","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-63","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"361049534279341777,nightly","referencedResources":{"ACS::RAM::Role":["361049534279341777","nightly"]},"responseElements":{"RoleId":"361049534279341777"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 7, 1796033449646898, '93dfe978f3c62127ddd5f2fe8f05926e2c9645e7e79e03aeafbbb6352e03d9cb', '{"eventId":"D170C130-4028-4D75-9D18-3C8058A2980A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreatePolicy","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"D170C130-4028-4D75-9D18-3C8058A2980A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreatePolicy","Format":"JSON","PolicyDocument":"{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"ecs:*\", \"Resource\": \"*\"}]}","PolicyName":"images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-64","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Policy","resourceName":"images","referencedResources":{"ACS::RAM::Policy":["images"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 8, 1796033449648643, 'f31c5c386530f04902a0f13cbae5cd686672fd103aae5a43cc82eb30588cc5ad', '{"eventId":"3EC6E8DF-3FD2-4ACC-8A16-B9B3D163B684","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToUser","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"3EC6E8DF-3FD2-4ACC-8A16-B9B3D163B684","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToUser","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-65","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"alice","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 9, 1796033449650252, '874ff4af2e7e3e5a5b80b3568ece3a02f919c24343a6246ceaade5343f3c52e5', '{"eventId":"F8DB54A5-0802-4B20-8DEE-C3CAACF29DD3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToGroup","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"F8DB54A5-0802-4B20-8DEE-C3CAACF29DD3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToGroup","Format":"JSON","GroupName":"readers","PolicyName":"AliyunECSReadOnlyAccess","PolicyType":"System","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-66","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::Policy":["AliyunECSReadOnlyAccess"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 10, 1796033449651796, '836e47469e7dff7d838a8d62f91643e676e5141f4539d83e5b9f981a6b05d851', '{"eventId":"102FD882-7726-4250-9F62-82DC8E677C02","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToRole","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"102FD882-7726-4250-9F62-82DC8E677C02","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToRole","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-67","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"nightly","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::Role":["nightly"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (0, '', 2, 1796033449672442, 'eeae3344167bcdb786d5d8a1ce6bce1fbc1dd7f24900ef4329bf76032787a8d6', '{"eventId":"352669D4-0736-4242-9974-E50235EB41AA","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"SetThrottle","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"352669D4-0736-4242-9974-E50235EB41AA","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"Action":"*","Calls":"1000000","Seconds":"1"}}');
INSERT INTO audit_events VALUES (0, '', 3, 1796033449740684, 'c392f47b8f97d03d27da3617c601f464ab739fe2bcb14b81e86b1bd37e45514b', '{"eventId":"EF02C390-938E-4615-BF32-CD9256785BF1","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ReadMasterKeys","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"EF02C390-938E-4615-BF32-CD9256785BF1","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"KeyIds":"2f4c6dd4"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 35, 1796033449747797, 'de3b9a1a6d7433bb3e928832f90f9c61079898896f1b4459f04799850cfe066c', '{"eventId":"D4993A99-F7E7-4658-9F31-8B2B2BDE9713","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D4993A99-F7E7-4658-9F31-8B2B2BDE9713","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"slow","ImageName":"slow","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-2","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-0vy4lu7j9jkj6n3tgpby","referencedResources":{"ACS::ECS::Image":["m-0vy4lu7j9jkj6n3tgpby"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-0vy4lu7j9jkj6n3tgpby"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 36, 1796033449756287, 'a591f4ec1e5038e464132c61ed06268fc0985729cdd978ba61e4360c0a16f2cc', '{"eventId":"AA9B5325-CC6A-42EB-AD84-DB04D5097CDB","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"AA9B5325-CC6A-42EB-AD84-DB04D5097CDB","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"slow-import","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-3","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-0e1de6lzskv1e0elwrt5","referencedResources":{"ACS::ECS::Image":["m-0e1de6lzskv1e0elwrt5"]},"responseElements":{"ImageId":"m-0e1de6lzskv1e0elwrt5","TaskId":"t-vc1hkuyrsv8uo0cralwo","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 37, 1796033449764507, 'b9af2bd4b581f7cddaf55940501ff3ecc273177a7ecda71a91cdccac61b705c8', '{"eventId":"214196AA-4B1A-4E77-A2A3-8DC1AE426282","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"214196AA-4B1A-4E77-A2A3-8DC1AE426282","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"slow-copy","Format":"JSON","ImageId":"m-so0w49yp4h4ej9msd9p5","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-5","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-w98oruu1k00osah7cryr,m-so0w49yp4h4ej9msd9p5","referencedResources":{"ACS::ECS::Image":["m-w98oruu1k00osah7cryr","m-so0w49yp4h4ej9msd9p5"]},"responseElements":{"ImageId":"m-w98oruu1k00osah7cryr"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 38, 1796033449770589, '9a76f4d5e4914b1fc92ab7d45028768c429e2d9b5aa1a170dc1e270551ecf54e', '{"eventId":"4704E5F4-FBD1-48A1-B0DC-13ED117622E3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"4704E5F4-FBD1-48A1-B0DC-13ED117622E3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"cancelled","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-6","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-pov36mvrw8riq6rybj0p","referencedResources":{"ACS::ECS::Image":["m-pov36mvrw8riq6rybj0p"]},"responseElements":{"ImageId":"m-pov36mvrw8riq6rybj0p","TaskId":"t-3v8smyg4uf7a1exsg9dp","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 39, 1796033449774280, '8384fa39610fa39c6e2f259693119e25ac3e857805f1187028b0cc56030bc91a', '{"eventId":"64AAC3D3-2A06-4A14-9080-6467F40D5C95","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CancelTask","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"64AAC3D3-2A06-4A14-9080-6467F40D5C95","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CancelTask","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-7","SignatureVersion":"1.0","TaskId":"t-3v8smyg4uf7a1exsg9dp","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_anchors VALUES (1234567890123456, 'cn-hangzhou', 0, '');
INSERT INTO bin_images VALUES (1234567890123456, 'cn-hangzhou', 'm-btqvkh7chuunc5pfx3le', 2111393449481356);
INSERT INTO bin_images VALUES (1234567890123456, 'cn-hangzhou', 'm-unej5drzm6pd636vjlcr', 2111393449608377);
INSERT INTO bin_images VALUES (1234567890123456, 'cn-hangzhou', 'm-edp3nrwdd5gdrv1400co', 2111393449631585);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1ylagruz2w1rxfft6p4z', 'm-unej5drzm6pd636vjlcr', 2111393449608377);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-scnvrxdo6dhovd8d7fjc', 'm-edp3nrwdd5gdrv1400co', 2111393449631585);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-xzs9zfx5sszcgi0dutuk', 'm-btqvkh7chuunc5pfx3le', 2111393449481356);
INSERT INTO owner_guards VALUES (1234567890123456, 'cn-hangzhou', 'audit', '0,6543210987654321');
COMMIT;
