//! Writes the mails of the sample set, so that they go the way of real ones: with untouched bytes, attachments and HTML.

use std::fmt::Write;

use business_time::Instant;
use chrono_tz::Tz;

use super::script::File;

/// A mail to write.
pub(super) struct Letter<'a> {
    /// Its id, in two parts.
    pub id: (&'a str, &'a str),
    /// The id of the message that it answers.
    pub answers: Option<(&'a str, &'a str)>,
    /// The sender's name and address.
    pub from: (&'a str, &'a str),
    /// The addressee.
    pub to: &'a str,
    pub subject: &'a str,
    pub at: Instant,
    pub zone: Tz,
    /// Whether a server noted its receipt.
    pub proven: bool,
    pub text: &'a str,
    pub html: Option<&'a str>,
    pub attachments: &'a [File],
}

const BOUNDARY: &str = "=_sample";
const INNER: &str = "=_sample_text";

impl Letter<'_> {
    /// Writes the mail.
    pub fn raw(&self) -> Vec<u8> {
        let mut mail = self.header();
        if self.attachments.is_empty() {
            mail.push_str(&self.body());
        } else {
            let _ = write!(
                mail,
                "Content-Type: multipart/mixed; boundary=\"{BOUNDARY}\"\r\n\r\n--{BOUNDARY}\r\n{}",
                self.body()
            );
            for file in self.attachments {
                let _ = write!(mail, "\r\n--{BOUNDARY}\r\n{}", part_of(file));
            }
            let _ = write!(mail, "\r\n--{BOUNDARY}--\r\n");
        }
        mail.into_bytes()
    }

    fn header(&self) -> String {
        let date = self.at.to_utc().with_timezone(&self.zone).to_rfc2822();
        let mut header = String::new();
        if self.proven {
            let _ = write!(
                header,
                "Received: from mx.example.jp by desk.example.jp; {date}\r\n"
            );
        }
        let (name, address) = self.from;
        let _ = write!(
            header,
            "From: {} <{address}>\r\nTo: <{}>\r\n",
            encoded(name),
            self.to
        );
        let _ = write!(
            header,
            "Subject: {}\r\nDate: {date}\r\nMessage-ID: <{}>\r\n",
            encoded(self.subject),
            joined(self.id)
        );
        if let Some(answers) = self.answers {
            let _ = write!(header, "In-Reply-To: <{}>\r\n", joined(answers));
        }
        header + "MIME-Version: 1.0\r\n"
    }

    fn body(&self) -> String {
        let text = text_part("plain", self.text);
        self.html.map_or_else(
            || text.clone(),
            |html| {
                let html = text_part("html", html);
                format!(
                    "Content-Type: multipart/alternative; boundary=\"{INNER}\"\r\n\r\n--{INNER}\r\n{text}\r\n--{INNER}\r\n{html}\r\n--{INNER}--\r\n"
                )
            },
        )
    }
}

fn joined((first, rest): (&str, &str)) -> String {
    format!("{first}.{rest}")
}

fn text_part(subtype: &str, text: &str) -> String {
    let text = text.replace('\n', "\r\n");
    format!(
        "Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
    )
}

fn part_of(file: &File) -> String {
    let name = bytes_as(&file.name, '%');
    let head = format!(
        "Content-Type: {}\r\nContent-Disposition: attachment; filename*=UTF-8''{name}\r\n",
        file.media_type
    );
    match (&file.base64, &file.text) {
        (Some(base64), _) => format!("{head}Content-Transfer-Encoding: base64\r\n\r\n{base64}\r\n"),
        (None, text) => format!(
            "{head}Content-Transfer-Encoding: 8bit\r\n\r\n{}",
            text.as_deref().unwrap_or_default()
        ),
    }
}

/// Writes a header's text as encoded-words of six characters each, so that none is longer than the 75 that are allowed.
fn encoded(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let word = |it: &[char]| {
        format!(
            "=?UTF-8?Q?{}?=",
            bytes_as(&it.iter().collect::<String>(), '=')
        )
    };
    characters
        .chunks(6)
        .map(word)
        .collect::<Vec<_>>()
        .join("\r\n ")
}

/// Writes every byte as a mark and two hex digits.
fn bytes_as(text: &str, mark: char) -> String {
    text.bytes().fold(String::new(), |mut written, byte| {
        let _ = write!(written, "{mark}{byte:02X}");
        written
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter<'a>(html: Option<&'a str>, attachments: &'a [File]) -> Letter<'a> {
        Letter {
            id: ("1", "reiji@example.jp"),
            answers: Some(("0", "desk@example.jp")),
            from: ("山田 花子", "yamada@reiji.example.jp"),
            to: "support@desk.example.jp",
            subject: "全拠点で管理画面にログインできない",
            at: Instant::parse("2026-11-22T18:03:00+09:00").unwrap(),
            zone: chrono_tz::Asia::Tokyo,
            proven: true,
            text: "一行目\n二行目",
            html,
            attachments,
        }
    }

    #[test]
    fn a_letter_is_read_back_without_a_repair() {
        let message = mail::read(&letter(None, &[]).raw(), None).unwrap();
        assert_eq!(message.subject, "全拠点で管理画面にログインできない");
        assert_eq!(message.from.unwrap().name.as_deref(), Some("山田 花子"));
        assert_eq!(message.text.trim_end(), "一行目\n二行目");
        assert_eq!(message.in_reply_to, ["0.desk@example.jp"]);
        assert_eq!(message.repairs, []);
        let at = Instant::parse("2026-11-22T18:03:00+09:00").unwrap();
        assert_eq!(
            message.received,
            mail::Receipt::Proven {
                at,
                by: mail::Proof::ReceivedLine
            }
        );
    }

    #[test]
    fn html_and_attachments_are_read_back() {
        let file = |name: &str, text: Option<&str>, base64: Option<&str>| File {
            name: name.to_owned(),
            media_type: "text/csv".to_owned(),
            text: text.map(str::to_owned),
            base64: base64.map(str::to_owned),
        };
        let files = [
            file("失敗端末一覧.csv", Some("端末名,結果\n"), None),
            file("b.csv", None, Some("YWJj")),
        ];
        let message = mail::read(&letter(Some("<p>一行目</p>"), &files).raw(), None).unwrap();
        assert_eq!(message.repairs, []);
        assert!(message.html.unwrap().html.contains("一行目"));
        let read: Vec<(String, Vec<u8>)> = message
            .attachments
            .into_iter()
            .map(|it| (it.name, it.bytes))
            .collect();
        assert_eq!(read[0].0, "失敗端末一覧.csv");
        assert!(read[0].1.starts_with("端末名,結果".as_bytes()));
        assert_eq!(read[1], ("b.csv".to_owned(), b"abc".to_vec()));
    }
}
