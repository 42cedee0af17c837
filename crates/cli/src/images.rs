//! `imagekin images …`: one file per subcommand.

mod copy;
mod create;
mod delete;
mod deleted;
mod deprecate;
mod export;
mod import;
mod list;
mod modify;
mod restore;
mod share;
mod show;
mod task;
mod undelete;
mod unshare;

use clap::{Args, Subcommand};
use serde_json::Value;

use crate::client::{Request, text};
use crate::failure::Failure;
use crate::session::{Call, Session};
use crate::wait::{Waiting, Work};

#[derive(Subcommand)]
pub(crate) enum Images {
    /// List the images of a region.
    List(Call<list::List>),
    /// Show one image.
    Show(Call<show::Show>),
    /// Make an image of a snapshot or of an instance.
    Create(Call<create::Create>),
    /// Make an image of a disk image in a bucket.
    Import(Call<import::Import>),
    /// Copy an image to a region.
    Copy(Call<copy::Copy>),
    /// Change what an image is called, and which family it is of.
    Modify(Call<modify::Modify>),
    /// Take images out of their families' choice: each family resolves to the one before.
    Deprecate(Call<deprecate::Deprecate>),
    /// Make deprecated images Available again.
    Restore(Call<restore::Restore>),
    /// Delete images.
    Delete(Call<delete::Delete>),
    /// List the deleted images that can be brought back.
    Deleted(Call<deleted::Deleted>),
    /// Bring deleted images back.
    Undelete(Call<undelete::Undelete>),
    /// Share an image with other accounts, or with all.
    Share(Call<share::Share>),
    /// Take back what was shared.
    Unshare(Call<unshare::Unshare>),
    /// Write an image into a bucket as a disk image.
    Export(Call<export::Export>),
    /// Show a task, such as an export.
    Task(Call<task::Task>),
}

impl Images {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self {
            Self::List(call) => call.run().await,
            Self::Show(call) => call.run().await,
            Self::Create(call) => call.run().await,
            Self::Import(call) => call.run().await,
            Self::Copy(call) => call.run().await,
            Self::Modify(call) => call.run().await,
            Self::Deprecate(call) => call.run().await,
            Self::Restore(call) => call.run().await,
            Self::Delete(call) => call.run().await,
            Self::Deleted(call) => call.run().await,
            Self::Undelete(call) => call.run().await,
            Self::Share(call) => call.run().await,
            Self::Unshare(call) => call.run().await,
            Self::Export(call) => call.run().await,
            Self::Task(call) => call.run().await,
        }
    }
}

/// With whom an image is shared.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct Accounts {
    /// Account, by its uid; up to ten of them
    #[arg(long = "account", value_name = "UID")]
    accounts: Vec<String>,
    /// All accounts
    #[arg(long)]
    public: bool,
}

/// The request that changes an image.
fn modify_request(image_id: &str) -> Request {
    Request::new("ModifyImageAttribute").with("ImageId", image_id)
}

/// Gives each image another status, in the order given, until one is refused.
async fn set_status(session: &Session, image_ids: &[String], status: &str) -> Result<(), Failure> {
    for image_id in image_ids {
        let reply = session.send(modify_request(image_id).with("Status", status)).await?;
        session.print_done(&reply, &format!("{image_id} is {status}"))?;
    }
    Ok(())
}

/// Prints the id of an image that is being made, waits until it is there, and puts it into the family.
async fn made(
    session: &Session,
    reply: &Value,
    waiting: &Waiting,
    family: Option<&str>,
) -> Result<(), Failure> {
    let image_id = text(reply, "ImageId");
    session.print_value(reply, &image_id)?;
    let waited = waiting.until_done(session, &Work::Image(image_id.clone())).await;
    let Some(family) = family else { return waited };
    let ended = match waited {
        Ok(()) => session.send(modify_request(&image_id).with("ImageFamily", family)).await.map(drop),
        Err(failure) => Err(failure),
    };
    // Whatever else has failed: the image is there, or will be.
    if ended.as_ref().is_err_and(|failure| !failure.is_of_what_is_gone()) {
        eprintln!(
            "{image_id} is not of the family {family} yet; when it is Available: imagekin images modify {image_id} \
             --family {family} --region {}",
            session.region
        );
    }
    ended
}

/// Reads a tag: `key=value`, or `key` alone.
pub(crate) fn tag(given: &str) -> Result<(String, String), String> {
    let (key, value) = given.split_once('=').unwrap_or((given, ""));
    if key.is_empty() { Err("must be KEY=VALUE".to_owned()) } else { Ok((key.to_owned(), value.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn tags() {
        let read = |given| tag(given).map(|(key, value)| format!("{key}:{value}"));
        assert_eq!(read("env=prod").as_deref(), Ok("env:prod"));
        assert_eq!(read("query=a=b").as_deref(), Ok("query:a=b"));
        assert_eq!(read("env").as_deref(), Ok("env:"));
        assert!(read("=prod").is_err());
    }
}
