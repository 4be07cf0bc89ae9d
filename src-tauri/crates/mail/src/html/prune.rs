//! The first pass over a message's HTML: out comes small, balanced HTML of few tags, without what
//! was hidden. Balanced and shallow, it cannot make the cleaner's parser slow or deep.

use super::entities::{escaped, settled};
use super::hiding::HidingClasses;
use super::tokens::{Tag, Token, tokens};

/// The tags that are kept; the cleaner allows the same.
pub(super) const KEPT: [&str; 50] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "wbr",
];
/// Elements of which nothing is shown.
const DROPPED: [&str; 12] = [
    "audio", "canvas", "datalist", "embed", "head", "map", "math", "object", "select", "svg",
    "template", "video",
];
/// Elements that become a plain block.
const BLOCKS: [&str; 14] = [
    "address", "article", "aside", "details", "fieldset", "figure", "footer", "form", "header",
    "legend", "main", "nav", "section", "summary",
];
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];
/// Tags before which an open paragraph ends.
const ENDING_P: [&str; 20] = [
    "blockquote",
    "center",
    "div",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// The most kept elements inside one another, and altogether.
const MAX_NESTING: usize = 100;
const MAX_ELEMENTS: usize = 50_000;
/// The most bytes of text between two tags: the cleaner writes a text in quadratic time.
const MAX_RUN: usize = 4 << 10;
/// How far up an end tag looks for what it ends.
const REACH: usize = 200;

/// What the first pass leaves.
pub(super) struct Pruned {
    pub html: String,
    pub blocked_remote: u32,
}

/// An element whose end has not come.
struct Open {
    name: String,
    /// The tag that was written for it, if one was.
    written: Option<&'static str>,
    hidden: bool,
}

#[derive(Default)]
struct Pruner {
    out: String,
    open: Vec<Open>,
    run: usize,
    hidden: usize,
    nesting: usize,
    elements: usize,
    blocked_remote: u32,
    classes: HidingClasses,
}

/// Prunes HTML in one pass.
pub(super) fn prune(html: &str) -> Pruned {
    let mut pruner = Pruner::default();
    for token in tokens(html) {
        match token {
            Token::Text(text) if pruner.hidden == 0 => pruner.text(text),
            Token::Text(_) => {}
            Token::Start(tag) => pruner.start(&tag),
            Token::End(name) => pruner.end(&name),
            Token::Raw { name, content } if name == "style" => pruner.classes.read(content),
            Token::Raw { .. } => {}
        }
    }
    pruner.close_down_to(0);
    Pruned {
        html: pruner.out,
        blocked_remote: pruner.blocked_remote,
    }
}

impl Pruner {
    /// Writes text, a break that nobody sees put in wherever it runs long.
    fn text(&mut self, mut text: &str) {
        while !text.is_empty() {
            let mut end = text.floor_char_boundary(MAX_RUN);
            // A character reference shall not be torn.
            let tail = text
                .get(text.floor_char_boundary(end.saturating_sub(40))..end)
                .unwrap_or_default();
            if end < text.len()
                && let Some(at) = tail.rfind('&').filter(|at| end - tail.len() + at > 0)
            {
                end -= tail.len() - at;
            }
            let (piece, rest) = text.split_at(end);
            self.run += piece.len();
            if self.run > MAX_RUN {
                self.out.push_str("<wbr>");
                self.run = piece.len();
            }
            self.out.push_str(&settled(piece));
            text = rest;
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        self.count_remote(tag);
        if VOID.contains(&name) {
            if self.hidden == 0 && !self.classes.hide(tag) {
                self.void(tag);
            }
            return;
        }
        self.end_implied(name);
        let hidden = DROPPED.contains(&name) || self.classes.hide(tag);
        self.hidden += usize::from(hidden);
        let written = self.written(name);
        if let Some(written) = written {
            self.nesting += 1;
            self.elements += 1;
            self.out
                .push_str(&format!("<{written}{}>", attributes(tag)));
        }
        self.open.push(Open {
            name: name.to_owned(),
            written,
            hidden,
        });
    }

    /// The tag that stands for an element in the output.
    fn written(&self, name: &str) -> Option<&'static str> {
        if self.hidden > 0 || self.nesting >= MAX_NESTING || self.elements >= MAX_ELEMENTS {
            return None;
        }
        let kept = KEPT.into_iter().find(|kept| *kept == name);
        kept.or_else(|| BLOCKS.contains(&name).then_some("div"))
    }

    fn void(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "br" if self.elements < MAX_ELEMENTS => {
                self.elements += 1;
                self.out.push_str("<br>");
            }
            "hr" if self.elements < MAX_ELEMENTS => {
                self.end_implied("hr");
                self.elements += 1;
                self.out.push_str("<hr>");
            }
            "img" => self.image(tag),
            _ => {}
        }
    }

    /// An image becomes its description; one that came with the message leaves a mark in any case.
    fn image(&mut self, tag: &Tag<'_>) {
        let alt = tag.attribute("alt").unwrap_or_default().trim();
        let enclosed = tag
            .attribute("src")
            .is_some_and(|src| starts_with(src, "cid:"));
        if !alt.is_empty() || enclosed {
            self.out.push_str("[▧");
            if !alt.is_empty() {
                self.out.push(' ');
                self.text(alt);
            }
            self.out.push(']');
        }
    }

    fn count_remote(&mut self, tag: &Tag<'_>) {
        let remote = |name: &str| {
            tag.attribute(name).is_some_and(|value| {
                ["http:", "https:", "//", "ftp:"]
                    .iter()
                    .any(|start| starts_with(value, start))
            })
        };
        let fetched = ["src", "srcset", "background", "poster", "data"]
            .iter()
            .any(|name| remote(name))
            || tag.name == "link" && remote("href")
            || tag
                .attribute("style")
                .is_some_and(|style| style.to_ascii_lowercase().contains("url("));
        self.blocked_remote = self.blocked_remote.saturating_add(u32::from(fetched));
    }

    fn end(&mut self, name: &str) {
        let in_table = matches!(
            name,
            "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "body" | "html"
        );
        let stop = |open: &Open| !in_table && matches!(open.name.as_str(), "td" | "th" | "table");
        if let Some(at) = self.find(|open| open.name == name, stop) {
            self.close_down_to(at);
        } else if name == "p" && self.hidden == 0 {
            self.out.push_str("<br>");
        }
    }

    /// Ends what the start of `name` ends: many leave out the end tags of paragraphs and cells.
    fn end_implied(&mut self, name: &str) {
        let (ended, scope): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "table"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            "a" => (&["a"], &["td", "th", "table"]),
            _ => (&[], &[]),
        };
        let found = self.find(
            |open| ended.contains(&open.name.as_str()),
            |open| scope.contains(&open.name.as_str()),
        );
        if let Some(at) = found {
            self.close_down_to(at);
        }
        if ENDING_P.contains(&name) || BLOCKS.contains(&name) {
            let scope = |open: &Open| {
                matches!(
                    open.name.as_str(),
                    "td" | "th" | "table" | "div" | "li" | "blockquote" | "body"
                )
            };
            if let Some(at) = self.find(|open| open.name == "p", scope) {
                self.close_down_to(at);
            }
        }
    }

    fn find(&self, wanted: impl Fn(&Open) -> bool, stop: impl Fn(&Open) -> bool) -> Option<usize> {
        let near = self.open.iter().enumerate().rev().take(REACH);
        for (at, open) in near {
            if wanted(open) {
                return Some(at);
            }
            if stop(open) {
                return None;
            }
        }
        None
    }

    fn close_down_to(&mut self, at: usize) {
        while self.open.len() > at {
            let Some(open) = self.open.pop() else {
                return;
            };
            self.hidden -= usize::from(open.hidden);
            if let Some(written) = open.written {
                self.nesting -= 1;
                self.out.push_str(&format!("</{written}>"));
            }
        }
    }
}

fn starts_with(value: &str, start: &str) -> bool {
    value
        .trim_start()
        .get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The few attributes that are kept: a link's target, a cell's span.
fn attributes(tag: &Tag<'_>) -> String {
    match tag.name.as_str() {
        "a" => tag
            .attribute("href")
            .map(|href| format!(" href=\"{}\"", settled(href.trim())))
            .unwrap_or_default(),
        "td" | "th" => ["colspan", "rowspan"]
            .iter()
            .filter_map(|name| {
                let span: u16 = tag.attribute(name)?.trim().parse().ok()?;
                (2..=100)
                    .contains(&span)
                    .then(|| format!(" {name}=\"{}\"", escaped(&span.to_string())))
            })
            .collect(),
        _ => String::new(),
    }
}
