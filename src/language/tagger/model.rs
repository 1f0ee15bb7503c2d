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
#[derive(Clone, Debug)]
pub(super) struct Model<'a> {
    labels: &'a [u8],
    /// By label: two that differ in universal tag or mood differ here.
    kinds: [u8; MAX_LABELS],
    divisor: u8,
    buckets: Vec<Bucket>,
    features: &'a [u8],
}

/// Features whose numbers end alike. Of a token's three dozen most are in no model, and the sketch tells so at one look.
#[derive(Clone, Copy, Debug, Default)]
struct Bucket {
    /// A bit for each of its features.
    sketch: u64,
    start: u32,
    end: u32,
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
        let starts = buckets.as_chunks::<4>().0;
        let mut kinds = [0; MAX_LABELS];
        for (kind, &[upos, _, flags]) in kinds.iter_mut().zip(labels.as_chunks::<3>().0) {
            *kind = upos.wrapping_mul(2) | (flags & 1);
        }
        fits.then(|| Self {
            labels,
            kinds,
            divisor: divisor.max(1),
            buckets: starts
                .windows(2)
                .map(|pair| Bucket::of(pair[0], pair[1], features))
                .collect(),
            features,
        })
    }

    /// A model without weights.
    pub(super) const fn empty() -> Self {
        Self {
            labels: &[],
            kinds: [0; MAX_LABELS],
            divisor: 1,
            buckets: Vec::new(),
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
        let mark = (feature >> 16) as u16;
        // There are as many buckets as a power of two.
        let bucket = (feature as usize) & self.buckets.len().wrapping_sub(1);
        let bucket = self.buckets.get(bucket).copied().unwrap_or_default();
        if bucket.sketch & sketch(mark) == 0 {
            return &[];
        }
        let found = bucket
            .features(self.features)
            .find(|(other, _)| *other == mark);
        found.map_or(&[], |(_, pairs)| pairs)
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

impl Bucket {
    /// The bucket between two places of the features.
    fn of(start: [u8; 4], end: [u8; 4], features: &[u8]) -> Self {
        let bucket = Self {
            sketch: 0,
            start: u32::from_le_bytes(start),
            end: u32::from_le_bytes(end),
        };
        let marks = bucket.features(features).map(|(mark, _)| sketch(mark));
        let sketch = marks.fold(0, |all, one| all | one);
        Self { sketch, ..bucket }
    }

    /// Its features: the upper bits of each one's number, and its pairs.
    fn features(self, features: &[u8]) -> impl Iterator<Item = (u16, &[[u8; 2]])> {
        let here = features.get(self.start as usize..self.end as usize);
        let mut rest = here.unwrap_or_default();
        std::iter::from_fn(move || {
            let (&[low, high, count], after) = rest.split_first_chunk::<3>()?;
            let (pairs, after) = after.split_at_checked(usize::from(count) * 2)?;
            rest = after;
            Some((u16::from_le_bytes([low, high]), pairs.as_chunks::<2>().0))
        })
    }
}

/// The bit a feature has in the sketch of its bucket.
const fn sketch(mark: u16) -> u64 {
    1 << (mark & 63)
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
        let count = self.model.labels.len() / 3;
        let scores = self.by_label.get(..count).unwrap_or_default();
        // Of two with one score the first. The loops have no branches: several labels are looked at in one step.
        let Some(score) = scores.iter().copied().max() else {
            return (0, 0);
        };
        let best = scores.iter().position(|&one| one == score).unwrap_or(0);
        let kind = self.model.kinds[best];
        let others = scores.iter().zip(&self.model.kinds);
        let others = others.map(|(&score, &other)| if other == kind { i32::MIN } else { score });
        let second = others.max().filter(|&second| second > i32::MIN);
        let margin = (score - second.unwrap_or(score)) / i32::from(self.model.divisor);
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
