//! Every text that an editor has open, by its place.
//!
//! Each is kept as it is now; whoever took an earlier state goes on with that one undisturbed.

use std::sync::Arc;

use dashmap::DashMap;

use crate::{Location, OpenText};

/// Every text that an editor has open, by its place.
#[derive(Default)]
pub struct OpenTexts {
    texts: DashMap<Location, Arc<OpenText>>,
}

impl OpenTexts {
    /// The text at `location`, as it is now.
    pub fn get(&self, location: &Location) -> Option<Arc<OpenText>> {
        self.texts.get(location).map(|text| Arc::clone(&text))
    }

    /// Keeps `text`, in place of what was open at its place.
    pub fn put(&self, text: Arc<OpenText>) {
        self.texts.insert(text.location.clone(), text);
    }

    /// Keeps `after` in place of `before`, unless that has been changed or closed meanwhile; whether it does.
    pub fn replace(&self, before: &Arc<OpenText>, after: &Arc<OpenText>) -> bool {
        let Some(mut now) = self.texts.get_mut(&before.location) else {
            return false;
        };
        if !Arc::ptr_eq(&now, before) {
            return false;
        }
        *now = Arc::clone(after);
        true
    }

    /// Forgets the text at `location` and hands it back.
    pub fn remove(&self, location: &Location) -> Option<Arc<OpenText>> {
        self.texts.remove(location).map(|(_, text)| text)
    }

    /// Every text, as it is now, in order of place.
    pub fn all(&self) -> Vec<Arc<OpenText>> {
        let mut all: Vec<_> = self.texts.iter().map(|text| Arc::clone(&text)).collect();
        all.sort_by(|a, b| a.location.cmp(&b.location));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_still_there_is_replaced() {
        let texts = OpenTexts::default();
        let first = Arc::new(OpenText::new("untitled:a", "plaintext", 1, "one"));
        let again = Arc::new(first.unread());
        assert!(!texts.replace(&first, &again), "not open");
        texts.put(Arc::clone(&first));
        assert!(texts.replace(&first, &again));

        let changed = Arc::new(again.edited(3..3, " two"));
        texts.put(Arc::clone(&changed));
        assert!(!texts.replace(&again, &Arc::new(again.unread())), "changed");
        assert!(Arc::ptr_eq(&texts.get(&first.location).unwrap(), &changed));

        texts.remove(&first.location);
        assert!(!texts.replace(&changed, &again), "closed");
        assert!(texts.all().is_empty());
    }
}
