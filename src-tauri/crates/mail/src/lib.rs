//! Reading mail as it really arrives, and making it harmless to show.
