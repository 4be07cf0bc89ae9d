//! What the page on the policies' coverage says is shown by a test.

use super::Finding;
use super::source::Sources;

const PAGE: &str = "docs/policy-coverage.md";

/// Checks that each test that the page names is there.
pub fn named_tests(sources: &Sources) -> Vec<Finding> {
    let Some(page) = sources.iter().find(|source| source.path == PAGE) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (at, row) in page.text.lines().enumerate() {
        let spans = row.split('`').skip(1).step_by(2);
        let names = spans.filter_map(|span| span.rsplit("::").next());
        for name in names.filter(|name| is_test_name(name)) {
            let wanted = format!("fn {name}(");
            if !sources.ending(".rs").any(|it| it.text.contains(&wanted)) {
                let message = format!("no test is called {name}");
                findings.push(Finding::new(PAGE, at + 1, message));
            }
        }
    }
    findings
}

/// Tells a test's name from that of a function: tests are sentences.
fn is_test_name(name: &str) -> bool {
    let spelled = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.bytes().all(spelled) && name.matches('_').count() > 1
}

#[cfg(test)]
mod tests {
    use super::named_tests;
    use crate::tidy::source::Sources;

    #[track_caller]
    fn check(page: &str, ok: bool) {
        let test = ("a/tests/b.rs", "fn a_test_is_there() {}");
        let sources = Sources::of(&[("docs/policy-coverage.md", page), test]);
        assert_eq!(named_tests(&sources).is_empty(), ok, "{page}");
    }

    #[test]
    fn a_test_that_is_gone_is_found() {
        check("| §1 | `judge_scope` | `b::a_test_is_there` |", true);
        check("| §1 | `judge_scope` | `b::a_test_is_gone` |", false);
    }
}
