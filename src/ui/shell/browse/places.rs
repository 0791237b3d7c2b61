//! Where to look: the built-in dataset, those opened lately, folders that people keep things in.

use crate::{
    app::{
        Action,
        browse::{BrowseAction, Purpose, places},
    },
    dataset::read::Origin,
    ui::{
        Cx,
        theme::size,
        widgets::{muted, quiet_button},
    },
};
use eframe::egui::{
    Align, Button, Id, Layout, Response, RichText, Role, ScrollArea, Ui, Vec2, WidgetInfo,
};
use std::path::{Path, PathBuf};

type Places = std::sync::Arc<Vec<(&'static str, PathBuf)>>;

pub(super) fn places_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ScrollArea::vertical()
        .id_salt("browse-places")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if cx.state.browser.purpose == Purpose::Dataset {
                datasets_ui(ui, cx);
            }
            muted(ui, &cx.t("browse-places"));
            for (key, path) in known_places(ui).iter() {
                let response = place_ui(ui, &cx.t(key), "");
                if response.on_hover_text(path.display().to_string()).clicked() {
                    cx.push(Action::Browse(BrowseAction::Go(path.clone())));
                }
            }
        });
}

/// The folders do not move while the program runs; asking the system in every frame would be waste.
fn known_places(ui: &Ui) -> Places {
    let id = Id::unique("browse-known-places");
    ui.data_mut(|data| {
        let known = data.get_temp_mut_or_insert_with::<Places>(id, || Places::new(places()));
        Places::clone(known)
    })
}

fn datasets_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let state = cx.state;
    muted(ui, &cx.t("browse-datasets"));
    let built_in = place_ui(ui, &cx.t("browse-built-in"), "");
    if built_in
        .on_hover_text(cx.t("command-built-in-tip"))
        .clicked()
    {
        cx.push(Action::LoadBuiltIn);
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        muted(ui, &cx.t("browse-recent"));
        if state.settings.recent.is_empty() {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = cx.t("browse-forget");
            if quiet_button(ui, &words, &cx.t("browse-forget-tip")).clicked() {
                cx.push(Action::Browse(BrowseAction::ForgetRecent));
            }
        });
    });
    if state.settings.recent.is_empty() {
        muted(ui, &cx.t("browse-recent-none"));
    }
    for path in &state.settings.recent {
        let open = matches!(&state.dataset.origin, Origin::Path(own) if own == path);
        let remark = if open {
            cx.t("browse-is-open")
        } else {
            String::new()
        };
        let response = place_ui(ui, &name_of(path), &remark);
        if response.on_hover_text(path.display().to_string()).clicked() {
            cx.push(Action::Load(path.clone()));
        }
    }
    ui.add_space(8.0);
}

/// Name of a file or folder.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A line that can be pressed.
fn place_ui(ui: &mut Ui, name: &str, remark: &str) -> Response {
    let text = if remark.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({remark})")
    };
    let button = Button::new(RichText::new(&text).size(size::BODY))
        .frame_when_inactive(false)
        .truncate()
        .min_size(Vec2::new(ui.available_width(), 24.0));
    let response = ui
        .with_layout(Layout::top_down_justified(Align::Min), |ui| ui.add(button))
        .inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    response
}
