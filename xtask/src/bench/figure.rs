//! A figure with its bar, and how both are told.

use std::fmt;

/// What a figure may be.
#[derive(Copy, Clone, PartialEq, Debug)]
pub enum Bar {
    /// At most so much.
    AtMost(f64),
    /// At least so much.
    AtLeast(f64),
    /// Anything: it stands beside another to be compared.
    None,
}

/// A figure that was measured, with its bar.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    pub what: String,
    pub measured: f64,
    pub bar: Bar,
    pub unit: &'static str,
}

impl Figure {
    /// Makes a figure that has a most.
    pub fn at_most(what: impl Into<String>, measured: f64, most: f64, unit: &'static str) -> Self {
        Self {
            what: what.into(),
            measured,
            bar: Bar::AtMost(most),
            unit,
        }
    }

    /// Makes a figure that stands beside another.
    pub fn compared(what: impl Into<String>, measured: f64, unit: &'static str) -> Self {
        Self {
            what: what.into(),
            measured,
            bar: Bar::None,
            unit,
        }
    }

    /// Tells whether it has a bar.
    pub fn has_bar(&self) -> bool {
        self.bar != Bar::None
    }

    /// Tells whether it keeps its bar. What could not be measured keeps none.
    pub fn is_ok(&self) -> bool {
        match self.bar {
            Bar::AtMost(most) => self.measured <= most,
            Bar::AtLeast(least) => self.measured >= least,
            Bar::None => true,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            measured,
            bar,
            unit,
        } = self;
        write!(formatter, "{what:<48} {measured:>9.3} {unit:<3}")?;
        let (sign, bar) = match *bar {
            Bar::AtMost(most) => ("≤", most),
            Bar::AtLeast(least) => ("≥", least),
            Bar::None => return formatter.write_str(" (for comparison)"),
        };
        write!(formatter, " (bar {sign} {bar:>6.3} {unit})  ")?;
        if self.is_ok() {
            return formatter.write_str("ok");
        }
        let off = (measured - bar).abs();
        let share = 100.0 * off / bar;
        write!(formatter, "missed by {off:.3} {unit} ({share:.0} %)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Bar, Figure};

    #[test]
    fn says_by_how_much_a_bar_is_missed() {
        let verdict = |measured| Figure::at_most("verdict", measured, 0.1, "µs").to_string();
        assert!(verdict(0.1).ends_with("ok"));
        assert!(verdict(0.15).ends_with("missed by 0.050 µs (50 %)"));
        let import = |measured| Figure {
            bar: Bar::AtLeast(2000.0),
            ..Figure::at_most("import", measured, 0.0, "/s")
        };
        assert!(import(2000.0).is_ok());
        assert!(
            import(1500.0)
                .to_string()
                .ends_with("missed by 500.000 /s (25 %)")
        );
    }

    #[test]
    fn what_was_not_measured_keeps_no_bar() {
        assert!(!Figure::at_most("page", f64::NAN, 2.0, "ms").is_ok());
    }
}
