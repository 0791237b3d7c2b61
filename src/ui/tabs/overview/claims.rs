//! The headline statement as a list of claims, each laid over what it can be compared with.

use crate::{
    analysis::claims::{ClaimCheck, Fit, Verdict},
    app::{Action, action::OverviewAction, view::OverviewRecord},
    dataset::schema::{Claim, Statement},
    ui::{
        Cx,
        charts::{Strip, StripMark, strip_ui},
        theme::{semibold, size},
        widgets::{export_button, figure_card, muted, section, sources_button},
        wording,
    },
};
use eframe::egui::{
    Align, Color32, CornerRadius, Label, Layout, Rect, Response, RichText, Role, ScrollArea, Sense,
    Shape, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
};

/// Width of the number, and of the strip in the card.
const NUMBER: f32 = 86.0;
const STRIP: f32 = 116.0;

/// The card.
pub(super) fn claims_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let statement = statement(cx);
    let overview = cx.state.derived.overview.overview.get();
    figure_card(ui, "claims", |ui| {
        ui.set_min_height(height - 26.0);
        let (Some(statement), Some(overview)) = (statement, overview) else {
            muted(ui, &cx.t("claims-none"));
            return;
        };
        let bottom = ui.min_rect().top() + height - 26.0;
        head_ui(ui, cx, statement, &overview.claims);
        let room = bottom - ui.cursor().top();
        ScrollArea::vertical()
            .id_salt("claims")
            .max_height(room)
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 10.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                numbers_ui(ui, cx, &overview.claims, STRIP, |_, _, _| ());
                points_ui(ui, cx, &overview.claims);
            });
    });
}

/// The headline statement.
pub(super) fn statement<'a>(cx: &Cx<'a>) -> Option<&'a Statement> {
    let meta = cx.catalog().meta()?;
    cx.catalog().statement(meta.headline_statement.as_deref()?)
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, statement: &Statement, checks: &[ClaimCheck]) {
    let title = cx.text(&statement.title);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            export_button(ui, cx, "claims", title);
            sources_button(ui, cx, title, &statement.sources);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(crate::ui::theme::strong(title, size::TITLE)).truncate())
                    .on_hover_text(cx.text(&statement.summary));
            });
        });
    });
    muted(ui, &summary(cx, checks)).on_hover_text(cx.t("claim-legend"));
    ui.add_space(2.0);
}

/// How many numbers were compared and what came out.
pub(super) fn summary(cx: &Cx<'_>, checks: &[ClaimCheck]) -> String {
    let count =
        |wanted: fn(&Verdict) -> bool| checks.iter().filter(|check| wanted(&check.verdict)).count();
    let values = [
        (
            "numbers",
            count(|verdict| *verdict != Verdict::NoNumber).into(),
        ),
        (
            "compared",
            count(|verdict| !matches!(verdict, Verdict::NoNumber | Verdict::CannotBeChecked))
                .into(),
        ),
        (
            "match",
            count(|verdict| *verdict == Verdict::Matches).into(),
        ),
        (
            "only",
            count(|verdict| matches!(verdict, Verdict::MatchesOnlyUnder { .. })).into(),
        ),
        (
            "off",
            count(|verdict| {
                matches!(
                    verdict,
                    Verdict::AboveAll(_) | Verdict::BelowAll(_) | Verdict::BetweenAll
                )
            })
            .into(),
        ),
    ];
    cx.with("claims-summary", &values)
}

/// The claims with a number, each with what `below` adds.
pub(super) fn numbers_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    checks: &[ClaimCheck],
    strip: f32,
    below: impl Fn(&mut Ui, &ClaimCheck, &Claim),
) {
    let all = &cx.catalog().data().claims;
    for check in checks.iter().filter(|check| check.interval.is_some()) {
        if let Some(claim) = all.get(check.claim) {
            number_ui(ui, cx, check, claim, strip, &below);
        }
    }
}

/// The points without a number.
fn points_ui(ui: &mut Ui, cx: &Cx<'_>, checks: &[ClaimCheck]) {
    let all = &cx.catalog().data().claims;
    let points: Vec<&Claim> = checks
        .iter()
        .filter(|check| check.interval.is_none())
        .filter_map(|check| all.get(check.claim))
        .collect();
    if !points.is_empty() {
        section(ui, &cx.t("claims-points"), "");
    }
    for claim in points {
        point_ui(ui, cx, claim);
    }
}

fn is_selected(cx: &Cx<'_>, claim: &Claim) -> bool {
    let selected = cx.state.view.overview.selected.as_ref();
    selected.is_some_and(|record| matches!(record, OverviewRecord::Claim(id) if *id == claim.id))
}

