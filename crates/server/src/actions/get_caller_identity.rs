//! GetCallerIdentity (STS, 2015-04-01): who the caller is. `aliyun configure` asks it to see whether a key is good.

use imagekin_rpc::{Fault, Service};
use serde::{Deserialize, Serialize};

use super::Action;
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
    user_id: String,
    arn: String,
}

impl Action for GetCallerIdentity {
    const NAME: &'static str = "GetCallerIdentity";
    const SERVICE: Service = Service::Sts;
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, _input: Input) -> Result<Output, Fault> {
        // Every key is the account's own: there are no users yet.
        let account = call.caller.account.to_string();
        Ok(Output {
            identity_type: "Account",
            arn: format!("acs:ram::{account}:root"),
            principal_id: account.clone(),
            user_id: account.clone(),
            account_id: account,
        })
    }
}
