use policy::{AppReason, DeviceReason};

use super::super::ProductWords;

pub(super) const PRODUCTS: ProductWords = ProductWords {
    app: |reason| match reason {
        AppReason::Newest => "It is the newest version that could be had on that day.",
        AppReason::NewerPublished => "A newer version was published by that day.",
        AppReason::Console => "A console is in scope as it is when it is asked about.",
        AppReason::NotPublished => {
            "It was not published by that day; the store may still be reviewing it."
        }
        AppReason::NotInTable => "It is higher than every version of the table and not in it.",
        AppReason::NoTable => "The table knows no version of this app.",
        AppReason::PlatformUnknown => "Whether it is the newest depends on the platform.",
    },
    device: |reason| match reason {
        DeviceReason::Listed => "It is on the list of verified devices.",
        DeviceReason::NotYetListed => "It was not on the list of verified devices yet on that day.",
        DeviceReason::Unlisted => "It was taken off the list of verified devices.",
        DeviceReason::NotOnList => "It is not found on the list of verified devices.",
        DeviceReason::NoList => "There is no list of devices for this product.",
    },
    newest: "Newest version then: ",
    perhaps: "Perhaps: ",
    empty: "There is nothing in the table.",
    same: "It is the same as the table in force.",
};
