//! The page of one record: the words of the panel at the right on paper. How it is written stands in
//! `export::report`.

use super::{FigureError, Snapshot, report};
use crate::dataset::schema::Id;
use crate::{
    app::{Action, AppState, Tab, action::ProjectsAction, update, view::text},
    dataset::schema::Project,
    export::{
        report::{Drawing, RecordPage, RecordPart, Statement, Weight},
        svg::draw_ui,
    },
    ui::{
        Cx,
        charts::still_map_ui,
        tabs::projects::{Entry, PLACE, Record, Section, Tone, small_map},
        theme::{self, Tokens},
    },
};
use eframe::egui::{Context, Theme, ThemePreference, Vec2, vec2};

/// Width and height of the small map, in points.
const MAP: Vec2 = vec2(480.0, 260.0);

/// The record of the project with this id as a page of HTML; nothing if the dataset has none. The same record gives
/// the same page.
#[must_use]
pub fn record_html(snapshot: &Snapshot, id: &str) -> Option<String> {
    RecordPages::new(snapshot).html(id)
}

/// Pages of several records, with everything that they have in common made once.
pub struct RecordPages {
    state: AppState,
    ctx: Context,
}

impl RecordPages {
    /// No page yet.
    #[must_use]
    pub fn new(snapshot: &Snapshot) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        ctx.set_theme(ThemePreference::Light);
        Self {
            state: snapshot.state_on(Tab::Projects, Theme::Light),
            ctx,
        }
    }

    /// The record of the project with this id; nothing if the dataset has none.
    #[must_use]
    pub fn html(&mut self, id: &str) -> Option<String> {
        let select = ProjectsAction::Select(Some(id.to_owned()));
        update::apply(&mut self.state, Action::Projects(select));
        let state = &self.state;
        let cx = Cx::new(state, Tokens::for_theme(false));
        let project = cx.catalog().project(id)?;
        let related = state.derived.projects.related.get();
        let record = Record::of(&cx, project, related.map(|related| &**related));
        let cited = record.cited(project);
        let names = record.other_names.iter();
        let parts = record.sections.iter();
        let page = RecordPage {
            about: report::about(&cx),
            name: record.name.to_owned(),
            other_names: names.map(|&name| name.to_owned()).collect(),
            kind: record.kind.clone(),
            description: record.description.to_owned(),
            parts: parts.map(|part| self.section(&cx, project, part)).collect(),
            sources: report::sources(&cx, cited.into_iter()),
            view: text::link(&state.view, &state.dataset),
            citation: report::cite(&cx),
        };
        Some(page.html(&state.words, &report::look(Theme::Light)))
    }

    fn section(&self, cx: &Cx<'_>, project: &Project, section: &Section<'_>) -> RecordPart {
        let picture = (section.id == PLACE).then(|| self.map(cx, project));
        RecordPart {
            title: section.title.clone(),
            statements: section.entries.iter().map(statement).collect(),
            remarks: section.remarks.clone(),
            picture: picture.flatten(),
        }
    }

    /// The small map; nothing where no point is known.
    fn map(&self, cx: &Cx<'_>, project: &Project) -> Option<Drawing> {
        let (map, alt) = small_map(cx, project, MAP)?;
        let drawn = draw_ui(&self.ctx, MAP, |ui| _ = still_map_ui(ui, &map, &alt));
        if drawn.missing_glyphs.is_empty() {
            let svg = drawn.svg;
            return Some(Drawing::Done { svg, alt });
        }
        let missing = drawn.missing_glyphs.iter().collect();
        let reason = FigureError::MissingGlyphs(missing).to_string();
        Some(Drawing::Failed(reason))
    }
}

fn statement(entry: &Entry<'_>) -> Statement {
    Statement {
        name: entry.name.clone(),
        text: entry.text.clone(),
        weight: match entry.tone {
            Tone::Plain => Weight::Plain,
            Tone::Strong => Weight::Strong,
            Tone::Muted => Weight::Muted,
            Tone::Warning => Weight::Warning,
        },
        mark: entry.mark.clone(),
        details: entry.details.clone(),
        notes: entry.notes.iter().map(|&note| note.to_owned()).collect(),
        sources: entry.sources.iter().map(Id::to_string).collect(),
    }
}
