use super::CleanHtml;
use super::entities::decoded;
use super::tokens::{Token, tokens};

/// Returns what cleaned HTML says as plain text.
pub(crate) fn text_of(clean: &CleanHtml) -> String {
    let mut plain = Plain::default();
    for token in tokens(&clean.html) {
        match token {
            Token::Text(text) => plain.text(&decoded(text)),
            Token::Start(tag) => plain.start(&tag.name),
            Token::End(name) => plain.end(&name),
            Token::Raw { .. } => {}
        }
    }
    plain.out
}

#[derive(Default)]
struct Plain {
    out: String,
    /// Line ends and blanks that are due before the next word.
    breaks: usize,
    blank: bool,
    quotes: usize,
    preformatted: usize,
    /// What the next word begins with.
    mark: Option<&'static str>,
}

impl Plain {
    fn text(&mut self, text: &str) {
        if self.preformatted > 0 {
            for (at, line) in text.split('\n').enumerate() {
                self.breaks += usize::from(at > 0);
                self.word(line);
            }
            return;
        }
        for (at, word) in text
            .split(|c: char| c.is_whitespace() && c != '\u{3000}')
            .enumerate()
        {
            self.blank |= at > 0;
            self.word(word);
        }
    }

    fn word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        let breaks = std::mem::take(&mut self.breaks);
        let blank = std::mem::take(&mut self.blank);
        let begins = self.out.is_empty() || breaks > 0;
        if !self.out.is_empty() {
            self.out.extend(std::iter::repeat_n('\n', breaks));
        }
        if begins {
            self.out.extend(std::iter::repeat_n("> ", self.quotes));
        } else if blank {
            self.out.push(' ');
        }
        self.out.extend(self.mark.take());
        self.out.push_str(word);
    }

    /// Asks for at least that many line ends before the next word.
    fn break_line(&mut self, least: usize) {
        self.breaks = self.breaks.max(least);
    }

    fn start(&mut self, name: &str) {
        match name {
            "br" => self.breaks = (self.breaks + 1).min(3),
            "hr" => {
                self.break_line(1);
                self.word("----");
                self.break_line(1);
            }
            "li" => {
                self.break_line(1);
                self.mark = Some("・");
            }
            "td" | "th" => self.blank = true,
            "blockquote" => {
                self.break_line(2);
                self.quotes += 1;
            }
            "pre" => {
                self.break_line(1);
                self.preformatted += 1;
            }
            _ => self.break_line(lines_round(name)),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "blockquote" => self.quotes = self.quotes.saturating_sub(1),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            _ => {}
        }
        if name == "li" {
            self.mark = None;
        }
        self.break_line(lines_round(name));
    }
}

/// How many line ends stand before and after an element.
fn lines_round(name: &str) -> usize {
    match name {
        "p" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "dl" => 2,
        "div" | "center" | "ol" | "li" | "tr" | "dt" | "dd" | "pre" | "caption" => 1,
        _ => 0,
    }
}
