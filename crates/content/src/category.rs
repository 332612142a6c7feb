//! The tree of categories a newsroom sorts its stories into.

use crate::{fold::fold, lang::Lang};

/// A category and what lies below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The name as the newsroom writes it, look-alike letters included.
    pub name: String,
    /// The language of the name, where it differs from the site's.
    pub lang: Option<Lang>,
    /// The slugs from the top of the tree down to this category, joined by `/`: `politics/diplomacy`.
    pub path: String,
    /// A sentence about it, or nothing.
    pub description: String,
    /// The categories below it.
    pub children: Vec<Category>,
}

impl Category {
    /// Whether a path is this category's or lies below it.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        path.strip_prefix(&self.path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The last slug of its path.
    #[must_use]
    pub fn slug(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// All categories of a tree from the top down, each before what lies below it.
#[must_use]
pub fn walk(tree: &[Category]) -> Vec<&Category> {
    fn add<'a>(tree: &'a [Category], all: &mut Vec<&'a Category>) {
        for category in tree {
            all.push(category);
            add(&category.children, all);
        }
    }
    let mut all = Vec::new();
    add(tree, &mut all);
    all
}

/// The category at a path. WordPress also answers to a child's slug alone, and so old links to it work.
#[must_use]
pub fn at_path<'a>(tree: &'a [Category], path: &str) -> Option<&'a Category> {
    let last = path.rsplit('/').next()?;
    let all = walk(tree);
    all.iter()
        .find(|category| category.path == path)
        .or_else(|| all.iter().find(|category| category.slug() == last))
        .copied()
}

/// The category of a name, compared by [`fold`]: the way a story's tag says where it belongs.
#[must_use]
pub fn named<'a>(tree: &'a [Category], name: &str) -> Option<&'a Category> {
    let wanted = fold(name);
    walk(tree)
        .into_iter()
        .find(|category| fold(&category.name) == wanted)
}

/// The way from the top of the tree to a category, itself included.
#[must_use]
pub fn way_to<'a>(tree: &'a [Category], path: &str) -> Vec<&'a Category> {
    let mut way = walk(tree);
    way.retain(|category| category.holds(path));
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(name: &str, path: &str, children: Vec<Category>) -> Category {
        Category {
            name: name.into(),
            lang: None,
            path: path.into(),
            description: String::new(),
            children,
        }
    }

    fn tree() -> Vec<Category> {
        vec![
            category(
                "POLITICS",
                "politics",
                vec![category("DIPLOMACY", "politics/diplomacy", vec![])],
            ),
            category("RECYCLЕ", "recycle", vec![]),
        ]
    }

    #[test]
    fn a_category_holds_itself_and_what_lies_below_but_not_its_namesakes() {
        let tree = tree();
        let politics = at_path(&tree, "politics").unwrap();
        assert!(politics.holds("politics") && politics.holds("politics/diplomacy"));
        assert!(!politics.holds("politics-of-old"));
    }

    #[test]
    fn a_tag_finds_its_category_whatever_its_letters_look_like() {
        assert_eq!(named(&tree(), "recycle").unwrap().path, "recycle");
        assert_eq!(
            named(&tree(), "Diplomacy ").unwrap().path,
            "politics/diplomacy"
        );
        assert_eq!(named(&tree(), "sport"), None);
    }

    #[test]
    fn a_child_answers_to_its_slug_alone() {
        assert_eq!(
            at_path(&tree(), "diplomacy").unwrap().path,
            "politics/diplomacy"
        );
    }

    #[test]
    fn the_way_to_a_category_begins_at_the_top() {
        let names: Vec<String> = way_to(&tree(), "politics/diplomacy")
            .iter()
            .map(|category| category.name.clone())
            .collect();
        assert_eq!(names, ["POLITICS", "DIPLOMACY"]);
    }
}
