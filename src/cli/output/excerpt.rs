use super::screen::{Cell, cells};
use crate::text::{LineIndex, Span};

/// Lines shown of words that run over many.
const MOST_ROWS: usize = 4;

/// What is shown of one line of the draft, with the words meant in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The line's number, from one; `None` where a long line goes on.
    pub(super) number: Option<usize>,
    /// The words shown.
    pub(super) line: String,
    /// Cells before the words meant.
    pub(super) before: usize,
    /// Cells they take.
    pub(super) width: usize,
}

/// The lines that hold `span`, none wider than `room` cells, and whether some were left out after them.
pub(super) fn rows(text: &str, lines: &LineIndex, span: Span, room: usize) -> (Vec<Row>, bool) {
    let last = if span.is_empty() {
        span.end
    } else {
        span.end - 1
    };
    let (first, last) = (lines.line_of(span.start), lines.line_of(last));
    let mut rows = Vec::new();
    for number in first..=last {
        if rows.len() > MOST_ROWS {
            break;
        }
        let line = lines.line(text, number);
        let start = span.start.clamp(line.start, line.end) - line.start;
        let end = span.end.clamp(line.start, line.end) - line.start;
        let meant = trimmed(line.of(text), start, end);
        if meant.start < meant.end || first == last {
            rows.extend(rows_of(number + 1, line.of(text), meant, room));
        }
    }
    let more = rows.len() > MOST_ROWS;
    rows.truncate(MOST_ROWS);
    (rows, more)
}

/// The words meant without the white space of a line's edges.
fn trimmed(line: &str, start: usize, end: usize) -> Span {
    let words = &line[start..end];
    let kept = words.trim_start();
    let start = start + (words.len() - kept.len());
    Span::new(start, start + kept.trim_end().len())
}

/// The rows of one line: one where the line or the words meant fit, else the words meant folded.
fn rows_of(number: usize, line: &str, meant: Span, room: usize) -> Vec<Row> {
    let near = Near::of(line, meant, room);
    let row = |range: std::ops::Range<usize>| near.row(range, number);
    let all = 0..near.cells.len();
    if near.is_whole && near.width(all.clone()) <= room {
        return vec![row(all)];
    }
    if near.width(near.meant.clone()) + 2 <= room {
        return vec![row(near.window(room))];
    }
    let folds = near.folds(room - 2);
    let mut rows: Vec<Row> = folds.into_iter().map(row).collect();
    rows.iter_mut().skip(1).for_each(|row| row.number = None);
    rows
}

/// A line, or as much of it around the words meant as could ever be shown.
struct Near {
    cells: Vec<Cell>,
    /// The words meant, in `cells`.
    meant: std::ops::Range<usize>,
    /// Whether it is the whole line.
    is_whole: bool,
}

impl Near {
    fn of(line: &str, meant: Span, room: usize) -> Self {
        // What the eye sees as one is hardly ever more than a few bytes long, so what is further off need not be measured.
        let far = 16 * room;
        let from = line.floor_char_boundary(meant.start.saturating_sub(far));
        let upto = meant.end.min(meant.start + MOST_ROWS * far) + far;
        let to = line.ceil_char_boundary(upto.min(line.len()));
        let cells = cells(&line[from..to]);
        let start = cells.partition_point(|cell| cell.end + from <= meant.start);
        let end = cells.partition_point(|cell| cell.start + from < meant.end);
        Self {
            cells,
            meant: start..end.max(start),
            is_whole: from == 0 && to == line.len(),
        }
    }

    fn width(&self, range: std::ops::Range<usize>) -> usize {
        self.cells[range].iter().map(|cell| cell.width).sum()
    }

    /// The words meant with what fits around them, a third before and the rest after, cut between words.
    fn window(&self, room: usize) -> std::ops::Range<usize> {
        let Self { cells, meant, .. } = self;
        let room = room - 2;
        let mut left = room.saturating_sub(self.width(meant.clone()));
        let mut range = meant.clone();
        let mut widen = |range: &mut std::ops::Range<usize>, back: bool, keep: usize| {
            loop {
                let next = if back {
                    range.start.checked_sub(1)
                } else {
                    Some(range.end)
                };
                let Some(cell) = next.and_then(|next| cells.get(next)) else {
                    break;
                };
                if left < keep + cell.width {
                    break;
                }
                left -= cell.width;
                if back {
                    range.start -= 1;
                } else {
                    range.end += 1;
                }
            }
        };
        let two_thirds = room.saturating_sub(self.width(meant.clone())) * 2 / 3;
        widen(&mut range, true, two_thirds);
        widen(&mut range, false, 0);
        widen(&mut range, true, 0);
        if range.start > 0
            && let Some(space) = (range.start..meant.start).find(|&at| cells[at].is_space())
        {
            range.start = space + 1;
        }
        if range.end < cells.len()
            && let Some(space) = (meant.end..range.end).rfind(|&at| cells[at].is_space())
        {
            range.end = space;
        }
        range
    }

