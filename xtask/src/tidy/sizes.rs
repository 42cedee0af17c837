//! Source files stay short enough to be read at one sitting. How long a function may be, clippy knows.

use super::repository::Repository;

/// Bars for lines of a source file, tests not counted. They are never raised.
const MEDIAN_MAX: usize = 150;
const P95_MAX: usize = 450;
const LONGEST_MAX: usize = 500;

/// Source files are short: in the middle, nearly all, and each.
pub(super) fn short(repository: &Repository) -> Vec<String> {
    let lengths = lengths(repository);
    let mut complaints: Vec<String> = lengths
        .iter()
        .filter(|(length, _)| *length > LONGEST_MAX)
        .map(|(length, path)| format!("{path}: {length} lines without tests, more than {LONGEST_MAX}"))
        .collect();
    let (median, p95) = (percentile(&lengths, 50), percentile(&lengths, 95));
    if median > MEDIAN_MAX {
        complaints.push(format!("the median source file has {median} lines, more than {MEDIAN_MAX}"));
    }
    if p95 > P95_MAX {
        complaints.push(format!(
            "of a hundred source files the fifth longest has {p95} lines, more than {P95_MAX}"
        ));
    }
    complaints
}

/// One line with the numbers.
pub(super) fn report(repository: &Repository) -> String {
    let lengths = lengths(repository);
    let (median, p95) = (percentile(&lengths, 50), percentile(&lengths, 95));
    let longest =
        lengths.last().map_or(String::new(), |(length, path)| format!(", longest {length} ({path})"));
    format!("{} source files without tests: median {median} lines, p95 {p95}{longest}", lengths.len())
}

/// Lines and path of each source file, shortest first.
fn lengths(repository: &Repository) -> Vec<(usize, &str)> {
    let source = repository.rust().filter(|file| !file.is_test());
    let mut lengths: Vec<(usize, &str)> =
        source.map(|file| (file.source_and_tests().0.len(), file.path.as_str())).collect();
    lengths.sort_unstable();
    lengths
}

/// The smallest length that so many percent of the files do not exceed; 0 without files.
fn percentile(sorted: &[(usize, &str)], percent: usize) -> usize {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).map_or(0, |(length, _)| *length)
}

#[cfg(test)]
mod tests {
    use super::super::repository::repository;
    use super::*;

    #[test]
    fn percentiles() {
        let sorted: Vec<(usize, &str)> = (1..=40).map(|length| (length, "")).collect();
        assert_eq!(percentile(&sorted, 50), 20);
        assert_eq!(percentile(&sorted, 95), 38);
        assert_eq!(percentile(&sorted[..1], 95), 1);
        assert_eq!(percentile(&[], 50), 0);
    }

    #[test]
    fn a_long_file_is_named() {
        let long = "\n".repeat(LONGEST_MAX + 1);
        let complaints =
            short(&repository(&[("a.rs", "\n"), ("b.rs", "\n"), ("c.rs", &long), ("d/tests.rs", &long)]));
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        assert_eq!(complaints[0], "c.rs: 501 lines without tests, more than 500");
    }
}
