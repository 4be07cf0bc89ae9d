//! HTML made harmless to show: pruned, cleaned, its links listed.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};
use serde::{Deserialize, Serialize};

use crate::message::MAX_TEXT;
use crate::visible::{visible, visible_lines};

mod entities;
mod hiding;
mod plain;
mod prune;
mod tokens;

use tokens::{Tag, Token, tokens};

pub(crate) use entities::escaped;
pub(crate) use plain::text_of;

/// The schemes a listed link may have.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "ftp"];

/// HTML without script, style, form, live link or remote content.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CleanHtml {
    /// The HTML: text, tables, lists and emphasis.
    pub html: String,
    /// The links it had, in their order, each target and text once.
    pub links: Vec<Link>,
    /// How many images and the like would have been fetched from elsewhere.
    pub blocked_remote: u32,
}

/// A link that was in a message: shown, never followed by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Link {
    /// The text it stood under, which may say another target.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// Cleans HTML for showing: no script, no style, no element that was hidden, no remote content,
/// no form; images become their description; links become text and are listed. At most
/// [`MAX_TEXT`] bytes are read; time and memory are linear in them.
pub fn clean_html(html: &str) -> CleanHtml {
    let html = html
        .get(..html.floor_char_boundary(MAX_TEXT))
        .unwrap_or(html);
    let pruned = prune::prune(html);
    let safe = builder().clean(&pruned.html).to_string();
    let (html, links) = without_links(&safe);
    CleanHtml {
        html,
        links,
        blocked_remote: pruned.blocked_remote,
    }
}

/// Returns what HTML says as plain text: hidden elements left out, blocks and rows on lines of
/// their own, quotes marked with `>`.
pub fn text_of_html(html: &str) -> String {
    text_of(&clean_html(html))
}

/// The last word on what remains, whatever pruning before it let through.
fn builder() -> Builder<'static> {
    let cells = HashSet::from(["colspan", "rowspan"]);
    let mut builder = Builder::empty();
    builder
        .tags(prune::KEPT.into_iter().collect())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("td", cells.clone()),
            ("th", cells),
        ]))
        .url_schemes(SCHEMES.into_iter().collect())
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .clean_content_tags(HashSet::from(["script", "style"]));
    builder
}

/// Takes the links out of cleaned HTML and makes its text visible; everything else stays as the
/// cleaner wrote it.
fn without_links(safe: &str) -> (String, Vec<Link>) {
    let mut html = String::with_capacity(safe.len());
    let mut links = Links::default();
    for token in tokens(safe) {
        match token {
            Token::Text(text) => {
                let text = visible_lines(text);
                links.text(&text);
                html.push_str(&text);
            }
            Token::Start(tag) if tag.name == "a" => {
                links.start(&tag);
                html.push_str("<u>");
            }
            Token::End(name) if name == "a" => {
                links.end();
                html.push_str("</u>");
            }
            Token::Start(tag) if tag.name == "wbr" => {}
            Token::Start(tag) => html.push_str(tag.source),
            Token::End(name) => html.push_str(&format!("</{name}>")),
            Token::Raw { .. } => {}
        }
    }
    (html, links.found)
}

/// The links found so far, and the one whose end has not come.
#[derive(Default)]
struct Links {
    found: Vec<Link>,
    seen: HashSet<(String, String)>,
    open: Option<Link>,
}

impl Links {
    fn start(&mut self, tag: &Tag<'_>) {
        let href = tag
            .attribute("href")
            .map(|href| visible(&entities::decoded(href)));
        self.open = href.map(|href| Link {
            text: String::new(),
            href,
        });
    }

    fn text(&mut self, text: &str) {
        if let Some(link) = &mut self.open {
            link.text.push_str(&entities::decoded(text));
        }
    }

    fn end(&mut self) {
        let Some(Link { text, href }) = self.open.take() else {
            return;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !href.is_empty() && self.seen.insert((text.clone(), href.clone())) {
            self.found.push(Link { text, href });
        }
    }
}

#[cfg(test)]
mod tests;
