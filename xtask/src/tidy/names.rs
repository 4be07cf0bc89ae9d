//! What types and files are called.

use super::Finding;
use super::source::{Sources, code};

const EMPTY_ENDINGS: [&str; 6] = ["Manager", "Helper", "Util", "Service", "Data", "Info"];
const FOREIGN_WORDS: [&str; 1] = ["Ticket"];
const DEFINERS: [&str; 6] = ["struct", "enum", "trait", "type", "interface", "class"];
const CODE: [&str; 3] = [".rs", ".ts", ".svelte"];

/// Checks the names of the types that we define.
pub fn types(sources: &Sources) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in CODE.iter().flat_map(|ending| sources.ending(ending)) {
        for (number, line) in source.text.lines().enumerate() {
            let Some(name) = defined_type(line) else {
                continue;
            };
            let plain = name.trim_end_matches('s');
            if let Some(ending) = EMPTY_ENDINGS.iter().find(|ending| plain.ends_with(*ending)) {
                findings.push(Finding::new(
                    &source.path,
                    number + 1,
                    format!("`{name}`: what is it beside a {ending}?"),
                ));
            } else if FOREIGN_WORDS.iter().any(|word| name.contains(word)) {
                findings.push(Finding::new(
                    &source.path,
                    number + 1,
                    format!("`{name}`: say inquiry"),
                ));
            }
        }
    }
    findings
}

fn defined_type(line: &str) -> Option<&str> {
    let mut words = code(line).split_whitespace().skip_while(|word| {
        word.starts_with("pub") || matches!(*word, "export" | "default" | "declare" | "abstract")
    });
    words.next().filter(|word| DEFINERS.contains(word))?;
    let name = words.next()?;
    let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    name.get(..end.unwrap_or(name.len()))
        .filter(|name| !name.is_empty())
}

/// Checks that there is no `mod.rs` and no barrel.
pub fn module_files(sources: &Sources) -> Vec<Finding> {
    sources
        .iter()
        .filter_map(|source| {
            let (folder, name) = source.path.rsplit_once('/').unwrap_or(("", &source.path));
            match name {
                "mod.rs" => Some(Finding::new(
                    &source.path,
                    None,
                    format!("call it {folder}.rs"),
                )),
                "index.ts" | "index.js" => Some(Finding::new(
                    &source.path,
                    None,
                    "import from the file that has the thing",
                )),
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{module_files, types};
    use crate::tidy::source::Sources;

    #[track_caller]
    fn check(line: &str, ok: bool) {
        assert_eq!(
            types(&Sources::of(&[("a.rs", line)])).is_empty(),
            ok,
            "{line}"
        );
    }

    #[test]
    fn types_are_nouns() {
        check("pub struct QueueManager {", false);
        check("pub(crate) enum RowInfo<'a> {", false);
        check("export interface MailUtils {", false);
        check("type Data = u8;", false);
        check("struct TicketRow;", false);
        check("pub struct Queue(u8);", true);
        check("use tauri::Manager;", true);
        check("// struct QueueManager", true);
        check("type Informed = u8;", true);
    }

    #[test]
    fn modules_are_files_of_their_own_name() {
        let found = module_files(&Sources::of(&[
            ("a/src/queue/mod.rs", ""),
            ("ui/src/lib/index.ts", ""),
            ("ui/index.html", ""),
            ("a/src/queue.rs", ""),
        ]));
        assert_eq!(found.len(), 2);
    }
}
