/// What stands between rules where the quoted message begins.
const SEPARATORS: [&str; 6] = [
    "original message",
    "元のメッセージ",
    "original appointment",
    "返信元メッセージ",
    "オリジナルメッセージ",
    "original mail",
];
/// The fields of the header that Outlook writes above what it quotes, in both languages.
const OUTLOOK_FROM: [&str; 2] = ["from:", "差出人:"];
const OUTLOOK_SENT: [&str; 6] = ["sent:", "date:", "送信日時:", "日時:", "to:", "宛先:"];

/// Returns the new part of a reply, for previews: without the lines quoted and without the message
/// quoted below. Where nothing else is there, the whole text.
pub fn strip_quotes(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let below = counts_below(&lines);
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if is_separator(line) || is_outlook_header(&lines, at) {
            break;
        }
        if let Some(length) = introduction(&lines, at) {
            let counts = below.get(at + length).copied().unwrap_or_default();
            if counts.quoted == 0 || counts.own == 0 {
                break;
            }
            if lines
                .iter()
                .skip(at + length)
                .find(|line| !line.trim().is_empty())
                .is_some_and(|line| is_quoted(line))
            {
                at += length;
                continue;
            }
        }
        if !is_quoted(line) {
            kept.push(line.trim_end());
        }
        at += 1;
    }
    let new = collapsed(&kept);
    if new.is_empty() {
        text.trim().to_owned()
    } else {
        new
    }
}

/// How many lines from one on are quoted, and how many are the writer's own.
#[derive(Copy, Clone, Default)]
struct Below {
    quoted: usize,
    own: usize,
}

fn counts_below(lines: &[&str]) -> Vec<Below> {
    let mut below = Below::default();
    let mut counts: Vec<Below> = lines
        .iter()
        .rev()
        .map(|line| {
            below.quoted += usize::from(is_quoted(line));
            below.own += usize::from(!is_quoted(line) && !line.trim().is_empty());
            below
        })
        .collect();
    counts.reverse();
    counts
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with(['>', '＞'])
}

/// `----- Original Message -----`, in any spacing and both languages.
fn is_separator(line: &str) -> bool {
    const RULES: [char; 5] = ['-', '_', '=', '－', '―'];
    let line = line.trim();
    let inner = line.trim_matches(RULES).trim();
    line.starts_with(RULES) && SEPARATORS.contains(&inner.to_lowercase().as_str())
}

/// `From:` or `差出人:`, and within three lines when it was sent.
fn is_outlook_header(lines: &[&str], at: usize) -> bool {
    let begins = |line: &str, words: &[&str]| {
        let start: String = line
            .trim_start_matches([' ', '*', '\t'])
            .chars()
            .take(8)
            .collect();
        let start = start.to_lowercase().replace('：', ":");
        words.iter().any(|word| start.starts_with(word))
    };
    lines
        .get(at)
        .is_some_and(|line| begins(line, &OUTLOOK_FROM))
        && lines
            .iter()
            .skip(at + 1)
            .take(3)
            .any(|line| begins(line, &OUTLOOK_SENT))
}

/// The length in lines of what introduces a quote at line `at`: `On … wrote:` and its like.
fn introduction(lines: &[&str], at: usize) -> Option<usize> {
    let line = lines.get(at).filter(|line| starts_introduction(line))?;
    if ends_introduction(line) {
        return Some(1);
    }
    lines
        .get(at + 1)
        .filter(|next| ends_introduction(next))
        .map(|_| 2)
}

/// `On Mon, 23 …`, `2026年11月23日(月) …`, `2026/11/23 …`.
fn starts_introduction(line: &str) -> bool {
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let dated = digits == 4
        && line
            .get(4..)
            .is_some_and(|rest| rest.starts_with(['年', '/', '-']));
    dated || line.starts_with("On ") && line.bytes().any(|byte| byte.is_ascii_digit())
}

fn ends_introduction(line: &str) -> bool {
    const ENDS: [&str; 5] = ["wrote", ">", "メール", "書きました", "書き込みました"];
    let line = line.trim();
    let inner = line.strip_suffix(':').or_else(|| line.strip_suffix('：'));
    line.len() <= 400 && inner.is_some_and(|inner| ENDS.iter().any(|end| inner.ends_with(end)))
}

/// Joins the lines; several empty ones, left where quotes were taken out, become one.
fn collapsed(lines: &[&str]) -> String {
    let mut out = String::new();
    let mut blank = false;
    for line in lines {
        if line.trim().is_empty() {
            blank = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank { "\n\n" } else { "\n" });
        }
        blank = false;
        out.push_str(line);
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests;
