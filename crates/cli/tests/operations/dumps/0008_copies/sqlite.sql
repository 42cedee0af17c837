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
CREATE INDEX snapshots_to_be_copied ON snapshots (copied_region_id, copied_path) WHERE status = 'progressing';
INSERT INTO refinery_schema_history VALUES (1, 'catalogue', '2026-11-30T16:20:38.073692082Z', '9232586515633301768');
INSERT INTO refinery_schema_history VALUES (2, 'throttles', '2026-11-30T16:20:38.073701168Z', '16983663704569962023');
INSERT INTO refinery_schema_history VALUES (3, 'access', '2026-11-30T16:20:38.073702654Z', '11617432714827607293');
INSERT INTO refinery_schema_history VALUES (4, 'audit', '2026-11-30T16:20:38.07370447Z', '1977188842761286317');
INSERT INTO refinery_schema_history VALUES (5, 'guards', '2026-11-30T16:20:38.073705569Z', '15851550473062397979');
INSERT INTO refinery_schema_history VALUES (6, 'access_tags', '2026-11-30T16:20:38.073708099Z', '12305520591797620731');
INSERT INTO refinery_schema_history VALUES (7, 'exports', '2026-11-30T16:20:38.073713849Z', '4819712413498846548');
INSERT INTO refinery_schema_history VALUES (8, 'copies', '2026-11-30T16:20:38.07371568Z', '13085858968462940207');
INSERT INTO accounts VALUES (1234567890123456, 1796055638363163, 9);
INSERT INTO accounts VALUES (6543210987654321, 1796055638412935, 0);
INSERT INTO access_keys VALUES (1234567890123456, 'LTAI5t6VqN93WfC5QFCYM5jl', '2f4c6dd4.591d616108fcd7ab342e9a3de10baf2568572d0fc308896246c3367218a94448b58b0dcb52819054d1491e17c88cfac48787758c0eea6532209d', 'Active', 1796055638731419, '680905105035257233', NULL);
INSERT INTO access_keys VALUES (1234567890123456, 'testid', '2f4c6dd4.22aa6005f10cdf3c2a4b8ad5f050b854c44643823fbe11754ed4dc9413ba725882c7edcc6e78', 'Active', 1796055638363163, NULL, 1796055638447890);
INSERT INTO access_keys VALUES (6543210987654321, 'otherid', '2f4c6dd4.daf1942242a22f655c8669ab9bc49e33ab5e4f9032c9d15413d422613c9adc981c427b76506f31', 'Active', 1796055638412935, NULL, 1796055638595856);
INSERT INTO catalogues VALUES (0, 'cn-hangzhou', 3, 1, 1, 3, '945392e1c9631ce649071a80dec886515d0f982da6b22da745b9f6e28a6a7022');
INSERT INTO catalogues VALUES (1234567890123456, 'cn-beijing', 5, 1, 0, 1, 'a9d000209347d94a61345df140eb637447091400715b2b1725338cbb46fc0050');
INSERT INTO catalogues VALUES (1234567890123456, 'cn-hangzhou', 72, 10, 3, 39, '3c212b592819dfdcd9792ca84a07cdfc9fcfac3d0407cf5f34f72c4a52ac4b0d');
INSERT INTO images VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1, 1694044800000000, NULL, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'ubuntu_22_04_x64', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Ubuntu', 'Ubuntu  22.04 64位', 'Ubuntu  22.04 64 bit', NULL, NULL, 'v1', NULL, '', 0, 0, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":20}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-m7pi0wupuuq1fl9ppqd4', 3, 1796055638447890, NULL, 'base-1', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 1, 2, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8ldjonizpyvy4kfgiw9a","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{"tier":"golden"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-crduzvga98owlnglstj7', 9, 1796055638478006, 1796055638686082, 'base-2', 'base', '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 1, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-ct5wu28toff8acmpyln9","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-y645641lfkajvu85188g', 15, 1796055638502891, NULL, 'base-3', 'base', '', '', 'Deprecated', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-g5qrbvxv81f196h6dmlk","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-hpn3nlny1x8dx99nqzjn', 22, 1796055638538066, NULL, 'base', NULL, '', '', 'Available', '', 100, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-n3kjf96c464rmzmap6v7","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-7g6lgxvaukxtzupp5dxo', 27, 1796055638559679, NULL, 'made-1', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 1, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-n3kjf96c464rmzmap6v7"}]', '{"tier":"golden","round":"made-1"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-b00qs11px1ug5it9bjd9', 28, 1796055638562363, NULL, 'made-2', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-n3kjf96c464rmzmap6v7"}]', '{"tier":"golden","round":"made-2"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-dx7hk71zjxms748dsp7t', 29, 1796055638564948, 1796055638568809, 'made-3', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-n3kjf96c464rmzmap6v7"}]', '{"tier":"golden","round":"made-3"}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-beijing', 'm-11ikhai1jegetalo3iuk', 1, 1796055638623847, NULL, 'copy-1', NULL, '', '', 'Available', '', 100, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-23colwsqevguddt5c2sj"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-bafyzi9d7cv8ovnyo24x', 46, 1796055638693042, NULL, 'guarded', NULL, '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8ldjonizpyvy4kfgiw9a"}]', '{}', 1);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-6kmso0achjgbaozng9fl', 47, 1796055638696983, NULL, 'restored', NULL, '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8ldjonizpyvy4kfgiw9a"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-meggglzkzgc22xq1ma0m', 51, 1796055638717063, 1796055638724159, 'binned', 'made', '', '', 'Available', '', 100, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8ldjonizpyvy4kfgiw9a"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-psxi0qxgjdvdiwn98okg', 54, 1796055638912989, NULL, 'slow', 'slow', '', '', 'Creating', '', 0, 'CreateImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-n3kjf96c464rmzmap6v7"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-in51mycfjgh0hjjzp4kq', 56, 1796055638918192, NULL, 'slow-import', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-73klfo3fvt93g5hpfqne","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-cq1ywyllsgfx540uyha2', 59, 1796055638926704, NULL, 'slow-copy', NULL, '', '', 'Creating', '', 0, 'CopyImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, NULL, NULL, 'v1', NULL, '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-iyhlosi2pdc4wd5oj0t8"}]', '{}', 0);
INSERT INTO images VALUES (1234567890123456, 'cn-hangzhou', 'm-vsbrjz8c677zjaoujtuz', 69, 1796055638935987, 1796055638954928, 'cancelled', NULL, '', '', 'Creating', '', 0, 'ImportImage', 'x86_64', 'linux', 'Others Linux', NULL, NULL, 'BIOS', NULL, 'v1', 'unsupported', '', 0, 0, 0, '[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-2alj72ncd9zer7ro8zsa","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]', '{}', 0);
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-beijing', 's-23colwsqevguddt5c2sj', 'm-11ikhai1jegetalo3iuk');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-73klfo3fvt93g5hpfqne', 'm-in51mycfjgh0hjjzp4kq');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8ldjonizpyvy4kfgiw9a', 'm-6kmso0achjgbaozng9fl');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8ldjonizpyvy4kfgiw9a', 'm-bafyzi9d7cv8ovnyo24x');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8ldjonizpyvy4kfgiw9a', 'm-m7pi0wupuuq1fl9ppqd4');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-g5qrbvxv81f196h6dmlk', 'm-y645641lfkajvu85188g');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-iyhlosi2pdc4wd5oj0t8', 'm-cq1ywyllsgfx540uyha2');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-n3kjf96c464rmzmap6v7', 'm-7g6lgxvaukxtzupp5dxo');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-n3kjf96c464rmzmap6v7', 'm-b00qs11px1ug5it9bjd9');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-n3kjf96c464rmzmap6v7', 'm-hpn3nlny1x8dx99nqzjn');
INSERT INTO image_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-n3kjf96c464rmzmap6v7', 'm-psxi0qxgjdvdiwn98okg');
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-7g6lgxvaukxtzupp5dxo', 'round', 'made-1', 'Available', 1796055638559679, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-b00qs11px1ug5it9bjd9', 'round', 'made-2', 'Available', 1796055638562363, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-b00qs11px1ug5it9bjd9', 'tier', 'golden', 'Available', 1796055638562363, 28);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-7g6lgxvaukxtzupp5dxo', 'tier', 'golden', 'Available', 1796055638559679, 27);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'image', 'm-m7pi0wupuuq1fl9ppqd4', 'tier', 'golden', 'Available', 1796055638447890, 3);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-base', 'made-by', 'fixtures', 'accomplished', 1796055638412770, 0);
INSERT INTO tags VALUES (1234567890123456, 'cn-hangzhou', 'snapshot', 's-n3kjf96c464rmzmap6v7', 'tier', 'golden', 'accomplished', 1796055638538066, 0);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-1', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'round', 'made-2', 'Available', 1);
INSERT INTO image_tag_counts VALUES (1234567890123456, 'cn-hangzhou', 'tier', 'golden', 'Available', 3);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-7g6lgxvaukxtzupp5dxo', 0, 1796055638593267);
INSERT INTO image_shares VALUES (1234567890123456, 'cn-hangzhou', 'm-m7pi0wupuuq1fl9ppqd4', 6543210987654321, 1796055638588099);
INSERT INTO shared_images VALUES (0, 'cn-hangzhou', 1234567890123456, 'm-7g6lgxvaukxtzupp5dxo');
INSERT INTO shared_images VALUES (6543210987654321, 'cn-hangzhou', 1234567890123456, 'm-m7pi0wupuuq1fl9ppqd4');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-base', 1796055638412770, 'accomplished', 'system', 20, NULL, NULL, NULL, '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"made-by":"fixtures"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8ldjonizpyvy4kfgiw9a', 1796055638447890, 'accomplished', 'system', 1, '1234567890123456/s-8ldjonizpyvy4kfgiw9a-d7402cd8a06c', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-ct5wu28toff8acmpyln9', 1796055638478006, 'accomplished', 'system', 1, '1234567890123456/s-ct5wu28toff8acmpyln9-c699de5bf87d', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-g5qrbvxv81f196h6dmlk', 1796055638502891, 'accomplished', 'system', 1, '1234567890123456/s-g5qrbvxv81f196h6dmlk-8f26d6641b3c', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-n3kjf96c464rmzmap6v7', 1796055638538066, 'accomplished', 'system', 1, '1234567890123456/s-n3kjf96c464rmzmap6v7-e6c1964a6936', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{"tier":"golden"}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-1gcu8hf4qe1gmu6pp4bd', 1796055638580080, 'accomplished', 'system', 40, NULL, NULL, NULL, 'of-a-disk', '', NULL, '', 'd-golden-system', NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-beijing', 's-23colwsqevguddt5c2sj', 1796055638624969, 'accomplished', 'system', 1, '1234567890123456/s-23colwsqevguddt5c2sj-fbd8a89f5030', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-8ldjonizpyvy4kfgiw9a', '1234567890123456/s-8ldjonizpyvy4kfgiw9a-d7402cd8a06c', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-73klfo3fvt93g5hpfqne', 1796055638918192, 'accomplished', 'system', 1, '1234567890123456/s-73klfo3fvt93g5hpfqne-bf15c3092840', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, '{}');
INSERT INTO snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-iyhlosi2pdc4wd5oj0t8', 1796055638928818, 'accomplished', 'system', 1, '1234567890123456/s-iyhlosi2pdc4wd5oj0t8-0247e3f22c13', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '', '', NULL, '', NULL, 'cn-hangzhou', 's-n3kjf96c464rmzmap6v7', '1234567890123456/s-n3kjf96c464rmzmap6v7-e6c1964a6936', 65536, '145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a', '{}');
INSERT INTO head_log VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64', 1, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1796055638421816, 'ApplyFixtures', 'BDA20FBE-2FEA-4F0A-8E0B-26FD5ACCB400');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 8, 'm-m7pi0wupuuq1fl9ppqd4', 1796055638474880, 'ModifyImageAttribute', '64C1685C-A7E9-41C5-B6E0-FE580E95CDBB');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 14, 'm-crduzvga98owlnglstj7', 1796055638497869, 'ModifyImageAttribute', 'A3AA229E-F3F3-4909-93D2-1032DCD244BD');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 20, 'm-y645641lfkajvu85188g', 1796055638529050, 'ModifyImageAttribute', '470C2803-7B04-49A4-9DA5-E18427A17FA0');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 21, 'm-crduzvga98owlnglstj7', 1796055638535948, 'ModifyImageAttribute', 'C0766D42-A757-49B8-B634-6C5BA3DD98B2');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'base', 45, 'm-m7pi0wupuuq1fl9ppqd4', 1796055638686082, 'DeleteImage', 'E0CFD34F-FDD3-4236-AC19-95F8D78356B9');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 27, 'm-7g6lgxvaukxtzupp5dxo', 1796055638560083, 'CreateImage', 'B90A378C-E3F5-4CA3-A23C-FF96551E6A11');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 28, 'm-b00qs11px1ug5it9bjd9', 1796055638562683, 'CreateImage', '760DD3BA-830D-4ACF-BAC2-38D6E5D0DC8D');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 29, 'm-dx7hk71zjxms748dsp7t', 1796055638565280, 'CreateImage', 'FFA78C0E-D227-4FB3-9C36-A93D09F2FB42');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 30, 'm-b00qs11px1ug5it9bjd9', 1796055638568809, 'DeleteImage', '907E641C-D677-43E3-9B62-E00254842655');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 51, 'm-meggglzkzgc22xq1ma0m', 1796055638717494, 'CreateImage', '79BE8A50-4F6C-4A0F-9699-B56498D59AD3');
INSERT INTO head_log VALUES (1234567890123456, 'cn-hangzhou', 'made', 52, 'm-b00qs11px1ug5it9bjd9', 1796055638724159, 'DeleteImage', '7A8A9DC8-4E01-469A-8DF8-7C0EE1E7A325');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-lxtd2tbei9v79jc3z767', 'ImportImage', 'Finished', 'm-m7pi0wupuuq1fl9ppqd4', 1796055638447890, 1796055638447890, 1796055638463964, 1796055668458355, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-4cikbj3s4oxhikaj5a1c', 'ImportImage', 'Finished', 'm-crduzvga98owlnglstj7', 1796055638478006, 1796055638478006, 1796055638485924, 1796055668482629, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-orjcw2nidtfreggc91fh', 'ImportImage', 'Finished', 'm-y645641lfkajvu85188g', 1796055638502891, 1796055638502891, 1796055638518402, 1796055668515261, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-ka5gbo4gz9d803613m66', 'ImportImage', 'Finished', 'm-hpn3nlny1x8dx99nqzjn', 1796055638538066, 1796055638538066, 1796055638551059, 1796055668548097, NULL, 100, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-beijing', 't-yfu2p81k9o1yo9yiw896', 'CopyImage', 'Finished', 'm-11ikhai1jegetalo3iuk', 1796055638623847, 1796055638623847, 1796055638643158, 1796055668631575, NULL, 100, 0, '', 'cn-hangzhou', 'm-m7pi0wupuuq1fl9ppqd4', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-p6ikxurx74zqvksz2088', 'ExportImage', 'Finished', 'm-m7pi0wupuuq1fl9ppqd4', 1796055638660316, 1796055638660316, 1796055638674455, 1796055668671338, NULL, 100, 0, '', NULL, NULL, 'exported-images', '', 'raw');
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-khz8a2s8wyp0t5ehxunm', 'CreateImage', 'Processing', 'm-psxi0qxgjdvdiwn98okg', 1796055638912989, 1796055638912989, NULL, 1796055638912989, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-tw0cft2c6by38hmmr3d2', 'ImportImage', 'Processing', 'm-in51mycfjgh0hjjzp4kq', 1796055638918192, 1796055638918192, NULL, 1796055638918192, NULL, 0, 0, '', NULL, NULL, NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-3gt0jz9j7rn0r59vr6bv', 'CopyImage', 'Processing', 'm-cq1ywyllsgfx540uyha2', 1796055638926704, 1796055638926704, NULL, 1796055638926704, NULL, 0, 0, '', 'cn-hangzhou', 'm-b00qs11px1ug5it9bjd9', NULL, NULL, NULL);
INSERT INTO tasks VALUES (1234567890123456, 'cn-hangzhou', 't-gp00uebvkfp7l5py2vsv', 'ImportImage', 'Deleted', 'm-vsbrjz8c677zjaoujtuz', 1796055638935987, 1796059238935987, 1796055638954928, 1796055668954327, NULL, 0, 0, 'cancelled', NULL, NULL, NULL, NULL, NULL);
INSERT INTO object_removals VALUES (1234567890123456, 'cn-hangzhou', 'imagekin-snapshots', '1234567890123456/s-none-0', 0, NULL);
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-golden', 'Stopped', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-others', 'Running', 1234567890123456, 'm-m7pi0wupuuq1fl9ppqd4');
INSERT INTO instances VALUES (6543210987654321, 'cn-hangzhou', 'i-of-the-system', 'Running', 0, 'ubuntu_22_04_x64_20G_alibase_20230907.vhd');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-own', 'Running', 1234567890123456, 'm-m7pi0wupuuq1fl9ppqd4');
INSERT INTO instances VALUES (1234567890123456, 'cn-hangzhou', 'i-orphan', 'Running', 1234567890123456, 'm-crduzvga98owlnglstj7');
INSERT INTO disks VALUES (1234567890123456, 'cn-hangzhou', 'd-golden-system', 'i-golden', 'system', 40);
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 1234567890123456, 'i-golden');
INSERT INTO image_instances VALUES (0, 'cn-hangzhou', 'ubuntu_22_04_x64_20G_alibase_20230907.vhd', 6543210987654321, 'i-of-the-system');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-crduzvga98owlnglstj7', 1234567890123456, 'i-orphan');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-m7pi0wupuuq1fl9ppqd4', 1234567890123456, 'i-own');
INSERT INTO image_instances VALUES (1234567890123456, 'cn-hangzhou', 'm-m7pi0wupuuq1fl9ppqd4', 6543210987654321, 'i-others');
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-1', '00b57f75510ae0186bfd78fc48e65da769946d321cdc98220f021904f6f7a83e', '{"ImageId":"m-7g6lgxvaukxtzupp5dxo"}', 1796142038559679);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-2', '14d81117dc62a009f4bcf4c6062a550784aa1e36640074245e9e0cc5127b470a', '{"ImageId":"m-b00qs11px1ug5it9bjd9"}', 1796142038562363);
INSERT INTO client_tokens VALUES (1234567890123456, 'cn-hangzhou', 'CreateImage', 'made-3', '1f55e66be9d87a21f98b095cb8bc0f67de4ba7ab990dcb6137242843326067cd', '{"ImageId":"m-dx7hk71zjxms748dsp7t"}', 1796142038564948);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-1', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-12', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-14', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-15', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-18', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-19', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-20', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-22', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-24', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-25', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-26', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-29', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-30', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-31', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-32', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-33', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-35', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-37', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-4', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-41', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-45', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-47', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-48', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-5', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-51', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-52', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-53', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-54', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-56', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-57', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-58', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-59', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-60', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-61', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-62', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-63', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-64', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-65', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-66', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-8', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '1-9', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-2', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-3', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-5', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-6', 1796057438000000);
INSERT INTO nonces VALUES (1234567890123456, 'testid', '3-7', 1796057438000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-1', 1796057438000000);
INSERT INTO nonces VALUES (6543210987654321, 'otherid', '2-2', 1796057438000000);
INSERT INTO throttles VALUES (0, '*', 1000000, 1);
INSERT INTO throttle_counters VALUES (1234567890123456, 'cn-hangzhou', '*', 0, 1);
INSERT INTO users VALUES (1234567890123456, '680905105035257233', 'alice', '', '', '', '', 1796055638729096, 1796055638729096);
INSERT INTO user_groups VALUES (1234567890123456, '145049959444415843', 'readers', '', 1796055638733780, 1796055638733780);
INSERT INTO group_members VALUES (1234567890123456, '145049959444415843', '680905105035257233', 1796055638735892);
INSERT INTO roles VALUES (1234567890123456, '680510934499708229', 'nightly', '', '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}', 3600, 1796055638738376, 1796055638738376, '{"team":"builders"}');
INSERT INTO policies VALUES (1234567890123456, 'images', '', 1, 1, 1796055638741239, 1796055638741239, '{"team":"builders"}');
INSERT INTO policy_versions VALUES (1234567890123456, 'images', 1, '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}', 1796055638741239);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Group', '145049959444415843', 'System', 'AliyunECSReadOnlyAccess', 1796055638745685);
INSERT INTO policy_attachments VALUES (1234567890123456, 'Role', '680510934499708229', 'Custom', 'images', 1796055638747595);
INSERT INTO policy_attachments VALUES (1234567890123456, 'User', '680905105035257233', 'Custom', 'images', 1796055638743636);
INSERT INTO audit_trails VALUES (0, 3, '2c8d02a3754066381fd13b521767f373e13ea7f79257479a455b54ecd15416b8');
INSERT INTO audit_trails VALUES (1234567890123456, 10, 'e79a696736d84c4e504a76a420d0cfe9b454873d1f47babdaa34070cf77711ee');
INSERT INTO audit_trails VALUES (6543210987654321, 1, '1c32b442ffadc22f3dba9c46aa2ca194f8904450c1fd500c1748fe045c173f4e');
INSERT INTO audit_events VALUES (1234567890123456, '', 1, 1796055638363163, '5f7f7b7f36cdfafeba77f0f8e0fc1ed5d64ddcb9406eeab2d5dff407fa61838d', '{"eventId":"34B3AA1B-F4D7-461F-8434-3729725CCF4E","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"PutFirstAccessKey","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"34B3AA1B-F4D7-461F-8434-3729725CCF4E","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"AccessKeyId":"testid"}}');
INSERT INTO audit_events VALUES (6543210987654321, '', 1, 1796055638412935, '1c32b442ffadc22f3dba9c46aa2ca194f8904450c1fd500c1748fe045c173f4e', '{"eventId":"C21618CE-B37E-40C0-89ED-9EA7917B1D92","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"C21618CE-B37E-40C0-89ED-9EA7917B1D92","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 1, 1796055638421816, '63d85bdaedfd985f3275b505bf151ac70b67828ea3cb50b274e7a728b4a511dd', '{"eventId":"FFEA874D-296E-4027-B458-CFA8692C90CA","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"FFEA874D-296E-4027-B458-CFA8692C90CA","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 1, 1796055638422778, '0705ffefd2daec1f30cd976edaff51016f6d5e8ab5a504cc7f80ecbcac9bbbc8', '{"eventId":"254D1690-5165-4DBE-B998-CD60EB1B449C","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"254D1690-5165-4DBE-B998-CD60EB1B449C","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 2, 1796055638423565, '974505696fc5a3bde6b791054c5bf1123702b2021a86755065637a756c26171e', '{"eventId":"7572D7EF-90FB-47D9-B65E-82DAEDE5C076","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"7572D7EF-90FB-47D9-B65E-82DAEDE5C076","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 2, 1796055638424324, '4c3c9f45d9c609d913787ec3a638299f34165231e566e7700be34d288d319bca', '{"eventId":"ABB31636-C1FA-40B2-9BD9-111E4BB3491D","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"ABB31636-C1FA-40B2-9BD9-111E4BB3491D","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}');
INSERT INTO audit_events VALUES (0, '', 1, 1796055638427964, '83165f8094f4e0114b558f7e56a61b28a288fe440b6da565f2464d4a70a0ad40', '{"eventId":"037882B0-A1CA-4E1A-9037-0D5B58DBAFB8","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ReadMasterKeys","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"037882B0-A1CA-4E1A-9037-0D5B58DBAFB8","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"KeyIds":"2f4c6dd4"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 3, 1796055638447890, '07e414cc19b7ba944d70252875a56305131aafe923831ba3de1702c46b976a1d', '{"eventId":"0A494F93-EA76-44AD-966A-4707257D8C70","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"0A494F93-EA76-44AD-966A-4707257D8C70","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-1","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-m7pi0wupuuq1fl9ppqd4","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"]},"responseElements":{"ImageId":"m-m7pi0wupuuq1fl9ppqd4","TaskId":"t-lxtd2tbei9v79jc3z767","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 4, 1796055638474390, 'bfc6277f55cf1982c07ba96b2a8f559aa45008560b5b8aa44d700b035e0a0144', '{"eventId":"64C1685C-A7E9-41C5-B6E0-FE580E95CDBB","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"64C1685C-A7E9-41C5-B6E0-FE580E95CDBB","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-m7pi0wupuuq1fl9ppqd4","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-4","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-m7pi0wupuuq1fl9ppqd4","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 5, 1796055638478006, 'b29d8b51c4f7bdb4444226b6582bc331ba5c5c27dad41aded300e8eed54d5505', '{"eventId":"2450A5E6-C065-4639-9CBD-BCF5005DFF46","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"2450A5E6-C065-4639-9CBD-BCF5005DFF46","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-5","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-crduzvga98owlnglstj7","referencedResources":{"ACS::ECS::Image":["m-crduzvga98owlnglstj7"]},"responseElements":{"ImageId":"m-crduzvga98owlnglstj7","TaskId":"t-4cikbj3s4oxhikaj5a1c","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 6, 1796055638497541, '7db47ed9e078b020fb7fd8320ca22fcd04c731ce8f0f7674cc9a77dcb2d55d8b', '{"eventId":"A3AA229E-F3F3-4909-93D2-1032DCD244BD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A3AA229E-F3F3-4909-93D2-1032DCD244BD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-crduzvga98owlnglstj7","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-8","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-crduzvga98owlnglstj7","referencedResources":{"ACS::ECS::Image":["m-crduzvga98owlnglstj7"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 7, 1796055638502891, '900ae0856a1da60071be8fe20d90a4451d757ce31014757f4fd3f1f6756fc3e4', '{"eventId":"71223194-3E0A-4BE3-A758-B2260C0E1FCE","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"71223194-3E0A-4BE3-A758-B2260C0E1FCE","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-9","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-y645641lfkajvu85188g","referencedResources":{"ACS::ECS::Image":["m-y645641lfkajvu85188g"]},"responseElements":{"ImageId":"m-y645641lfkajvu85188g","TaskId":"t-orjcw2nidtfreggc91fh","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 8, 1796055638528573, '58d02f0e25b016d05f2edd528d8bd51404b6b926b5d8b2120ad0de69467267c3', '{"eventId":"470C2803-7B04-49A4-9DA5-E18427A17FA0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"470C2803-7B04-49A4-9DA5-E18427A17FA0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-y645641lfkajvu85188g","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-12","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-y645641lfkajvu85188g","referencedResources":{"ACS::ECS::Image":["m-y645641lfkajvu85188g"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 9, 1796055638535582, '58750a3f4e808c1d80d08e4147af63a338ab586d92c636a76095754f232ab9c2', '{"eventId":"C0766D42-A757-49B8-B634-6C5BA3DD98B2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"C0766D42-A757-49B8-B634-6C5BA3DD98B2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageId":"m-y645641lfkajvu85188g","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-14","SignatureVersion":"1.0","Status":"Deprecated","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-y645641lfkajvu85188g","referencedResources":{"ACS::ECS::Image":["m-y645641lfkajvu85188g"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 10, 1796055638538066, '5a689f14abfc9e05d611007a000ad6b56b3dd77bccb2550522edb8d02ec12783', '{"eventId":"49E50A38-F209-4149-9FAF-95F327292CF1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"49E50A38-F209-4149-9FAF-95F327292CF1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-15","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-hpn3nlny1x8dx99nqzjn","referencedResources":{"ACS::ECS::Image":["m-hpn3nlny1x8dx99nqzjn"]},"responseElements":{"ImageId":"m-hpn3nlny1x8dx99nqzjn","TaskId":"t-ka5gbo4gz9d803613m66","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 11, 1796055638559679, '0043accc4785686b88282a27a07e3f6db28600a5f9b9ada688ce25e380ce3e58', '{"eventId":"B90A378C-E3F5-4CA3-A23C-FF96551E6A11","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B90A378C-E3F5-4CA3-A23C-FF96551E6A11","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-1","Format":"JSON","ImageFamily":"made","ImageName":"made-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-18","SignatureVersion":"1.0","SnapshotId":"s-n3kjf96c464rmzmap6v7","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-1","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-7g6lgxvaukxtzupp5dxo","referencedResources":{"ACS::ECS::Image":["m-7g6lgxvaukxtzupp5dxo"],"ACS::ECS::Snapshot":["s-n3kjf96c464rmzmap6v7"]},"responseElements":{"ImageId":"m-7g6lgxvaukxtzupp5dxo"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 12, 1796055638562363, 'f89223c6a35ac233f51ef97db87ea235f64b3d66f6c119febb9492cb1f9a42bc', '{"eventId":"760DD3BA-830D-4ACF-BAC2-38D6E5D0DC8D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"760DD3BA-830D-4ACF-BAC2-38D6E5D0DC8D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-2","Format":"JSON","ImageFamily":"made","ImageName":"made-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-19","SignatureVersion":"1.0","SnapshotId":"s-n3kjf96c464rmzmap6v7","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-2","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-b00qs11px1ug5it9bjd9","referencedResources":{"ACS::ECS::Image":["m-b00qs11px1ug5it9bjd9"],"ACS::ECS::Snapshot":["s-n3kjf96c464rmzmap6v7"]},"responseElements":{"ImageId":"m-b00qs11px1ug5it9bjd9"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 13, 1796055638564948, '0e98ee54df6cfb566eda2ead18c7d124ea5446e1e54839831d671432f4403d4c', '{"eventId":"FFA78C0E-D227-4FB3-9C36-A93D09F2FB42","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FFA78C0E-D227-4FB3-9C36-A93D09F2FB42","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-3","Format":"JSON","ImageFamily":"made","ImageName":"made-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-20","SignatureVersion":"1.0","SnapshotId":"s-n3kjf96c464rmzmap6v7","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-3","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-dx7hk71zjxms748dsp7t","referencedResources":{"ACS::ECS::Image":["m-dx7hk71zjxms748dsp7t"],"ACS::ECS::Snapshot":["s-n3kjf96c464rmzmap6v7"]},"responseElements":{"ImageId":"m-dx7hk71zjxms748dsp7t"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 14, 1796055638568456, '8bada28ab11828d3970f3382c152e9f6627972effcc4a019cdcd7f26094c857e', '{"eventId":"907E641C-D677-43E3-9B62-E00254842655","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"907E641C-D677-43E3-9B62-E00254842655","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-dx7hk71zjxms748dsp7t","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-22","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-dx7hk71zjxms748dsp7t","referencedResources":{"ACS::ECS::Image":["m-dx7hk71zjxms748dsp7t"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 15, 1796055638573241, '277f1ecd9d7fe1d929fd783aa9dea6526e59e90b41270e066adec0b1fc5067a7', '{"eventId":"0E6801C4-55B7-4CF0-BE3A-88B2C2353249","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"0E6801C4-55B7-4CF0-BE3A-88B2C2353249","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"m-m7pi0wupuuq1fl9ppqd4","ResourceType":"image","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-24","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-m7pi0wupuuq1fl9ppqd4","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 16, 1796055638577013, '89bca8dff4d12f4271f9c09ea6e17156c50cf3d402d0b638d599626a44c74edd', '{"eventId":"E0432004-E546-479B-B4D4-B84CAABD9027","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"E0432004-E546-479B-B4D4-B84CAABD9027","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"s-n3kjf96c464rmzmap6v7","ResourceType":"snapshot","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-25","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-n3kjf96c464rmzmap6v7","referencedResources":{"ACS::ECS::Snapshot":["s-n3kjf96c464rmzmap6v7"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 17, 1796055638580080, 'fb780b75a5fd23fdac55acafe03d84700acf6145615ef43310d7eb5df4511bb4', '{"eventId":"FA46CCFD-A1D2-47B8-B4C4-447B9C718AC1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateSnapshot","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FA46CCFD-A1D2-47B8-B4C4-447B9C718AC1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateSnapshot","DiskId":"d-golden-system","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-26","SignatureVersion":"1.0","SnapshotName":"of-a-disk","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-1gcu8hf4qe1gmu6pp4bd","referencedResources":{"ACS::ECS::Disk":["d-golden-system"],"ACS::ECS::Snapshot":["s-1gcu8hf4qe1gmu6pp4bd"]},"responseElements":{"SnapshotId":"s-1gcu8hf4qe1gmu6pp4bd"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 18, 1796055638587648, 'f78bbd18f57841ea65fa6a78824888707329fb76e62d7f562663db31cd45de1b', '{"eventId":"41A13060-190B-4E35-B9C9-A2BB958F76E0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"41A13060-190B-4E35-B9C9-A2BB958F76E0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","AddAccount.1":"6543210987654321","Format":"JSON","ImageId":"m-m7pi0wupuuq1fl9ppqd4","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-29","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-m7pi0wupuuq1fl9ppqd4","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 19, 1796055638592989, '42e8341ef812eced94f9ced9270bf0bd879b99ce8d2759c58161af0227b14658', '{"eventId":"BA2C0CF1-E4CD-43B3-B5DE-2C48698BE958","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"BA2C0CF1-E4CD-43B3-B5DE-2C48698BE958","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","Format":"JSON","ImageId":"m-7g6lgxvaukxtzupp5dxo","IsPublic":"true","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-30","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-7g6lgxvaukxtzupp5dxo","referencedResources":{"ACS::ECS::Image":["m-7g6lgxvaukxtzupp5dxo"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 20, 1796055638595856, '3e5636945746f1348995319f5981e0cf29db152c7eb90eb59d359d43953ae81d', '{"eventId":"2788E555-A1E9-4569-9109-922044A26952","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"2788E555-A1E9-4569-9109-922044A26952","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-m7pi0wupuuq1fl9ppqd4","InstanceId":"i-others","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-1","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-others","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"],"ACS::ECS::Instance":["i-others"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (0, 'cn-hangzhou', 3, 1796055638599469, '945392e1c9631ce649071a80dec886515d0f982da6b22da745b9f6e28a6a7022', '{"eventId":"6321A6D1-B011-4781-A891-387EEDAE07A1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"6321A6D1-B011-4781-A891-387EEDAE07A1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"ubuntu_22_04_x64_20G_alibase_20230907.vhd","InstanceId":"i-of-the-system","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-2","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-of-the-system","referencedResources":{"ACS::ECS::Image":["ubuntu_22_04_x64_20G_alibase_20230907.vhd"],"ACS::ECS::Instance":["i-of-the-system"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 21, 1796055638602160, 'e6fe40e669b6faa1d4ac4bc21f837ad9f40e9d4480d4bd8c84e8dee1263f7a45', '{"eventId":"0B7801DE-8B1C-480E-80C8-007D0294394A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"0B7801DE-8B1C-480E-80C8-007D0294394A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-m7pi0wupuuq1fl9ppqd4","InstanceId":"i-own","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-31","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-own","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"],"ACS::ECS::Instance":["i-own"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 22, 1796055638605643, '54a350b47c7385ebbdf68a892e14af4be01c1598ef5e551609cb10270f4fee44', '{"eventId":"8A93BA6B-BA95-44DB-82E1-90CDD9642138","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8A93BA6B-BA95-44DB-82E1-90CDD9642138","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-m7pi0wupuuq1fl9ppqd4","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-32","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"],"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 23, 1796055638608925, '1173e8af9729ad5041869a86e052bbb5bc2a476e30102a28a780933d58fbce10', '{"eventId":"D10D1060-D739-48E1-86E1-0C685CFEB9EE","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeregisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D10D1060-D739-48E1-86E1-0C685CFEB9EE","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeregisterImageUsage","Format":"JSON","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-33","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 24, 1796055638618696, '581e17519bec3ea62e83c6821b441aa7a9584f441b129b29d95bfaded22c2ad1', '{"eventId":"F5B6A2F7-7799-4691-A6DD-A239B2382EA0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F5B6A2F7-7799-4691-A6DD-A239B2382EA0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-crduzvga98owlnglstj7","InstanceId":"i-orphan","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-35","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-orphan","referencedResources":{"ACS::ECS::Image":["m-crduzvga98owlnglstj7"],"ACS::ECS::Instance":["i-orphan"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-beijing', 1, 1796055638623847, 'a9d000209347d94a61345df140eb637447091400715b2b1725338cbb46fc0050', '{"eventId":"9698C619-AA94-4130-80D8-61ECFBFBC7AB","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-beijing","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9698C619-AA94-4130-80D8-61ECFBFBC7AB","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"copy-1","DestinationRegionId":"cn-beijing","Format":"JSON","ImageId":"m-m7pi0wupuuq1fl9ppqd4","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-37","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-11ikhai1jegetalo3iuk,m-m7pi0wupuuq1fl9ppqd4","referencedResources":{"ACS::ECS::Image":["m-11ikhai1jegetalo3iuk","m-m7pi0wupuuq1fl9ppqd4"]},"responseElements":{"ImageId":"m-11ikhai1jegetalo3iuk"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 25, 1796055638660316, '6be0b1384bfc2a2f160df1ac53538e42a1d563f91df43a74e40987e6b7dfc67a', '{"eventId":"F8A4298F-F0B9-40F2-97B1-872297F5C24A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ExportImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F8A4298F-F0B9-40F2-97B1-872297F5C24A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ExportImage","Format":"JSON","ImageId":"m-m7pi0wupuuq1fl9ppqd4","OSSBucket":"exported-images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-41","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-m7pi0wupuuq1fl9ppqd4","referencedResources":{"ACS::ECS::Image":["m-m7pi0wupuuq1fl9ppqd4"]},"responseElements":{"TaskId":"t-p6ikxurx74zqvksz2088"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 26, 1796055638685668, 'b762f1bbdd385c8107ea892bcc26918d68f92f147e117fabcb3d2453423cf855', '{"eventId":"E0CFD34F-FDD3-4236-AC19-95F8D78356B9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"E0CFD34F-FDD3-4236-AC19-95F8D78356B9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Force":"true","Format":"JSON","ImageId":"m-crduzvga98owlnglstj7","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-45","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-crduzvga98owlnglstj7","referencedResources":{"ACS::ECS::Image":["m-crduzvga98owlnglstj7"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 27, 1796055638693042, '8a824da9729b9d0a200f44851e8e8b7f5fbe9e9a9ad8ef730e3a5a05cb9d7111', '{"eventId":"064022D5-675E-49ED-B830-0C576329B855","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"064022D5-675E-49ED-B830-0C576329B855","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"guarded","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-47","SignatureVersion":"1.0","SnapshotId":"s-8ldjonizpyvy4kfgiw9a","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-bafyzi9d7cv8ovnyo24x","referencedResources":{"ACS::ECS::Image":["m-bafyzi9d7cv8ovnyo24x"],"ACS::ECS::Snapshot":["s-8ldjonizpyvy4kfgiw9a"]},"responseElements":{"ImageId":"m-bafyzi9d7cv8ovnyo24x"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 28, 1796055638696983, 'c190fbcdf8293a93e0c08ace696a51b8004e2698d2f73d0427f2e834f5041651', '{"eventId":"4C5E8E97-7B52-4DA2-90DA-E431CC441D85","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"4C5E8E97-7B52-4DA2-90DA-E431CC441D85","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"restored","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-48","SignatureVersion":"1.0","SnapshotId":"s-8ldjonizpyvy4kfgiw9a","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6kmso0achjgbaozng9fl","referencedResources":{"ACS::ECS::Image":["m-6kmso0achjgbaozng9fl"],"ACS::ECS::Snapshot":["s-8ldjonizpyvy4kfgiw9a"]},"responseElements":{"ImageId":"m-6kmso0achjgbaozng9fl"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 29, 1796055638704243, '7060cb95d0044ac2d4fd9ebd5a194c2f52e766e01ef118dd3eccd35e96fd2ddd', '{"eventId":"DD8C06A3-3F20-4C0A-87FF-B0D85B1BECE4","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"DD8C06A3-3F20-4C0A-87FF-B0D85B1BECE4","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","DeletionProtection":"true","Format":"JSON","ImageId":"m-bafyzi9d7cv8ovnyo24x","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-51","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-bafyzi9d7cv8ovnyo24x","referencedResources":{"ACS::ECS::Image":["m-bafyzi9d7cv8ovnyo24x"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 30, 1796055638706745, '6741981fc6ea430073642f7a898fe2f5a6a6af70002c7476d9558bd4a6b4e82d', '{"eventId":"9EBEAE0A-BC86-49F9-80CB-C71B62460693","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9EBEAE0A-BC86-49F9-80CB-C71B62460693","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-6kmso0achjgbaozng9fl","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-52","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6kmso0achjgbaozng9fl","referencedResources":{"ACS::ECS::Image":["m-6kmso0achjgbaozng9fl"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 31, 1796055638710099, '35d9b1203c798e5bd84f2fc62ebb5d45aae40b87d4720106d8beb2944ec2725f', '{"eventId":"57CF39CF-D048-4D89-BE65-F9C19F5DE953","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RestoreImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"57CF39CF-D048-4D89-BE65-F9C19F5DE953","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RestoreImage","Format":"JSON","ImageId":"m-6kmso0achjgbaozng9fl","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-53","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6kmso0achjgbaozng9fl","referencedResources":{"ACS::ECS::Image":["m-6kmso0achjgbaozng9fl"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 32, 1796055638717063, 'e4fc9ea46a76a8311a87228e509ba49787871073ffdf9bacf5514098236e01af', '{"eventId":"79BE8A50-4F6C-4A0F-9699-B56498D59AD3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"79BE8A50-4F6C-4A0F-9699-B56498D59AD3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"made","ImageName":"binned","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-54","SignatureVersion":"1.0","SnapshotId":"s-8ldjonizpyvy4kfgiw9a","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-meggglzkzgc22xq1ma0m","referencedResources":{"ACS::ECS::Image":["m-meggglzkzgc22xq1ma0m"],"ACS::ECS::Snapshot":["s-8ldjonizpyvy4kfgiw9a"]},"responseElements":{"ImageId":"m-meggglzkzgc22xq1ma0m"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 33, 1796055638723857, 'e8248b09c974f691950f448c3e1efe933da17a7f02822e4508bf7a5bb9b9de44', '{"eventId":"7A8A9DC8-4E01-469A-8DF8-7C0EE1E7A325","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"7A8A9DC8-4E01-469A-8DF8-7C0EE1E7A325","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-meggglzkzgc22xq1ma0m","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-56","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-meggglzkzgc22xq1ma0m","referencedResources":{"ACS::ECS::Image":["m-meggglzkzgc22xq1ma0m"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 34, 1796055638726905, '701bed0be9ff132a55570bb6723ca70380c0cf0155a4f9801682bd27da8b8094', '{"eventId":"153B3F6C-6EE1-46CE-9DBA-479D0E5334B0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageOwnerGuard","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"153B3F6C-6EE1-46CE-9DBA-479D0E5334B0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageOwnerGuard","Format":"JSON","Mode":"audit","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-57","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","TrustedOwner.1":"system","TrustedOwner.2":"6543210987654321","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 2, 1796055638729096, '8343cec59886ea006be09ed2a7ea926df348ae30107c81f001be527e394b4499', '{"eventId":"4A8D090C-1019-4F88-B2AF-44F7127886E2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateUser","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"4A8D090C-1019-4F88-B2AF-44F7127886E2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateUser","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-58","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"680905105035257233,alice","referencedResources":{"ACS::RAM::User":["680905105035257233","alice"]},"responseElements":{"UserId":"680905105035257233"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 3, 1796055638731419, '96f2e8d1a9a46cd9ab67d704d0c99010ff048bf2b4a3d05221ca94c3e81b44d4', '{"eventId":"4B1A3069-2134-4441-BCE8-0D3728B7EC4A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateAccessKey","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"4B1A3069-2134-4441-BCE8-0D3728B7EC4A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateAccessKey","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-59","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::AccessKey","resourceName":"LTAI5t6VqN93WfC5QFCYM5jl","referencedResources":{"ACS::RAM::AccessKey":["LTAI5t6VqN93WfC5QFCYM5jl"],"ACS::RAM::User":["alice"]},"responseElements":{"AccessKeyId":"LTAI5t6VqN93WfC5QFCYM5jl"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 4, 1796055638733780, 'ac8ea50a88dbb18d04f18561cb032b263d7a676b404cf797bedd46cd6d3367f0', '{"eventId":"6DCC932E-1915-446E-A5F7-D7BAA5384D68","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateGroup","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"6DCC932E-1915-446E-A5F7-D7BAA5384D68","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-60","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"145049959444415843,readers","referencedResources":{"ACS::RAM::Group":["145049959444415843","readers"]},"responseElements":{"GroupId":"145049959444415843"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 5, 1796055638735892, '990d42d79b0b90eeb29765e66c977676753d00a0c5fa2bf3d22fc36687ecdfe5', '{"eventId":"46E16446-0E2B-46BA-A01F-22C02A82FFE9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AddUserToGroup","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"46E16446-0E2B-46BA-A01F-22C02A82FFE9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AddUserToGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-61","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 6, 1796055638738376, '67691007c7f12e8ab4048f86ca6618d7bedb1f6877c801e853a2507567effeb8', '{"eventId":"85FDF0CF-FF59-43C6-A1D5-A054B7771C4F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateRole","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"85FDF0CF-FF59-43C6-A1D5-A054B7771C4F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateRole","AssumeRolePolicyDocument":"{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\",\n        \"Principal\": {\"RAM\": [\"acs:ram::1234567890123456:user/alice\"]}}]}","Format":"JSON","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-62","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-30T16:20:38Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"680510934499708229,nightly","referencedResources":{"ACS::RAM::Role":["680510934499708229","nightly"]},"responseElements":{"RoleId":"680510934499708229"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 7, 1796055638741239, '98eac36fe590af8d9486a19baedca144a90e1519afa57f99b38de6bab5b48254', '{"eventId":"DF961C15-B12D-4D0C-9EEE-863851BAFCD7","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreatePolicy","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"DF961C15-B12D-4D0C-9EEE-863851BAFCD7","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreatePolicy","Format":"JSON","PolicyDocument":"{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"ecs:*\", \"Resource\": \"*\"}]}","PolicyName":"images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-63","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-30T16:20:38Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Policy","resourceName":"images","referencedResources":{"ACS::RAM::Policy":["images"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 8, 1796055638743636, 'd9b85a8d60c58169007861537ef3996c2ab78b4dd013f4f5722bcd5c2daed724', '{"eventId":"05E2D791-268D-4F88-97CD-0086087A5DEF","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToUser","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"05E2D791-268D-4F88-97CD-0086087A5DEF","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToUser","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-64","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"alice","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 9, 1796055638745685, '55581553ca5e255cfc9d43e836e6b83aed7aaf6136eab86976e80db4e955e395', '{"eventId":"DC83150D-CBA8-4525-BB6C-1B79C3A80BF8","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToGroup","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"DC83150D-CBA8-4525-BB6C-1B79C3A80BF8","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToGroup","Format":"JSON","GroupName":"readers","PolicyName":"AliyunECSReadOnlyAccess","PolicyType":"System","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-65","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::Policy":["AliyunECSReadOnlyAccess"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, '', 10, 1796055638747595, 'e79a696736d84c4e504a76a420d0cfe9b454873d1f47babdaa34070cf77711ee', '{"eventId":"2BA9FF40-B439-4277-B526-FC82361E53B7","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToRole","eventRW":"Write","eventSource":"127.0.0.1:39623","eventTime":"2026-11-30T16:20:38Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"2BA9FF40-B439-4277-B526-FC82361E53B7","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToRole","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-66","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"nightly","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::Role":["nightly"]},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (0, '', 2, 1796055638777440, '4da0e2d4147483f9d2a67c3b50eb9534a707150c919ae3384c2d62ba7647cf80', '{"eventId":"7BE442F9-5E7C-4004-A3A8-CC4B59E4EEBD","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"SetThrottle","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"7BE442F9-5E7C-4004-A3A8-CC4B59E4EEBD","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"Action":"*","Calls":"1000000","Seconds":"1"}}');
INSERT INTO audit_events VALUES (0, '', 3, 1796055638904863, '2c8d02a3754066381fd13b521767f373e13ea7f79257479a455b54ecd15416b8', '{"eventId":"5417FD19-3881-4570-BA36-2C6F75559F02","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ReadMasterKeys","eventRW":"Write","eventTime":"2026-11-30T16:20:38Z","requestId":"5417FD19-3881-4570-BA36-2C6F75559F02","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"KeyIds":"2f4c6dd4"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 35, 1796055638912989, '10ffca40611e704b2860596421d6a350674d616fbcae95c13b82c441e41eab21', '{"eventId":"08DE688A-8F46-43C7-9440-6DC2F13B388A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:44373","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"08DE688A-8F46-43C7-9440-6DC2F13B388A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"slow","ImageName":"slow","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-2","SignatureVersion":"1.0","SnapshotId":"s-n3kjf96c464rmzmap6v7","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-psxi0qxgjdvdiwn98okg","referencedResources":{"ACS::ECS::Image":["m-psxi0qxgjdvdiwn98okg"],"ACS::ECS::Snapshot":["s-n3kjf96c464rmzmap6v7"]},"responseElements":{"ImageId":"m-psxi0qxgjdvdiwn98okg"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 36, 1796055638918192, 'df7d68bdb8614dedabb2f19fbce56ebccbdc1520195e02d0e72587fa15f3639c', '{"eventId":"BC55E3F6-92D8-4BF5-8D87-0861CC0CAEA5","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:44373","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"BC55E3F6-92D8-4BF5-8D87-0861CC0CAEA5","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"slow-import","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-3","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-in51mycfjgh0hjjzp4kq","referencedResources":{"ACS::ECS::Image":["m-in51mycfjgh0hjjzp4kq"]},"responseElements":{"ImageId":"m-in51mycfjgh0hjjzp4kq","TaskId":"t-tw0cft2c6by38hmmr3d2","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 37, 1796055638926704, 'e44e716ae967ad9114220664dca4f929fd2832497bf76ef8ee7d07348a62d1b7', '{"eventId":"DEC9A483-F503-4871-8158-25A2294B6504","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:44373","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"DEC9A483-F503-4871-8158-25A2294B6504","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"slow-copy","Format":"JSON","ImageId":"m-b00qs11px1ug5it9bjd9","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-5","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-cq1ywyllsgfx540uyha2,m-b00qs11px1ug5it9bjd9","referencedResources":{"ACS::ECS::Image":["m-cq1ywyllsgfx540uyha2","m-b00qs11px1ug5it9bjd9"]},"responseElements":{"ImageId":"m-cq1ywyllsgfx540uyha2"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 38, 1796055638935987, '771f4ea2e3d91cac053e67990ab3a17ee8ff63181e1c92436a539c91a4947449', '{"eventId":"870798A8-977B-45C0-B2B6-CAC52B893058","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:44373","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"870798A8-977B-45C0-B2B6-CAC52B893058","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"cancelled","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-6","SignatureVersion":"1.0","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-vsbrjz8c677zjaoujtuz","referencedResources":{"ACS::ECS::Image":["m-vsbrjz8c677zjaoujtuz"]},"responseElements":{"ImageId":"m-vsbrjz8c677zjaoujtuz","TaskId":"t-gp00uebvkfp7l5py2vsv","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_events VALUES (1234567890123456, 'cn-hangzhou', 39, 1796055638954387, '3c212b592819dfdcd9792ca84a07cdfc9fcfac3d0407cf5f34f72c4a52ac4b0d', '{"eventId":"B927918A-3A34-4E49-959F-C69A23D54ED4","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CancelTask","eventRW":"Write","eventSource":"127.0.0.1:44373","eventTime":"2026-11-30T16:20:38Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B927918A-3A34-4E49-959F-C69A23D54ED4","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CancelTask","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-7","SignatureVersion":"1.0","TaskId":"t-gp00uebvkfp7l5py2vsv","Timestamp":"2026-11-30T16:20:38Z","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}');
INSERT INTO audit_anchors VALUES (1234567890123456, 'cn-hangzhou', 0, '');
INSERT INTO bin_images VALUES (1234567890123456, 'cn-hangzhou', 'm-dx7hk71zjxms748dsp7t', 2111415638568809);
INSERT INTO bin_images VALUES (1234567890123456, 'cn-hangzhou', 'm-crduzvga98owlnglstj7', 2111415638686082);
INSERT INTO bin_images VALUES (1234567890123456, 'cn-hangzhou', 'm-meggglzkzgc22xq1ma0m', 2111415638724159);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-8ldjonizpyvy4kfgiw9a', 'm-meggglzkzgc22xq1ma0m', 2111415638724159);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-ct5wu28toff8acmpyln9', 'm-crduzvga98owlnglstj7', 2111415638686082);
INSERT INTO bin_snapshots VALUES (1234567890123456, 'cn-hangzhou', 's-n3kjf96c464rmzmap6v7', 'm-dx7hk71zjxms748dsp7t', 2111415638568809);
INSERT INTO owner_guards VALUES (1234567890123456, 'cn-hangzhou', 'audit', '0,6543210987654321');
COMMIT;
