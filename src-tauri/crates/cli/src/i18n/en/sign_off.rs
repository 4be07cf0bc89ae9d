use crate::i18n::sign_off::SignOffTold;

pub(super) const TOLD: SignOffTold = SignOffTold {
    heads: |by, at| format!("Signed off by {by} on {at}"),
    unchanged: "Nothing changed since.",
    came_in: "is counted now",
    fell_out: "is no longer counted",
    by: |by, at| format!("({by}, {at})"),
    published: |what, label| {
        let name = match what {
            "pack_published" => "Policy",
            "calendar_published" => "Business calendar",
            _ => "Holidays",
        };
        format!("{name} {label} published")
    },
    none: "No period was signed off.",
};
