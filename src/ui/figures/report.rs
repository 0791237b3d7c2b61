//! The report of a view: every figure of every tab that has something to show, the conflicts, the
//! sources. How the page is written stands in `export::report`.

use super::{
    FigureDrawing, FigureError, FigureSpec, Snapshot,
    alt::alt_text,
    conflicts::conflict_groups,
    figures,
    files::{dataset_facts, dataset_work},
    page::Around,
    snapshot::Numbers,
};
use crate::{
    app::view::text,
    export::{
        citation::{self, CitationStyle, SourceRef},
        report::{About, Chapter, Cited, Drawing, FigurePart, Look, Palette, Report, for_people},
    },
    i18n::{Words, short_date},
    ui::{
        Cx,
        tabs::{TABS, TabSpec},
        theme::{self, Tokens},
        wording,
    },
};
use eframe::egui::{Color32, Theme, Vec2, vec2};

/// Width and least height of its pictures, in points: as wide as the page on screen.
const PICTURE: Vec2 = vec2(1020.0, 520.0);

/// What a page does not show: rows by the hundred that only programs read, and the list of all
/// sources, in place of which it has the list of those that it cites.
const LEFT_OUT: &[&str] = &["project-figures", "sources"];

/// The report of a view as a page of HTML. The same view gives the same page.
#[must_use]
pub fn report_html(snapshot: &Snapshot, theme: Theme) -> String {
    let state = snapshot.state_on(snapshot.view.tab, Theme::Light);
    let cx = Cx::new(&state, Tokens::for_theme(false));
    let mut report = Report {
        about: about(&cx),
        view: text::link(&snapshot.view, &snapshot.dataset),
        citation: cite(&cx),
        chapters: TABS
            .iter()
            .filter_map(|tab| chapter(snapshot, tab, theme))
            .collect(),
        conflicts: conflict_groups(snapshot),
        sources: Vec::new(),
    };
    let cited = report.cited();
    report.sources = sources(&cx, cited.iter().map(String::as_str));
    report.html(&state.words, &look(theme))
}

pub(super) fn about(cx: &Cx<'_>) -> About {
    let catalog = cx.catalog();
    let country = |id: &str| wording::trade::country(cx, id);
    let meta = catalog.meta();
    let description = meta.and_then(|meta| wording::trade::present(cx, &meta.description));
    let notes = meta.map(|meta| meta.notes.as_slice()).unwrap_or_default();
    About {
        dataset: dataset_facts(cx),
        as_of: meta.map(|meta| short_date(meta.as_of)).unwrap_or_default(),
        description: description.unwrap_or_default().to_owned(),
        countries: [country(catalog.home()), country(catalog.partner())],
        notes: notes.iter().map(|note| cx.text(note).to_owned()).collect(),
    }
}

pub(super) fn cite(cx: &Cx<'_>) -> String {
    let work = dataset_work(cx, Vec::new());
    citation::write(&cx.state.words, &work, CitationStyle::Plain)
}

/// The figures of a tab; nothing if it hands out none.
fn chapter(snapshot: &Snapshot, tab: &TabSpec, theme: Theme) -> Option<Chapter> {
    let words = Words::new(&snapshot.language);
    let mut chapter = Chapter {
        id: tab.id.to_owned(),
        title: words.t(tab.name),
        ..Chapter::default()
    };
    let own = figures().filter(|spec| spec.tab == tab.tab && !LEFT_OUT.contains(&spec.id));
    for spec in own {
        match part(snapshot, spec, theme) {
            Ok(part) => chapter.figures.push(part),
            Err(FigureError::Nothing(reason)) => chapter.absent.push((words.t(spec.name), reason)),
            Err(error) => chapter.absent.push((words.t(spec.name), error.to_string())),
        }
    }
    let is_empty = chapter.figures.is_empty() && chapter.absent.is_empty();
    (!is_empty).then_some(chapter)
}

fn part(snapshot: &Snapshot, spec: &FigureSpec, theme: Theme) -> Result<FigurePart, FigureError> {
    snapshot.numbers(spec, |numbers| {
        let caption = &numbers.caption;
        let sources_name = numbers.cx.t("report-sources-column");
        let (table, same) = for_people(&numbers.table, &sources_name);
        FigurePart {
            id: spec.id.to_owned(),
            title: caption.title.clone(),
            subtitle: caption.subtitle.clone(),
            filter: caption.filter.clone(),
            picture: spec.picture.map(|_| picture(snapshot, numbers, theme)),
            notes: caption.notes.clone(),
            sources: caption.sources.clone(),
            table,
            same,
        }
    })
}

/// A picture that cannot be drawn leaves the rest of the report as it is.
fn picture(snapshot: &Snapshot, numbers: &Numbers<'_>, theme: Theme) -> Drawing {
    let drawing = FigureDrawing {
        points: PICTURE,
        theme,
        with_title: false,
    };
    match snapshot.draw_within(numbers.spec, drawing, Around::Nothing) {
        Ok(drawn) => Drawing::Done {
            svg: drawn.svg,
            alt: alt_text(numbers.cx, &numbers.caption, &numbers.table),
        },
        Err(error) => Drawing::Failed(error.to_string()),
    }
}

/// The sources that a page cites, in the order of their numbers.
pub(super) fn sources<'a>(cx: &Cx<'_>, ids: impl Iterator<Item = &'a str>) -> Vec<Cited> {
    let sources = ids.filter_map(|id| cx.catalog().source(id));
    let cited = sources.map(|source| Cited {
        source: SourceRef::from(source),
        kind: cx.t(wording::source_kind(source.kind)),
    });
    cited.collect()
}

/// The colours of the theme, and light ones on paper.
pub(super) fn look(theme: Theme) -> Look {
    Look {
        screen: palette(Tokens::for_theme(theme == Theme::Dark)),
        print: palette(Tokens::for_theme(false)),
        fonts: theme::web_fonts(),
    }
}

fn palette(tokens: &Tokens) -> Palette {
    Palette {
        dark: tokens.dark,
        page: css(tokens.window),
        surface: css(tokens.surface),
        border: css(tokens.border),
        text: css(tokens.text),
        muted: css(tokens.muted),
        accent: css(tokens.accent),
        warning: css(tokens.warning),
    }
}

fn css(color: Color32) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b())
}
