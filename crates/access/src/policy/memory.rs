//! What policies that were read take in memory: far more than their texts, and how much more depends on what they say.

/// About what an allocation takes beside what is in it: allocators have classes of sizes.
const ALLOCATION_BYTES: usize = 16;

/// What these take, without what each of them has allocated for itself, in bytes.
pub(super) fn boxed<T>(items: &[T]) -> usize {
    if items.is_empty() { 0 } else { size_of_val(items) + ALLOCATION_BYTES }
}

/// What these take, with what each of them has allocated for itself, as `allocated` says, in bytes.
pub(super) fn boxed_with<T>(items: &[T], allocated: impl Fn(&T) -> usize) -> usize {
    boxed(items) + items.iter().map(allocated).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use crate::PolicyDocument;

    fn bytes(statement: &str) -> usize {
        let text = format!(r#"{{"Version":"1","Statement":[{statement}]}}"#);
        PolicyDocument::parse(&text).expect("a policy").memory_bytes()
    }

    /// Each element counts, and what is as long as it takes as much.
    #[test]
    fn whatever_is_said_counts() {
        let least = bytes(r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#);
        for more in [
            r#"{"Effect":"Allow","Action":"ecs:DescribeImages","Resource":"*"}"#,
            r#"{"Effect":"Allow","Action":"*","Resource":"acs:ecs:*:*:image/*"}"#,
            r#"{"Effect":"Allow","Action":"*","Resource":["*","acs:*"]}"#,
            r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"acs:SecureTransport":"true"}}}"#,
        ] {
            assert!(bytes(more) > least + 8, "{more}");
        }
        let condition = |operator: &str, key: &str, values: &str| {
            bytes(&format!(
                r#"{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{"{operator}":{{"{key}":[{values}]}}}}}}"#
            ))
        };
        for (operator, value) in [
            ("StringEquals", "ab"),
            ("StringEqualsIgnoreCase", "ab"),
            ("StringLike", "a*"),
            ("NumericEquals", "7"),
            ("DateLessThan", "2024-01-02T03:04:05Z"),
            ("IpAddress", "192.0.2.0/24"),
            ("Bool", "true"),
        ] {
            let (one, more) = (format!("\"{value}\""), [format!("\"{value}\"").as_str(); 40].join(","));
            assert!(condition(operator, "k", &more) > condition(operator, "k", &one) + 38, "{operator}");
            assert!(condition(operator, "a-longer-key", &one) > condition(operator, "k", &one), "{operator}");
        }
    }

    /// The heaviest that may be as long: nothing takes as much for each character as the shortest conditions.
    #[test]
    fn none_takes_more_than_it_may() {
        let keys: Vec<String> = ('#'..='~').filter(|c| *c != '\\').map(|c| format!("\"{c}\":\"\"")).collect();
        let conditions = keys.join(",");
        let statement = format!(
            r#"{{"Effect":"Deny","Action":"*","Resource":"*","Condition":{{"StringLike":{{{conditions}}},"StringNotLike":{{{conditions}}}}}}}"#
        );
        let statements = [statement.as_str(); 4].join(",");
        let length = statements.len() * PolicyDocument::MEMORY_BYTES_MAX / PolicyDocument::LENGTH_MAX;
        assert!((length * 3 / 4..length).contains(&bytes(&statements)), "{} {length}", bytes(&statements));
    }
}
