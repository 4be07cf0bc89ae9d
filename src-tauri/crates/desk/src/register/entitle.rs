//! Who may have a support option (§1, §12).

use chrono::NaiveDate;
use policy::{OptionRefusal, Pack, PackLibrary, ProductId, Role, grant_option};

use super::RegisterProblemCode as Code;

/// A person as far as the support option goes.
pub(crate) struct Entitled<'a> {
    pub roles: &'a [Role],
    pub has_option: bool,
}

/// Finds what hinders the support options of one contract's people, in their order; each by the person's place. A
/// contract has options by the policy of whichever of its products knows them.
pub(crate) fn check_options(
    packs: &PackLibrary,
    on: NaiveDate,
    products: &[ProductId],
    people: &[Entitled<'_>],
) -> Vec<(usize, Code)> {
    let pack = option_pack(packs, on, products);
    let mut granted = 0;
    let mut refused = Vec::new();
    for (place, person) in people.iter().enumerate().filter(|(_, it)| it.has_option) {
        match pack.map(|pack| grant_option(pack, person.roles, granted)) {
            Some(Ok(())) => granted += 1,
            Some(Err(OptionRefusal::NotAdministrator)) => {
                refused.push((place, Code::OptionNotAdministrator));
            }
            Some(Err(OptionRefusal::TooMany { .. })) => refused.push((place, Code::TooManyOptions)),
            Some(Err(OptionRefusal::NoOptions)) | None => refused.push((place, Code::NoOptions)),
        }
    }
    refused
}

fn option_pack<'p>(
    packs: &'p PackLibrary,
    on: NaiveDate,
    products: &[ProductId],
) -> Option<&'p Pack> {
    let mut in_force = products
        .iter()
        .filter_map(|it| packs.in_force(it.as_str(), on));
    in_force.find(|pack| {
        let asking = pack.content().asking.as_ref();
        asking.is_some_and(|it| it.options.is_some())
    })
}
