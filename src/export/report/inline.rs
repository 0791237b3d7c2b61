//! A picture inside a page: with words of its own, and with ids that no other picture has.

use crate::export::html::escape_text;

/// The SVG document of a figure as an element of a page; empty if it is no SVG.
pub(super) fn inline_svg(svg: &str, figure: &str, title: &str, alt: &str) -> String {
    // The renderer writes the opening tag first, and no attribute holds a `>`.
    let Some((open, rest)) = svg.split_once('>') else {
        return String::new();
    };
    let prefix = format!("svg-{figure}-");
    // A page knows what an SVG is; blanks are kept by the style sheet.
    let open = open
        .replace(" xmlns=\"http://www.w3.org/2000/svg\"", "")
        .replace(" xml:space=\"preserve\"", "");
    // In words a quote is written as `&quot;`, so these stand in attributes only.
    let rest = rest
        .replace(" id=\"d", &format!(" id=\"{prefix}d"))
        .replace("=\"url(#d", &format!("=\"url(#{prefix}d"));
    let (title, alt) = (escape_text(title), escape_text(alt));
    format!(
        "{open} role=\"img\" aria-labelledby=\"{prefix}title\" aria-describedby=\"{prefix}desc\">\n\
         <title id=\"{prefix}title\">{title}</title>\n<desc id=\"{prefix}desc\">{alt}</desc>{rest}"
    )
}
