//! What the window can ask of the core. A command parses, makes one call to the desk, and returns a view.

pub mod attachments;
pub(crate) mod convert;
pub mod intake;
pub mod obligations;
pub mod products;
pub mod reading;
pub mod register;
pub mod report;
pub mod rules;
pub mod scope;
pub mod sign_off;
pub mod systems;
pub mod today;
pub mod upkeep;
pub mod wire;
pub mod writing;

/// Lists every command and event once, for the window, the bindings and the tests on a mock runtime alike.
#[macro_export]
macro_rules! ipc_builder {
    ($runtime:ty) => {
        tauri_specta::Builder::<$runtime>::new()
            .disable_serde_phases()
            .commands(tauri_specta::collect_commands![
                $crate::ipc::reading::frame,
                $crate::ipc::reading::queue,
                $crate::ipc::reading::inquiry,
                $crate::ipc::reading::search,
                $crate::ipc::reading::preview_deadline,
                $crate::ipc::reading::calendar_year,
                $crate::ipc::obligations::obligations,
                $crate::ipc::obligations::preview_obligation,
                $crate::ipc::obligations::open_obligation,
                $crate::ipc::obligations::revise_obligation,
                $crate::ipc::obligations::fulfil_obligation,
                $crate::ipc::obligations::withdraw_obligation,
                $crate::ipc::obligations::lift_suspensions,
                $crate::ipc::obligations::suspension_triage,
                $crate::ipc::obligations::suspension_summaries,
                $crate::ipc::obligations::export_incidents::<$runtime>,
                $crate::ipc::writing::record_inquiry,
                $crate::ipc::writing::set_level,
                $crate::ipc::writing::set_kind,
                $crate::ipc::writing::set_product,
                $crate::ipc::writing::set_plan,
                $crate::ipc::writing::set_subject,
                $crate::ipc::writing::set_customer,
                $crate::ipc::writing::assign,
                $crate::ipc::writing::set_status,
                $crate::ipc::writing::respond,
                $crate::ipc::writing::end_inquiries,
                $crate::ipc::writing::add_note,
                $crate::ipc::writing::set_cause,
                $crate::ipc::writing::set_next_contact,
                $crate::ipc::writing::link,
                $crate::ipc::writing::merge,
                $crate::ipc::writing::split,
                $crate::ipc::writing::undo,
                $crate::ipc::writing::snooze,
                $crate::ipc::writing::put_away_signs,
                $crate::ipc::writing::put_away_all_signs,
                $crate::ipc::rules::calendar_picture,
                $crate::ipc::rules::preview_change,
                $crate::ipc::rules::apply_change::<$runtime>,
                $crate::ipc::rules::what_if,
                $crate::ipc::rules::packs,
                $crate::ipc::products::product_table,
                $crate::ipc::products::check_app,
                $crate::ipc::products::check_device,
                $crate::ipc::products::preview_product_table,
                $crate::ipc::products::change_product_table,
                $crate::ipc::systems::os_table,
                $crate::ipc::systems::check_os,
                $crate::ipc::systems::preview_os_table,
                $crate::ipc::systems::change_os_table,
                $crate::ipc::rules::choose_rule_file::<$runtime>,
                $crate::ipc::intake::import_files::<$runtime>,
                $crate::ipc::intake::choose_and_import::<$runtime>,
                $crate::ipc::intake::cancel_import,
                $crate::ipc::intake::refused,
                $crate::ipc::intake::retry_refused,
                $crate::ipc::intake::choose_folder::<$runtime>,
                $crate::ipc::attachments::save_attachment::<$runtime>,
                $crate::ipc::attachments::save_raw_message::<$runtime>,
                $crate::ipc::register::customers,
                $crate::ipc::register::customer,
                $crate::ipc::register::set_contract,
                $crate::ipc::register::set_person,
                $crate::ipc::register::remove_contract,
                $crate::ipc::register::remove_person,
                $crate::ipc::register::import_customers::<$runtime>,
                $crate::ipc::register::set_asker,
                $crate::ipc::report::report_page,
                $crate::ipc::sign_off::sign_offs,
                $crate::ipc::sign_off::sign_off,
                $crate::ipc::sign_off::take_back_sign_off,
                $crate::ipc::today::today,
                $crate::ipc::report::report_behind,
                $crate::ipc::report::report_obligations,
                $crate::ipc::report::report_customers,
                $crate::ipc::report::export_report::<$runtime>,
                $crate::ipc::report::export_evidence::<$runtime>,
                $crate::ipc::report::cancel_export,
                $crate::ipc::scope::answer_scope,
                $crate::ipc::scope::level_assistant,
                $crate::ipc::scope::assist_level,
                $crate::ipc::scope::join_outage,
                $crate::ipc::scope::tick_status_page,
                $crate::ipc::scope::hand_over,
                $crate::ipc::scope::respond_together,
                $crate::ipc::upkeep::settings,
                $crate::ipc::upkeep::save_local_settings::<$runtime>,
                $crate::ipc::upkeep::save_shared_settings,
                $crate::ipc::upkeep::finish_set_up::<$runtime>,
                $crate::ipc::upkeep::save_view,
                $crate::ipc::upkeep::remove_view,
                $crate::ipc::upkeep::open_data_folder::<$runtime>,
                $crate::ipc::upkeep::restart::<$runtime>,
                $crate::ipc::upkeep::add_sample,
                $crate::ipc::upkeep::remove_sample,
                $crate::ipc::upkeep::verify,
                $crate::ipc::upkeep::backup::<$runtime>,
                $crate::ipc::upkeep::draft,
                $crate::ipc::upkeep::keep_draft,
                $crate::ipc::upkeep::test_notification,
                $crate::ipc::upkeep::window_ready,
                $crate::ipc::upkeep::set_debug_clock::<$runtime>,
            ])
            .events(tauri_specta::collect_events![
                $crate::ipc::wire::Changed,
                $crate::ipc::wire::Reminded,
                $crate::ipc::wire::Opened,
                $crate::ipc::wire::ImportProgress,
                $crate::ipc::wire::ReportProgress,
            ])
    };
}
