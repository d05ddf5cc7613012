//! Opening hours (stand-in until the real module is merged).
#![allow(missing_docs)]
use std::ops::Range;
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Horaires {}
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exception {}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeSpan {}
impl TimeSpan {
    pub fn said(self) -> String {
        String::new()
    }
}
pub fn times_said(_: &[TimeSpan]) -> String {
    String::new()
}
#[derive(Clone, Debug)]
pub struct Lint {
    pub code: &'static str,
    pub message: String,
    pub remedy: String,
}
#[derive(Clone, Debug)]
pub struct HoursFault {
    pub span: Range<usize>,
    pub message: String,
    pub remedy: String,
}
#[derive(Clone, Debug)]
pub struct DayFault {
    pub entry: usize,
    pub in_key: bool,
    pub fault: HoursFault,
}
#[derive(Clone, Debug)]
pub struct DayRow {
    pub jour: &'static str,
    pub spans: Vec<String>,
    pub note: String,
    pub ferme: bool,
}
impl Horaires {
    pub fn parse(_: &str) -> Result<Self, Vec<HoursFault>> {
        Ok(Self {})
    }
    pub fn from_days(_: &[(&str, &str)]) -> Result<Self, Vec<DayFault>> {
        Ok(Self {})
    }
    pub fn lints(&self) -> Vec<Lint> {
        vec![]
    }
    pub fn except(self, _: &[Exception]) -> Self {
        self
    }
    pub fn sentence(&self) -> String {
        String::new()
    }
    pub fn week(&self) -> Option<Vec<DayRow>> {
        None
    }
}
impl Exception {
    pub fn parse(_: &str) -> Result<Vec<Self>, Vec<HoursFault>> {
        Ok(vec![])
    }
}
pub fn parse_times(_: &str) -> Result<Vec<TimeSpan>, Vec<HoursFault>> {
    Ok(vec![])
}
