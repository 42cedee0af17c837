//! Resource names: `acs:<service>:<region>:<account>:<relative>`, and what stands for the region where there is none.

use std::borrow::Cow;

use super::PolicyError;
use super::node::At;

/// Services that are the same in every region; objects, because buckets belong to the installation.
const WITHOUT_REGION: [&str; 2] = ["ram", "oss"];

/// A resource name, or a pattern of some, as it is compared: of a service without regions, `*` stands where nothing may.
///
/// RAM tells a role as `acs:ram::<account>:role/<name>`, and its pages write policies about it in that way and as
/// `acs:ram:*:<account>:role/<name>` (AssumeRole: <https://www.alibabacloud.com/help/doc-detail/28763.htm>). Both are one role.
#[must_use]
pub fn canonical(name: &str) -> Cow<'_, str> {
    let relative = |service: &&str| name.strip_prefix("acs:")?.strip_prefix(*service)?.strip_prefix("::");
    match WITHOUT_REGION.iter().find_map(|service| Some((service, relative(service)?))) {
        Some((service, rest)) => Cow::Owned(format!("acs:{service}:*:{rest}")),
        None => Cow::Borrowed(name),
    }
}

/// Could a statement's resources be something here, as far as their regions go? One that never is denies nothing, in silence.
pub(super) fn admit(statement: &At<'_>) -> Result<(), PolicyError> {
    let known = ["Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];
    let statement = statement.object(&known)?;
    let (resources, _) = statement.either("Resource", "NotResource")?;
    for resource in resources.items()? {
        let mut segments = resource.text()?.split(':');
        let (Some("acs"), Some(service), Some(region)) = (segments.next(), segments.next(), segments.next())
        else {
            continue;
        };
        let is_any = region.chars().all(|c| matches!(c, '*' | '?'));
        if WITHOUT_REGION.contains(&service) && !is_any {
            let complaint = format!("`{service}` is of no region here; write acs:{service}:*:…");
            return Err(resource.wrong(complaint));
        }
        let may_be_here = service == "ecs" || service.contains(['*', '?']);
        if may_be_here && region.is_empty() {
            return Err(resource.wrong("it is of no region; write one, or * for all"));
        }
    }
    Ok(())
}
