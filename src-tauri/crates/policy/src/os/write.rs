//! Writing a table of operating systems as it is read.

use super::{OsGeneration, OsRelease, OsTable, Withdrawal};

impl OsTable {
    /// Writes the table as TOML, which [`OsTable::check`] reads.
    pub fn to_toml(&self) -> String {
        let mut text = format!(
            "version = {}\ncomplete_until = {}\nsource = {}\n",
            quoted(&self.version),
            self.complete_until,
            quoted(&self.source)
        );
        for (place, generation) in self.generations.iter().enumerate() {
            let earlier = self.generations.get(..place).unwrap_or_default();
            let after = earlier.iter().rfind(|it| it.os == generation.os);
            text.push_str(&generation_text(generation, after));
        }
        self.withdrawn
            .iter()
            .for_each(|it| text.push_str(&withdrawal_text(it)));
        text
    }
}

fn generation_text(generation: &OsGeneration, after: Option<&OsGeneration>) -> String {
    let mut text = format!(
        "\n[[generations]]\nos = {}\nid = {}\n",
        quoted(generation.os.as_str()),
        quoted(&generation.id)
    );
    if let Some(after) = after {
        text.push_str(&format!("after = {}\n", quoted(&after.id)));
    }
    if let Some(on) = generation.supported_on {
        text.push_str(&format!("supported_on = {on}\n"));
    }
    if generation.begun_before {
        text.push_str("begun_before = true\n");
    }
    text.push_str("releases = [\n");
    for release in &generation.releases {
        text.push_str(&format!("    {},\n", release_text(release)));
    }
    text.push_str("]\n");
    text
}

fn release_text(release: &OsRelease) -> String {
    let mut text = format!(
        "{{ version = {}, released_on = {}",
        quoted(&release.version),
        release.released_on
    );
    if let Some(build) = &release.build {
        text.push_str(&format!(", build = {}", quoted(build)));
    }
    if !release.also.is_empty() {
        let also: Vec<String> = release.also.iter().map(|name| quoted(name)).collect();
        text.push_str(&format!(", also = [{}]", also.join(", ")));
    }
    text + " }"
}

fn withdrawal_text(withdrawal: &Withdrawal) -> String {
    format!(
        "\n[[withdrawn]]\nos = {}\nversion = {}\non = {}\nwhy = {}\n",
        quoted(withdrawal.os.as_str()),
        quoted(&withdrawal.version),
        withdrawal.on,
        quoted(&withdrawal.why)
    )
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let shipped = OsTable::shipped();
        assert_eq!(&OsTable::check(&shipped.to_toml()).unwrap(), shipped);
        let mut table = shipped.clone();
        table.source = "表の \"出典\" \\ で".to_owned();
        assert_eq!(OsTable::check(&table.to_toml()).unwrap(), table);
    }
}
