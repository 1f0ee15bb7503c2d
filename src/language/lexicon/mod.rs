//! Phrases as data, one list a file under `en/`.
