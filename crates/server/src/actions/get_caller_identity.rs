//! GetCallerIdentity (STS, 2015-04-01): who the caller is. `aliyun configure` asks it to see whether a key is good.

use imagekin_access::Identity;
use imagekin_rpc::{Fault, Service};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;

pub(crate) struct GetCallerIdentity;

#[derive(Deserialize)]
pub(crate) struct Input {}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    identity_type: &'static str,
    account_id: String,
    principal_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_id: Option<String>,
    arn: String,
}

impl Action for GetCallerIdentity {
    const NAME: &'static str = "GetCallerIdentity";
    const SERVICE: Service = Service::Sts;
    // Everybody may know who they are.
    const RESOURCES: &'static [Resource] = &[Resource::Free];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, _input: Input) -> Result<Output, Fault> {
        let caller = &call.caller;
        let account = caller.account.to_string();
        let (identity_type, principal_id, user_id, role_id) = match &caller.identity {
            Identity::Account => ("Account", account.clone(), Some(account.clone()), None),
            Identity::User { id, .. } => ("RAMUser", id.to_string(), Some(id.to_string()), None),
            Identity::AssumedRole { id, session, .. } => {
                ("AssumedRoleUser", format!("{id}:{session}"), None, Some(id.to_string()))
            }
        };
        let arn = caller.identity.arn(caller.account);
        Ok(Output { identity_type, account_id: account, principal_id, user_id, role_id, arn })
    }
}
