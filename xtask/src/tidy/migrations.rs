//! Migrations are one list, `migrations/NNNN_name.sql`, for both databases.

use super::repository::Repository;

/// They count up from 1 without a gap: two branches that add the same number are caught when they meet.
pub(super) fn numbered(repository: &Repository) -> Vec<String> {
    let mut names: Vec<&str> =
        repository.files.iter().filter_map(|file| file.path.strip_prefix("migrations/")).collect();
    names.retain(|name| name.ends_with(".sql"));
    names.sort_unstable();
    let misnumbered = |(index, name): (usize, &&str)| {
        let expected = format!("{:04}_", index + 1);
        (!name.starts_with(&expected))
            .then(|| format!("migrations/{name}: its name should begin with {expected}"))
    };
    names.iter().enumerate().filter_map(misnumbered).collect()
}

#[cfg(test)]
mod tests {
    use super::super::repository::repository;
    use super::*;

    #[test]
    fn a_gap_and_a_double_are_found() {
        let check = |names: [&str; 2]| numbered(&repository(&names.map(|name| (name, ""))));
        assert_eq!(check(["migrations/0002_b.sql", "migrations/0001_a.sql"]), [""; 0]);
        let gap = check(["migrations/0001_a.sql", "migrations/0003_b.sql"]);
        assert_eq!(gap, ["migrations/0003_b.sql: its name should begin with 0002_"]);
        let double = check(["migrations/0001_a.sql", "migrations/0001_b.sql"]);
        assert_eq!(double, ["migrations/0001_b.sql: its name should begin with 0002_"]);
    }
}
