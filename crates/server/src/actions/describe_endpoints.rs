//! DescribeEndpoints (Location, 2015-06-12): where a service is. Here: where the client asks, in every region.

use imagekin_rpc::{Fault, Service, codes};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;

pub(crate) struct DescribeEndpoints;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    /// A region.
    id: String,
    service_code: String,
    r#type: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    endpoints: Endpoints,
    /// The Go SDK takes the answer for none without it.
    success: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Endpoints {
    endpoint: Vec<EndpointView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct EndpointView {
    protocols: Protocols,
    r#type: String,
    namespace: &'static str,
    id: String,
    service_code: String,
    endpoint: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Protocols {
    protocols: Vec<&'static str>,
}

impl Action for DescribeEndpoints {
    const NAME: &'static str = "DescribeEndpoints";
    const SERVICE: Service = Service::Location;
    // It is nobody's.
    const RESOURCES: &'static [Resource] = &[Resource::Free];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let region = call.region(&input.id)?;
        if !matches!(input.service_code.to_ascii_lowercase().as_str(), "ecs" | "sts" | "oss" | "location") {
            return Err(Fault::new(&codes::SERVICE_CODE_NOT_FOUND));
        }
        let endpoint = EndpointView {
            protocols: Protocols { protocols: vec!["HTTP", "HTTPS"] },
            r#type: input.r#type.unwrap_or_else(|| "openAPI".to_owned()),
            namespace: "",
            id: region.to_string(),
            service_code: input.service_code,
            endpoint: call.host.clone(),
        };
        Ok(Output { endpoints: Endpoints { endpoint: vec![endpoint] }, success: true })
    }
}
