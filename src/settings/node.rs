use std::fmt;

use serde_json::Value as Json;
use toml::de::DeValue;

use crate::text::Span;

/// A value from TOML or JSON, with its place where there is one.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Option<Span>,
}

/// What TOML and JSON have in common. A TOML date or time is its text.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Nothing,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A name in a table and its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Where the name stands.
    pub(super) span: Option<Span>,
    pub(super) node: Node,
}

impl Node {
    pub(super) fn from_json(json: &Json) -> Self {
        let value = match json {
            Json::Null => Value::Nothing,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(value) => value.as_i64().map_or_else(
                || Value::Float(value.as_f64().unwrap_or_default()),
                Value::Integer,
            ),
            Json::String(value) => Value::Text(value.clone()),
            Json::Array(values) => Value::List(values.iter().map(Self::from_json).collect()),
            Json::Object(values) => {
                let entries = values.iter().map(|(name, value)| Entry {
                    name: name.clone(),
                    span: None,
                    node: Self::from_json(value),
                });
                Value::Table(entries.collect())
            }
        };
        Self { value, span: None }
    }

    pub(super) fn from_toml(toml: &toml::Spanned<DeValue<'_>>) -> Self {
        let value = match toml.get_ref() {
            DeValue::String(value) => Value::Text(value.to_string()),
            DeValue::Integer(value) => i64::from_str_radix(value.as_str(), value.radix())
                .map_or_else(|_| Value::Text(value.as_str().to_owned()), Value::Integer),
            DeValue::Float(value) => Value::Float(value.as_str().parse().unwrap_or_default()),
            DeValue::Boolean(value) => Value::Bool(*value),
            DeValue::Datetime(value) => Value::Text(value.to_string()),
            DeValue::Array(values) => Value::List(values.iter().map(Self::from_toml).collect()),
            DeValue::Table(values) => {
                let entries = values.iter().map(|(name, value)| Entry {
                    name: name.get_ref().to_string(),
                    span: Some(span(name.span())),
                    node: Self::from_toml(value),
                });
                Value::Table(entries.collect())
            }
        };
        Self {
            value,
            span: Some(span(toml.span())),
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn list(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    pub(super) fn table(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }
}

pub(super) fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end.max(range.start))
}

impl fmt::Display for Node {
    /// As a person would point at it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Value::Nothing => f.write_str("nothing"),
            Value::Bool(value) => write!(f, "{value}"),
            Value::Integer(value) => write!(f, "{value}"),
            Value::Float(value) => write!(f, "{value}"),
            Value::Text(value) => {
                let start: String = value.chars().take(40).collect();
                let more = if start.len() < value.len() { "…" } else { "" };
                write!(f, "\"{start}{more}\"")
            }
            Value::List(_) => f.write_str("a list"),
            Value::Table(_) => f.write_str("a table"),
        }
    }
}
