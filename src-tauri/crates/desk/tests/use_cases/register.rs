//! The register of customers, and whether those who ask may (§1, §12).

use desk::{
    AskerFound, ContractForm, DeskError, NewInquiry, PersonForm, RegisterProblem,
    RegisterProblemCode as Code,
};
use inquiry::{Asker, ContractId, Customer, PersonId};
use policy::{Channel, EligibilityReason as Reason, ProductId, SupportPlan};

use crate::bench::{Bench, call, new};

const TABLE: &str = "\
契約番号,会社名,プラン,製品,契約開始日,契約終了日,氏名,フリガナ,メールアドレス,電話番号,役割,サポートオプション
EX-1,例示商事,標準,clomo,2024-04-01,2027-03-31,山田 花子,ヤマダ ハナコ,yamada@reiji.example.jp,03-0000-0101,システム管理者,有
EX-1,例示商事,標準,clomo,2024-04-01,2027-03-31,鈴木 一郎,スズキ イチロウ,suzuki@reiji.example.jp,,システム管理者,無
EX-2,見本物流,トライアル,Harmony Mobile,2026/11/1,2026年11月30日,佐々木 健,,sasaki@mihon.example.jp,,製品管理者,
EX-2,見本物流,トライアル,Harmony Mobile,2026/11/1,2026年11月30日,林 恵子,,hayashi@mihon.example.jp,,,
";

fn contract() -> ContractForm {
    ContractForm {
        number: "EX-9".into(),
        company: "例示電機".into(),
        products: "clomo".into(),
        ..ContractForm::default()
    }
}

fn person(name: &str, option: &str) -> PersonForm {
    PersonForm {
        name: name.into(),
        address: format!("{name}@denki.example.jp"),
        roles: "system-administrator".into(),
        option: option.into(),
        ..PersonForm::default()
    }
}

fn from(address: &str, product: &str, channel: Channel) -> NewInquiry {
    NewInquiry {
        product: ProductId::new(product).unwrap(),
        channel,
        customer: Customer {
            address: address.into(),
            ..Customer::default()
        },
        ..new("端末が初期化できない")
    }
}

