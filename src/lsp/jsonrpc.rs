//! Requests and their answers, as JSON-RPC has them.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What an answer is told by: as the client has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Id {
    /// A number.
    Number(i64),
    /// Any words.
    Text(String),
    /// None: of a message that could not be read.
    #[default]
    Null,
}

/// What the client wants done; a notification if it has no id.
#[derive(Debug)]
pub(super) struct Request {
    /// By which the answer is told; `None` if none is wanted.
    pub(super) id: Option<Id>,
    /// What is wanted.
    pub(super) method: String,
    /// The details; null if there are none.
    pub(super) params: Value,
}

/// Why a request is refused.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Error {
    /// The protocol's number for it.
    pub(super) code: i32,
    /// One line for whoever wrote the client.
    pub(super) message: Cow<'static, str>,
}

/// A request's result or refusal.
pub(super) type Result<T> = std::result::Result<T, Error>;

impl Error {
    const fn new(code: i32, message: &'static str) -> Self {
        Self {
            code,
            message: Cow::Borrowed(message),
        }
    }

    /// It is not JSON.
    pub(super) const fn not_json() -> Self {
        Self::new(-32700, "the message is not JSON")
    }

    /// It is no request, or not at this time.
    pub(super) const fn no_request(why: &'static str) -> Self {
        Self::new(-32600, why)
    }

    /// No such method.
    pub(super) fn no_method(method: &str) -> Self {
        let mut error = Self::new(-32601, "");
        error.message = format!("there is no method {method}").into();
        error
    }

    /// The details are not what the method takes.
    pub(super) fn other_params(why: impl Into<Cow<'static, str>>) -> Self {
        let mut error = Self::new(-32602, "");
        error.message = why.into();
        error
    }

    /// It went wrong on our side.
    pub(super) fn broken(why: impl Into<Cow<'static, str>>) -> Self {
        let mut error = Self::new(-32603, "");
        error.message = why.into();
        error
    }

    /// The client has not introduced itself.
    pub(super) const fn not_introduced() -> Self {
        Self::new(-32002, "initialize comes first")
    }

    /// More requests wait than can be kept.
    pub(super) const fn too_many() -> Self {
        Self::new(-32803, "too many requests wait for an answer")
    }

    /// The client took it back.
    pub(super) const fn cancelled() -> Self {
        Self::new(-32800, "cancelled")
    }

    /// The draft went on meanwhile.
    pub(super) const fn content_modified() -> Self {
        Self::new(-32801, "the draft has changed since")
    }
}

/// A request's details in the shape its method takes.
pub(super) fn read<P: DeserializeOwned>(params: Value) -> Result<P> {
    // OK to tell because serde_json names the kind of value it met and the field, not the draft: its words come under `text` alone,
    // where any string will do.
    serde_json::from_value(params).map_err(|why| Error::other_params(why.to_string()))
}

/// A result as JSON.
pub(super) fn write(result: impl Serialize) -> Result<Value> {
    serde_json::to_value(result).map_err(|why| Error::broken(why.to_string()))
}

/// The answer to a request.
#[derive(Debug, Serialize)]
pub(super) struct Response {
    jsonrpc: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Error>,
    id: Id,
}

impl Response {
    /// The answer to the request of this id.
    pub(super) fn new(id: Id, answer: Result<Value>) -> Self {
        let (result, error) = match answer {
            Ok(result) => (Some(result), None),
            Err(error) => (None, Some(error)),
        };
        Self {
            jsonrpc: "2.0",
            result,
            error,
            id,
        }
    }
}
