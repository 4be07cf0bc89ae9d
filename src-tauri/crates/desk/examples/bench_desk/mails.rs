//! Mailboxes of mails of four kilobytes each, in Japanese.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use tempfile::TempDir;

use crate::Outcome;

/// The size of a mail, in bytes.
const SIZE: usize = 4096;
/// One mail in so many answers the one before.
const ANSWERS: usize = 5;

const MATTERS: [&str; 4] = [
    "管理画面から構成プロファイルを配布したところ、一部の端末で失敗しております。画面には「エラー」と表示されます。",
    "エージェントの接続状態が切断のまま復帰しません。再起動と再登録を試しましたが、変わりませんでした。",
    "新規に購入した端末の登録手順を確認させてください。来週の展開に間に合わせたく存じます。",
    "お客様先の共用タブレットで、アプリの一括インストールが途中で止まります。回避策があればお知らせください。",
];

/// A folder with one mailbox, which goes away with the value.
pub struct Mailbox(TempDir);

impl Mailbox {
    /// Writes a mailbox of so many mails.
    pub fn new(count: usize) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let mut file = BufWriter::new(File::create(folder.path().join("mails.mbox"))?);
        for number in 0..count {
            file.write_all(mail(number).as_bytes())?;
        }
        file.flush()?;
        Ok(Self(folder))
    }

    /// Gives what to import.
    pub fn paths(&self) -> Vec<PathBuf> {
        vec![self.0.path().join("mails.mbox")]
    }
}

/// Writes a mail, received in the minutes before the corpus' now.
fn mail(number: usize) -> String {
    let (minute, second) = (number / 60 % 60, number % 60);
    let hour = 4 - number / 3600 % 4;
    let date = format!("Fri, 20 Nov 2026 {hour:02}:{minute:02}:{second:02} +0000");
    let answers = if number % ANSWERS == ANSWERS - 1 {
        format!("In-Reply-To: <m{}@bench.example.jp>\n", number - 1)
    } else {
        String::new()
    };
    let matter = MATTERS.get(number % MATTERS.len()).copied().unwrap_or("");
    let mut mail = format!(
        "From sender@example.jp Fri Nov 20 {hour:02}:{minute:02}:{second:02} 2026\n\
         Received: from mx.example.jp by desk.example.jp; {date}\n\
         From: <c{}@bench.example.jp>\nTo: <support@desk.example.jp>\n\
         Subject: =?UTF-8?B?56uv5pyr44Gu55m76Yyy44Gr44Gk44GE44Gm?= {number}\n\
         Date: {date}\nMessage-ID: <m{number}@bench.example.jp>\n{answers}MIME-Version: 1.0\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\
         お世話になっております。CLOMO の件でご連絡いたしました。\n",
        number / ANSWERS
    );
    while mail.len() < SIZE {
        mail.push_str(matter);
        mail.push_str(&format!("\n端末番号 EX-{:08}。", number * 31 + mail.len()));
    }
    mail.push_str("\n\n");
    mail
}
