//! Mails, alone and in boxes.

use super::*;

#[test]
fn a_folder_of_mails_becomes_inquiries_whatever_the_order_of_the_files() {
    let bench = bench();
    let report = bench.import(&[fixture("mails")]);
    assert_eq!(report.files, 7);
    assert_eq!((report.created.len(), report.linked), (4, 1), "{report:?}");
    assert_eq!(
        (report.joined, report.outgoing, report.duplicates),
        (1, 1, 0)
    );

    let login = bench.open("CLOMO にログインできない");
    let messages = &login.inquiry().messages;
    let ways: Vec<Direction> = messages.iter().map(|it| it.direction).collect();
    assert_eq!(ways, [Direction::In, Direction::Out, Direction::In]);
    assert_eq!(login.inquiry().received_at, at("2026-11-24T09:50:10+09:00"));
    assert_eq!(login.inquiry().proof, Proof::Proven);
    let proposal = login.inquiry().proposal().unwrap();
    assert_eq!(
        (proposal.message, proposal.at),
        (messages[1].id, at("2026-11-24T10:20:00+09:00"))
    );
    assert_eq!(
        login.message_text(&messages[2]).unwrap().text.trim(),
        "番号は 503 です。"
    );
    assert!(messages.iter().all(|it| it.raw.is_some()));

    let other = bench.open("Re: CLOMO にログインできない");
    assert_eq!(
        other.row.row.customer.address,
        "sasaki@mihon-butsuryu.example.jp"
    );
    assert_eq!(other.links[0].link.relation, Relation::Follows);
    assert_eq!(other.links[0].number, login.inquiry().number);
}

#[test]
fn a_form_mail_gives_customer_product_and_plan() {
    let bench = bench();
    bench.import(&[fixture("mails/14-form.eml")]);
    let form = bench.open("【問合せフォーム】警告の表示について");
    let inquiry = form.inquiry();
    assert_eq!(
        (inquiry.channel, inquiry.plan),
        (Channel::Form, SupportPlan::Trial)
    );
    assert_eq!(inquiry.product.as_str(), "harmony-mobile");
    let customer = &form.row.row.customer;
    assert_eq!(customer.line(), "見本運輸 松本 剛");
    assert_eq!(
        (customer.person_kana.as_str(), customer.contract.as_str()),
        ("マツモト ツヨシ", "EX-10031")
    );
    assert_eq!(
        (
            customer.callback_phone.as_str(),
            customer.callback_wish.as_str()
        ),
        ("090-0000-0111", "13 時以降")
    );
    assert_eq!(customer.address, "matsumoto@mihon-unyu.example.jp");
}

#[test]
fn a_claimed_date_is_unproven_and_the_address_names_the_product() {
    let bench = bench();
    bench.import(&[fixture("mails/15-claimed-date.eml")]);
    let claimed = bench.open("端末の追加");
    assert_eq!(
        (claimed.inquiry().proof, claimed.inquiry().product.as_str()),
        (Proof::Unproven, "deep-instinct")
    );
    assert_eq!(
        claimed.inquiry().received_at,
        at("2026-11-24T10:55:00+09:00")
    );
}

#[test]
fn our_own_mail_without_a_thread_is_kept_and_placed_once_the_thread_is_there() {
    let bench = bench();
    let report = bench.import(&[fixture("mails/00-ours.eml")]);
    assert_eq!(
        (report.created.len(), report.refused[0].code),
        (0, RefusalCode::NoThread)
    );
    bench.import(&[fixture("mails/10-login.eml")]);
    let kept = bench.desk.refused().unwrap();
    let again = bench
        .desk
        .retry_refused(&call(), &[kept[0].id], &ImportRequest::default())
        .unwrap()
        .value;
    assert_eq!((again.outgoing, again.refused.len()), (1, 0));
    assert_eq!(bench.desk.refused().unwrap(), []);
    assert!(
        bench
            .open("CLOMO にログインできない")
            .inquiry()
            .proposal()
            .is_some()
    );
}

