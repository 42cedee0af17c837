//! Policies that every account has, and cannot change: RAM's own, as far as this service knows what they speak of.

/// Where a policy comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyType {
    /// It is one of the system's.
    System,
    /// The account has made it.
    Custom,
}

impl PolicyType {
    /// As RAM writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Custom => "Custom",
        }
    }

    /// Reads what [`as_str`](Self::as_str) gives.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::System, Self::Custom].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// One of the system's policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SystemPolicy {
    /// Its name.
    pub name: &'static str,
    /// What it gives.
    pub description: &'static str,
    /// The document.
    pub document: &'static str,
}

/// The system's policies, by name.
pub static SYSTEM_POLICIES: &[SystemPolicy] = &[
    SystemPolicy {
        name: "AdministratorAccess",
        description: "Everything of the account.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "AliyunECSFullAccess",
        description: "All images, snapshots and tags of the account.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "AliyunECSReadOnlyAccess",
        description: "Looking at all images, snapshots and tags of the account.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["ecs:Describe*", "ecs:List*", "ecs:Explain*"], "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "AliyunOSSFullAccess",
        description: "All objects.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:*", "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "AliyunOSSReadOnlyAccess",
        description: "Looking at and reading all objects.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["oss:Get*", "oss:List*"], "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "AliyunRAMFullAccess",
        description: "Users, groups, roles and policies of the account.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ram:*", "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "AliyunRAMReadOnlyAccess",
        description: "Looking at users, groups, roles and policies of the account.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["ram:Get*", "ram:List*"], "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "AliyunSTSAssumeRoleAccess",
        description: "Assuming roles.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}"#,
    },
    SystemPolicy {
        name: "ReadOnlyAccess",
        description: "Looking at everything of the account.",
        document: r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["*:Describe*", "*:List*", "*:Get*", "*:Explain*"], "Resource": "*"}]}"#,
    },
];

impl SystemPolicy {
    /// The policy of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        SYSTEM_POLICIES.iter().find(|policy| policy.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PolicyDocument;

    #[test]
    fn each_can_be_read_and_found() {
        assert!(SYSTEM_POLICIES.array_windows().all(|[a, b]| a.name < b.name));
        for policy in SYSTEM_POLICIES {
            PolicyDocument::parse(policy.document).unwrap();
            assert_eq!(SystemPolicy::named(policy.name), Some(policy));
        }
    }
}
