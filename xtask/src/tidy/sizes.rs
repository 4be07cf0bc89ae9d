//! How long files and functions are.

use super::Finding;
use super::source::{Source, Sources};

/// From how many lines on a file is warned of and refused, by the ending of its name.
const FILE_LIMITS: [(&str, usize, usize); 2] = [(".rs", 400, 600), (".svelte", 170, 300)];

/// The lines of a function that nine in ten keep to.
const FUNCTION_LINES: usize = 30;
const SHARE_PERCENT: usize = 90;

/// Checks how long Rust files and Svelte components are.
pub fn files(sources: &Sources) -> Vec<Finding> {
    FILE_LIMITS
        .iter()
        .flat_map(|(ending, warn, fail)| {
            sources
                .ending(ending)
                .filter_map(|source| file(source, *warn, *fail))
        })
        .collect()
}

fn file(source: &Source, warn: usize, fail: usize) -> Option<Finding> {
    let lines = source.text.lines().count();
    let message = format!("{lines} lines; {warn} are enough, {fail} too many");
    let finding = Finding::new(&source.path, None, message);
    match lines {
        _ if lines > fail => Some(finding),
        _ if lines > warn => Some(finding.warning()),
        _ => None,
    }
}

/// A function's place and how many lines it has, signature and braces included.
#[derive(Debug, PartialEq, Eq)]
struct Function {
    path: String,
    line: usize,
    length: usize,
}

/// Checks that nine Rust functions in ten are short; when not, names the ten longest.
pub fn functions(sources: &Sources) -> Vec<Finding> {
    let functions = all_functions(sources);
    if percentile(&functions) <= FUNCTION_LINES {
        return Vec::new();
    }
    let longest = functions.iter().rev().take(10);
    longest
        .map(|function| {
            Finding::new(
                &function.path,
                function.line,
                format!("{} lines", function.length),
            )
        })
        .collect()
}

/// Says how long the functions are.
pub fn measure(sources: &Sources) -> String {
    let functions = all_functions(sources);
    let longest = functions.last().map_or(String::new(), |function| {
        format!(
            "; the longest has {} ({}:{})",
            function.length, function.path, function.line
        )
    });
    format!(
        "{} Rust functions outside tests, {SHARE_PERCENT} % have at most {} lines (bar {FUNCTION_LINES}){longest}",
        functions.len(),
        percentile(&functions),
    )
}

fn percentile(sorted: &[Function]) -> usize {
    let rank = (sorted.len() * SHARE_PERCENT).div_ceil(100);
    sorted
        .get(rank.saturating_sub(1))
        .map_or(0, |function| function.length)
}

/// Finds the functions outside tests, shortest first.
fn all_functions(sources: &Sources) -> Vec<Function> {
    let mut functions: Vec<_> = sources.ending(".rs").flat_map(functions_in).collect();
    functions.sort_by_key(|function| function.length);
    functions
}

/// Relies on rustfmt: a function ends at the first brace that stands as far left as its first line.
fn functions_in(source: &Source) -> Vec<Function> {
    let lines = source.production();
    let mut found = Vec::new();
    for (position, (number, line)) in lines.iter().enumerate() {
        if !begins_function(line) {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let rest = lines.get(position..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|(_, line)| ends_function(line, indent));
        found.extend(length.map(|last| Function {
            path: source.path.clone(),
            line: *number,
            length: last + 1,
        }));
    }
    found
}

fn begins_function(line: &str) -> bool {
    let words = line.split_whitespace();
    let mut words = words.skip_while(|word| {
        word.starts_with("pub")
            || matches!(
                *word,
                "const" | "async" | "unsafe" | "extern" | "\"C\"" | "default"
            )
    });
    // A declaration without a body ends with a semicolon, at the latest on a line of its own.
    words.next() == Some("fn") && !line.trim_end().ends_with(';')
}

fn ends_function(line: &str, indent: usize) -> bool {
    let own_indent = line.len() - line.trim_start().len();
    own_indent == indent && line.trim_end().ends_with('}')
}

#[cfg(test)]
mod tests {
    use super::{FUNCTION_LINES, all_functions, files, functions};
    use crate::tidy::Weight;
    use crate::tidy::source::Sources;

    #[track_caller]
    fn check_file(path: &str, lines: usize, expected: Option<Weight>) {
        let text = "x\n".repeat(lines);
        let findings = files(&Sources::of(&[(path, &text)]));
        assert_eq!(findings.first().map(|finding| finding.weight), expected);
    }

    #[test]
    fn long_files_are_warned_of_and_longer_ones_refused() {
        check_file("a.rs", 400, None);
        check_file("a.rs", 401, Some(Weight::Warns));
        check_file("a.rs", 601, Some(Weight::Fails));
        check_file("A.svelte", 171, Some(Weight::Warns));
        check_file("A.svelte", 301, Some(Weight::Fails));
        check_file("a.ts", 900, None);
    }

    #[test]
    fn measures_functions_with_their_signature_and_braces() {
        let text = "impl A {\n    pub const fn one(&self) -> u8 { 1 }\n\n    fn two(\n        a: u8,\n    ) {\n        if a {\n        }\n    }\n\n    fn none();\n}\n";
        let found = all_functions(&Sources::of(&[("a.rs", text)]));
        let lengths: Vec<_> = found.iter().map(|f| (f.line, f.length)).collect();
        assert_eq!(lengths, [(2, 1), (4, 6)]);
    }

    #[test]
    fn one_long_function_in_ten_is_let_pass_and_two_are_not() {
        let short = "fn a() {}\n";
        let long = format!("fn a() {{\n{}}}\n", "    b();\n".repeat(FUNCTION_LINES));
        let of = |text: String| functions(&Sources::of(&[("a.rs", &text)])).len();
        assert_eq!(of(format!("{}{long}", short.repeat(9))), 0);
        assert_eq!(of(format!("{}{long}{long}", short.repeat(8))), 10);
    }
}