#[test]
fn the_same_message_over_another_hop_is_one_and_other_content_is_flagged() {
    let bench = bench();
    bench.import(&[fixture("mails/10-login.eml")]);
    let report = bench.import(&[fixture("inbox.mbox")]);
    assert_eq!(
        (report.duplicates, report.flagged, report.created.len()),
        (1, 1, 2),
        "{report:?}"
    );
    let badge = bench.open("通知の数が合わない");
    assert_eq!(badge.inquiry().received_at, at("2026-11-24T10:00:00+09:00"));
    assert_eq!(
        badge.inquiry().proof,
        Proof::Proven,
        "the envelope proves it"
    );
    let text = badge.message_text(&badge.inquiry().messages[0]).unwrap();
    assert_eq!(
        text.text.trim_end(),
        "通知の数が合いません。\nFrom の行もあります。"
    );
}
#[test]
fn the_caller_s_product_counts_before_all_others() {
    let bench = bench();
    let product = ProductId::new("deep-instinct").unwrap();
    let request = ImportRequest {
        product: Some(&product),
        ..ImportRequest::default()
    };
    bench
        .desk
        .import(&call(), &[fixture("mails/14-form.eml")], &request)
        .unwrap();
    assert_eq!(
        bench
            .open("【問合せフォーム】警告の表示について")
            .inquiry()
            .product,
        product
    );
    let unknown = ProductId::new("unknown").unwrap();
    let request = ImportRequest {
        product: Some(&unknown),
        ..ImportRequest::default()
    };
    assert!(
        bench
            .desk
            .import(&call(), &[fixture("mails")], &request)
            .is_err()
    );
}

#[test]
fn a_reply_to_an_answered_inquiry_brings_it_back_without_a_new_clock() {
    let bench = bench();
    bench.import(&[fixture("mails/10-login.eml")]);
    let id = bench.open("CLOMO にログインできない").inquiry().id;
    let level = ImpactLevel::Serious;
    bench
        .desk
        .set_level(&call(), &[id], level, &inquiry::LevelReason::First, None)
        .unwrap();
    bench.clock.set(at("2026-11-24T10:30:00+09:00"));
    bench
        .desk
        .respond(
            &call(),
            id,
            &desk::NewResponse::now(policy::ResponseKind::Answer),
        )
        .unwrap();
    bench.clock.set(at(NOW));
    let before = bench.desk.inquiry(id, None).unwrap();
    assert_eq!(before.inquiry().needs_reply_since, None);

    let report = bench.import(&[fixture("mails/11-reply.eml"), fixture("mails/00-ours.eml")]);
    assert_eq!(
        (report.joined, report.outgoing, report.created.len()),
        (1, 1, 0)
    );
    let after = bench.desk.inquiry(id, None).unwrap();
    assert_eq!(
        after.inquiry().needs_reply_since,
        Some(at("2026-11-24T10:40:05+09:00"))
    );
    assert_eq!(after.row.evaluation.limit, before.row.evaluation.limit);
    assert_eq!(
        after.inquiry().first_response,
        before.inquiry().first_response
    );
}

#[test]
fn of_one_instant_a_reply_comes_after_what_it_answers() {
    let (bench, folder) = (bench(), tempfile::tempdir().unwrap());
    let write = |name: &str, headers: &str| {
        let mail = format!(
            "Received: from a by b; Tue, 24 Nov 2026 10:00:00 +0900\nFrom: k@sample-seiki.example.jp\n{headers}\n\ntext of {name}\n"
        );
        fs::write(folder.path().join(name), mail).unwrap();
    };
    write(
        "a.eml",
        "Subject: Re: one\nMessage-ID: <2@a>\nIn-Reply-To: <1@a>",
    );
    write("b.eml", "Subject: one\nMessage-ID: <1@a>");
    let report = bench.import(&[folder.path().to_owned()]);
    assert_eq!((report.created.len(), report.joined), (1, 1));
}
