//! stand-in
use super::*;
pub struct Html;
impl Edition for Html {
    fn plan(&self, _: &Guides) -> Vec<Sheet> {
        vec![]
    }
    fn render(&self, _: &World<'_>, _: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        Ok(vec![])
    }
}
