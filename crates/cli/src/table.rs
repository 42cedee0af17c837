//! Tables of what a reply says: aligned for people, or separated by tabs for programs.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";
/// What stands in a table where there is nothing.
const NOTHING: &str = "-";

/// A column: its heading, and the field of the reply that it shows.
pub(crate) type Column = (&'static str, &'static str);

/// Rows of cells. Cells are as the reply has them; what a terminal would take for a command is taken out when printed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Table {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// One row for each item of a list in a reply.
    pub(crate) fn of(columns: &[Column], items: &Value) -> Self {
        let items = items.as_array().map(Vec::as_slice).unwrap_or_default();
        let row = |item: &Value| columns.iter().map(|(_, field)| cell(&item[*field])).collect();
        Self {
            headings: columns.iter().map(|(heading, _)| *heading).collect(),
            rows: items.iter().map(row).collect(),
        }
    }

    /// One row for each field of one thing that has a value: its name, and the value.
    pub(crate) fn fields(columns: &[Column], thing: &Value) -> Self {
        let row = |(heading, field): &Column| vec![(*heading).to_owned(), cell(&thing[*field])];
        let rows: Vec<Vec<String>> = columns.iter().map(row).collect();
        Self { headings: Vec::new(), rows: rows.into_iter().filter(|row| !row[1].is_empty()).collect() }
    }

    /// With one more field.
    pub(crate) fn with_field(mut self, name: &str, value: String) -> Self {
        self.rows.push(vec![name.to_owned(), value]);
        self
    }

    /// Aligned columns under their headings.
    pub(crate) fn aligned(&self) -> String {
        let headings: Vec<String> = self.headings.iter().map(|heading| (*heading).to_owned()).collect();
        let shown = |row: &Vec<String>| row.iter().map(|cell| or_nothing(&printable(cell))).collect();
        let rows: Vec<Vec<String>> = std::iter::once(headings)
            .filter(|headings| !headings.is_empty())
            .chain(self.rows.iter().map(shown))
            .collect();
        let mut widths = vec![0; rows.iter().map(Vec::len).max().unwrap_or_default()];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.width().max(*width);
            }
        }
        rows.iter().map(|row| line(row, &widths)).collect()
    }

    /// Values only, separated by tabs.
    pub(crate) fn tabbed(&self) -> String {
        let line =
            |row: &Vec<String>| row.iter().map(|cell| printable(cell)).collect::<Vec<_>>().join("\t") + "\n";
        self.rows.iter().map(line).collect()
    }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        // Columns of a terminal, not characters: a Chinese one takes two.
        line += cell;
        line += &" ".repeat(width.saturating_sub(cell.width()));
        line += GAP;
    }
    format!("{}\n", line.trim_end())
}

fn or_nothing(cell: &str) -> String {
    if cell.is_empty() { NOTHING } else { cell }.to_owned()
}

/// How a value of a reply stands in a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        other => other.to_string(),
    }
}

/// The text without characters that a terminal obeys or that would break a line in two.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const COLUMNS: &[Column] =
        &[("IMAGE", "ImageId"), ("NAME", "ImageName"), ("USED", "Used"), ("SIZE", "Size")];

    #[test]
    fn columns_are_aligned_and_cells_tame() {
        let items = json!([
            {"ImageId": "m-1", "ImageName": "黄金镜像", "Used": true, "Size": 20},
            {"ImageId": "m-22", "ImageName": "a\u{1b}[31m\tred", "Used": false},
            {"ImageId": "", "ImageName": "plain", "Size": 5},
        ]);
        let table = Table::of(COLUMNS, &items);
        assert_eq!(
            table.aligned(),
            "IMAGE  NAME        USED  SIZE\n\
             m-1    黄金镜像    yes   20\n\
             m-22   a [31m red  no    -\n\
             -      plain       -     5\n"
        );
        assert_eq!(table.tabbed(), "m-1\t黄金镜像\tyes\t20\nm-22\ta [31m red\tno\t\n\tplain\t\t5\n");
    }

    #[test]
    fn a_thing_shows_what_it_has() {
        let image = json!({"ImageId": "m-1", "ImageName": "", "Size": 20});
        let table = Table::fields(COLUMNS, &image).with_field("Tags", "a=b".to_owned());
        assert_eq!(table.aligned(), "IMAGE  m-1\nSIZE   20\nTags   a=b\n");
        assert_eq!(Table::of(COLUMNS, &Value::Null).tabbed(), "");
    }
}
