//! Taking out of a text what its author did not write: quotes, earlier mails, logs, addresses.

/// Gives the lines that the author wrote, without what is quoted in them.
pub fn own_words(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let end = lines.iter().position(|line| begins_earlier_mail(line));
    let own = match end {
        Some(0) | None => lines.as_slice(),
        Some(end) => lines.get(..end).unwrap_or(&lines),
    };
    let kept = own
        .iter()
        .filter(|line| !is_quote(line) && !is_log(line))
        .map(|line| without_quotations(line));
    kept.map(|line| without_addresses(&line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Tells whether an earlier mail, or a signature, begins with the line.
fn begins_earlier_mail(line: &str) -> bool {
    let lower = line.to_lowercase();
    line == "--"
        || lower.starts_with("-----original message")
        || lower.starts_with("---------- forwarded")
        || lower.starts_with("from: ")
        || (lower.starts_with("on ") && lower.ends_with("wrote:"))
}

fn is_quote(line: &str) -> bool {
    line.starts_with(['>', '＞', '|'])
}

/// Tells whether a line is of a log, a stack of calls or a file of settings rather than of a letter.
fn is_log(line: &str) -> bool {
    const MARKS: [&str; 14] = [
        "[ERROR]",
        "[WARN]",
        "[INFO]",
        "[DEBUG]",
        "ERROR ",
        "WARN ",
        "INFO ",
        "DEBUG ",
        "FATAL ",
        "Exception",
        "Caused by:",
        "Traceback",
        "0x",
        "</",
    ];
    const BEGINS: [&str; 8] = ["at ", "File \"", "{", "}", "<", "$ ", "# ", "C:\\"];
    let has_kana = line.chars().any(super::is_kana);
    !has_kana
        && (begins_with_time(line)
            || MARKS.iter().any(|mark| line.contains(mark))
            || BEGINS.iter().any(|begin| line.starts_with(begin)))
}

/// Tells whether a line begins with a date or a time, as logs do.
fn begins_with_time(line: &str) -> bool {
    let start = line.trim_start_matches(['[', '(']);
    let shape: String = start
        .chars()
        .take(8)
        .map(|letter| if letter.is_ascii_digit() { '9' } else { letter })
        .collect();
    ["9999-99-", "9999/99/", "99:99:99"].contains(&shape.as_str())
}

/// Takes out what stands between marks of quotation, unless it has kana: a Japanese author quotes what a screen says
/// in another language, and words of his own.
fn without_quotations(line: &str) -> String {
    const PAIRS: [(char, char); 5] = [
        ('"', '"'),
        ('“', '”'),
        ('`', '`'),
        ('「', '」'),
        ('『', '』'),
    ];
    let mut kept = String::new();
    let mut rest = line;
    while let Some((at, open)) = rest
        .char_indices()
        .find(|(_, letter)| PAIRS.iter().any(|(open, _)| open == letter))
    {
        let (before, quoted) = rest.split_at(at);
        let quoted = quoted.get(open.len_utf8()..).unwrap_or_default();
        let close = PAIRS.iter().find(|(known, _)| *known == open);
        let end = close.and_then(|(_, close)| quoted.split_once(*close));
        let Some((quotation, after)) = end else {
            break;
        };
        kept.push_str(before);
        let own = !matches!(open, '"' | '“' | '`') && quotation.chars().any(super::is_kana);
        kept.push_str(if own { quotation } else { " " });
        rest = after;
    }
    kept + rest
}

/// Takes out addresses of pages and mail, paths, and words with digits or underscores in them.
fn without_addresses(line: &str) -> String {
    let words = line.split_whitespace().filter(|word| {
        let is_ascii = word.is_ascii();
        let technical = word.contains("://")
            || word.contains(['@', '_', '\\', '='])
            || word.starts_with('/')
            || word.bytes().any(|byte| byte.is_ascii_digit());
        !(is_ascii && technical)
    });
    words.collect::<Vec<_>>().join(" ")
}
