//! Values of TOML: in the order of their text, without their places, under the path of their key.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

/// The values of a table in the order of the text.
pub(super) fn in_order<'t, 'i>(
    table: &'t DeTable<'i>,
) -> impl Iterator<Item = (&'t Spanned<Cow<'i, str>>, &'t Spanned<DeValue<'i>>)> {
    let mut values: Vec<_> = table.iter().collect();
    values.sort_by_key(|(key, _)| key.span().start);
    values.into_iter()
}

/// `a.b` and a value as a table in a table.
pub(super) fn nested(path: &str, value: Value) -> Table {
    let (first, value) = match path.split_once('.') {
        Some((first, rest)) => (first, Value::Table(nested(rest, value))),
        None => (path, value),
    };
    Table::from_iter([(first.to_owned(), value)])
}

/// The value without its places.
pub(super) fn plain(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => number
            .to_string()
            .parse()
            .map_or_else(|_| Value::String(number.to_string()), Value::Integer),
        DeValue::Float(number) => Value::String(number.to_string()),
        DeValue::Boolean(is) => Value::Boolean(*is),
        DeValue::Datetime(day) => Value::Datetime(*day),
        DeValue::Array(items) => {
            Value::Array(items.iter().map(|item| plain(item.get_ref())).collect())
        }
        DeValue::Table(table) => Value::Table(
            table
                .iter()
                .map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref())))
                .collect(),
        ),
    }
}

pub(super) fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    1 + before.filter(|byte| **byte == b'\n').count()
}

/// Takes what is called `name` out of a list or a table.
pub(super) fn remove(value: &mut Value, name: &str) {
    match value {
        Value::Array(items) => items.retain(|item| item.as_str() != Some(name)),
        Value::Table(table) => drop(table.remove(name)),
        _ => {}
    }
}
