//! Title, description and metadata elements of an SVG.

use super::{Annotations, RECIPE_NAME, RecipeError};
use crate::export::svg::escape;
use roxmltree::{Document, ParsingOptions};

/// Most elements an SVG may have before it is not looked into.
const MOST_NODES: u32 = 2_000_000;

pub(super) fn annotate(document: &str, annotations: &Annotations) -> String {
    // The renderer writes the opening tag first, and no attribute holds a `>`.
    let Some((open, rest)) = document.split_once('>') else {
        return document.to_owned();
    };
    let Annotations {
        title,
        description,
        language,
        source,
        rights,
        recipe,
    } = annotations;
    let language = escape(language);
    let element = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!("<{name}>{}</{name}>\n", escape(text)),
    };
    format!(
        "{open} role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"{language}\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{}{}{}{}</metadata>{rest}",
        escape(title),
        escape(description),
        element("dc:title", title),
        element("dc:source", source),
        element("dc:rights", rights),
        element(RECIPE_NAME, recipe),
    )
}

pub(super) fn recipe(bytes: &[u8]) -> Result<String, RecipeError> {
    let text = std::str::from_utf8(bytes).map_err(|_| RecipeError::NotAPicture)?;
    let options = ParsingOptions {
        // A document type could name entities that grow without end.
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        if text.trim_start().starts_with('<') {
            RecipeError::Broken(error.to_string())
        } else {
            RecipeError::NotAPicture
        }
    })?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(RecipeError::NotAPicture);
    }
    let element = document
        .descendants()
        .find(|node| node.tag_name().name() == RECIPE_NAME);
    let text = element.and_then(|element| element.text());
    text.map(str::to_owned).ok_or(RecipeError::NoRecipe)
}
