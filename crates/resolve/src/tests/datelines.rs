//! What a day above the text does: it may be that of an event, so it makes nothing impossible.

use super::resolved;
use crate::Existence;

/// Whether anything that `text` cites cannot exist, of one thing at least.
fn has_impossible(text: &str) -> bool {
    let read = resolved(text);
    assert!(!read.references.is_empty(), "{text}");
    let mut references = read.references.iter();
    references.any(|one| one.existence == Existence::Impossible)
}

#[test]
fn nothing_is_impossible_by_a_dateline_alone() {
    for text in [
        "# Thirty years after Vienna\n\nFollow-up to the World Conference on Human Rights\n\nVienna, 25 June 1993\n\n\
         Resolution A/HRC/RES/50/1 (2022) followed.\n",
        "Chronology of events\n\nDili, 30 August 1999\n\nSecurity Council resolution 1704 (2006) and S/2006/628.\n",
        "# Background note: Declaration of Alma-Ata\n\nAlma-Ata, 12 September 1978\n\nIt was recalled in A/RES/74/2.\n",
        // Where the head does not show that something came later.
        "# A visit\n\nLima, 3 May 1998\n\nIt was recalled in S/RES/1704.\n",
        "# A visit\n\nLima, 3 May 1998\n\nIt was recalled in CRPD/C/GC/6.\n",
    ] {
        assert!(!has_impossible(text), "{text}");
    }
    let declared = "---\ndate: 1998-05-03\n---\n\n# A visit\n\nIt was recalled in A/RES/74/2.\n";
    assert!(has_impossible(declared));
}
