use super::features::FEATURES;
use crate::language::{Penn, Tag, Upos};

/// Weights, found at one look each.
///
/// A feature is a number of 32 bits. Its lower bits name a bucket; the bucket's shift, laid over the feature's upper 16 bits, gives
/// every feature a place of its own. A place keeps its feature's bucket: the two of them tell the feature, all but two of its bits.
///
/// | bytes | what |
/// | --- | --- |
/// | 4 | `FTW2` |
/// | 1 | how many labels |
/// | 1 | by how much a difference of scores is divided to make a margin |
/// | 3 a label | universal tag, Penn tag, flags: 1 imperative, 2 passive |
/// | 2 a bucket | its shift, little-endian |
/// | rest | for each place its feature's bucket, little-endian, and pairs of label and signed weight, the last with 128 added to its label; or 65535 |
#[derive(Clone, Debug)]
pub(super) struct Model<'a> {
    labels: &'a [u8],
    /// By label: two that differ in universal tag or mood differ here.
    kinds: [i16; MAX_LABELS],
    divisor: u8,
    shifts: Box<[u16; BUCKETS]>,
    places: Box<[Place; PLACES]>,
    pairs: &'a [[u8; 2]],
    /// The weights of features that speak for or against many labels.
    rows: Vec<[i8; MAX_LABELS]>,
}

/// The bucket in the upper bits. In the lower ones where the weights begin: in the pairs or, counted from the greatest number there
/// is, in the rows; 0 where there are none.
type Place = u32;

/// What a treebank tells of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Class {
    /// Which set of labels it has.
    pub(super) number: u8,
    /// The label it has nearly always, where it has one.
    pub(super) only: Option<u8>,
}

impl Class {
    /// The class as a file has it.
    pub(super) fn pair(self) -> (u8, i8) {
        (self.only.unwrap_or(NO_LABEL), self.number.cast_signed())
    }
}

/// How a file of weights begins.
const MAGIC: &[u8] = b"FTW2";

/// No more labels than this.
pub(super) const MAX_LABELS: usize = 64;

const BUCKETS: usize = 1 << 14;

const PLACES: usize = 1 << 16;

/// Stands for a bucket at an empty place.
const EMPTY: u16 = u16::MAX;

/// Marks the label of a feature's last pair.
const LAST: u8 = 128;

/// Stands where a class names no label.
const NO_LABEL: u8 = 127;

/// The bits of a place that tell where the weights are.
const WHERE: u32 = (1 << 18) - 1;

/// A feature with more pairs than this has a row.
const FEW: usize = 8;

/// The score of a label that is none.
const NEVER: i16 = i16::MIN / 2;

