//! The words after a command.

use crate::failure::{Failure, Outcome};

/// What is left of the command line; every reader takes away what it understood.
pub struct Arguments {
    words: Vec<String>,
}

impl Arguments {
    /// Takes the words after the command's name.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self {
            words: words.into_iter().collect(),
        }
    }

    /// Takes `--name` and tells whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// Takes `--name VALUE` or `--name=VALUE`; of several the last holds.
    pub fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        Ok(self.values(name)?.pop())
    }

    /// Takes every `--name VALUE` and `--name=VALUE`, in order.
    pub fn values(&mut self, name: &str) -> Outcome<Vec<String>> {
        let mut found = Vec::new();
        let mut rest = Vec::new();
        let mut words = std::mem::take(&mut self.words).into_iter();
        while let Some(word) = words.next() {
            if word == name {
                let value = words.next().filter(|value| !value.starts_with("--"));
                found.push(value.ok_or_else(|| Failure::usage(format!("{name} needs a value")))?);
            } else if let Some((_, value)) =
                word.split_once('=').filter(|(option, _)| *option == name)
            {
                found.push(value.to_owned());
            } else {
                rest.push(word);
            }
        }
        self.words = rest;
        Ok(found)
    }

    /// Takes the words that are no options.
    pub fn plain(&mut self) -> Vec<String> {
        let (options, plain) = std::mem::take(&mut self.words)
            .into_iter()
            .partition(|word| word.starts_with("--"));
        self.words = options;
        plain
    }

    /// Refuses what nobody took.
    pub fn finish(self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(Failure::usage(format!(
                "`{word}` is not understood; `cargo xtask help` lists all commands"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn arguments(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn takes_flags_values_and_plain_words() {
        let mut line = arguments("--sample queue --size 1024x640 --lang=en");
        assert!(line.flag("--sample"));
        assert!(!line.flag("--sample"));
        assert_eq!(line.value("--size").unwrap().as_deref(), Some("1024x640"));
        assert_eq!(line.value("--lang").unwrap().as_deref(), Some("en"));
        assert_eq!(line.value("--theme").unwrap(), None);
        assert_eq!(line.plain(), ["queue"]);
        assert!(line.finish().is_ok());
    }

    #[test]
    fn refuses_an_option_without_its_value() {
        let failure = arguments("--size --sample").value("--size").unwrap_err();
        assert_eq!(failure.exit_code(), 2);
        assert!(arguments("--size").value("--size").is_err());
    }

    #[test]
    fn refuses_what_nobody_took() {
        let failure = arguments("--smaple").finish().unwrap_err();
        assert!(failure.to_string().contains("--smaple"));
    }
}
