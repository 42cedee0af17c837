//! What names and texts of RAM may be.

use imagekin_rpc::{Code, Fault, codes};

/// Most characters of a name that is only shown, of comments, and of a description.
const DISPLAY_NAME_MAX: usize = 128;
const COMMENTS_MAX: usize = 128;
const DESCRIPTION_MAX: usize = 1_024;

/// What a name may be.
pub(super) struct NameRule {
    length_max: usize,
    /// Characters beside letters and digits.
    others: &'static str,
    too_long: &'static Code,
    unfit: &'static Code,
}

pub(super) static USER_NAME: NameRule = NameRule {
    length_max: 64,
    others: ".-_@",
    too_long: &codes::USER_NAME_TOO_LONG,
    unfit: &codes::USER_NAME_MALFORMED,
};
pub(super) static GROUP_NAME: NameRule = NameRule {
    length_max: 64,
    others: ".-_",
    too_long: &codes::GROUP_NAME_TOO_LONG,
    unfit: &codes::GROUP_NAME_MALFORMED,
};
pub(super) static ROLE_NAME: NameRule = NameRule {
    length_max: 64,
    others: ".-_",
    too_long: &codes::ROLE_NAME_TOO_LONG,
    unfit: &codes::ROLE_NAME_MALFORMED,
};
pub(super) static POLICY_NAME: NameRule = NameRule {
    length_max: 128,
    others: "-",
    too_long: &codes::POLICY_NAME_TOO_LONG,
    unfit: &codes::POLICY_NAME_MALFORMED,
};

/// May something be called so?
pub(super) fn admit(rule: &NameRule, name: &str) -> Result<(), Fault> {
    let fits = |c: char| c.is_ascii_alphanumeric() || rule.others.contains(c);
    if name.len() > rule.length_max {
        return Err(Fault::new(rule.too_long));
    }
    if name.chars().all(fits) { Ok(()) } else { Err(Fault::new(rule.unfit)) }
}

/// A name that is only shown.
pub(super) fn display_name(text: Option<String>) -> Result<Option<String>, Fault> {
    shown(text, DISPLAY_NAME_MAX, &codes::DISPLAY_NAME_TOO_LONG)
}

/// What is said of a user or a group; also its telephone number and address, which nobody reads here.
pub(super) fn comments(text: Option<String>) -> Result<Option<String>, Fault> {
    shown(text, COMMENTS_MAX, &codes::COMMENTS_TOO_LONG)
}

/// What is said of a role or a policy.
pub(super) fn description(text: Option<String>) -> Result<Option<String>, Fault> {
    shown(text, DESCRIPTION_MAX, &codes::DESCRIPTION_TOO_LONG)
}

fn shown(text: Option<String>, most: usize, too_long: &'static Code) -> Result<Option<String>, Fault> {
    match text {
        Some(text) if text.chars().count() > most => Err(Fault::new(too_long)),
        text => Ok(text),
    }
}
