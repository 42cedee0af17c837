//! Resource names: `acs:<service>:<region>:<account>:<relative>`, and what stands for the region where there is none.

use std::borrow::Cow;

use super::PolicyError;
use super::node::At;
use super::statement::ELEMENTS;

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

/// Could a statement's resources be something here, as far as their beginning tells? One that never is denies nothing, in
/// silence.
pub(super) fn admit(statement: &At<'_>) -> Result<(), PolicyError> {
    let statement = statement.object(&ELEMENTS)?;
    let (resources, _) = statement.either("Resource", "NotResource")?;
    resources.items()?.iter().try_for_each(admit_one)
}

fn admit_one(resource: &At<'_>) -> Result<(), PolicyError> {
    let text = canonical(resource.text()?);
    // What is behind the first slash is a name: of an object it may be anything.
    let place = text.split('/').next().unwrap_or_default();
    let segments: Vec<&str> = place.split(':').collect();
    if segments[0] != "acs" && !segments[0].contains('*') {
        return Err(resource.wrong("it is no name of a resource; write * or acs:…"));
    }
    // Nothing but the last one may be: queues are called `acs:mns:<region>:<account>:/queues/<name>`.
    if segments.iter().take(4).any(|segment| segment.is_empty()) {
        return Err(resource.wrong("nothing stands between two of its colons; write * for all"));
    }
    if segments.get(1).is_some_and(|service| service.chars().any(|c| c.is_ascii_uppercase())) {
        return Err(resource.wrong("services are written in lower case: acs:ecs:…"));
    }
    let region_fits = |region: &str| region == "?" || region.chars().all(|c| c == '*');
    match segments[..] {
        ["acs", service, region, ..] if WITHOUT_REGION.contains(&service) && !region_fits(region) => {
            Err(resource.wrong(format!("`{service}` is of no region here; write acs:{service}:*:…")))
        }
        _ => Ok(()),
    }
}
