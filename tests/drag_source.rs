//! Something to drag: a patch in the display's corner that hands a file to whatever it is let go on, as a file manager
//! does. `drag-source FILE` ends when the drag has.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    #[cfg(target_os = "linux")]
    linux::offer()?;
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use std::error::Error;

    use gtk::gdk::{DragAction, ModifierType};
    use gtk::prelude::*;

    pub fn offer() -> Result<(), Box<dyn Error>> {
        gtk::init()?;
        let file = std::env::args_os().nth(1).ok_or("no file to offer")?;
        let uri = gtk::glib::filename_to_uri(file, None)?;
        let patch = gtk::EventBox::new();
        patch.set_size_request(40, 40);
        patch.drag_source_set(ModifierType::BUTTON1_MASK, &[], DragAction::COPY);
        patch.drag_source_add_uri_targets();
        patch.connect_drag_data_get(move |_, _, data, _, _| {
            data.set_uris(&[uri.as_str()]);
        });
        patch.connect_drag_end(|_, _| gtk::main_quit());
        // A window of this kind needs no window manager to stand in front.
        let window = gtk::Window::new(gtk::WindowType::Popup);
        window.add(&patch);
        window.move_(0, 0);
        window.show_all();
        gtk::main();
        Ok(())
    }
}
