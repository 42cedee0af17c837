//! Names of actions: `<service>:<name>`, or a pattern of some.

use super::PolicyError;
use super::node::At;
use super::statement::ELEMENTS;

/// Could a statement's actions be some? One that never is denies nothing, in silence.
pub(super) fn admit(statement: &At<'_>) -> Result<(), PolicyError> {
    let statement = statement.object(&ELEMENTS)?;
    let (actions, _) = statement.either("Action", "NotAction")?;
    actions.items()?.iter().try_for_each(admit_one)
}

fn admit_one(action: &At<'_>) -> Result<(), PolicyError> {
    let text = action.text()?;
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || "-_.*?".contains(c);
    let fits = match text.split_once(':') {
        Some((service, name)) => {
            let all = |part: &str| !part.is_empty() && part.chars().all(is_of_name);
            all(service) && all(name)
        }
        // `*` stands for a colon as for all else. What is before it must be able to begin a service: they are in lower case.
        None => text.split_once('*').is_some_and(|(beginning, rest)| {
            !beginning.chars().any(|c| c.is_ascii_uppercase())
                && (beginning.chars().chain(rest.chars())).all(is_of_name)
        }),
    };
    if fits {
        return Ok(());
    }
    Err(action.wrong("it is no name of an action; write ecs:DeleteImage, ecs:* or *"))
}
