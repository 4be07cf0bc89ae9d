//! HTML as a stream of tags and text, in one pass. It need not agree with a browser on broken
//! input: what is made of it goes through a real parser afterwards.

/// The most attributes of one tag that are looked at.
const MAX_ATTRIBUTES: usize = 60;

/// Elements whose content is no markup.
const RAW: [&str; 9] = [
    "script",
    "style",
    "title",
    "textarea",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
];

/// A piece of HTML.
pub(super) enum Token<'a> {
    /// Text, its character references as written.
    Text(&'a str),
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag's name in lower case.
    End(String),
    /// An element whose content is no markup, with it.
    Raw { name: String, content: &'a str },
}

/// A start tag.
pub(super) struct Tag<'a> {
    /// Its name in lower case.
    pub name: String,
    /// The whole tag as written.
    pub source: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value as written of the attribute with that name in lower case.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes
            .iter()
            .find(|(given, _)| given.eq_ignore_ascii_case(name))
            .map(|(_, value)| *value)
    }
}

/// Splits HTML into its tokens; comments and declarations are left out.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (token, after) = next(rest);
            rest = after;
            if token.is_some() {
                return token;
            }
        }
        None
    })
}

fn next(rest: &str) -> (Option<Token<'_>>, &str) {
    let Some(markup) = rest.strip_prefix('<') else {
        let end = rest.find('<').unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        return (Some(Token::Text(text)), after);
    };
    let letter = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    if letter(markup) {
        return start_tag(rest, markup);
    }
    if let Some(comment) = markup.strip_prefix("!--") {
        // `<!-->` and `<!--->` are whole comments.
        let at = if comment.starts_with('>') {
            1
        } else {
            comment.find("-->").map_or(comment.len(), |at| at + 3)
        };
        return (None, comment.get(at..).unwrap_or_default());
    }
    match markup.strip_prefix('/') {
        Some(name) if letter(name) => {
            let after = name
                .find('>')
                .and_then(|at| name.get(at + 1..))
                .unwrap_or_default();
            (Some(Token::End(tag_name(name).0)), after)
        }
        Some(_) => (None, after_bracket(markup)),
        None if markup.starts_with(['!', '?']) => (None, after_bracket(markup)),
        None => (Some(Token::Text("<")), markup),
    }
}

fn after_bracket(markup: &str) -> &str {
    markup.split_once('>').map_or("", |(_, after)| after)
}

fn tag_name(markup: &str) -> (String, &str) {
    let end = markup
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
        .unwrap_or(markup.len());
    let (name, after) = markup.split_at(end);
    (name.to_ascii_lowercase(), after)
}

fn start_tag<'a>(whole: &'a str, markup: &'a str) -> (Option<Token<'a>>, &'a str) {
    let (name, mut rest) = tag_name(markup);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            // A tag that never ends is none.
            return (None, "");
        }
        if let Some(after) = rest.strip_prefix('>') {
            if RAW.contains(&name.as_str()) {
                let (content, after) = raw_content(&name, after);
                return (Some(Token::Raw { name, content }), after);
            }
            let source = whole.get(..whole.len() - after.len()).unwrap_or_default();
            return (
                Some(Token::Start(Tag {
                    name,
                    source,
                    attributes,
                })),
                after,
            );
        }
        let (attribute, after) = attribute(rest);
        rest = after;
        if attributes.len() < MAX_ATTRIBUTES {
            attributes.push(attribute);
        }
    }
}

fn attribute(rest: &str) -> ((&str, &str), &str) {
    // A name may begin with `=`.
    let name_end = rest
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='));
    let (name, after) = rest.split_at(name_end.map_or(rest.len(), |(at, _)| at));
    let Some(value) = after
        .trim_ascii_start()
        .strip_prefix('=')
        .map(str::trim_ascii_start)
    else {
        return ((name, ""), after);
    };
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let (value, after) = quoted.split_once(quote).unwrap_or((quoted, ""));
            return ((name, value), after);
        }
    }
    let end = value
        .find(|c: char| c.is_ascii_whitespace() || c == '>')
        .unwrap_or(value.len());
    let (value, after) = value.split_at(end);
    ((name, value), after)
}

/// The content up to the end tag of that name, and what follows it.
fn raw_content<'a>(name: &str, rest: &'a str) -> (&'a str, &'a str) {
    let mut from = 0;
    while let Some(at) = rest
        .get(from..)
        .and_then(|rest| rest.find("</"))
        .map(|at| at + from)
    {
        let tag = rest.get(at + 2..).unwrap_or_default();
        let named = tag
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name));
        let whole = tag.get(name.len()..).is_some_and(|after| {
            after.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
        });
        if named && whole {
            return (rest.get(..at).unwrap_or_default(), after_bracket(tag));
        }
        from = at + 2;
    }
    (rest, "")
}
