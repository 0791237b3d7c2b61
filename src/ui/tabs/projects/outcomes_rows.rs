//! The rows of what became of projects: a bar of shares and the numbers beside it. A share can be pressed
//! where a filter can say what it holds.

use super::{
    outcomes::{is_money, outcome_color, outcome_name, row_name},
    sides::{filter_by, of_side},
    stack,
};
use crate::{
    analysis::{
        projects::{
            COHORT, FACETS, NOT_STATED, OUTCOMES, OutcomeKey, OutcomeRow, Outcomes, YearBasis,
        },
        stats::count,
    },
    app::action::ProjectsAction,
    dataset::schema::Stage,
    i18n::{decimal, grouped, money_m, percent},
    ui::{
        Cx,
        charts::widest,
        theme::{semibold, size},
    },
};
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
    text::{LayoutJob, TextWrapping},
};

const HEAD: f32 = 18.0;
const LEAST_ROW: f32 = 22.0;
const MOST_ROW: f32 = 34.0;
/// Largest share of the width that names take.
const NAMES: f32 = 0.25;
const GAP: f32 = 12.0;
/// Width from which on a share has room for its number.
const LEAST_WORDS: f32 = 36.0;
/// Columns of numbers.
const NUMBERS: [&str; 4] = [
    "outcomes-n",
    "outcome-done",
    "outcome-stopped",
    "outcomes-years",
];

/// The rows alone; as high as they need, at least.
pub(super) fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, outcomes: &Outcomes, height: f32) {
    let rows = f32::from(u16::try_from(outcomes.rows.len().max(1)).unwrap_or(u16::MAX));
    let row = ((height - HEAD) / rows).clamp(LEAST_ROW, MOST_ROW);
    let whole = Vec2::new(ui.available_width(), HEAD + row * rows);
    let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
    let grid = Grid::new(ui, cx, outcomes, rect);
    grid.head_ui(ui);
    let mut top = rect.top() + HEAD;
    for own in &outcomes.rows {
        let place = Rect::from_min_size(pos2(rect.left(), top), Vec2::new(rect.width(), row));
        grid.row_ui(ui, own, place);
        top += row;
    }
}

struct Grid<'a> {
    cx: &'a Cx<'a>,
    outcomes: &'a Outcomes,
    /// Ends of the bars.
    bars: (f32, f32),
    /// Right ends of the columns of numbers.
    numbers: [f32; 4],
    rect: Rect,
}

impl<'a> Grid<'a> {
    /// Names and numbers take what they need, the bars the rest.
    fn new(ui: &Ui, cx: &'a Cx<'a>, outcomes: &'a Outcomes, rect: Rect) -> Self {
        let mut grid = Self {
            cx,
            outcomes,
            bars: (0.0, 0.0),
            numbers: [0.0; 4],
            rect,
        };
        let font = semibold(size::TABLE);
        let rows = outcomes.rows.iter();
        let names = rows.clone().map(|row| row_name(cx, outcomes, row.key));
        let names: Vec<String> = names.collect();
        let names = names.iter().map(String::as_str);
        let names = widest(ui.painter(), names, &font).min(rect.width() * NAMES);
        let words: Vec<[String; 4]> = rows.map(|row| grid.words_of(row)).collect();
        let mut right = rect.right() - 2.0;
        for column in (0..NUMBERS.len()).rev() {
            let head = NUMBERS.get(column).map(|key| cx.t(key)).unwrap_or_default();
            let own = words.iter().filter_map(|row| row.get(column));
            let texts = own.map(String::as_str).chain([head.as_str()]);
            let width = widest(ui.painter(), texts, &font);
            if let Some(end) = grid.numbers.get_mut(column) {
                *end = right;
            }
            right -= width + GAP;
        }
        grid.bars = (rect.left() + names + GAP, right);
        grid
    }

    fn head_ui(&self, ui: &Ui) {
        let (font, color) = (FontId::proportional(size::SMALL), self.cx.tokens.muted);
        for (key, right) in NUMBERS.iter().zip(self.numbers) {
            let at = pos2(right, self.rect.top() + HEAD / 2.0);
            let (words, font) = (self.cx.t(key), font.clone());
            ui.painter()
                .text(at, Align2::RIGHT_CENTER, words, font, color);
        }
    }

    fn row_ui(&self, ui: &Ui, row: &OutcomeRow, place: Rect) {
        let (cx, tokens) = (self.cx, self.cx.tokens);
        let name = row_name(cx, self.outcomes, row.key);
        let is_all = row.key == OutcomeKey::All;
        let font = if is_all {
            semibold(size::TABLE)
        } else {
            FontId::proportional(size::TABLE)
        };
        let mut job = LayoutJob::simple_singleline(name.clone(), font.clone(), tokens.text);
        job.wrap = TextWrapping::truncate_at_width(self.bars.0 - GAP - place.left());
        let galley = ui.painter().layout_job(job);
        let at = pos2(place.left(), place.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.text);
        self.bar_ui(ui, row, &name, place);
        for (right, words) in self.numbers.into_iter().zip(self.words_of(row)) {
            let at = pos2(right, place.center().y);
            let font = font.clone();
            ui.painter()
                .text(at, Align2::RIGHT_CENTER, words, font, tokens.text);
        }
    }

