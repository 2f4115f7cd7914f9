//! Where the official text of a document can be read.
//!
//! Addresses are made from the canonical form alone, for sites whose addresses have kept their form;
//! nothing is fetched, and nothing says that the page is there.

use crate::{Referent, Symbol};

/// First components whose documents the United Nations document site does not have.
const ELSEWHERE: [&str; 3] = ["WT", "GOV", "INFCIRC"];

/// An address and the name of its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `https://docs.un.org/en/A/RES/67/172`.
    pub url: String,
    /// `docs.un.org`.
    pub site: &'static str,
}

impl Referent {
    /// The official page of the document, in `language` (`en`, `fr`, `es`, `ru`, `ar`, `zh`) where the site has
    /// it; `None` where no site has addresses that can be made from a canonical form.
    pub fn address(&self, language: &str) -> Option<Address> {
        match self {
            Self::Symbol(symbol) => of_symbol(symbol, language),
            Self::Labour(instrument) => Some(Address {
                url: instrument.address(),
                site: "normlex.ilo.org",
            }),
            Self::UnionAct(act) => Some(Address {
                url: act.address(of_union(language)),
                site: EUR_LEX,
            }),
            Self::Other(canonical) => council_of_europe(canonical)
                .or_else(|| treaty_series(canonical))
                .or_else(|| commission(canonical, language))
                .or_else(|| court(canonical)),
            Self::Instrument(_) => None,
        }
    }
}

const EUR_LEX: &str = "eur-lex.europa.eu";

fn of_symbol(symbol: &Symbol, language: &str) -> Option<Address> {
    let elsewhere = ELSEWHERE.contains(&symbol.prefix());
    (!elsewhere).then(|| Address {
        url: symbol.address(language),
        site: "docs.un.org",
    })
}

/// The language of the Union's site: it has three of the official languages of the United Nations.
fn of_union(language: &str) -> &str {
    if matches!(language, "fr" | "es") {
        language
    } else {
        "en"
    }
}

/// `ETS No. 5`, `CETS No. 197`.
fn council_of_europe(canonical: &str) -> Option<Address> {
    let number = canonical
        .strip_prefix("CETS No. ")
        .or_else(|| canonical.strip_prefix("ETS No. "))?;
    let number: u16 = number.parse().ok()?;
    Some(Address {
        url: format!(
            "https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum={number:03}"
        ),
        site: "coe.int",
    })
}

/// `United Nations, Treaty Series, vol. 2220, No. 39481`: the volume.
fn treaty_series(canonical: &str) -> Option<Address> {
    let (volume, _) = crate::facts::volume_and_number(canonical)?;
    Some(Address {
        url: format!(
            "https://treaties.un.org/doc/Publication/UNTS/Volume%20{volume}/v{volume}.pdf"
        ),
        site: "treaties.un.org",
    })
}

/// `COM(2011) 743 final`.
fn commission(canonical: &str, language: &str) -> Option<Address> {
    let (year, number) = canonical.strip_prefix("COM(")?.split_once(") ")?;
    let number: u16 = number.strip_suffix(" final")?.parse().ok()?;
    let four_digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    four_digits.then(|| Address {
        url: format!(
            "https://eur-lex.europa.eu/legal-content/{}/TXT/?uri=COM:{year}:{number:04}:FIN",
            of_union(language).to_uppercase()
        ),
        site: EUR_LEX,
    })
}

/// `European Court of Human Rights: application no. 41827/07`.
fn court(canonical: &str) -> Option<Address> {
    let number = canonical.strip_prefix("European Court of Human Rights: application no. ")?;
    Some(Address {
        url: format!("https://hudoc.echr.coe.int/eng#{{%22appno%22:[%22{number}%22]}}"),
        site: "hudoc.echr.coe.int",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LabourInstrument, LabourKind, UnionAct};

    fn url(referent: &Referent, language: &str) -> Option<String> {
        referent.address(language).map(|address| address.url)
    }

    fn other(canonical: &str) -> Option<String> {
        url(&Referent::Other(canonical.into()), "en")
    }

    #[test]
    fn documents_of_other_organizations_are_found_on_their_sites() {
        let labour = LabourInstrument::new(LabourKind::Convention, 29);
        assert_eq!(
            url(&Referent::Labour(labour), "en").unwrap(),
            "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C029"
        );
        let act = Referent::UnionAct(UnionAct::of_celex("32008L0115"));
        for (language, sites) in [("fr", "FR"), ("en", "EN"), ("zh", "EN")] {
            assert!(
                url(&act, language)
                    .unwrap()
                    .contains(&format!("/{sites}/TXT"))
            );
        }
        assert!(other("ETS No. 5").unwrap().ends_with("treatynum=005"));
        assert!(other("CETS No. 197").unwrap().ends_with("treatynum=197"));
        assert_eq!(
            other("United Nations, Treaty Series, vol. 2220, No. 39481").unwrap(),
            "https://treaties.un.org/doc/Publication/UNTS/Volume%202220/v2220.pdf"
        );
        assert!(
            other("COM(2011) 743 final")
                .unwrap()
                .ends_with("COM:2011:0743:FIN")
        );
        assert!(
            other("European Court of Human Rights: application no. 41827/07")
                .unwrap()
                .ends_with("#{%22appno%22:[%2241827/07%22]}")
        );
    }

    #[test]
    fn what_no_site_is_known_for_has_no_address() {
        for canonical in [
            "MC.DEC/2/05",
            "Sales No. E.93.I.8",
            "COM(93) 600 final",
            "ETS No. x",
        ] {
            assert_eq!(other(canonical), None, "{canonical}");
        }
        let symbol = |text: &str| Referent::Symbol(Symbol::parse(text).unwrap());
        assert_eq!(url(&symbol("WT/MIN(01)/DEC/1"), "en"), None);
        assert_eq!(url(&symbol("INFCIRC/540"), "en"), None);
        assert_eq!(
            symbol("A/RES/67/172").address("fr").unwrap(),
            Address {
                url: "https://docs.un.org/fr/A/RES/67/172".into(),
                site: "docs.un.org"
            }
        );
        assert_eq!(
            Referent::Instrument("Paris Agreement".into()).address("en"),
            None
        );
    }
}
