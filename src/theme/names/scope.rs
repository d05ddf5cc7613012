//! The names in reach at a point of a template.

use std::collections::BTreeMap;

use super::shape::Shape;

/// Names in reach, the nearest last.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    /// What pages give; nothing when no page uses the template.
    pub page: Option<BTreeMap<String, Shape>>,
    /// What the template itself names: loops, `set`.
    layers: Vec<BTreeMap<String, Shape>>,
    /// The component being defined, which sees nothing of the page.
    component: Option<String>,
}

impl Scope {
    /// The names that pages give a template.
    pub fn of(page: Option<BTreeMap<String, Shape>>) -> Self {
        Self { page, layers: vec![BTreeMap::new()], component: None }
    }

    /// Enters a loop.
    pub fn enter(&mut self, names: BTreeMap<String, Shape>) {
        self.layers.push(names);
    }

    /// Leaves a loop.
    pub fn leave(&mut self) {
        if self.layers.len() > 1 {
            self.layers.pop();
        }
    }

    /// Enters the definition of a component.
    pub fn enter_component(&mut self, name: &str, parameters: BTreeMap<String, Shape>) {
        self.component = Some(name.to_owned());
        self.layers.push(parameters);
    }

    /// Leaves it.
    pub fn leave_component(&mut self) {
        self.component = None;
        self.layers.truncate(1);
    }

    /// The component being defined.
    pub fn component(&self) -> Option<&str> {
        self.component.as_deref()
    }

    /// Names something from here to the end of the loop.
    pub fn set(&mut self, name: &str, shape: Shape) {
        if let Some(layer) = self.layers.last_mut() {
            layer.insert(name.to_owned(), shape);
        }
    }

    /// What a name holds; nothing when it is out of reach.
    pub fn find(&self, name: &str) -> Option<Shape> {
        let layers = if self.component.is_some() { &self.layers[1..] } else { &self.layers[..] };
        let own = layers.iter().rev().find_map(|layer| layer.get(name)).cloned();
        own.or_else(|| match (&self.component, &self.page) {
            (Some(_), _) => None,
            (None, Some(page)) => page.get(name).cloned(),
            (None, None) => Some(Shape::Any),
        })
    }

    /// Every name in reach.
    pub fn names(&self) -> Vec<&str> {
        let own = self.layers.iter().flat_map(BTreeMap::keys);
        let page = self.page.iter().filter(|_| self.component.is_none()).flat_map(BTreeMap::keys);
        own.chain(page).map(String::as_str).collect()
    }
}
