//! The words for what went wrong.

/// Why a page could not be loaded, and what to do.
#[expect(
    missing_docs,
    reason = "a field is named for what its words say in English"
)]
pub struct FailureWords {
    pub offline: &'static str,
    pub timeout: &'static str,
    pub network: &'static str,
    /// `{}` is the HTTP status.
    pub status: &'static str,
    pub content: &'static str,
    pub retry: &'static str,
}
