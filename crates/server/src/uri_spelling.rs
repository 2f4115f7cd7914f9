//! Addresses as clients write them.
//!
//! The protocol asks for addresses with spaces and non-ASCII letters escaped; some clients send them
//! plain, and the strict reader behind the handlers would drop such a message without a word. They are
//! escaped on the way in, and go out again as the client wrote them.

use dashmap::DashMap;
use serde_json::Value;
use std::str::FromStr as _;
use tower_lsp::jsonrpc::Request;
use tower_lsp::ls_types::Uri;
use workspace::Location;

use crate::log::note;

/// Spellings that had to be mended, by what they became.
#[derive(Default)]
pub(crate) struct Spellings {
    originals: DashMap<String, String>,
}

impl Spellings {
    /// The address as the client wrote it.
    pub(crate) fn original(&self, uri: &str) -> String {
        self.originals
            .get(uri)
            .map_or_else(|| uri.to_owned(), |original| original.clone())
    }

    /// The message with every address in it readable.
    pub(crate) fn mended(&self, request: Request) -> Request {
        let unreadable = request
            .params()
            .is_some_and(|params| addresses(params).any(|uri| Uri::from_str(uri).is_err()));
        if !unreadable {
            return request;
        }
        let (method, id, params) = request.into_parts();
        let mut params = params.unwrap_or_default();
        for pointer in POINTERS {
            if let Some(place) = params.pointer_mut(pointer) {
                self.mend(place, &method);
            }
        }
        for (list, key) in LISTS {
            let items = params.pointer_mut(list).and_then(Value::as_array_mut);
            for place in items
                .into_iter()
                .flatten()
                .filter_map(|item| item.get_mut(key))
            {
                self.mend(place, &method);
            }
        }
        let rebuilt = Request::build(method).params(params);
        match id {
            Some(id) => rebuilt.id(id).finish(),
            None => rebuilt.finish(),
        }
    }

    fn mend(&self, place: &mut Value, method: &str) {
        let Some(uri) = place.as_str() else { return };
        if Uri::from_str(uri).is_ok() {
            return;
        }
        let escaped = Location::escaped(uri);
        if Uri::from_str(&escaped).is_err() {
            note(format_args!("{method}: an address that cannot be read"));
            return;
        }
        self.originals.insert(escaped.clone(), uri.to_owned());
        *place = Value::String(escaped);
    }
}

/// Where messages carry an address.
const POINTERS: [&str; 3] = ["/textDocument/uri", "/rootUri", "/item/uri"];

/// Where they carry several.
const LISTS: [(&str, &str); 5] = [
    ("/workspaceFolders", "uri"),
    ("/previousResultIds", "uri"),
    ("/changes", "uri"),
    ("/event/added", "uri"),
    ("/event/removed", "uri"),
];

fn addresses(params: &Value) -> impl Iterator<Item = &str> {
    let single = POINTERS
        .iter()
        .filter_map(|pointer| params.pointer(pointer));
    let several = LISTS.iter().flat_map(|(list, key)| {
        let items = params.pointer(list).and_then(Value::as_array);
        items
            .into_iter()
            .flatten()
            .filter_map(|item| item.get(*key))
    });
    single.chain(several).filter_map(Value::as_str)
}
