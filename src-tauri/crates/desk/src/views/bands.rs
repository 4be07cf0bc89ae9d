//! Rows by their bands.

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::Band;

use super::row::QueueRow;

/// How many rows a band has.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct BandCount {
    /// The band.
    pub band: Band,
    /// Its rows.
    pub count: usize,
}

/// Puts rows of one band together, the worst first, each band in the order in which its rows come.
pub(crate) fn by_band<'r>(rows: impl Iterator<Item = &'r Arc<QueueRow>>) -> Vec<&'r Arc<QueueRow>> {
    let mut bands: BTreeMap<Band, Vec<_>> = BTreeMap::new();
    for row in rows {
        bands.entry(row.band()).or_default().push(row);
    }
    bands.into_values().flatten().collect()
}

/// Counts the rows of each band, the worst first.
pub(crate) fn counts(bands: impl Iterator<Item = Band>) -> Vec<BandCount> {
    let mut counts: BTreeMap<Band, usize> = BTreeMap::new();
    for band in bands {
        *counts.entry(band).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(band, count)| BandCount { band, count })
        .collect()
}
