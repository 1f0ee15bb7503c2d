//! Better words: from what was read of an ask or a promise to a clear sentence, and the days it may name.
