//! A refusal on its way to the client: a code, and the text that the client sees.

use std::borrow::Cow;

use serde::Serialize;

use crate::Code;
use crate::codes;
use crate::input::InputError;
use crate::params::ParamsError;

/// An answer that is an error. Whatever must not be seen outside is logged where it happened, never put in here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is.
    pub code: &'static Code,
    /// What the client is told.
    pub message: Cow<'static, str>,
    /// After how many milliseconds the client may try again, where it is told: the header `x-acs-retry-after`, without which
    /// the aliyun CLI does not try again (spec/protocol.md f).
    pub retry_after_ms: Option<u32>,
    /// Of what the policies said no to; with [`codes::FORBIDDEN_BY_RAM`] and [`codes::NO_PERMISSION`].
    pub access_denied: Option<Box<AccessDenied>>,
}

/// What the policies said no to: `AccessDeniedDetail`, as the SDKs read it (spec/protocol.md d).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct AccessDenied {
    /// What was asked for, e.g. `ecs:DeleteImage`.
    pub auth_action: String,
    /// Who asked: the id of the user, or the name of role and session.
    pub auth_principal_display_name: String,
    /// The account of who asked.
    pub auth_principal_owner_id: String,
    /// `SubUser` or `AssumedRoleUser`.
    pub auth_principal_type: &'static str,
    /// `ExplicitDeny` or `ImplicitDeny`.
    pub no_permission_type: &'static str,
    /// Which kind of policy said no, or did not say yes.
    pub policy_type: &'static str,
}

impl Fault {
    /// The fault with the text of its code.
    #[must_use]
    pub const fn new(code: &'static Code) -> Self {
        Self { code, message: Cow::Borrowed(code.message), retry_after_ms: None, access_denied: None }
    }

    /// The fault with `part` for the `{}` in the text of its code.
    #[must_use]
    pub fn with(code: &'static Code, part: &str) -> Self {
        Self { message: Cow::Owned(code.message.replacen("{}", part, 1)), ..Self::new(code) }
    }

    /// The fault, and after how many milliseconds the client may try again.
    #[must_use]
    pub fn retry_after_ms(self, retry_after_ms: u32) -> Self {
        Self { retry_after_ms: Some(retry_after_ms), ..self }
    }

    /// The fault, and what the policies said no to.
    #[must_use]
    pub fn access_denied(self, access_denied: AccessDenied) -> Self {
        Self { access_denied: Some(Box::new(access_denied)), ..self }
    }
}

impl From<&'static Code> for Fault {
    fn from(code: &'static Code) -> Self {
        Self::new(code)
    }
}

impl From<ParamsError> for Fault {
    fn from(error: ParamsError) -> Self {
        let unreadable = |why: &str| Self::with(&codes::PARAMETERS_UNREADABLE, why);
        match error {
            ParamsError::TooMany => unreadable("there are more than 1000 of them"),
            ParamsError::BadEscape => unreadable("a % is not followed by two hexadecimal digits"),
            ParamsError::NotUtf8 => unreadable("they are not UTF-8"),
            ParamsError::ForbiddenCharacter => unreadable("they hold a control character"),
            ParamsError::Repeated(name) => Self::with(&codes::PARAMETER_REPEATED, &name),
        }
    }
}

impl From<InputError> for Fault {
    fn from(error: InputError) -> Self {
        match error {
            InputError::Missing(name) => Self::with(&codes::MISSING_PARAMETER, &name),
            InputError::Invalid(name) => Self::with(&codes::INVALID_PARAMETER, &name),
        }
    }
}