impl<'a> Model<'a> {
    /// `None` if the bytes are no such file.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (&[labels, divisor], rest) = rest.split_first_chunk::<2>()?;
        let (labels, rest) = rest.split_at_checked(usize::from(labels) * 3)?;
        let (shifts, pairs) = rest.as_chunks::<2>().0.split_at_checked(BUCKETS)?;
        let mut model = Self {
            labels,
            divisor: divisor.max(1),
            pairs,
            ..Self::empty()
        };
        for (kind, &[upos, _, flags]) in model.kinds.iter_mut().zip(labels.as_chunks::<3>().0) {
            *kind = i16::from(upos) * 2 + i16::from(flags & 1);
        }
        for (shift, &bytes) in model.shifts.iter_mut().zip(shifts) {
            *shift = u16::from_le_bytes(bytes);
        }
        let mut at = 0;
        for place in model.places.iter_mut() {
            let bucket = u16::from_le_bytes(*pairs.get(at)?);
            at += 1;
            if bucket != EMPTY {
                let own = up_to_last(&pairs[at..]);
                let weights = if own.len() > FEW {
                    model.rows.push(row(own));
                    WHERE - u32::try_from(model.rows.len()).ok()?
                } else {
                    u32::try_from(at).ok()?
                };
                *place = u32::from(bucket) << WHERE.count_ones() | weights;
                at += own.len();
            }
        }
        let fits = labels.len() <= MAX_LABELS * 3 && at + model.rows.len() < WHERE as usize;
        fits.then_some(model)
    }

    /// A model without weights.
    pub(super) fn empty() -> Self {
        Self {
            labels: &[],
            kinds: [0; MAX_LABELS],
            divisor: 1,
            shifts: Box::new([0; BUCKETS]),
            places: Box::new([0; PLACES]),
            pairs: &[],
            rows: Vec::new(),
        }
    }

    /// The tag a label stands for.
    pub(super) fn tag(&self, label: u8) -> Tag {
        let at = usize::from(label) * 3;
        self.labels
            .get(at..at + 3)
            .map_or_else(Tag::default, |bytes| decode([bytes[0], bytes[1], bytes[2]]))
    }

    /// The class of a word, kept as the only pair of a feature of its own.
    pub(super) fn class(&self, key: u32) -> Option<Class> {
        let weights = self.find(key);
        let &[label, number] = self.pairs.get(weights as usize)?;
        let label = label % LAST;
        (weights > 0).then_some(Class {
            number,
            only: (label != NO_LABEL).then_some(label),
        })
    }

    /// Where the weights of a feature are, as its place tells; 0 if it has none.
    fn find(&self, feature: u32) -> u32 {
        let bucket = feature % BUCKETS as u32;
        let place = (feature >> 16) as u16 ^ self.shifts[bucket as usize];
        let place = self.places[usize::from(place)];
        if place >> WHERE.count_ones() == bucket {
            place & WHERE
        } else {
            0
        }
    }

    /// The best label by these features, and by how much it beats the best that differs from it in universal tag or mood.
    pub(super) fn best(&self, features: &[u32; FEATURES]) -> (u8, u8) {
        // Features with rows and features with pairs each get a loop of their own, and those without weights none: which is which
        // cannot be foreseen, and a processor that guesses wrong loses more time than the sums take.
        let first_row = WHERE - self.rows.len() as u32;
        let (mut rows, mut row_count) = ([0; FEATURES], 0);
        let (mut few, mut few_count) = ([0; FEATURES], 0);
        for &feature in features {
            let weights = self.find(feature);
            rows[row_count] = weights;
            row_count += usize::from(weights >= first_row);
            few[few_count] = weights;
            few_count += usize::from(weights > 0 && weights < first_row);
        }
        let mut scores = [0_i16; MAX_LABELS];
        for &row in &rows[..row_count] {
            if let Some(row) = self.rows.get((WHERE - 1 - row) as usize) {
                for (score, &weight) in scores.iter_mut().zip(row) {
                    *score += i16::from(weight);
                }
            }
        }
        for &start in &few[..few_count] {
            for &[label, weight] in &self.pairs[start as usize..] {
                scores[usize::from(label % LAST) % MAX_LABELS] += i16::from(weight.cast_signed());
                if label >= LAST {
                    break;
                }
            }
        }
        self.best_of(&mut scores)
    }

    fn best_of(&self, scores: &mut [i16; MAX_LABELS]) -> (u8, u8) {
        scores[self.labels.len() / 3..].fill(NEVER);
        // Of two with one score the first. The loops have no branches: several labels are looked at in one step.
        let score = scores.iter().copied().fold(NEVER, i16::max);
        let best = scores.iter().position(|&one| one == score).unwrap_or(0);
        let kind = self.kinds[best];
        let others = scores.iter().zip(&self.kinds);
        let second = others
            .map(|(&score, &other)| if other == kind { NEVER } else { score })
            .fold(NEVER, i16::max);
        let margin = (score - second) / i16::from(self.divisor);
        (
            u8::try_from(best).unwrap_or(0),
            u8::try_from(margin.clamp(0, 255)).unwrap_or(u8::MAX),
        )
    }

    /// The file of a model; `None` if there are too many features to find a place for each.
    pub(super) fn write(
        labels: &[Tag],
        divisor: u8,
        features: &[(u32, Vec<(u8, i8)>)],
    ) -> Option<Vec<u8>> {
        let mut buckets = vec![Vec::new(); BUCKETS];
        for (feature, pairs) in features {
            let bucket: &mut Vec<(u16, &[(u8, i8)])> = &mut buckets[*feature as usize % BUCKETS];
            let upper = (feature >> 16) as u16;
            if bucket.iter().all(|&(other, _)| other != upper) {
                bucket.push((upper, pairs));
            }
        }
        let mut order: Vec<usize> = (0..BUCKETS).collect();
        order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));
        let mut shifts = vec![0; BUCKETS];
        let mut places = vec![None; PLACES];
        // The fullest buckets first, while there is most room.
        for bucket in order {
            let free = |shift: &u16| {
                let mut own = buckets[bucket].iter();
                own.all(|(upper, _)| places[usize::from(upper ^ shift)].is_none())
            };
            let shift = (0..=u16::MAX).find(free)?;
            shifts[bucket] = shift;
            for &(upper, pairs) in &buckets[bucket] {
                places[usize::from(upper ^ shift)] = Some((bucket, pairs));
            }
        }
        let mut file = MAGIC.to_vec();
        file.extend([u8::try_from(labels.len()).ok()?, divisor]);
        file.extend(labels.iter().flat_map(|&tag| encode(tag)));
        file.extend(shifts.iter().flat_map(|shift| shift.to_le_bytes()));
        for place in places {
            let Some((bucket, pairs)) = place else {
                file.extend(EMPTY.to_le_bytes());
                continue;
            };
            file.extend(u16::try_from(bucket).ok()?.to_le_bytes());
            for (at, &(label, weight)) in pairs.iter().enumerate() {
                let last = if at + 1 == pairs.len() { LAST } else { 0 };
                file.extend([label | last, weight.cast_unsigned()]);
            }
        }
        Some(file)
    }
}

/// The pairs of the feature whose first pair is the first.
fn up_to_last(pairs: &[[u8; 2]]) -> &[[u8; 2]] {
    let last = pairs.iter().position(|pair| pair[0] >= LAST);
    last.and_then(|last| pairs.get(..=last)).unwrap_or(pairs)
}

/// The same weights, one for each label.
fn row(pairs: &[[u8; 2]]) -> [i8; MAX_LABELS] {
    let mut row = [0; MAX_LABELS];
    for &[label, weight] in pairs {
        row[usize::from(label % LAST) % MAX_LABELS] = weight.cast_signed();
    }
    row
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
