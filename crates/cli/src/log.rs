//! The log: one line on standard error for each event, whatever clients have called their things.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use std::process::ExitCode;

use anyhow::bail;
use tracing::{Level, Metadata};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

/// Logs what is of this level or above; `IMAGEKIN_LOG` may say otherwise.
///
/// # Errors
/// What that says is neither a level nor directives.
pub(crate) fn start(level: &str) -> anyhow::Result<()> {
    let filter = filter(&variable("IMAGEKIN_LOG").unwrap_or_default(), level)?;
    // It logs whole requests, signed addresses among them, and each refusal as an error.
    let filter = filter.add_directive("s3s=off".parse()?);
    // It logs the credentials of buckets, and of a secret leaves out the middle only.
    let filter = filter.add_directive("reqsign=off".parse()?);
    // Without colours: their codes would be escaped with all others.
    let log = tracing_subscriber::fmt().with_ansi(false).with_env_filter(filter);
    let is_journal = is_journal();
    let log = log.with_writer(Lines { to: io::stderr, is_journal });
    // The journal has the time of each line.
    if is_journal {
        log.without_time().init();
    } else {
        log.init();
    }
    Ok(())
}

/// Tells on standard error why a command does not succeed; gives its exit code.
pub(crate) fn failed(why: &str, code: u8) -> ExitCode {
    eprint!("{}", failure(why, is_journal()));
    ExitCode::from(code)
}

fn failure(why: &str, is_journal: bool) -> String {
    let priority = if is_journal { priority(Level::ERROR) } else { "" };
    // To the journal each line is an event of its own.
    format!("imagekin: {why}").lines().map(|line| format!("{priority}{line}\n")).collect()
}

/// What is logged: what was `said`, or if that is nothing, what is of this level or above.
fn filter(said: &str, level: &str) -> anyhow::Result<EnvFilter> {
    let said: Vec<&str> = said.split(',').map(str::trim).filter(|directive| !directive.is_empty()).collect();
    // It would be taken for the name of a module, as `warning` would, and everything else would not be logged.
    let is_no_level =
        |directive: &&str| !directive.contains(['=', '[']) && directive.parse::<LevelFilter>().is_err();
    let all = if said.is_empty() { level.to_owned() } else { said.join(",") };
    match EnvFilter::builder().parse(&all) {
        Ok(filter) if !said.iter().any(is_no_level) => Ok(filter),
        _ => bail!(
            "IMAGEKIN_LOG cannot be `{all}`: it must be off, error, warn, info, debug or trace, or directives such as \
             imagekin_server=debug, with a comma between them"
        ),
    }
}

/// A variable that is no setting.
#[expect(
    clippy::disallowed_methods,
    reason = "the log begins before settings are read; systemd has variables of its own"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// Is standard error the journal of systemd? It says in a variable which file that is (systemd.exec(5)); whoever has inherited
/// the variable may have led standard error elsewhere.
fn is_journal() -> bool {
    let Some(journal) = variable("JOURNAL_STREAM") else { return false };
    let errors = io::stderr().as_fd().try_clone_to_owned();
    errors.is_ok_and(|errors| is_file(&journal, &File::from(errors)))
}

/// Is it the file of this `device:inode`?
fn is_file(device_and_inode: &str, file: &File) -> bool {
    file.metadata().is_ok_and(|file| device_and_inode == format!("{}:{}", file.dev(), file.ino()))
}

/// How the journal is told the level of a line (sd-daemon(3)).
fn priority(level: Level) -> &'static str {
    match level {
        Level::ERROR => "<3>",
        Level::WARN => "<4>",
        Level::INFO => "<6>",
        Level::DEBUG | Level::TRACE => "<7>",
    }
}

/// Gives each event a writer that makes one line of it, which the journal is told the level of.
struct Lines<M> {
    to: M,
    is_journal: bool,
}

impl<'a, M: MakeWriter<'a>> MakeWriter<'a> for Lines<M> {
    type Writer = OneLine<M::Writer>;

    fn make_writer(&'a self) -> Self::Writer {
        OneLine { to: self.to.make_writer(), priority: "" }
    }

    fn make_writer_for(&'a self, event: &Metadata<'_>) -> Self::Writer {
        let priority = if self.is_journal { priority(*event.level()) } else { "" };
        OneLine { priority, ..self.make_writer() }
    }
}

/// Takes events, each in one piece, and writes each as one line.
struct OneLine<W> {
    to: W,
    /// What the line begins with.
    priority: &'static str,
}

