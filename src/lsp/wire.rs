//! Messages as bytes: the base protocol's header and JSON body, read and written without trust in the other side.

use std::io::{self, BufRead, BufReader, Read, Write};

use serde_json::Value;
use tower_lsp::jsonrpc::{Id, Request};

use super::params;

/// The longest body taken. A draft far larger than any mail fits; a length made of noise does not.
const MAX_BODY: u64 = 1 << 30;

/// The longest header line taken.
const MAX_HEADER: u64 = 4096;

/// A message from the client.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A request or notification.
    Request(Request),
    /// The client's answer to a request of ours; the error's message if it refused.
    Answer(Id, Result<Value, String>),
    /// JSON that is no message; with its id if it has one.
    Nonsense(Id),
}

/// Why no more messages can be read.
#[derive(Debug)]
pub(super) enum Broken {
    /// The pipe failed.
    Io(io::Error),
    /// The input ended inside a message.
    Cut,
    /// A header that says nothing, or too much.
    Header(&'static str),
    /// A body that is not JSON.
    Json(serde_json::Error),
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(why) => write!(f, "could not read from the client: {why}"),
            Self::Cut => write!(f, "the input ended inside a message"),
            Self::Header(why) => write!(f, "could not read a message's header: {why}"),
            // OK to print because serde_json tells the place and what it expected there, never the text.
            Self::Json(why) => write!(f, "could not read a message's body as JSON: {why}"),
        }
    }
}

impl From<io::Error> for Broken {
    fn from(why: io::Error) -> Self {
        Self::Io(why)
    }
}

/// The next message; `None` where the input ends between two.
pub(super) fn read(input: &mut impl BufRead) -> Result<Option<Incoming>, Broken> {
    let Some(length) = read_header(input)? else {
        return Ok(None);
    };
    // Read as it comes: a length that lies costs no memory.
    let mut body = Vec::with_capacity(length.min(1 << 16) as usize);
    input.by_ref().take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Err(Broken::Cut);
    }
    let value = serde_json::from_slice(&body).map_err(Broken::Json)?;
    Ok(Some(message(value)))
}

/// The next message if it came whole with the one before; nothing is waited for. What is broken is left for [`read`] to tell.
pub(super) fn read_on(input: &mut BufReader<impl Read>) -> Option<Incoming> {
    let there = input.buffer();
    let mut rest = there;
    let message = read(&mut rest).ok()??;
    let taken = there.len() - rest.len();
    input.consume(taken);
    Some(message)
}

/// The body's length; `None` where the input ends before a header.
fn read_header(input: &mut impl BufRead) -> Result<Option<u64>, Broken> {
    let mut length = None;
    let mut begun = false;
    let mut line = Vec::new();
    loop {
        line.clear();
        input
            .by_ref()
            .take(MAX_HEADER)
            .read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return if begun { Err(Broken::Cut) } else { Ok(None) };
        }
        if line.last() != Some(&b'\n') {
            return Err(Broken::Header("a line without an end"));
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            return length
                .map(Some)
                .ok_or(Broken::Header("it has no Content-Length"));
        }
        begun = true;
        let text = std::str::from_utf8(text).map_err(|_| Broken::Header("it is not text"))?;
        let (name, value) = text
            .split_once(':')
            .ok_or(Broken::Header("a line without a colon"))?;
        if name.trim().eq_ignore_ascii_case("content-length") {
            let value = value.trim().parse();
            let value = value.map_err(|_| Broken::Header("its Content-Length is no number"))?;
            if value > MAX_BODY {
                return Err(Broken::Header("its Content-Length is beyond 1 GiB"));
            }
            length = Some(value);
        }
    }
}

