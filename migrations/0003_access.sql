-- Who may do what within an account: RAM users, groups, roles, and the policies that are attached to them. Their ids are
-- what the rows of others name: a name can change.

-- Counts the changes of all this within an account. A change takes the row first: that puts the writers of one account in
-- a row, and keeps the limits exact.
ALTER TABLE accounts ADD COLUMN access_revision BIGINT NOT NULL DEFAULT 0;
-- Whose key it is within the account; null: the account's own. The secret of a user's key is sealed for the user, so that a
-- program that knows of no users cannot unseal it.
ALTER TABLE access_keys ADD COLUMN user_id TEXT;
ALTER TABLE access_keys ADD COLUMN last_used_at_us BIGINT;

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

-- Policies of the account's own. The system's are part of the program.
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
-- Whom a policy is attached to: a User, a Group or a Role, by its id.
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
