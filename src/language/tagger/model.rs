use crate::language::{Penn, Tag, Upos};

/// Weights as they lie in their file, used in place.
///
/// | bytes | what |
/// | --- | --- |
/// | 4 | `FTW1` |
/// | 1 | how many labels |
/// | 1 | by how much a difference of scores is divided to make a margin |
/// | 1 | *b*: there are 2^*b* buckets |
/// | 3 a label | universal tag, Penn tag, flags: 1 imperative, 2 passive |
/// | 4 a bucket, and 4 | where the bucket's features begin, little-endian, from the end of this table |
/// | rest | features: the upper 16 bits of its number, how many pairs, pairs of label and signed weight |
#[derive(Clone, Copy, Debug)]
pub(super) struct Model<'a> {
    labels: &'a [u8],
    divisor: u8,
    bits: u32,
    buckets: &'a [u8],
    features: &'a [u8],
}

/// How a file of weights begins.
const MAGIC: &[u8] = b"FTW1";

/// No more labels than this.
pub(super) const MAX_LABELS: usize = 96;

impl<'a> Model<'a> {
    /// `None` if the bytes are no such file.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (&[labels, divisor, bits], rest) = rest.split_first_chunk::<3>()?;
        let (labels, rest) = rest.split_at_checked(usize::from(labels) * 3)?;
        let bits = u32::from(bits);
        let (buckets, features) = rest.split_at_checked(((1 << bits) + 1) * 4)?;
        let fits = labels.len() <= MAX_LABELS * 3 && bits <= 20;
        fits.then_some(Self {
            labels,
            divisor: divisor.max(1),
            bits,
            buckets,
            features,
        })
    }

    /// A model without weights.
    pub(super) const fn empty() -> Self {
        Self {
            labels: &[],
            divisor: 1,
            bits: 0,
            buckets: &[0; 8],
            features: &[],
        }
    }

    /// The tag a label stands for.
    pub(super) fn tag(&self, label: u8) -> Tag {
        let at = usize::from(label) * 3;
        self.labels
            .get(at..at + 3)
            .map_or_else(Tag::default, |bytes| decode([bytes[0], bytes[1], bytes[2]]))
    }

    /// The class of a word, kept as the only label of a feature of its own.
    pub(super) fn class(&self, key: u32) -> Option<u8> {
        self.pairs(key).first().map(|pair| pair[0])
    }

    /// The labels a feature speaks for or against, each with its weight.
    fn pairs(&self, feature: u32) -> &'a [[u8; 2]] {
        let bucket = (feature & ((1 << self.bits) - 1)) as usize;
        let [mut at, end] = [self.start(bucket), self.start(bucket + 1)];
        let mark = (feature >> 16) as u16;
        while at < end {
            let Some(&[low, high, count]) = self
                .features
                .get(at..)
                .and_then(|rest| rest.first_chunk::<3>())
            else {
                break;
            };
            let next = at + 3 + usize::from(count) * 2;
            if u16::from_le_bytes([low, high]) == mark {
                return self
                    .features
                    .get(at + 3..next)
                    .map_or(&[], |bytes| bytes.as_chunks::<2>().0);
            }
            at = next;
        }
        &[]
    }

    fn start(&self, bucket: usize) -> usize {
        self.buckets
            .get(bucket * 4..)
            .and_then(|rest| rest.first_chunk::<4>())
            .map_or(0, |&bytes| u32::from_le_bytes(bytes) as usize)
    }

    /// The file of a model.
    pub(super) fn write(
        labels: &[Tag],
        divisor: u8,
        bits: u32,
        mut features: Vec<(u32, Vec<(u8, i8)>)>,
    ) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.extend([
            u8::try_from(labels.len()).unwrap_or(u8::MAX),
            divisor,
            u8::try_from(bits).unwrap_or(20),
        ]);
        file.extend(labels.iter().flat_map(|&tag| encode(tag)));
        let bucket_of = |feature: u32| feature & ((1 << bits) - 1);
        // The weightiest first: they are the ones looked for most.
        features.sort_by_key(|(feature, pairs)| {
            (
                bucket_of(*feature),
                std::cmp::Reverse(pairs.len()),
                *feature,
            )
        });
        let mut body = Vec::new();
        let mut next = features.into_iter().peekable();
        for bucket in 0..1 << bits {
            file.extend((u32::try_from(body.len()).unwrap_or(u32::MAX)).to_le_bytes());
            while let Some((feature, pairs)) =
                next.next_if(|(feature, _)| bucket_of(*feature) == bucket)
            {
                body.extend(((feature >> 16) as u16).to_le_bytes());
                body.push(u8::try_from(pairs.len()).unwrap_or(u8::MAX));
                body.extend(
                    pairs
                        .iter()
                        .flat_map(|&(label, weight)| [label, weight.cast_unsigned()]),
                );
            }
        }
        file.extend((u32::try_from(body.len()).unwrap_or(u32::MAX)).to_le_bytes());
        file.extend(body);
        file
    }
}

/// The scores of one token's labels.
pub(super) struct Scores<'m, 'a> {
    model: &'m Model<'a>,
    by_label: [i32; MAX_LABELS],
}

impl<'m, 'a> Scores<'m, 'a> {
    pub(super) const fn new(model: &'m Model<'a>) -> Self {
        Self {
            model,
            by_label: [0; MAX_LABELS],
        }
    }

    /// Lets a feature speak.
    pub(super) fn add(&mut self, feature: u32) {
        for &[label, weight] in self.model.pairs(feature) {
            if let Some(score) = self.by_label.get_mut(usize::from(label)) {
                *score += i32::from(weight.cast_signed());
            }
        }
    }

    /// The best label, and by how much it beats the best that differs from it in universal tag or mood.
    pub(super) fn best(&self) -> (u8, u8) {
        let labels = self.model.labels.as_chunks::<3>().0;
        let scored = || labels.iter().zip(&self.by_label).enumerate();
        let Some((best, (tag, &score))) =
            scored().max_by_key(|&(at, (_, &score))| (score, std::cmp::Reverse(at)))
        else {
            return (0, 0);
        };
        let kind = |tag: &[u8; 3]| (tag[0], tag[2] & 1);
        let second = scored()
            .filter(|(_, (other, _))| kind(other) != kind(tag))
            .map(|(_, (_, &score))| score)
            .max()
            .unwrap_or(score);
        let margin = (score - second) / i32::from(self.model.divisor);
        (
            u8::try_from(best).unwrap_or(0),
            u8::try_from(margin.clamp(0, 255)).unwrap_or(u8::MAX),
        )
    }
}

fn encode(tag: Tag) -> [u8; 3] {
    let place = |at: Option<usize>| at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX);
    [
        place(Upos::ALL.iter().position(|&upos| upos == tag.upos)),
        place(Penn::ALL.iter().position(|&penn| penn == tag.penn)),
        u8::from(tag.imperative) + 2 * u8::from(tag.passive),
    ]
}

fn decode([upos, penn, flags]: [u8; 3]) -> Tag {
    Tag {
        upos: Upos::ALL
            .get(usize::from(upos))
            .copied()
            .unwrap_or_default(),
        penn: Penn::ALL
            .get(usize::from(penn))
            .copied()
            .unwrap_or_default(),
        imperative: flags & 1 != 0,
        passive: flags & 2 != 0,
    }
}
