use super::{Act, TimeExpression};
use crate::document::Block;
use crate::language::Words;

/// Reads what each sentence of a passage does.
pub(super) fn read(
    _block: &Block,
    _words: &Words,
    _times: &[TimeExpression],
    _text: &str,
) -> Vec<Act> {
    Vec::new()
}