    /// How many, which share is done and stopped, and how long it took.
    fn words_of(&self, row: &OutcomeRow) -> [String; 4] {
        let unit = self.outcomes.options.unit;
        let share = |stage: Stage| {
            let at = OUTCOMES.iter().position(|own| *own == Some(stage));
            let share = at.and_then(|at| row.share(at, unit));
            share.map_or_else(|| "–".to_owned(), percent)
        };
        let whole = match row.total.stated_m() {
            _ if !is_money(self.outcomes) => grouped(count(row.total.count)),
            Some(money) => money_m(money, self.cx.currency()),
            None => "–".to_owned(),
        };
        let years = row.years_to_end.median().map(|years| {
            let n = row.years_to_end.count();
            format!("{} ({n})", decimal(years, 1))
        });
        let years = years.unwrap_or_else(|| "–".to_owned());
        [whole, share(Stage::Done), share(Stage::Stopped), years]
    }

    fn bar_ui(&self, ui: &Ui, row: &OutcomeRow, name: &str, place: Rect) {
        let half = (place.height() * 0.34).min(10.0);
        let (mut left, right) = self.bars;
        let width = right - left;
        let mut drawn = false;
        for outcome in 0..OUTCOMES.len() {
            let share = row.share(outcome, self.outcomes.options.unit);
            let Some(share) = share.filter(|share| *share > 0.0) else {
                continue;
            };
            drawn = true;
            #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
            let own = width * share as f32;
            let from = pos2(left, place.center().y - half);
            let rect = Rect::from_min_size(from, Vec2::new(own, half * 2.0));
            self.share_ui(ui, row, name, (outcome, share), rect);
            left += own;
        }
        if !drawn {
            let at = pos2(left, place.center().y);
            let (font, color) = (FontId::proportional(size::SMALL), self.cx.tokens.muted);
            let words = self.cx.t("outcomes-no-money");
            ui.painter()
                .text(at, Align2::LEFT_CENTER, words, font, color);
        }
    }

    fn share_ui(
        &self,
        ui: &Ui,
        row: &OutcomeRow,
        name: &str,
        (outcome, share): (usize, f64),
        rect: Rect,
    ) {
        let narrow = self.narrow(row.key, outcome);
        let (sense, role) = match narrow {
            Some(_) => (Sense::click(), Role::Button),
            None => (Sense::hover(), Role::Label),
        };
        let id = ui.scope_id().with((row.key, outcome));
        let response = ui.interact(rect, id, sense);
        let words = self.words(row, name, outcome);
        response.widget_info(|| WidgetInfo::labeled(role, true, &words));
        let color = outcome_color(self.cx, outcome);
        let painter = ui.painter();
        painter.rect_filled(
            rect.shrink2(Vec2::new(0.5, 0.0)),
            CornerRadius::same(2),
            color,
        );
        if rect.width() >= LEAST_WORDS {
            let font = FontId::proportional(size::SMALL);
            let words = percent(share);
            painter.text(rect.center(), Align2::CENTER_CENTER, words, font, on(color));
        }
        if response.sense.senses_click() && (response.hovered() || response.has_focus()) {
            let stroke = Stroke::new(1.5, self.cx.tokens.text);
            painter.rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Inside);
        }
        if let Some(narrow) = narrow.filter(|_| response.clicked()) {
            filter_by(self.cx, narrow);
        }
        response.on_hover_text(words);
    }

    fn words(&self, row: &OutcomeRow, name: &str, outcome: usize) -> String {
        let part = row.stages.get(outcome).copied().unwrap_or_default();
        let share = row.share(outcome, self.outcomes.options.unit);
        let share = share.map_or_else(|| "–".to_owned(), percent);
        let outcome = outcome_name(self.cx, outcome);
        let money = money_m(part.money_m, self.cx.currency());
        let values = [
            ("name", name.into()),
            ("outcome", (&outcome).into()),
            ("count", part.count.into()),
            ("share", (&share).into()),
            ("money", (&money).into()),
            ("n", part.with_money.into()),
        ];
        of_side(self.cx, &self.cx.with("outcomes-share", &values))
    }

    /// Shows the projects of a share alone, where a filter can say what they are.
    fn narrow(&self, key: OutcomeKey, outcome: usize) -> Option<ProjectsAction> {
        let (cx, by) = (self.cx, self.outcomes.options.stack);
        let mut facets = vec![("status", self.statuses(outcome))];
        let years = match key {
            OutcomeKey::All => None,
            OutcomeKey::Cohort(from) => Some((YearBasis::Announced, from, from + COHORT - 1)),
            OutcomeKey::Undated => return None,
            OutcomeKey::Part(part) => {
                let value = stack::value(cx, by, part)?;
                // The status cannot be one value and several.
                if by.id() == "status" {
                    facets.clear();
                }
                facets.push((by.id(), vec![value.id.clone()]));
                None
            }
        };
        Some(ProjectsAction::Narrow { facets, years })
    }

    /// The values of the status that mean a state.
    fn statuses(&self, outcome: usize) -> Vec<String> {
        let stage = OUTCOMES.get(outcome).copied().flatten();
        let facet = FACETS.iter().position(|facet| facet.id == "status");
        let column = facet.and_then(|at| self.cx.state.dataset.projects.facets.get(at));
        let values = column.map_or(&[][..], |column| &column.values);
        let ids = values.iter().map(|value| value.id.as_str());
        let of_stage = |id: &&str| {
            let own = self.cx.catalog().status(id).map(|status| status.stage);
            (*id == NOT_STATED && stage.is_none()) || (own.is_some() && own == stage)
        };
        ids.filter(of_stage).map(str::to_owned).collect()
    }
}

/// Black or white, whichever is read better on a colour.
fn on(color: Color32) -> Color32 {
    let [r, g, b, _] = color.to_array().map(f32::from);
    if 0.299 * r + 0.587 * g + 0.114 * b > 140.0 {
        Color32::BLACK
    } else {
        Color32::WHITE
    }
}
