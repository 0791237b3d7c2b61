//! Which font shows which character, as egui decides it, and the same fonts for the rasteriser.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::epaint::text::FontTweak;
use eframe::egui::{Context, FontData, FontFamily};
use resvg::usvg::fontdb;

use super::canvas::escape;

/// The fonts of a context.
pub(super) struct Faces<'a> {
    ctx: &'a Context,
    database: fontdb::Database,
    /// By the name under which egui knows the font.
    by_name: BTreeMap<String, Arc<Face>>,
    /// For each family asked for so far: the face of each character it has.
    families: BTreeMap<FontFamily, BTreeMap<char, Arc<Face>>>,
}

/// One font.
#[derive(Debug)]
pub(super) struct Face {
    /// `font-family`, and weight and style where they are not the usual ones, as attributes.
    pub(super) attributes: String,
    /// How egui adjusts the font's size and position.
    pub(super) tweak: FontTweak,
}

/// What tells the faces of the rasteriser apart.
type Query = (String, u16, bool);

impl<'a> Faces<'a> {
    pub(super) fn new(ctx: &'a Context) -> Self {
        let mut database = fontdb::Database::new();
        let mut taken = Vec::new();
        let by_name = all_fonts(ctx)
            .into_iter()
            .filter_map(|(name, data)| {
                let attributes = load(&mut database, &mut taken, &name, &data)?;
                let tweak = data.tweak;
                Some((name, Arc::new(Face { attributes, tweak })))
            })
            .collect();
        Self {
            ctx,
            database,
            by_name,
            families: BTreeMap::new(),
        }
    }

    /// The font in which egui shows a character of a family; `None` when no font has it.
    pub(super) fn find(&mut self, family: &FontFamily, character: char) -> Option<Arc<Face>> {
        if !self.families.contains_key(family) {
            let characters = self.characters(family);
            self.families.insert(family.clone(), characters);
        }
        self.families.get(family)?.get(&character).cloned()
    }

    pub(super) fn into_database(self) -> Arc<fontdb::Database> {
        Arc::new(self.database)
    }

    fn characters(&self, family: &FontFamily) -> BTreeMap<char, Arc<Face>> {
        self.ctx.fonts_mut(|fonts| {
            fonts
                .characters(family)
                .iter()
                .filter_map(|(character, names)| {
                    // egui lists the fonts in the order in which it tries them.
                    let face = names.iter().find_map(|name| self.by_name.get(name))?;
                    Some((*character, Arc::clone(face)))
                })
                .collect()
        })
    }
}

/// Every font that egui has loaded: those it was given and those it found on its own.
fn all_fonts(ctx: &Context) -> BTreeMap<String, FontData> {
    ctx.fonts(|fonts| {
        let given = fonts.definitions().font_data.iter();
        let given = given.map(|(name, data)| (name.clone(), data.as_ref().clone()));
        let found = fonts.discovered_fonts().iter();
        let found = found.map(|insert| (insert.name.clone(), insert.data.clone()));
        given.chain(found).collect()
    })
}

/// Hands a font to the rasteriser and returns the attributes that select it and no other.
fn load(
    database: &mut fontdb::Database,
    taken: &mut Vec<Query>,
    name: &str,
    data: &FontData,
) -> Option<String> {
    let source = fontdb::Source::Binary(Arc::clone(&data.font));
    let ids = database.load_font_source(source);
    let wanted = ids.iter().copied().find(|id| {
        database
            .face(*id)
            .is_some_and(|face| face.index == data.index)
    });
    let mut face = database.face(wanted?)?.clone();
    for id in ids {
        database.remove_face(id);
    }

    let slanted = face.style != fontdb::Style::Normal;
    let family = face.families.first().map(|(family, _)| family.clone())?;
    let mut query = (family, face.weight.0, slanted);
    if taken.contains(&query) {
        // Two fonts of one name, weight and style: the second goes by the name egui has for it.
        name.clone_into(&mut query.0);
        face.families = vec![(name.to_owned(), fontdb::Language::English_UnitedStates)];
    }
    // Elsewhere another font must stand in: one that is about as wide.
    let generic = if face.monospaced {
        "monospace"
    } else {
        "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
    };
    let weight = match face.weight {
        fontdb::Weight::NORMAL => String::new(),
        fontdb::Weight(weight) => format!(" font-weight=\"{weight}\""),
    };
    let style = if slanted {
        " font-style=\"italic\""
    } else {
        ""
    };
    let family = escape(&query.0);
    let attributes = format!(" font-family=\"'{family}', {generic}\"{weight}{style}");
    taken.push(query);
    database.push_face_info(face);
    Some(attributes)
}
