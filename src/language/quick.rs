use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from words that a list of ours holds, for looking up the words of a draft.
///
/// Its numbers are quick to make and easy to guess: not for a map that a draft's own words are put into.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<QuickHasher>>;

/// A set of words that a list of ours holds, with the limits of [`QuickMap`].
pub type QuickSet<K> = HashSet<K, BuildHasherDefault<QuickHasher>>;

/// Takes eight bytes at a time, mixed by multiplication and rotation.
#[derive(Clone, Copy, Debug, Default)]
pub struct QuickHasher(u64);

impl QuickHasher {
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(23) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for &chunk in whole {
            self.mix(u64::from_le_bytes(chunk));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.mix(u64::from_le_bytes(last));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map looks at the lowest and the highest bits, and multiplication has mixed only the high ones.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::Hash;

    use super::*;

    #[test]
    fn words_that_differ_little_get_numbers_that_differ_much() {
        let number = |word: &str| {
            let mut hasher = QuickHasher::default();
            word.hash(&mut hasher);
            hasher.finish()
        };
        let words = [
            "a",
            "b",
            "c",
            "ab",
            "ba",
            "report",
            "reports",
            "reporting",
            "reported",
        ];
        for bits in [0x7f, 0xfe00_0000_0000_0000_u64] {
            let places: HashSet<u64> = words.iter().map(|word| number(word) & bits).collect();
            assert!(places.len() >= words.len() - 2, "{places:?}");
        }
    }
}
