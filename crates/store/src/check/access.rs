//! Users, groups, roles and policies: what one row names of another is there.

use super::look::Look;
use crate::StoreError;
use crate::store::account_from;

/// What does not fit, and the rows of which it is so: account and name.
const MISFITS: &[(&str, &str)] = &[
    (
        "access key {}: its user is not there",
        "SELECT account_id, access_key_id FROM access_keys k WHERE user_id IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM users u WHERE u.account_id = k.account_id AND u.user_id = k.user_id)",
    ),
    (
        "group {}: it has a member who is not there",
        "SELECT account_id, group_id FROM group_members m WHERE NOT EXISTS \
         (SELECT 1 FROM users u WHERE u.account_id = m.account_id AND u.user_id = m.user_id)",
    ),
    (
        "group {}: it has members, and is not there",
        "SELECT DISTINCT account_id, group_id FROM group_members m WHERE NOT EXISTS \
         (SELECT 1 FROM user_groups g WHERE g.account_id = m.account_id AND g.group_id = m.group_id)",
    ),
    (
        "policy {}: the version in force is not there",
        "SELECT account_id, name FROM policies p WHERE NOT EXISTS (SELECT 1 FROM policy_versions v \
         WHERE v.account_id = p.account_id AND v.policy_name = p.name AND v.version = p.default_version)",
    ),
    (
        "policy {}: it has versions, and is not there",
        "SELECT DISTINCT account_id, policy_name FROM policy_versions v WHERE NOT EXISTS \
         (SELECT 1 FROM policies p WHERE p.account_id = v.account_id AND p.name = v.policy_name)",
    ),
    (
        "policy {}: it is attached, and is not there",
        "SELECT DISTINCT account_id, policy_name FROM policy_attachments a WHERE policy_type = 'Custom' AND NOT EXISTS \
         (SELECT 1 FROM policies p WHERE p.account_id = a.account_id AND p.name = a.policy_name)",
    ),
    (
        "policy {}: it is attached to nobody who is there",
        "SELECT account_id, policy_name FROM policy_attachments a WHERE NOT EXISTS \
         (SELECT 1 FROM users u WHERE u.account_id = a.account_id AND u.user_id = a.entity_id AND a.entity_type = 'User') \
         AND NOT EXISTS (SELECT 1 FROM user_groups g \
         WHERE g.account_id = a.account_id AND g.group_id = a.entity_id AND a.entity_type = 'Group') \
         AND NOT EXISTS (SELECT 1 FROM roles r \
         WHERE r.account_id = a.account_id AND r.role_id = a.entity_id AND a.entity_type = 'Role')",
    ),
];

pub(super) fn check(look: &Look<'_>) -> Result<(), StoreError> {
    for (what, sql) in MISFITS {
        // What is no account is told of with its row.
        let found =
            look.rows(sql, &[], |row| Ok((account_from(row.int(0)?).ok(), row.text(1)?.to_owned())))?;
        for (account, name) in found {
            let account = account.map(|account| format!("{account} ")).unwrap_or_default();
            look.problem(&format!("{account}{}", what.replacen("{}", &name, 1)));
        }
    }
    Ok(())
}