#[track_caller]
fn problems<T: std::fmt::Debug>(result: Result<T, DeskError>) -> Vec<Code> {
    match result {
        Err(DeskError::Register(problems)) => problems.iter().map(|it| it.code).collect(),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check(bench: &Bench, new: NewInquiry, found: AskerFound, reason: Reason, valid: Option<bool>) {
    let id = bench.records(new);
    let asker = bench.desk.inquiry(id, None).unwrap().asker;
    assert_eq!(
        (asker.found, asker.reason, asker.contract_valid),
        (found, reason, valid)
    );
}

#[test]
fn an_inquiry_finds_its_person_by_the_address() {
    let bench = Bench::new();
    let done = bench.desk.import_customers(&call("佐藤"), TABLE.as_bytes());
    assert!(done.unwrap().changed.reference);
    let by = AskerFound::ByAddress;
    let mail = |address, product| from(address, product, Channel::Mail);
    let entitled = mail("Yamada@REIJI.example.jp", "clomo");
    check(&bench, entitled, by, Reason::Entitled, Some(true));
    let without_option = mail("suzuki@reiji.example.jp", "clomo");
    check(&bench, without_option, by, Reason::NoOption, Some(true));
    let administrator = mail("sasaki@mihon.example.jp", "harmony-mobile");
    check(&bench, administrator, by, Reason::Entitled, Some(true));
    let no_roles_known = mail("hayashi@mihon.example.jp", "harmony-mobile");
    check(&bench, no_roles_known, by, Reason::RolesUnknown, Some(true));
    let other_product = mail("sasaki@mihon.example.jp", "deep-instinct");
    check(&bench, other_product, by, Reason::Entitled, None);
    let stranger = mail("dare@example.jp", "clomo");
    check(
        &bench,
        stranger,
        AskerFound::Unknown,
        Reason::RolesUnknown,
        None,
    );
    bench.set("2026-12-01 10:00");
    let expired = mail("sasaki@mihon.example.jp", "harmony-mobile");
    check(&bench, expired, by, Reason::Entitled, Some(false));
}

#[test]
fn an_agent_chooses_who_asks_and_takes_it_back() {
    let bench = Bench::new();
    bench
        .desk
        .import_customers(&call("佐藤"), TABLE.as_bytes())
        .unwrap();
    let id = bench.records(from("dare@example.jp", "clomo", Channel::Mail));
    let yamada = bench.desk.customer("EX-1").unwrap().contract.people[0].id;
    let reason = || {
        let asker = bench.desk.inquiry(id, None).unwrap().asker;
        (asker.found, asker.reason)
    };
    let choose = |asker| bench.desk.set_asker(&call("佐藤"), id, asker);
    choose(Asker::Person(yamada)).unwrap();
    assert_eq!(reason(), (AskerFound::Chosen, Reason::Entitled));
    choose(Asker::Unregistered).unwrap();
    assert_eq!(reason(), (AskerFound::Unregistered, Reason::NoRole));
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(reason(), (AskerFound::Chosen, Reason::Entitled));
    let nobody = PersonId::new(uuid::Uuid::now_v7());
    assert!(matches!(
        choose(Asker::Person(nobody)),
        Err(DeskError::NoSuchPerson(_))
    ));
}

#[test]
fn the_reply_fits_the_verdict() {
    let bench = Bench::new();
    bench
        .desk
        .import_customers(&call("佐藤"), TABLE.as_bytes())
        .unwrap();
    let drafts = |new| {
        let id = bench.records(new);
        let view = bench.desk.inquiry(id, None).unwrap();
        let drafts = view.drafts.iter().map(|it| it.text.clone());
        drafts.collect::<Vec<_>>().join("\n----\n")
    };
    let entitled = from("yamada@reiji.example.jp", "clomo", Channel::Mail);
    assert_eq!(drafts(entitled), "");
    let without = drafts(from("suzuki@reiji.example.jp", "clomo", Channel::Mail));
    assert!(
        without.contains("サポートオプションが有効な CLOMO システム管理者"),
        "{without}"
    );
    let unknown = drafts(from("dare@example.jp", "deep-instinct", Channel::Mail));
    assert!(unknown.contains("ご契約番号"), "{unknown}");
    let caller = drafts(from(
        "sasaki@mihon.example.jp",
        "harmony-mobile",
        Channel::Phone,
    ));
    assert!(caller.contains("フォームまたはメール"), "{caller}");
}

#[test]
fn a_trial_customer_s_call_is_warned_of_and_logged() {
    let bench = Bench::new();
    bench
        .desk
        .import_customers(&call("佐藤"), TABLE.as_bytes())
        .unwrap();
    let warns = |channel| {
        let id = bench.records(from("sasaki@mihon.example.jp", "harmony-mobile", channel));
        bench.desk.inquiry(id, None).unwrap().asker.warns_of_channel
    };
    assert!(warns(Channel::Phone));
    assert!(!warns(Channel::Mail));
    let known = bench.desk.customer("EX-2").unwrap();
    assert_eq!(known.contract.terms.plan, SupportPlan::Trial);
}

#[test]
fn the_sixth_option_and_one_for_somebody_else_are_refused() {
    let bench = Bench::new();
    let set = |form: &ContractForm| bench.desk.set_contract(&call("佐藤"), None, form);
    let id: ContractId = set(&contract()).unwrap().value;
    let add = |form: &PersonForm| bench.desk.set_person(&call("佐藤"), id, None, form);
    for name in ["a", "b", "c", "d", "e"] {
        add(&person(name, "yes")).unwrap();
    }
    assert_eq!(problems(add(&person("f", "yes"))), [Code::TooManyOptions]);
    let other = PersonForm {
        roles: "申込時の管理者".into(),
        ..person("g", "有")
    };
    assert_eq!(problems(add(&other)), [Code::OptionNotAdministrator]);
    add(&person("f", "no")).unwrap();
    // An option that goes makes room; correcting one who has it takes none.
    let people = bench.desk.customer("EX-9").unwrap().contract.people;
    let correct = |at: usize, form: &PersonForm| {
        bench
            .desk
            .set_person(&call("佐藤"), id, Some(people[at].id), form)
    };
    correct(0, &person("a", "yes")).unwrap();
    correct(0, &person("a", "no")).unwrap();
    correct(5, &person("f", "yes")).unwrap();
    assert_eq!(
        problems(correct(0, &person("a", "yes"))),
        [Code::TooManyOptions]
    );
    let without_options = ContractForm {
        number: "EX-10".into(),
        products: "harmony-mobile".into(),
        ..contract()
    };
    let other = set(&without_options).unwrap().value;
    let refused = bench
        .desk
        .set_person(&call("佐藤"), other, None, &person("h", "yes"));
    assert_eq!(problems(refused), [Code::NoOptions]);
}

#[test]
fn a_form_tells_all_its_problems_and_nothing_is_taken_over() {
    let bench = Bench::new();
    bench
        .desk
        .set_contract(&call("佐藤"), None, &contract())
        .unwrap();
    let wrong = ContractForm {
        company: " ".into(),
        plan: "標準サポト".into(),
        products: "clom".into(),
        valid_from: "2026-02-30".into(),
        valid_until: "いつか".into(),
        ..contract()
    };
    let codes = problems(bench.desk.set_contract(&call("佐藤"), None, &wrong));
    assert_eq!(
        codes,
        [
            Code::Missing,
            Code::UnknownPlan,
            Code::UnknownProduct,
            Code::NoSuchDate,
            Code::NotADate
        ]
    );
    let again = bench.desk.set_contract(&call("佐藤"), None, &contract());
    assert_eq!(problems(again), [Code::DuplicateContract]);
    assert_eq!(bench.desk.customers("").unwrap().len(), 1);
}

#[test]
fn a_table_with_problems_tells_all_of_them_and_changes_nothing() {
    let bench = Bench::new();
    let table = "\
契約番号,会社名,製品,契約終了日,氏名,メールアドレス,役割,サポートオプション,天気,サポトオプション
EX-1,例示商事,clomo,2026-02-29,山田,yamada@reiji.example.jp,システム管理者,有,,
EX-1,例示商事,clomo,2027-03-31,鈴木,suzuki at reiji,システム管理,たぶん,,
EX-2,見本物流,clomo,,a,a@example.jp,システム管理者,有,,
EX-2,見本物流,clomo,,b,b@example.jp,システム管理者,有,,
EX-2,見本商店,clomo,,c,c@example.jp,システム管理者,有,,
EX-2,見本物流,clomo,,d,d@example.jp,システム管理者,有,,
EX-2,見本物流,clomo,,e,e@example.jp,システム管理者,有,,
EX-2,見本物流,clomo,,f,f@example.jp,システム管理者,有,,
EX-2,見本物流,clomo,,A,A@example.jp,,無,,
";
    let found = bench.desk.preview_customers(table.as_bytes()).unwrap();
    let told: Vec<String> = found.problems.iter().map(told).collect();
    insta::assert_snapshot!(told.join("\n"));
    let refused = bench.desk.import_customers(&call("佐藤"), table.as_bytes());
    assert_eq!(problems(refused).len(), found.problems.len());
    assert_eq!(bench.desk.customers("").unwrap(), []);
}

fn told(problem: &RegisterProblem) -> String {
    let suggestion = problem.suggestion.as_deref().unwrap_or("-");
    let other = problem.other_line.map_or("-".into(), |it| it.to_string());
    format!("{problem} | {suggestion} | {other}")
}

#[test]
fn a_table_comes_in_once_and_changes_only_what_differs() {
    let bench = Bench::new();
    let counts = |table: &str| {
        let import = bench.desk.import_customers(&call("佐藤"), table.as_bytes());
        let it = import.unwrap().value;
        let people = (it.new_people, it.changed_people, it.unchanged_people);
        (it.new_contracts, it.changed_contracts, people)
    };
    assert_eq!(counts(TABLE), (2, 0, (4, 0, 0)));
    assert_eq!(counts(TABLE), (0, 0, (0, 0, 4)));
    let changed = TABLE
        .replace("2027-03-31", "2028-03-31")
        .replace("03-0000-0101", "03-0000-9999");
    assert_eq!(counts(&changed), (0, 1, (0, 1, 3)));
    let yamada = &bench.desk.customer("EX-1").unwrap().people[0];
    assert_eq!(yamada.phone, "03-0000-9999");
    bench.desk.undo(&call("佐藤")).unwrap();
    let yamada = &bench.desk.customer("EX-1").unwrap().people[0];
    assert_eq!(yamada.phone, "03-0000-0101");
    let found = bench.desk.customers("物流 hayashi").unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].contract.terms.number, "EX-2");
}

#[test]
fn an_import_is_taken_back_whole_unless_somebody_built_on_it() {
    let bench = Bench::new();
    let import = || bench.desk.import_customers(&call("佐藤"), TABLE.as_bytes());
    import().unwrap();
    bench.desk.undo(&call("佐藤")).unwrap();
    assert_eq!(bench.desk.customers("").unwrap(), []);
    import().unwrap();
    let id = bench.desk.customer("EX-1").unwrap().contract.id;
    let suzuki = bench.desk.customer("EX-1").unwrap().contract.people[1].id;
    bench.desk.remove_person(&call("鈴木"), id, suzuki).unwrap();
    assert!(matches!(
        bench.desk.undo(&call("佐藤")),
        Err(DeskError::CannotUndo { .. })
    ));
    bench.desk.undo(&call("鈴木")).unwrap();
    bench.desk.remove_contract(&call("鈴木"), id).unwrap();
    assert_eq!(bench.desk.customers("").unwrap().len(), 1);
    bench.desk.undo(&call("鈴木")).unwrap();
    assert_eq!(bench.desk.customers("").unwrap().len(), 2);
}
