use policy::{AppReason, DeviceReason};

use super::super::ProductWords;

pub(super) const PRODUCTS: ProductWords = ProductWords {
    app: |reason| match reason {
        AppReason::Newest => "その日に入手できた最新のバージョンです。",
        AppReason::NewerPublished => "その日までに、より新しいバージョンが公開されています。",
        AppReason::Console => "管理画面は、お問い合わせの時点のものがそのまま対象です。",
        AppReason::NotPublished => {
            "その日にはまだ公開されていません（ストアの審査中かもしれません）。"
        }
        AppReason::NotInTable => "表にあるどのバージョンよりも新しく、表にありません。",
        AppReason::NoTable => "このアプリのリリースは表にありません。",
        AppReason::PlatformUnknown => "プラットフォームによって最新かどうかが異なります。",
    },
    device: |reason| match reason {
        DeviceReason::Listed => "検証済みの一覧にあります。",
        DeviceReason::NotYetListed => "その日にはまだ検証済みの一覧にありません。",
        DeviceReason::Unlisted => "検証済みの一覧から外されています。",
        DeviceReason::NotOnList => "検証済みの一覧に見つかりません。",
        DeviceReason::NoList => "この製品の端末の一覧は登録されていません。",
    },
    newest: "その日の最新バージョン：",
    perhaps: "もしかして：",
    empty: "表には何も登録されていません。",
    same: "現在の表と同じです。",
};
