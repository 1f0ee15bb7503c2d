//! Runs the examples on every rule's page.
