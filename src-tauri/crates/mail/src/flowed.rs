//! `format=flowed` (RFC 3676): lines that a mailer broke are joined again.

/// Joins flowed lines: one that ends in a space goes on in the next of the same quote depth.
/// With `del_sp` that space was put there by the mailer and goes too (Japanese has none).
pub(crate) fn unflow(text: &str, del_sp: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut flowing: Option<usize> = None;
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let (depth, content) = quote_depth(line);
        let signature = content == "-- ";
        if flowing != Some(depth) || signature {
            if !out.is_empty() || flowing.is_some() {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n('>', depth));
            if depth > 0 && !content.is_empty() {
                out.push(' ');
            }
        }
        let flows = content.ends_with(' ') && !signature;
        out.push_str(if flows && del_sp {
            content.strip_suffix(' ').unwrap_or(content)
        } else {
            content
        });
        flowing = Some(if flows { depth } else { usize::MAX });
    }
    out
}

/// A line's quote depth and its content without the space-stuffing.
fn quote_depth(line: &str) -> (usize, &str) {
    let content = line.trim_start_matches('>');
    (
        line.len() - content.len(),
        content.strip_prefix(' ').unwrap_or(content),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, del_sp: bool, unflowed: &str) {
        assert_eq!(unflow(text, del_sp), unflowed);
    }

    #[test]
    fn broken_lines_are_joined() {
        check("one \r\ntwo\r\nthree", false, "one two\nthree");
        check(
            "端末が \n登録できま \nせん。\n\n以上",
            true,
            "端末が登録できません。\n\n以上",
        );
        check("\n\na", false, "\n\na");
        check("a\n", false, "a\n");
    }

    #[test]
    fn quotes_and_signatures_stand_alone() {
        check("> a \n> b\n>> c\nd", false, "> a b\n>> c\nd");
        check("> a \nb", false, "> a \nb");
        check("text \n-- \n例示商事", false, "text \n-- \n例示商事");
        check(" >kept\n  two", false, ">kept\n two");
    }
}
