//! The third stop: one file per action, and the list of all of them.

use std::future::Future;
use std::pin::Pin;

use imagekin_rpc::reply::{SerializeError, Tail};
use imagekin_rpc::{Fault, codes, input};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::call::Call;

mod create_image;
mod delete_image;
mod describe_image_from_family;
mod describe_images;
mod describe_regions;
mod import_image;
mod modify_image_attribute;

/// An action of the API: what it takes, what it gives, what it does.
pub(crate) trait Action {
    /// Its name on the wire.
    const NAME: &'static str;
    /// Its parameters.
    type Input: DeserializeOwned + Send;
    /// The fields of its answer beside RequestId.
    type Output: Serialize;

    /// Carries it out.
    fn run(call: &Call, input: Self::Input) -> impl Future<Output = Result<Self::Output, Fault>> + Send;
}

type Answering = Pin<Box<dyn Future<Output = Result<String, Fault>> + Send>>;

/// An action as the list has it.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) answer: fn(Call) -> Answering,
}

/// Every action there is, in the order of their names.
static ALL: &[Entry] = &[
    entry::<create_image::CreateImage>(),
    entry::<delete_image::DeleteImage>(),
    Entry {
        name: describe_image_from_family::DescribeImageFromFamily::NAME,
        answer: |call| Box::pin(describe_image_from_family::answer(call)),
    },
    entry::<describe_images::DescribeImages>(),
    entry::<describe_regions::DescribeRegions>(),
    entry::<import_image::ImportImage>(),
    entry::<modify_image_attribute::ModifyImageAttribute>(),
];

/// The actions that ECS has (those of its SDK of 2026), one a line.
static OF_ECS: &str = include_str!("ecs_actions.txt");

/// The action of this name.
///
/// # Errors
/// A 400 for what ECS has and we have not: at a 404 Terraform would take its resource for gone, at a 5xx it would wait.
pub(crate) fn find(name: &str) -> Result<&'static Entry, Fault> {
    match ALL.binary_search_by_key(&name, |entry| entry.name) {
        Ok(n) => Ok(&ALL[n]),
        Err(_) if OF_ECS.lines().any(|action| action == name) => {
            Err(Fault::with(&codes::ACTION_NOT_SUPPORTED, name))
        }
        Err(_) => Err(Fault::new(&codes::ACTION_NOT_FOUND)),
    }
}

const fn entry<A: Action + 'static>() -> Entry {
    Entry { name: A::NAME, answer: |call| Box::pin(run::<A>(call)) }
}

async fn run<A: Action>(call: Call) -> Result<String, Fault> {
    let input = input::read(&call.params)?;
    let output = A::run(&call, input).await?;
    let tail = Tail::of(call.format, A::NAME, &output).map_err(|error| unprintable(&error))?;
    Ok(tail.answer(call.format, A::NAME, &call.request_id))
}

/// An answer that cannot be printed is a fault of ours.
fn unprintable(error: &SerializeError) -> Fault {
    tracing::error!(%error, "Could not print an answer");
    Fault::new(&codes::INTERNAL_ERROR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_ecs_has_each() {
        assert!(ALL.array_windows().all(|[a, b]| a.name < b.name));
        assert!(ALL.iter().all(|entry| OF_ECS.lines().any(|action| action == entry.name)));
        assert!(ALL.iter().all(|entry| find(entry.name).is_ok_and(|found| found.name == entry.name)));
    }

    #[test]
    fn unknown_and_unsupported_are_told_apart() {
        let code = |name| find(name).err().map(|fault| (fault.code.status, fault.code.code));
        assert_eq!(code("RunInstances"), Some((400, "InvalidAction.NotSupported")));
        assert_eq!(code("NoSuchAction"), Some((404, "InvalidAction.NotFound")));
        assert_eq!(code(""), Some((404, "InvalidAction.NotFound")));
    }
}
