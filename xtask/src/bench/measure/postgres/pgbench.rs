//! The program to compare with: PostgreSQL's own pgbench, asking what a node asks.

use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, ensure};

use super::super::seed::{FAMILY_PREFIX, REGION, Scale, account_id};
use super::database::{CATALOGUE, Database};
use super::lap::Rate;

/// A client of pgbench draws another family after so many statements: it cannot make a text by itself, so that it asks
/// the server for one. The account it draws anew each time.
const STATEMENTS_PER_FAMILY: u32 = 100;

/// A script that asks for heads.
pub(super) struct Script(String);

impl Script {
    /// With the statement that a node has asked last, as the server shows it; for families of a store of this scale.
    pub(super) fn as_a_node_asks(database: &Database, scale: Scale) -> anyhow::Result<Self> {
        let shown = "SELECT DISTINCT query FROM pg_stat_activity WHERE application_name = 'imagekin' \
                     AND query LIKE 'SELECT%FROM images WHERE%ORDER BY created_at_us DESC%LIMIT 1'";
        let shown = database.execute(CATALOGUE, shown)?;
        let [statement] = shown.lines().collect::<Vec<_>>()[..] else {
            anyhow::bail!("not one statement that asks for a head: {shown:?}")
        };
        let mut statement = statement.to_owned();
        for (parameter, variable) in
            [("$1", ":account"), ("$2", ":region"), ("$3", ":family"), ("$4", ":status")]
        {
            ensure!(statement.matches(parameter).count() == 1, "{statement}: not one {parameter}");
            statement = statement.replace(parameter, variable);
        }
        let first = account_id(0)?.as_u64();
        Ok(Self(format!(
            "\\set account random({first}, {last})\n\\if :left = 0\n\\set number random(0, {last_family})\n\
             SELECT '{FAMILY_PREFIX}' || lpad((:number)::text, 3, '0') AS family \\gset\n\
             \\set left {STATEMENTS_PER_FAMILY}\n\\endif\n\\set left :left - 1\n{statement};\n",
            last = first + u64::from(scale.accounts) - 1,
            last_family = scale.families - 1,
        )))
    }

    /// Runs it over so many connections, its statements prepared.
    pub(super) fn run(
        &self,
        database: &Database,
        connections: usize,
        time: Duration,
    ) -> anyhow::Result<Rate> {
        let mut pgbench = imagekin_testing::command("pgbench")?;
        pgbench.args([
            "-n",
            "-M",
            "prepared",
            "-j",
            "1",
            "-f",
            "-",
            "-D",
            "left=0",
            "-D",
            "status=Available",
        ]);
        pgbench.args(["-D", &format!("region={REGION}"), "-c", &connections.to_string()]);
        pgbench.args(["-T", &time.as_secs().max(1).to_string()]).arg(database.url(CATALOGUE));
        let mut running = pgbench.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        running.stdin.take().context("its input")?.write_all(self.0.as_bytes())?;
        let output = running.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        ensure!(output.status.success(), "pgbench ended with {}: {said}", output.status);
        parse(&said).with_context(|| format!("pgbench said {said}"))
    }
}

/// It tells no percentiles.
fn parse(said: &str) -> Option<Rate> {
    let number = |begin: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(begin))?;
        line.split(' ').next()?.parse::<f64>().ok()
    };
    let average = number("latency average = ")?;
    Some(Rate { requests_per_s: number("tps = ")?, p50_ms: average, p99_ms: 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pgbench_says_is_read() {
        let said = "number of failed transactions: 0 (0.000%)\nlatency average = 1.301 ms\n\
                    initial connection time = 5.2 ms\ntps = 24585.9 (without initial connection time)\n";
        let rate = parse(said).unwrap();
        assert_eq!((rate.requests_per_s, rate.p50_ms), (24_585.9, 1.301));
        assert!(parse("pgbench: error").is_none());
    }
}
