use crate::visible::{is_deceptive, is_filler};

const MAX_CHARS: usize = 120;
const MAX_BYTES: usize = 200;
const NAMELESS: &str = "attachment";
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Makes a name that can be shown and saved on any system: only the last part of a path, no
/// control or overriding characters, none that a file system refuses, at most 120 characters and
/// 200 bytes with the extension kept; `attachment` where nothing remains.
pub fn safe_file_name(name: &str) -> String {
    let last = name
        .rsplit(['/', '\\'])
        .find(|part| !part.trim().is_empty())
        .unwrap_or_default();
    let cleaned: String = last
        .chars()
        .filter(|&c| !is_filler(c) && !is_deceptive(c))
        .map(|c| match c {
            ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            _ if c.is_control() || c.is_whitespace() => ' ',
            _ => c,
        })
        .collect();
    let spaced = cleaned
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let trimmed = spaced.trim_matches(['.', ' ']);
    if trimmed.is_empty() {
        return NAMELESS.to_owned();
    }
    let short = shortened(trimmed);
    if is_reserved(&short) {
        format!("_{short}")
    } else {
        short
    }
}

/// Tells whether Windows takes the name for a device, whatever its extension.
fn is_reserved(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let bare = stem.strip_suffix(|c: char| c.is_ascii_digit());
    match bare {
        Some(device) => matches!(device, "com" | "lpt"),
        None => RESERVED.contains(&stem.as_str()),
    }
}

fn shortened(name: &str) -> String {
    if name.len() <= MAX_BYTES && name.chars().count() <= MAX_CHARS {
        return name.to_owned();
    }
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if extension.chars().count() <= 10 && extension.len() <= 20 => {
            (stem, format!(".{extension}"))
        }
        _ => (name, String::new()),
    };
    let mut short = String::new();
    for c in stem.chars().take(MAX_CHARS - extension.chars().count()) {
        if short.len() + c.len_utf8() + extension.len() > MAX_BYTES {
            break;
        }
        short.push(c);
    }
    short.truncate(short.trim_end_matches(['.', ' ']).len());
    short + &extension
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, safe: &str) {
        assert_eq!(safe_file_name(name), safe);
    }

    #[test]
    fn paths_lose_their_folders() {
        check("../../etc/passwd", "passwd");
        check(r"C:\Users\taro\見積書.xlsx", "見積書.xlsx");
        check("/", NAMELESS);
        check("..", NAMELESS);
        check("a/..", NAMELESS);
        check("", NAMELESS);
    }

    #[test]
    fn what_deceives_goes() {
        check("請求書\u{202E}fdp.exe", "請求書fdp.exe");
        check("report.pdf                    .exe", "report.pdf .exe");
        check("a\r\nb\0c.txt", "a b c.txt");
        check("\u{FEFF}ログ.txt. . ", "ログ.txt");
        check(".htaccess", "htaccess");
    }

    #[test]
    fn what_file_systems_refuse_is_replaced() {
        check("10:30 の<画面>?.png", "10_30 の_画面__.png");
        check("CON", "_CON");
        check("nul.txt", "_nul.txt");
        check("com1.log", "_com1.log");
        check("company.txt", "company.txt");
        check("aux2.txt", "aux2.txt");
    }

    #[test]
    fn long_names_keep_their_extension() {
        let safe = safe_file_name(&format!("{}.pdf", "長".repeat(500)));
        assert!(
            safe.ends_with("長.pdf") && safe.len() <= MAX_BYTES,
            "{safe}"
        );
        assert_eq!(safe_file_name(&"x".repeat(500)).len(), MAX_CHARS);
    }
}
