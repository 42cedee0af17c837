//! What every command that calls the service has: a client, a region, and a way to print.

use std::io::{IsTerminal, Write};

use clap::{Args, ValueEnum};
use serde_json::Value;

use crate::client::{Client, Request};
use crate::connection::{Connection, ConnectionFlags, Environment};
use crate::failure::Failure;
use crate::table::Table;

/// A command that calls the service.
pub(crate) trait Action: Args {
    /// Does it, and prints what came of it.
    async fn run(self, session: Session) -> Result<(), Failure>;
}

/// An action with the flags that all of them have.
#[derive(Args)]
pub(crate) struct Call<A: Action> {
    #[command(flatten)]
    action: A,
    /// How to print [default: table on a terminal, text elsewhere]
    #[arg(long, short, value_name = "FORMAT")]
    output: Option<Format>,
    #[command(flatten)]
    connection: ConnectionFlags,
}

impl<A: Action> Call<A> {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        #[expect(
            clippy::disallowed_methods,
            reason = "a client has the variables of the aliyun CLI, not settings"
        )]
        let environment: Environment<'_> = &|name| std::env::var(name).ok();
        let connection = Connection::find(&self.connection, environment)?;
        let region = connection.region.clone();
        let otherwise = if std::io::stdout().is_terminal() { Format::Table } else { Format::Text };
        let format = self.output.unwrap_or(otherwise);
        self.action.run(Session { client: Client::new(connection), region, format }).await
    }
}

/// How an answer is printed: the reply of the API; aligned columns with headings; values separated by tabs, or the one
/// that was asked for. (A comment on each would make every help three times as long.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Json,
    Table,
    Text,
}

/// A client in a region.
#[derive(Clone)]
pub(crate) struct Session {
    client: Client,
    /// The region of every call.
    pub(crate) region: String,
    format: Format,
}

impl Session {
    /// The same in another region.
    pub(crate) fn in_region(&self, region: &str) -> Self {
        Self { region: region.to_owned(), ..self.clone() }
    }

    /// Sends a request in the region of the session.
    ///
    /// # Errors
    /// Those of [`Client::send`].
    pub(crate) async fn send(&self, request: Request) -> Result<Value, Failure> {
        self.client.send(&request.with("RegionId", &self.region)).await
    }

    /// Is JSON printed?
    pub(crate) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Are tables printed? Then it is a person who reads.
    pub(crate) fn is_table(&self) -> bool {
        self.format == Format::Table
    }

    /// Prints a reply, as a table where that is wanted.
    ///
    /// # Errors
    /// [`Failure::Output`].
    pub(crate) fn print(&self, reply: &Value, table: &Table) -> Result<(), Failure> {
        match self.format {
            Format::Table => write(&table.aligned()),
            Format::Text => write(&table.tabbed()),
            Format::Json => print_json(reply),
        }
    }

    /// Prints a reply; where no JSON is wanted, the one value in it that scripts ask for.
    ///
    /// # Errors
    /// [`Failure::Output`].
    pub(crate) fn print_value(&self, reply: &Value, value: &str) -> Result<(), Failure> {
        match self.format {
            Format::Json => print_json(reply),
            Format::Table | Format::Text => write(&format!("{}\n", crate::table::printable(value))),
        }
    }

    /// Prints a reply that says nothing but that it is done; a person is told in words.
    ///
    /// # Errors
    /// [`Failure::Output`].
    pub(crate) fn print_done(&self, reply: &Value, words: &str) -> Result<(), Failure> {
        match self.format {
            Format::Json => print_json(reply),
            Format::Table => write(&format!("{words}\n")),
            Format::Text => Ok(()),
        }
    }
}

fn print_json(reply: &Value) -> Result<(), Failure> {
    write(&format!("{reply:#}\n"))
}

/// Writes to standard output at once, so that a script has an id before the waiting begins.
fn write(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    Ok(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush())?)
}
