use policy::Pack;

use crate::rules::published;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Publishes a policy pack: a new version, or a whole new product (§21). Verdicts once given stay as they are.
    ///
    /// # Errors
    /// [`DeskError::Pack`] with all problems, [`DeskError::PackClash`] with a version on record, [`DeskError::Store`].
    pub fn publish_pack(&self, call: &Call, text: &str) -> Result<Done<()>, DeskError> {
        let pack = Pack::check(text).map_err(DeskError::Pack)?;
        self.change(call, |act| {
            act.rules.packs.clone().add(pack.clone())?;
            act.publish(published(&pack, text))
        })
    }
}
