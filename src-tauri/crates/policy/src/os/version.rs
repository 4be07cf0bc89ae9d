//! Comparing versions as they are written.

use std::cmp::Ordering;

/// A version, such as `18.7.2`, `23H2` or `10.0.26100`: its parts between dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u64),
    Word(String),
}

impl Version {
    /// Reads a text. Case and width do not matter, nor do zeros at the end: `17.0` is `17`. Builds of Windows go
    /// without the `10.0.` that all have.
    pub fn of(text: &str) -> Self {
        let folded = crate::library::folded(text.trim());
        let text = folded.strip_prefix("10.0.").unwrap_or(&folded);
        let mut parts: Vec<Part> = text
            .split('.')
            .map(|part| match part.parse() {
                Ok(number) => Part::Number(number),
                Err(_) => Part::Word(part.to_owned()),
            })
            .collect();
        while parts.len() > 1 && parts.last() == Some(&Part::Number(0)) {
            parts.pop();
        }
        Self { parts }
    }

    /// Tells how many parts it has.
    pub fn depth(&self) -> usize {
        self.parts.len()
    }

    /// Tells how many parts another version has, where this one begins with all of them.
    pub fn begins_with(&self, other: &Self) -> Option<usize> {
        let count = other.parts.len();
        let first = self.parts.get(..count)?;
        (first == other.parts).then_some(count)
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts.cmp(&other.parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_people_write_them() {
        for (one, other) in [
            ("17", "17.0"),
            ("17", "17.0.0"),
            ("23h2", "23H2"),
            ("１８．７", "18.7"),
            ("10.0.26100", "26100"),
            (" 12L ", "12l"),
        ] {
            assert_eq!(Version::of(one), Version::of(other));
        }
        for (older, newer) in [
            ("9", "10"),
            ("18.7.2", "18.7.10"),
            ("18.7", "26"),
            ("12", "12.1"),
            ("23H2", "24H2"),
        ] {
            assert!(Version::of(older) < Version::of(newer), "{older} {newer}");
        }
    }

    #[test]
    fn a_version_begins_with_its_generation() {
        let begins = |text, with| Version::of(text).begins_with(&Version::of(with));
        assert_eq!(begins("18.7.2", "18"), Some(1));
        assert_eq!(begins("10.15.7", "10.15"), Some(2));
        assert_eq!(begins("18", "18.7"), None);
        assert_eq!(begins("181", "18"), None);
        assert_eq!(begins("10.0.26100.4202", "26100"), Some(1));
    }
}
