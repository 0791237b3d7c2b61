//! Below the bars: how much happened and was said in each year, and what it was.

use crate::{
    analysis::projects::{Moment, Moments},
    app::{Action, action::OverviewAction, view::OverviewRecord},
    dataset::schema::PartialDate,
    i18n::short_date,
    ui::{
        Cx,
        charts::{YearMark, year_marks_ui},
        theme::{size, strong},
        widgets::muted,
        wording,
    },
};
use eframe::egui::Ui;
use egui_plot::PlotTransform;

/// The row of marks.
pub(super) fn moments_ui(ui: &mut Ui, cx: &Cx<'_>, moments: &Moments, transform: &PlotTransform) {
    let marks: Vec<YearMark> = moments
        .iter()
        .map(|(year, of_year)| YearMark {
            year: *year,
            count: of_year.len(),
            name: name(cx, *year, of_year),
        })
        .collect();
    year_marks_ui(ui, transform, &marks, |ui, year| {
        let of_year = moments.get(&year).map_or(&[][..], Vec::as_slice);
        ui.label(strong(name(cx, year, of_year), size::BODY));
        for moment in of_year {
            moment_ui(ui, cx, *moment);
        }
    });
}

fn name(cx: &Cx<'_>, year: i32, of_year: &[Moment]) -> String {
    let is_event = |moment: &&Moment| matches!(moment, Moment::Event(_));
    let events = of_year.iter().filter(is_event).count();
    let year = year.to_string();
    let values = [
        ("year", (&year).into()),
        ("events", events.into()),
        ("statements", (of_year.len() - events).into()),
    ];
    cx.with("moments-year", &values)
}

/// One of them; a click opens its record.
fn moment_ui(ui: &mut Ui, cx: &Cx<'_>, moment: Moment) {
    let Some((date, kind, title, record)) = about(cx, moment) else {
        return;
    };
    ui.add_space(3.0);
    if ui.link(title).clicked() {
        cx.push(Action::Overview(OverviewAction::Show(record)));
        ui.close();
    }
    muted(ui, &format!("{} · {kind}", short_date(date)));
}

/// When, what kind, its title and its record.
fn about<'a>(
    cx: &Cx<'a>,
    moment: Moment,
) -> Option<(PartialDate, String, &'a str, OverviewRecord)> {
    let data = cx.catalog().data();
    Some(match moment {
        Moment::Event(at) => {
            let event = data.events.get(at)?;
            let kind = cx.t(wording::event_kind(event.kind));
            let record = OverviewRecord::Event(event.id.clone());
            (event.date, kind, cx.text(&event.title), record)
        }
        Moment::Statement { statement, claim } => {
            let statement = data.statements.get(statement)?;
            let record = OverviewRecord::Claim(data.claims.get(claim)?.id.clone());
            let speaker = cx.text(&statement.speaker).to_owned();
            (statement.date, speaker, cx.text(&statement.title), record)
        }
        Moment::Claim(at) => {
            let claim = data.claims.get(at)?;
            let record = OverviewRecord::Claim(claim.id.clone());
            let speaker = cx.text(&claim.speaker).to_owned();
            (claim.date, speaker, cx.text(&claim.text), record)
        }
    })
}
