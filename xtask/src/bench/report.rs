//! What a measuring program tells: `name<TAB>value` a line.

use std::collections::BTreeMap;

use crate::failure::{Context, Failure, Outcome};

/// The values by their names.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report(BTreeMap<String, f64>);

impl Report {
    /// Reads a program's output; lines of another shape tell nothing.
    pub fn read(text: &str) -> Outcome<Self> {
        let pairs = text.lines().filter_map(|line| line.split_once('\t'));
        let read = pairs.map(|(name, value)| {
            let value = value.parse().context(format!("read the figure `{name}`"))?;
            Ok((name.to_owned(), value))
        });
        read.collect::<Outcome<_>>().map(Self)
    }

    /// Gives a value.
    pub fn value(&self, name: &str) -> Outcome<f64> {
        let value = self.0.get(name).copied();
        value.ok_or_else(|| Failure::new(format!("the bench does not tell `{name}`")))
    }

    /// Lists the values whose names begin with `prefix`, with what follows it.
    pub fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, f64)> {
        let all = self.0.iter();
        all.filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, *value)))
    }
}

#[cfg(test)]
mod tests {
    use super::Report;

    #[test]
    fn reads_names_and_values() {
        let report = Report::read("a word\npage_first\t1.5\npage_last\t2\n").unwrap();
        assert_eq!(report.value("page_last").unwrap(), 2.0);
        let pages: Vec<_> = report.beginning("page_").collect();
        assert_eq!(pages, [("first", 1.5), ("last", 2.0)]);
        assert!(report.value("page").is_err());
        assert!(Report::read("page\tmany").is_err());
    }
}
