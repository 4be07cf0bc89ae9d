//! What is told of many times that were measured.

/// Tells one figure.
pub fn tell(name: &str, value: f64) {
    println!("{name}\t{value:.2}");
}

/// Says on the side how far the measuring is.
pub fn say(what: &str) {
    eprintln!("{what}");
}

/// Times or counts, in order.
pub struct Figures(Vec<f64>);

impl Figures {
    /// Takes what was measured.
    ///
    /// # Panics
    /// Panics where nothing was.
    pub fn of(measured: impl IntoIterator<Item = f64>) -> Self {
        let mut measured: Vec<f64> = measured.into_iter().collect();
        assert!(!measured.is_empty(), "nothing was measured");
        measured.sort_by(f64::total_cmp);
        Self(measured)
    }

    /// Gives what so many in a hundred do not pass.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(f64::NAN)
    }

    /// Gives the greatest.
    pub fn most(&self) -> f64 {
        self.percentile(100)
    }

    /// Tells the median, some percentiles and the greatest.
    pub fn tell(&self, name: &str, percents: &[usize]) {
        for percent in percents {
            tell(&format!("{name}-p{percent}"), self.percentile(*percent));
        }
        tell(&format!("{name}-most"), self.most());
        say(&format!(
            "{name}: {} measured, median {:.1}",
            self.0.len(),
            self.percentile(50)
        ));
    }
}

/// Reads a list of numbers from a page's answer.
pub fn numbers(list: &serde_json::Value) -> impl Iterator<Item = f64> + '_ {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_f64)
}
