//! Bars of the project, and numbers as the reports have them.

/// A bar of the project and what was measured.
pub(in crate::bench::measure) struct Bar {
    pub(in crate::bench::measure) what: String,
    pub(in crate::bench::measure) bar: String,
    pub(in crate::bench::measure) measured: String,
    pub(in crate::bench::measure) is_met: bool,
}

/// The section of the bars.
pub(in crate::bench::measure) fn bars_table(bars: &[Bar]) -> String {
    let line = |Bar { what, bar, measured, is_met }: &Bar| {
        format!("| {what} | {bar} | {measured} | {} |\n", if *is_met { "yes" } else { "**no**" })
    };
    format!(
        "\n## Bars\n\n| what | bar | measured | met |\n|---|---|---|---|\n{}",
        bars.iter().map(line).collect::<String>()
    )
}

/// A bar that must not be exceeded.
pub(in crate::bench::measure) fn at_most(what: &str, measured: f64, bar: f64, unit: &str) -> Bar {
    Bar {
        what: what.to_owned(),
        bar: format!("≤ {bar} {unit}"),
        measured: format!("{measured:.0} {unit}"),
        is_met: measured <= bar,
    }
}

/// A whole number with commas between its thousands.
pub(in crate::bench::measure) fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