impl<W: Write> Write for OneLine<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let line = one_line(self.priority, text.strip_suffix('\n').unwrap_or(&text));
        self.to.write_all(line.as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A text as one line behind its priority. What would begin another one, move a terminal's cursor, or turn the order of letters
/// is escaped: in an error there may be the name of an object, which its owner has chosen.
fn one_line(priority: &str, text: &str) -> String {
    let mut line = String::with_capacity(priority.len() + text.len() + 1);
    line.push_str(priority);
    for c in text.chars() {
        if is_odd(c) { line.extend(c.escape_default()) } else { line.push(c) }
    }
    line.push('\n');
    line
}

/// Control characters, line separators of Unicode, and the marks that turn the direction of a text.
fn is_odd(c: char) -> bool {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || turns
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Seek};

    use super::*;

    fn to(written: &mut Vec<u8>) -> OneLine<&mut Vec<u8>> {
        OneLine { to: written, priority: "" }
    }

    #[test]
    fn whatever_is_in_it_an_event_is_one_line() {
        let mut written = Vec::new();
        let event = "WARN it\nERROR forged\r\u{1b}[2Jcleared\u{85}\u{2028}\u{202e}txt\0 镜像 é\n";
        assert_eq!(to(&mut written).write(event.as_bytes()).unwrap(), event.len());
        let expected =
            "WARN it\\nERROR forged\\r\\u{1b}[2Jcleared\\u{85}\\u{2028}\\u{202e}txt\\u{0} 镜像 é\n";
        assert_eq!(String::from_utf8(written).unwrap(), expected);
        let mut written = Vec::new();
        to(&mut written).write_all(b"bytes \xff that are no text\n").unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "bytes \u{fffd} that are no text\n");
    }

    /// What is logged of one event of each level, where standard error is the journal or is not.
    fn logged(is_journal: bool) -> Vec<String> {
        let mut file = tempfile::tempfile().unwrap();
        let to = Lines { to: file.try_clone().unwrap(), is_journal };
        let log =
            tracing_subscriber::fmt().with_ansi(false).without_time().with_max_level(LevelFilter::TRACE);
        tracing::subscriber::with_default(log.with_writer(to).finish(), || {
            tracing::error!("an event\n<0>forged");
            tracing::warn!("an event");
            tracing::info!("an event");
            tracing::debug!("an event");
            tracing::trace!("an event");
        });
        file.rewind().unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn the_journal_is_told_the_level_of_each_line() {
        let expected =
            ["<3>ERROR", "<4> WARN", "<6> INFO", "<7>DEBUG", "<7>TRACE"].map(|begins| format!("{begins} "));
        let (journal, elsewhere) = (logged(true), logged(false));
        assert_eq!((journal.len(), elsewhere.len()), (5, 5), "{journal:?} {elsewhere:?}");
        for ((journal, elsewhere), begins) in journal.iter().zip(&elsewhere).zip(&expected) {
            assert!(journal.starts_with(begins), "{journal}");
            assert_eq!(&journal[3..], elsewhere);
        }
        assert_eq!(failure("it\nis so", true), "<3>imagekin: it\n<3>is so\n");
        assert_eq!(failure("it is so", false), "imagekin: it is so\n");
    }

    #[test]
    fn the_journal_is_known_by_its_device_and_inode() {
        let [one, other] = [(); 2].map(|()| tempfile::tempfile().unwrap());
        let metadata = one.metadata().unwrap();
        let stream = format!("{}:{}", metadata.dev(), metadata.ino());
        assert!(is_file(&stream, &one) && !is_file(&stream, &other));
        for nonsense in ["", ":", "1", &format!("{stream}:"), &format!(" {stream}")] {
            assert!(!is_file(nonsense, &one), "{nonsense}");
        }
    }

    #[test]
    fn only_levels_and_directives_say_what_is_logged() {
        let most = |said| filter(said, "info").unwrap().max_level_hint();
        for (said, level) in [
            ("", LevelFilter::INFO),
            (" , ", LevelFilter::INFO),
            ("off", LevelFilter::OFF),
            ("warn", LevelFilter::WARN),
            (" WARN ", LevelFilter::WARN),
            ("warn, imagekin_server=debug", LevelFilter::DEBUG),
            ("imagekin_store::statement=trace", LevelFilter::TRACE),
        ] {
            assert_eq!(most(said), Some(level), "{said}");
        }
        for nonsense in
            ["warning", "verbose", "imagekin_server", "info,warning", "imagekin_server=loud", "in fo", "="]
        {
            let told = filter(nonsense, "info").unwrap_err().to_string();
            assert!(
                told.contains(&format!("`{nonsense}`")) && told.contains("off, error, warn, info"),
                "{told}"
            );
        }
    }
}
