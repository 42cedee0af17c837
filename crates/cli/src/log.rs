//! The log: one line on standard error for each event, whatever clients have called their things.

use std::io::{self, Write};

use tracing_subscriber::EnvFilter;

/// Logs what is of this level or above; `IMAGEKIN_LOG` may say otherwise.
pub(crate) fn start(level: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_env("IMAGEKIN_LOG").unwrap_or_else(|_| EnvFilter::new(level));
    // It logs whole requests, signed addresses among them, and each refusal as an error.
    let filter = filter.add_directive("s3s=off".parse()?);
    // It logs the credentials of buckets, and of a secret leaves out the middle only.
    let filter = filter.add_directive("reqsign=off".parse()?);
    // Without colours: their codes would be escaped with all others.
    let log = tracing_subscriber::fmt().with_ansi(false).with_env_filter(filter);
    log.with_writer(|| OneLine(io::stderr())).init();
    Ok(())
}

/// Takes events, each in one piece, and writes each as one line.
struct OneLine<W>(W);

impl<W: Write> Write for OneLine<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        self.0.write_all(one_line(text.strip_suffix('\n').unwrap_or(&text)).as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A text as one line. What would begin another one, move a terminal's cursor, or turn the order of letters is escaped: in
/// an error there may be the name of an object, which its owner has chosen.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len() + 1);
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
    use super::*;

    #[test]
    fn whatever_is_in_it_an_event_is_one_line() {
        let mut written = Vec::new();
        let event = "WARN it\nERROR forged\r\u{1b}[2Jcleared\u{85}\u{2028}\u{202e}txt\0 镜像 é\n";
        assert_eq!(OneLine(&mut written).write(event.as_bytes()).unwrap(), event.len());
        let expected =
            "WARN it\\nERROR forged\\r\\u{1b}[2Jcleared\\u{85}\\u{2028}\\u{202e}txt\\u{0} 镜像 é\n";
        assert_eq!(String::from_utf8(written).unwrap(), expected);
        let mut written = Vec::new();
        OneLine(&mut written).write_all(b"bytes \xff that are no text\n").unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "bytes \u{fffd} that are no text\n");
    }
}
