use super::*;

#[track_caller]
fn check(html: &str, clean: &str) {
    assert_eq!(clean_html(html).html, clean);
}

#[track_caller]
fn check_text(html: &str, text: &str) {
    assert_eq!(text_of_html(html), text);
}

#[test]
fn text_tables_lists_and_emphasis_stay() {
    check("<p>一<b>二</b><br>三</p>", "<p>一<b>二</b><br>三</p>");
    check("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>");
    check(
        "<table><tr><td colspan=2>a<td>b</table>",
        "<table><tbody><tr><td colspan=\"2\">a</td><td>b</td></tr></tbody></table>",
    );
    check(
        "<section>x</section>&copy; &lt;b&gt;",
        "<div>x</div>© &lt;b&gt;",
    );
}

#[test]
fn a_form_feed_stands_where_text_may() {
    let clean = "␌<table></table>";
    check("<table>&#xc;</table>", clean);
    check("<table>&#000012;</table>", clean);
    check("<table>\u{C}</table>", clean);
    check(clean, clean);
}

#[test]
fn nothing_active_stays() {
    for html in [
        "<script>alert(1)</script>x",
        "<SCRIPT src=//evil.example/x.js></SCRIPT >x",
        "<style>p{color:red}</style>x",
        "<iframe src=\"https://evil.example\">y</iframe>x",
        "<svg><script>alert(1)</script><a xlink:href='javascript:1'>y</a></svg>x",
        "<object data=x><embed src=y></object>x",
        "<meta http-equiv=refresh content='0;url=//evil.example'>x",
        "<base href=//evil.example>x",
        "<!-- <b>y</b> --><!doctype html><?xml y ?>x",
        "<template><b>y</b></template>x",
        "<select><option>y</select>x",
        "<input value=y>x",
    ] {
        check(html, "x");
    }
    check(
        "<p onclick=alert(1) style='color:red' class=c id=i>x</p>",
        "<p>x</p>",
    );
    check(
        "<form action=//evil.example><button>x</button></form>",
        "<div>x</div>",
    );
    check(
        "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
        "",
    );
    check(
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x</p></noscript>",
        "<p>x</p>",
    );
}

#[test]
fn links_are_listed_and_not_live() {
    let clean = clean_html(
        "<a href=\"https://login.example/?a=1&amp;b=2\"><b>example.jp</b> へ</a><a href='javascript:alert(1)'>x</a><a name=y>z</a><a href=/rel>r</a>",
    );
    assert_eq!(
        clean.html,
        "<u><b>example.jp</b> へ</u><u>x</u><u>z</u><u>r</u>"
    );
    assert_eq!(
        clean.links,
        [Link {
            text: "example.jp へ".to_owned(),
            href: "https://login.example/?a=1&b=2".to_owned()
        }]
    );
    let twice = clean_html("<a href=mailto:a@example.jp>a</a> <a href=mailto:a@example.jp>a</a>");
    assert_eq!(twice.links.len(), 1);
}

#[test]
fn images_become_their_description_and_remote_ones_are_counted() {
    let clean = clean_html(
        "<img src=https://evil.example/p.gif width=1><img src='//evil.example/logo.png' alt='例示商事'><img src=cid:a@b><img src=data:image/png;base64,AA alt=\"<b>\"><td background=http://evil.example/x>c</td><p style='background:url(http://evil.example)'>p</p>",
    );
    assert_eq!(clean.html, "[▧ 例示商事][▧][▧ &lt;b&gt;]c<p>p</p>");
    assert_eq!(clean.blocked_remote, 4);
    assert!(!clean.html.contains("evil"));
}

#[test]
fn what_was_hidden_is_not_shown() {
    for hidden in [
        "<div style='display:none'>y<b>z</b></div>",
        "<span style=\"DISPLAY : None !important\">y</span>",
        "<span style='display&#58;none'>y</span>",
        "<span style='dis/**/play:none'>y</span>",
        "<span style='font-size:0px'>y</span>",
        "<span style='font-size:0'>y</span>",
        "<span style='visibility:hidden'>y</span>",
        "<span style='opacity:0.0'>y</span>",
        "<span style='mso-hide:all'>y</span>",
        "<div style='max-height:0;overflow:hidden'>y</div>",
        "<div style='text-indent:-9999px'>y</div>",
        "<p hidden>y</p>",
        "<style>.pre,td.x{display:none}</style><p class='a pre'>y</p>",
        "<style>@media print{.z{display:none}} #h{font-size:0}</style><p id=h>y</p>",
    ] {
        check(&format!("{hidden}x"), "x");
    }
    for shown in [
        "font-size:0.9em",
        "display:block",
        "opacity:0.5",
        "height:0",
        "color:#fff",
    ] {
        check(&format!("<b style='{shown}'>x</b>"), "<b>x</b>");
    }
    check(
        "<style>@media (max-width:600px){.m{display:none}}</style><b class=m>x</b>",
        "<b>x</b>",
    );
}

#[test]
fn unseen_characters_are_shown() {
    check("a&#x202E;b&#0;c\u{200B}d", "a‹U+202E›b\u{FFFD}cd");
}

#[test]
fn html_as_plain_text() {
    check_text(
        "<p>一行目<br>二行目</p><p>次の段落</p>",
        "一行目\n二行目\n\n次の段落",
    );
    check_text(
        "<div>a</div><div>b</div><div><br></div><div>c</div>",
        "a\nb\n\nc",
    );
    check_text(
        "<table><tr><th>製品</th><td>CLOMO</td></tr><tr><td>1</td></tr></table>",
        "製品 CLOMO\n1",
    );
    check_text("<ul><li>a</li><li>b</li></ul>", "・a\n・b");
    check_text(
        "返信<blockquote>元の<br>文</blockquote>後",
        "返信\n\n> 元の\n> 文\n\n後",
    );
    check_text("<pre>a\n  b</pre>c", "a\n  b\nc");
    check_text("a &amp; b&nbsp;&lt;c&gt;  \n d", "a & b <c> d");
    check_text("端末 が\n動かない", "端末 が 動かない");
    check_text("", "");
}

#[test]
fn broken_html_is_read_as_far_as_it_goes() {
    check("<b>x", "<b>x</b>");
    check("<b><i>x</b>y</i>", "<b><i>x</i></b>y");
    check("a < b <3 <", "a &lt; b &lt;3 &lt;");
    check("x<a href=\"unended", "x");
    check("x<!-- y", "x");
    check("x<script>y", "x");
    check("<p>a<p>b<div>c</div>", "<p>a</p><p>b</p><div>c</div>");
    check("</p></div></b>x", "<br>x");
}

#[test]
fn what_is_made_to_be_slow_is_not() {
    for unit in [
        "<div>",
        "<b>",
        "<p><b id=x></p>",
        "<table><td>",
        "<a href=x>",
        "<!--",
        "</x>",
        "<script>",
        "<p class='",
        "<b a=1 b=2>x</i>",
        "&",
        "<style>.x{",
        "<ul><li><p><font>",
    ] {
        let html = unit.repeat(100_000 / unit.len());
        let clean = clean_html(&html);
        assert!(clean.html.len() < 5 * html.len() + 100, "{unit}");
        text_of(&clean);
    }
}
