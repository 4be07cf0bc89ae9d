//! Policy packs, clocks, evaluation and explanation.
