//! Why the commune of a record could not be told: what a message needs to say so.

use super::commune::Commune;
use super::named::Named;

/// Why no single commune was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfound {
    /// No commune bears or bore this name, or none in the département asked for.
    NoSuchName {
        /// The name that was perhaps meant: that of the INSEE code, else the nearest one among the
        /// communes of the postal code, else the nearest one of the département.
        nearest: Option<Named>,
        /// Communes of this name in other départements.
        elsewhere: Vec<&'static Commune>,
    },
    /// Several communes bear this name; the postal code, if any, does not tell them apart.
    Ambiguous(Vec<&'static Commune>),
    /// The postal code is that of other communes.
    PostalCodeOfAnother {
        /// The communes that bear the name.
        named: Vec<&'static Commune>,
        /// The communes that have the postal code; empty when no commune has it and it does not
        /// even begin like those of the communes named.
        of: Vec<&'static Commune>,
        /// The name among theirs that was perhaps meant: `Beaulieu` for `Beaulieu-sur-Dordogne`.
        nearest: Option<Named>,
    },
    /// The INSEE code is that of another commune.
    CodeOfAnother {
        /// The communes that bear the name.
        named: Vec<&'static Commune>,
        /// The commune the code leads to.
        of: &'static Commune,
    },
    /// The INSEE code leads to no commune.
    NoSuchCode {
        /// The communes that bear the name.
        named: Vec<&'static Commune>,
    },
}
