//! What is said of a value on its way in: corrected, doubtful, refused; nothing is changed in silence.

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Left out of the record: somebody must look.
    Refuse,
    /// In the record; somebody should look.
    Douteux,
    /// In the record, written otherwise, or left out because it said nothing.
    Corrige,
}

/// Reasons that are told in the report only, not beside a key of the record: the value has none there.
pub(super) const REPORT_ONLY: [&str; 6] = [
    "colonne-inconnue",
    "colonne-sans-cle",
    "champ-sans-cle",
    "donnee-personnelle",
    "courriel-dans-texte",
    "organisateur-non-reconnu",
];

/// One value of one column, what became of it and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the column as the file writes it.
    pub column: String,
    /// The value as the file writes it, without the blanks around it; a part of it where a list was cut.
    pub value: String,
    /// What became of it.
    pub verdict: Verdict,
    /// Stable French kebab-case name of the reason.
    pub code: String,
    /// What is in the record instead; empty when nothing is.
    pub became: Option<String>,
    /// One French sentence: why.
    pub reason: String,
    /// One French sentence: what to do; empty when there is nothing to do.
    pub remedy: String,
}

/// Findings about one cell, as they come.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    column: &'a str,
    found: &'a mut Vec<Finding>,
}

impl<'a> Notes<'a> {
    /// Notes about a cell of a column.
    pub fn about(column: &'a str, found: &'a mut Vec<Finding>) -> Self {
        Self { column, found }
    }

    /// The value was written otherwise, for a reason that needs nobody.
    pub fn corrected(&mut self, code: &str, value: &str, became: &str, reason: impl Into<String>) {
        let became = Some(became.to_owned());
        self.add(Verdict::Corrige, code, value, became, reason.into(), String::new());
    }

    /// The value, or what was made of it, is in the record, and may be wrong.
    pub fn doubtful(
        &mut self,
        code: &str,
        value: &str,
        became: Option<&str>,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let became = became.map(str::to_owned);
        self.add(Verdict::Douteux, code, value, became, reason.into(), remedy.into());
    }

    /// The value is not in the record.
    pub fn refused(
        &mut self,
        code: &str,
        value: &str,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(Verdict::Refuse, code, value, None, reason.into(), remedy.into());
    }

    fn add(
        &mut self,
        verdict: Verdict,
        code: &str,
        value: &str,
        became: Option<String>,
        reason: String,
        remedy: String,
    ) {
        self.found.push(Finding {
            column: self.column.to_owned(),
            value: value.to_owned(),
            verdict,
            code: code.to_owned(),
            became,
            reason,
            remedy,
        });
    }
}
