//! The known name that looks most like one that is not known.

/// What has the name that looks most like `wanted`; none where nothing does.
pub(crate) fn name<N: AsRef<str>, T>(
    wanted: &str,
    known: impl IntoIterator<Item = (N, T)>,
) -> Option<T> {
    known
        .into_iter()
        .map(|(name, what)| {
            let name = name.as_ref();
            let distance = strsim::damerau_levenshtein(wanted, name);
            (distance, name.len(), what)
        })
        .filter(|(distance, length, _)| *distance <= (length / 3).max(1))
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, what)| what)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_slip_leads_to_the_nearest_name() {
        let known = [("sessions", 1), ("dates", 2)];
        assert_eq!(name("session", known), Some(1));
        assert_eq!(name("datse", known), Some(2));
        assert_eq!(name("weather", known), None);
    }
}
