use super::Words;

/// Cuts prose into sentences and tokens; tags come later.
pub(super) fn read(_prose: &str) -> Words {
    Words::default()
}