    /// The words meant in parts that fit, folded between words where it can be; one more than is shown at most.
    fn folds(&self, room: usize) -> Vec<std::ops::Range<usize>> {
        let mut folds = Vec::new();
        let mut start = self.meant.start;
        while start < self.meant.end && folds.len() <= MOST_ROWS {
            let mut end = start;
            let mut used = 0;
            while end < self.meant.end && (used + self.cells[end].width <= room || end == start) {
                used += self.cells[end].width;
                end += 1;
            }
            let space = (start + 1..end).rfind(|&at| self.cells[at].is_space());
            if end < self.meant.end
                && let Some(space) = space
            {
                folds.push(start..space);
                start = space + 1;
            } else {
                folds.push(start..end);
                start = end;
            }
        }
        folds
    }

    fn row(&self, range: std::ops::Range<usize>, number: usize) -> Row {
        let meant = self.meant.start.clamp(range.start, range.end)
            ..self.meant.end.clamp(range.start, range.end);
        let cut_before = range.start > 0 || !self.is_whole && self.meant.start > 0;
        let cut_before = cut_before && range.start <= self.meant.start;
        let cut_after = range.end < self.cells.len() && range.end >= self.meant.end;
        let shown: String = self.cells[range.clone()]
            .iter()
            .map(|cell| cell.shown.as_str())
            .collect();
        let lead = if cut_before { "…" } else { "" };
        let tail = if cut_after { "…" } else { "" };
        Row {
            number: Some(number),
            line: format!("{lead}{}{tail}", shown.trim_end()),
            before: usize::from(cut_before) + self.width(range.start..meant.start),
            width: self.width(meant).max(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of the words between `[[` and `]]`, as they would be drawn.
    fn drawn(marked: &str, room: usize) -> Vec<String> {
        let start = marked.find("[[").unwrap();
        let end = marked.find("]]").unwrap() - 2;
        let text = marked.replace("[[", "").replace("]]", "");
        let lines = LineIndex::new(&text);
        let (rows, _) = rows(&text, &lines, Span::new(start, end), room);
        let drawn = rows.iter().flat_map(|row| {
            let mark = format!("{}{}", " ".repeat(row.before), "~".repeat(row.width));
            [row.line.clone(), mark]
        });
        drawn.collect()
    }

    #[test]
    fn words_are_underlined_by_what_the_eye_sees() {
        assert_eq!(drawn("a [[bc]] d", 80), ["a bc d", "  ~~"]);
        assert_eq!(drawn("日本 [[bc]]", 80), ["日本 bc", "     ~~"]);
        assert_eq!(drawn("\t[[👍 ok]]", 80), ["    👍 ok", "    ~~~~~"]);
    }

    #[test]
    fn words_over_many_lines_are_underlined_line_by_line() {
        let hard = "Could [[you send\r\n  the file]] today?";
        assert_eq!(
            drawn(hard, 80),
            [
                "Could you send",
                "      ~~~~~~~~",
                "  the file today?",
                "  ~~~~~~~~"
            ]
        );
        let long = "[[a\nb\nc\nd\ne\nf]]";
        assert_eq!(drawn(long, 80).len(), 8);
    }

    #[test]
    fn words_longer_than_a_line_are_folded() {
        assert_eq!(
            drawn("Hi, [[one two three four]] five", 12),
            ["…one two", " ~~~~~~~", "three four…", "~~~~~~~~~~"]
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_words() {
        let line = format!(
            "{}[[here it is]]{}",
            "word ".repeat(400),
            " more".repeat(400)
        );
        let drawn = drawn(&line, 40);
        assert!(
            drawn[0].starts_with("…word") && drawn[0].ends_with("more…"),
            "{drawn:?}"
        );
        assert!(drawn[0].chars().count() <= 40, "{drawn:?}");
        let at = drawn[1].find('~').unwrap();
        let shown: String = drawn[0].chars().skip(at).take(10).collect();
        assert_eq!(shown, "here it is");
    }

    #[test]
    fn a_line_of_many_bytes_is_not_measured_whole() {
        let line = format!("[[x]]{}", "y".repeat(5_000_000));
        assert_eq!(drawn(&line, 20)[0].chars().count(), 19);
        let line = format!("[[{}]]", "y".repeat(5_000_000));
        assert_eq!(drawn(&line, 20).len(), 8);
    }

    #[test]
    fn an_empty_place_has_a_mark() {
        assert_eq!(drawn("ab[[]]", 80), ["ab", "  ~"]);
        assert_eq!(drawn("[[]]", 80), ["", "~"]);
    }
}
