//! The words of the print desk.

/// Every word and sentence that the print desk says.
#[expect(
    missing_docs,
    reason = "a field is named for what its words say in English"
)]
pub struct DeskWords {
    pub title: &'static str,
    /// Says what a click on a part of the sheet does.
    pub hint: &'static str,
    pub back: &'static str,
    pub save_pdf: &'static str,
    /// Says where the browser makes a PDF file.
    pub pdf_hint: &'static str,
    pub undo: &'static str,
    pub undone: &'static str,
    pub redo: &'static str,
    pub redone: &'static str,
    pub restore: &'static str,
    pub restored: &'static str,
    pub reset: &'static str,
    /// A setting for readers who need large letters.
    pub large: &'static str,
    pub remove: &'static str,
    /// `{}` is how the part begins.
    pub removed: &'static str,
    pub copy_as: &'static str,
    pub plain_text: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    /// `{}` is a day.
    pub printed: &'static str,
    pub picture: &'static str,
    /// What is printed, as a name for a screen reader.
    pub sheet: &'static str,
    pub settings: &'static str,
    pub address_code: &'static str,
    /// The names of [`content::print::Choice::ALL`], in its order: what is chosen, then each value, parted by `|`. A
    /// choice of yes or no has only its name, and so has one whose values are numbers.
    pub choices: [&'static str; 9],
    /// `3 pages`
    pub pages: fn(usize) -> String,
}
