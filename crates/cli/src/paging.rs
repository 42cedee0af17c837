//! Replies that come in pages.

use clap::Args;
use serde_json::Value;

use crate::client::Request;
use crate::failure::Failure;
use crate::session::Session;

/// The most that a page holds.
const PAGE_SIZE_MAX: u32 = 100;

/// Which part of a list.
#[derive(Args)]
pub(crate) struct Paging {
    /// Page to show
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    page_number: u32,
    /// Entries of a page, 1 to 100
    #[arg(long, value_name = "N", default_value_t = 50,
          value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_SIZE_MAX)))]
    page_size: u32,
    /// Show all pages as one
    #[arg(long, conflicts_with_all = ["page_number", "page_size"])]
    all: bool,
}

impl Paging {
    /// Sends the request for the pages that are wanted; gives one reply, whose list at `pointer` (as in
    /// `/Images/Image`) has the entries of all of them.
    ///
    /// # Errors
    /// Those of [`Session::send`].
    pub(crate) async fn send(
        &self,
        session: &Session,
        request: Request,
        pointer: &str,
    ) -> Result<Value, Failure> {
        let page_size = if self.all { PAGE_SIZE_MAX } else { self.page_size };
        let page = |number: u32| {
            session.send(request.clone().with("PageNumber", &number).with("PageSize", &page_size))
        };
        let mut reply = page(self.page_number).await?;
        let mut number = self.page_number;
        let mut entries = entries(&reply, pointer);
        while self.all && entries.len() as u64 == u64::from(number) * u64::from(page_size) {
            number += 1;
            entries.extend(self::entries(&page(number).await?, pointer));
        }
        self.tell_rest(session, &reply, entries.len());
        if let Some(list) = reply.pointer_mut(pointer) {
            *list = Value::Array(entries);
        }
        Ok(reply)
    }

    /// Tells a person that there is more than the table has.
    fn tell_rest(&self, session: &Session, reply: &Value, shown: usize) {
        let total = reply["TotalCount"].as_u64().unwrap_or_default();
        let seen = u64::from(self.page_number - 1) * u64::from(self.page_size) + shown as u64;
        if session.is_table() && !self.all && seen < total {
            eprintln!("{seen} of {total}; the next with --page-number {}, or --all", self.page_number + 1);
        }
    }
}

fn entries(reply: &Value, pointer: &str) -> Vec<Value> {
    reply.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default()
}
