use super::screen::{Cell, cells};
use crate::text::{LineIndex, Span};

/// Lines shown of words that run over many.
const MOST_LINES: usize = 4;

/// A line of the draft with the words meant in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The line's number, from one.
    pub(super) number: usize,
    /// The line as shown, cut to fit.
    pub(super) line: String,
    /// Cells before the words meant.
    pub(super) before: usize,
    /// Cells they take.
    pub(super) width: usize,
    /// Whether lines after this one are left out.
    pub(super) more: bool,
}

/// The lines that hold `span`, none wider than `room` cells.
pub(super) fn rows(text: &str, lines: &LineIndex, span: Span, room: usize) -> Vec<Row> {
    let line_of = |offset| {
        lines
            .position(text, offset, crate::text::Encoding::Utf8)
            .line
    };
    let last = if span.is_empty() {
        span.end
    } else {
        span.end - 1
    };
    let (first, last) = (line_of(span.start), line_of(last));
    let shown = first..=last.min(first + MOST_LINES - 1);
    let rows = shown.clone().filter_map(|number| {
        let line = lines.line(text, number);
        let start = span.start.clamp(line.start, line.end) - line.start;
        let end = span.end.clamp(line.start, line.end) - line.start;
        let meant = trimmed(line.of(text), start, end);
        let more = number == *shown.end() && number < last;
        (meant.start < meant.end || first == last)
            .then(|| row(number + 1, line.of(text), meant, room, more))
    });
    rows.collect()
}

/// The words meant without the white space of a line's edges or a quote's mark before them.
fn trimmed(line: &str, start: usize, end: usize) -> Span {
    let words = &line[start..end];
    let kept = words.trim_start();
    let start = start + (words.len() - kept.len());
    Span::new(start, start + kept.trim_end().len())
}

fn row(number: usize, line: &str, meant: Span, room: usize, more: bool) -> Row {
    let cells = window(line, meant, room);
    let all = cells.cells.as_slice();
    let width = |cells: &[Cell]| cells.iter().map(|cell| cell.width).sum::<usize>();
    let before = all.partition_point(|cell| cell.end <= meant.start);
    let upto = all.partition_point(|cell| cell.start < meant.end);
    let shown: String = all.iter().map(|cell| cell.shown.as_str()).collect();
    let lead = if cells.cut_before { "…" } else { "" };
    let tail = if cells.cut_after { "…" } else { "" };
    Row {
        number,
        line: format!("{lead}{}{tail}", shown.trim_end()),
        before: usize::from(cells.cut_before) + width(&all[..before]),
        width: width(&all[before..upto.max(before)]).max(1),
        more,
    }
}

/// A part of a line.
struct Window {
    cells: Vec<Cell>,
    cut_before: bool,
    cut_after: bool,
}

/// The part of a line around the words meant that fits into `room` cells, cut between words where it can be.
fn window(line: &str, meant: Span, room: usize) -> Window {
    // No cell is more than a handful of bytes, so what is far from the words meant need not be measured.
    let near = 16 * room;
    let from = line.floor_char_boundary(meant.start.saturating_sub(near));
    let to = line.ceil_char_boundary((meant.end.min(meant.start + near) + near).min(line.len()));
    let mut cells = cells(&line[from..to]);
    for cell in &mut cells {
        cell.start += from;
        cell.end += from;
    }
    let total: usize = cells.iter().map(|cell| cell.width).sum();
    if total <= room && from == 0 && to == line.len() {
        return Window {
            cells,
            cut_before: false,
            cut_after: false,
        };
    }
    let inside = |cells: &[Cell]| cells.iter().map(|cell| cell.width).sum::<usize>();
    let first = cells.partition_point(|cell| cell.end <= meant.start);
    let after = cells.partition_point(|cell| cell.start < meant.end);
    let wanted = inside(&cells[first..after.max(first)]).min(room);
    // A third of what is left over goes before the words, the rest after.
    let room = room.saturating_sub(2);
    let lead = room.saturating_sub(wanted) / 3;
    let mut start = first;
    let mut used = 0;
    while start > 0 && used + cells[start - 1].width <= lead {
        start -= 1;
        used += cells[start].width;
    }
    let mut end = first;
    while end < cells.len() && used + cells[end].width <= room {
        used += cells[end].width;
        end += 1;
    }
    // What the end of the line left over goes before.
    while start > 0 && used + cells[start - 1].width <= room {
        start -= 1;
        used += cells[start].width;
    }
    let cut_before = start > 0 || from > 0;
    let cut_after = end < cells.len() || to < line.len();
    let is_space = |cell: &Cell| cell.shown == " ";
    if cut_before && let Some(space) = cells[start..first].iter().position(is_space) {
        start += space + 1;
    }
    if cut_after
        && after < end
        && let Some(space) = cells[after..end].iter().rposition(is_space)
    {
        end = after + space;
    }
    cells.truncate(end);
    cells.drain(..start);
    Window {
        cells,
        cut_before,
        cut_after,
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
        let rows = rows(&text, &lines, Span::new(start, end), room);
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
    fn a_long_line_is_cut_around_the_words() {
        let line = format!(
            "{}[[here it is]]{}",
            "word ".repeat(400),
            " more".repeat(400)
        );
        let drawn = drawn(&line, 40);
        assert!(
            drawn[0].starts_with('…') && drawn[0].ends_with('…'),
            "{drawn:?}"
        );
        assert!(drawn[0].chars().count() <= 40, "{drawn:?}");
        let at = drawn[1].find('~').unwrap();
        let shown: String = drawn[0].chars().skip(at).take(10).collect();
        assert_eq!(shown, "here it is");
    }

    #[test]
    fn a_line_of_fifty_million_bytes_is_not_measured_whole() {
        let line = format!("[[x]]{}", "y".repeat(5_000_000));
        assert_eq!(drawn(&line, 20)[0].chars().count(), 19);
    }

    #[test]
    fn an_empty_place_has_a_mark() {
        assert_eq!(drawn("ab[[]]", 80), ["ab", "  ~"]);
        assert_eq!(drawn("[[]]", 80), ["", "~"]);
    }
}
