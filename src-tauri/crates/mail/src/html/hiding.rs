//! What hides an element: its own style, its attributes, or a class of the message's style sheet.

use std::collections::BTreeSet;

use super::entities::decoded;
use super::tokens::Tag;

/// The most hiding classes of one message.
const MAX_CLASSES: usize = 2_000;

/// The classes and ids that a message's style sheets hide.
#[derive(Default)]
pub(super) struct HidingClasses(BTreeSet<String>);

impl HidingClasses {
    /// Reads a style sheet's plain rules (`.x { display: none }`); conditional ones hold on other
    /// screens than ours.
    pub(super) fn read(&mut self, sheet: &str) {
        let (mut rest, mut conditional) = (sheet, 0_usize);
        while let Some(at) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(at);
            rest = after.get(1..).unwrap_or_default();
            if after.starts_with('}') {
                conditional = conditional.saturating_sub(1);
                continue;
            }
            if before.contains('@') {
                conditional += 1;
                continue;
            }
            let Some(end) = rest.find('}') else {
                break;
            };
            let (declarations, after) = rest.split_at(end);
            rest = after.get(1..).unwrap_or_default();
            if conditional == 0 && hides(declarations) {
                self.add(before);
            }
        }
    }

    fn add(&mut self, selectors: &str) {
        for selector in selectors
            .split(',')
            .map(str::trim)
            .filter(|selector| !selector.contains([' ', '>', '+', '~', ':', '[']))
        {
            if let Some(at) = selector.rfind(['.', '#'])
                && self.0.len() < MAX_CLASSES
            {
                self.0.extend(selector.get(at..).map(str::to_owned));
            }
        }
    }

    /// Tells whether a reader of the original would not have seen the element.
    pub(super) fn hide(&self, tag: &Tag<'_>) -> bool {
        let listed = |attribute: &str, sign: char| {
            tag.attribute(attribute)
                .unwrap_or_default()
                .split_whitespace()
                .any(|name| self.0.contains(&format!("{sign}{name}")))
        };
        tag.attribute("hidden").is_some()
            || tag
                .attribute("style")
                .is_some_and(|style| hides(&decoded(style)))
            || !self.0.is_empty() && (listed("class", '.') || listed("id", '#'))
    }
}

/// Tells whether style declarations hide what they apply to.
pub(super) fn hides(declarations: &str) -> bool {
    let plain = without_comments(declarations)
        .to_ascii_lowercase()
        .replace("!important", "");
    let (mut clipped, mut sizeless) = (false, false);
    for (property, value) in plain
        .split(';')
        .filter_map(|declaration| declaration.split_once(':'))
    {
        let value: String = value.split_whitespace().collect();
        match property.trim() {
            "display" if value == "none" => return true,
            "visibility" if matches!(value.as_str(), "hidden" | "collapse") => return true,
            "mso-hide" if value == "all" => return true,
            "color" if value == "transparent" => return true,
            "opacity" | "font-size" if is_zero(&value) => return true,
            "font" if value.starts_with("0/") || value.starts_with("0px") => return true,
            "text-indent" | "left" | "top" | "margin-left"
                if number(&value).is_some_and(|number| number < -500.0) =>
            {
                return true;
            }
            "overflow" | "overflow-x" | "overflow-y" if value == "hidden" => clipped = true,
            "height" | "max-height" | "width" | "max-width" if is_zero(&value) => sizeless = true,
            _ => {}
        }
    }
    clipped && sizeless
}

fn is_zero(value: &str) -> bool {
    number(value) == Some(0.0)
}

fn number(value: &str) -> Option<f32> {
    let end = value
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+')))
        .unwrap_or(value.len());
    value.get(..end)?.parse().ok()
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}
