//! A session of psql that stays open.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use crate::programs::{self, Unavailable};

/// What psql prints when all before it is done.
const DONE: &str = "-- done --";

/// A session. What it holds it lets go of when it is dropped.
#[derive(Debug)]
pub struct Session {
    psql: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Session {
    pub(crate) fn open(url: &str) -> Result<Self, Unavailable> {
        let mut psql = programs::command("psql")?;
        psql.args(["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", url]);
        let mut psql = psql.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let broken = || std::io::Error::other("psql has no pipes");
        let (input, output) = (psql.stdin.take(), psql.stdout.take().ok_or_else(broken)?);
        Ok(Self { psql, input, output: BufReader::new(output) })
    }

    /// Runs statements; gives their rows, columns apart by `|`.
    ///
    /// # Errors
    /// [`Unavailable`]; what the server says stands in the output of the tests.
    pub fn run(&mut self, sql: &str) -> Result<String, Unavailable> {
        if let Some(input) = &mut self.input {
            writeln!(input, "{sql};\n\\echo {DONE}")?;
        }
        let mut told = String::new();
        loop {
            let before = told.len();
            if self.output.read_line(&mut told)? == 0 {
                return Err(Unavailable::Failed { program: format!("psql, {sql}"), output: told });
            }
            if told[before..].trim_end() == DONE {
                told.truncate(before);
                return Ok(told);
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.psql.wait();
    }
}
