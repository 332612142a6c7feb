//! What an editor should know of the input: a file, an item, a field, and what is wrong there.

use content::problem::{Problem, Trouble};
use serde::Serialize;
use std::fmt;

/// Something in the input that an editor should mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Finding {
    /// The file it stands in.
    pub file: String,
    /// The item, by its id, where it is in one.
    pub item: Option<String>,
    /// The field, where there is one to name.
    pub field: Option<String>,
    /// What is wrong, and what was done about it.
    pub message: String,
}

impl Finding {
    /// A finding in a field of an item.
    #[must_use]
    pub fn of(file: &str, item: &str, field: &str, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            item: Some(item.to_owned()),
            field: Some(field.to_owned()),
            message: message.into(),
        }
    }

    /// A finding about a whole file.
    #[must_use]
    pub fn of_file(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            item: None,
            field: None,
            message: message.into(),
        }
    }
}

impl From<Problem> for Finding {
    fn from(problem: Problem) -> Self {
        let field = match &problem.trouble {
            Trouble::BadDate(field, _)
            | Trouble::BadAddress(field, _)
            | Trouble::BadValue(field, _) => Some(*field),
            Trouble::PathTaken(_) => Some("url"),
            Trouble::Repeated => Some("id"),
            Trouble::UnknownCategory(_) => Some("category"),
            Trouble::RepeatedCategory(_) => Some("categories"),
            Trouble::EndlessFeed(_) => Some("next_url"),
            Trouble::NotAnItem | Trouble::NoIdentity | Trouble::Unreadable(_) => None,
        };
        Self {
            field: field.map(str::to_owned),
            message: problem.trouble.to_string(),
            file: problem.file,
            item: problem.item,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ", self.file)?;
        if let Some(item) = &self.item {
            write!(out, "{item}: ")?;
        }
        match &self.field {
            // Most sentences name their field themselves.
            Some(field) if !self.message.contains(&format!("`{field}`")) => {
                write!(out, "`{field}` {}", self.message)
            }
            _ => out.write_str(&self.message),
        }
    }
}
