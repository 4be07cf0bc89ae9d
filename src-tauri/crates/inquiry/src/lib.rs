//! What can happen to an inquiry, and the state that follows from it.