fn message(mut value: Value) -> Incoming {
    let id = params::id(&value);
    let Some(fields) = value.as_object_mut() else {
        return Incoming::Nonsense(Id::Null);
    };
    match (fields.remove("method"), id) {
        (Some(Value::String(method)), id) => {
            let mut request = Request::build(method);
            if let Some(params) = fields.remove("params").filter(|params| !params.is_null()) {
                request = request.params(params);
            }
            if let Some(id) = id {
                request = request.id(id);
            }
            Incoming::Request(request.finish())
        }
        (None, Some(id)) if fields.contains_key("result") || fields.contains_key("error") => {
            let answer = match fields.remove("error") {
                None | Some(Value::Null) => Ok(fields.remove("result").unwrap_or_default()),
                Some(error) => Err(error
                    .get("message")
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()),
            };
            Incoming::Answer(id, answer)
        }
        (_, id) => Incoming::Nonsense(id.unwrap_or_default()),
    }
}

/// A body with its header.
pub(super) fn framed(body: &impl serde::Serialize) -> Vec<u8> {
    let mut frame = Frame::default();
    serde_json::to_writer(&mut frame.0, body)
        .expect("our messages have string keys and write to memory");
    frame.closed()
}

/// A body as it is written, with room in front for the header, which tells its length.
#[derive(Debug)]
pub(super) struct Frame(pub(super) Vec<u8>);

/// The longest header fits in what is set aside for it.
const ASIDE: usize = 48;

impl Default for Frame {
    fn default() -> Self {
        Self(vec![0; ASIDE])
    }
}

impl Frame {
    /// The body with its header.
    pub(super) fn closed(self) -> Vec<u8> {
        let Self(mut bytes) = self;
        let header = format!("Content-Length: {}\r\n\r\n", bytes.len() - ASIDE);
        let start = ASIDE - header.len();
        bytes[start..ASIDE].copy_from_slice(header.as_bytes());
        bytes.drain(..start);
        bytes
    }
}

/// Writes framed messages and makes sure they are on their way.
pub(super) fn write(output: &mut impl Write, messages: &[Vec<u8>]) -> io::Result<()> {
    for message in messages {
        output.write_all(message)?;
    }
    output.flush()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn read_all(mut bytes: &[u8]) -> Result<Vec<Incoming>, Broken> {
        std::iter::from_fn(|| read(&mut bytes).transpose()).collect()
    }

    #[test]
    fn a_request_an_answer_and_nonsense() {
        let bytes = [
            framed(&json!({"jsonrpc": "2.0", "id": "a", "method": "m", "params": [1]})),
            framed(&json!({"jsonrpc": "2.0", "id": 7, "result": null})),
            framed(&json!({"jsonrpc": "2.0", "id": 8, "error": {"code": 1, "message": "no"}})),
            framed(&json!([])),
        ];
        let messages = read_all(&bytes.concat()).unwrap();
        let [
            Incoming::Request(request),
            Incoming::Answer(Id::Number(7), Ok(Value::Null)),
            Incoming::Answer(Id::Number(8), Err(refusal)),
            Incoming::Nonsense(Id::Null),
        ] = messages.as_slice()
        else {
            panic!("{messages:?}");
        };
        assert_eq!(request.method(), "m");
        assert_eq!(refusal, "no");
    }

    #[test]
    fn a_header_may_be_spelt_in_any_case_and_have_other_fields() {
        let bytes = b"content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:  2\r\n\r\n{}";
        assert!(matches!(
            read_all(bytes).unwrap().as_slice(),
            [Incoming::Nonsense(_)]
        ));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let why = |bytes: &[u8]| read_all(bytes).unwrap_err().to_string();
        assert!(why(b"Content-Length: x\r\n\r\n").contains("no number"));
        assert!(why(b"Content-Length: -1\r\n\r\n").contains("no number"));
        assert!(why(b"Content-Length: 99999999999\r\n\r\n").contains("1 GiB"));
        assert!(why(b"Content-Type: y\r\n\r\n{}").contains("no Content-Length"));
        assert!(why(b"Content-Length: 10\r\n\r\n{}").contains("inside a message"));
        assert!(why(b"Content-Length: 2\r\n\r\n{]").contains("as JSON"));
        assert!(why(&[b'x'; 9000]).contains("without an end"));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read_all(&bytes);
            let mut framed = format!("Content-Length: {}\r\n\r\n", bytes.len()).into_bytes();
            framed.extend(&bytes);
            let _ = read_all(&framed);
        }
    }
}
