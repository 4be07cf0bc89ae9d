//! Mails as customers send them, plainly fictional.

use std::fs;
use std::path::{Path, PathBuf};

/// A mail that a server received at an instant, given as `Tue, 24 Nov 2026 10:20:00 +0900`.
pub struct Letter {
    /// What tells it from the others: the Message-ID's first part and the file's name.
    pub name: &'static str,
    /// The subject.
    pub subject: &'static str,
    /// Who wrote it.
    pub from: &'static str,
    /// When the server received it.
    pub received: &'static str,
    /// The text.
    pub text: &'static str,
}

/// Puts letters into a folder, each a file of its own.
pub fn post(folder: &Path, letters: &[Letter]) -> PathBuf {
    let folder = folder.join("letters");
    fs::create_dir_all(&folder).unwrap();
    for letter in letters {
        fs::write(folder.join(format!("{}.eml", letter.name)), raw(letter)).unwrap();
    }
    folder
}

fn raw(letter: &Letter) -> String {
    let Letter {
        name,
        subject,
        from,
        received,
        text,
    } = letter;
    format!(
        "Received: from mx.example.jp by mail.example.jp; {received}\r\n\
         Message-ID: <{name}@example.jp>\r\nDate: {received}\r\nFrom: {from}\r\nTo: support@centre.example.jp\r\n\
         Subject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
    )
}
