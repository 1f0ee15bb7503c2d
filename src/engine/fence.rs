use std::panic::{AssertUnwindSafe, catch_unwind};

/// A step that panicked: one result is missing, the rest stands. Tells nothing of the draft's words but a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which step: a rule's id, `passage` for the reading of one, `message` for what the rules about the message
    /// look for in one, `draft` for the whole.
    pub step: &'static str,
    /// FNV-1a hash of the text it was given, to tell whether two reports are about the same text.
    pub hash: u64,
}

/// The result of `work`, or which step broke.
///
/// # Errors
/// If `work` panics.
pub fn guarded<T>(step: &'static str, text: &str, work: impl FnOnce() -> T) -> Result<T, Broken> {
    // OK to go on after a panic because `work` only reads, and what it was building is dropped with it.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Broken {
        step,
        hash: fnv1a(text),
    })
}

fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_by_step_and_hash() {
        assert_eq!(guarded("a-rule", "text", || 1), Ok(1));
        let broken = guarded("a-rule", "", || panic!("the fence's own test")).unwrap_err();
        assert_eq!(broken.step, "a-rule");
        assert_eq!(broken.hash, 0xcbf2_9ce4_8422_2325);
    }
}