/// A row that can be pressed as a whole: ground, contents, then the press.
fn row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    claim: &Claim,
    name: &str,
    content: impl FnOnce(&mut Ui),
) -> Response {
    let ground = ui.painter().add(Shape::Noop);
    let builder = UiBuilder::new().id_salt(&claim.id).sense(Sense::click());
    let response = ui.scope_builder(builder, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
    let response = response.response;
    let selected = is_selected(cx, claim);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name));
    let fill = if selected {
        cx.tokens.selection
    } else if response.hovered() {
        cx.tokens.raised
    } else {
        Color32::TRANSPARENT
    };
    let rect = response.rect.expand2(Vec2::new(6.0, 1.0));
    ui.painter().set(
        ground,
        Shape::rect_filled(rect, CornerRadius::same(4), fill),
    );
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(4),
            (1.5, cx.tokens.accent),
            StrokeKind::Inside,
        );
    }
    if response.clicked() {
        let record = (!selected).then(|| OverviewRecord::Claim(claim.id.clone()));
        cx.push(Action::Overview(OverviewAction::Select(record)));
    }
    response
}

/// A claim with a number: the number, the text with its verdict, the strip.
fn number_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    check: &ClaimCheck,
    claim: &Claim,
    strip: f32,
    below: impl Fn(&mut Ui, &ClaimCheck, &Claim),
) {
    let value = wording::claim_value(cx, claim).unwrap_or_default();
    let text = cx.text(&claim.text);
    let verdict = wording::verdict(cx, check);
    let values = [
        ("value", (&value).into()),
        ("text", text.into()),
        ("verdict", (&verdict).into()),
    ];
    let name = cx.with("claim-row", &values);
    row(ui, cx, claim, &name, |ui| {
        ui.horizontal_top(|ui| {
            cell(ui, NUMBER, |ui| {
                ui.add(
                    Label::new(RichText::new(&value).font(semibold(size::BODY)))
                        .selectable(false)
                        .wrap(),
                );
            });
            let room = ui.available_width() - strip - ui.spacing().item_spacing.x;
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.horizontal_top(|ui| {
                    cell(ui, room, |ui| {
                        let text = RichText::new(text).size(size::TABLE);
                        ui.add(Label::new(text).selectable(false).wrap());
                    });
                    if !check.candidates.is_empty() {
                        claim_strip(ui, cx, check, claim, &value);
                    }
                });
                let color = verdict_color(cx, check.verdict);
                let verdict = RichText::new(&verdict).size(size::SMALL).color(color);
                ui.add(Label::new(verdict).selectable(false).wrap());
                below(ui, check, claim);
            });
        });
        ui.add_space(3.0);
    });
}

fn cell(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(Vec2::new(width, 0.0), Layout::top_down(Align::LEFT), |ui| {
        ui.set_width(width);
        content(ui);
    });
}

/// What does not match stands out; what cannot be checked stands back.
fn verdict_color(cx: &Cx<'_>, verdict: Verdict) -> Color32 {
    match verdict {
        Verdict::NoNumber | Verdict::CannotBeChecked | Verdict::Matches => cx.tokens.muted,
        Verdict::MatchesOnlyUnder { .. }
        | Verdict::AboveAll(_)
        | Verdict::BelowAll(_)
        | Verdict::BetweenAll => cx.tokens.warning,
    }
}

/// The claim's interval against what could be meant.
fn claim_strip(ui: &mut Ui, cx: &Cx<'_>, check: &ClaimCheck, claim: &Claim, value: &str) {
    let marks = check.candidates.iter().map(|candidate| StripMark {
        low: candidate.low,
        high: candidate.high,
        color: if candidate.fit == Fit::Match {
            cx.tokens.accent
        } else {
            cx.tokens.warning
        },
        filled: candidate.fit == Fit::Match,
    });
    let values = [
        ("value", value.into()),
        ("count", check.candidates.len().into()),
    ];
    let strip = Strip {
        name: &cx.with("claim-strip", &values),
        band: check.interval.map(|interval| (interval.low, interval.high)),
        marks: marks.collect(),
        height: 20.0,
    };
    let unit = claim.unit.as_deref().unwrap_or_default();
    strip_ui(ui, &strip).on_hover_ui(|ui| {
        for candidate in &check.candidates {
            ui.label(format!(
                "{}: {}",
                wording::candidate_label(cx, candidate),
                wording::candidate_value(unit, candidate)
            ));
        }
        if let Some(interval) = check.interval {
            muted(ui, &wording::interval_words(cx, unit, interval));
        }
        muted(ui, &cx.t("claim-legend"));
    });
}

/// A point without a number.
fn point_ui(ui: &mut Ui, cx: &Cx<'_>, claim: &Claim) {
    let text = cx.text(&claim.text);
    let name = cx.with("claim-point", &[("text", text.into())]);
    row(ui, cx, claim, &name, |ui| {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(10.0, 16.0), Sense::hover());
            let dot = Rect::from_center_size(
                pos2(rect.left() + 3.0, rect.center().y + 1.0),
                Vec2::splat(4.0),
            );
            ui.painter()
                .rect_filled(dot, CornerRadius::same(2), cx.tokens.muted);
            let text = RichText::new(text).size(size::TABLE);
            ui.add(Label::new(text).selectable(false).wrap());
        });
    });
}
