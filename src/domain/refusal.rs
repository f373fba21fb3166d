//! How a rule says no: an enum per noun, whose variants have a sentence in `locales/`.

/// A "no" that a person can act on. `Display` is for the log, `key` names the sentence.
pub trait Refusal: std::error::Error + Send + 'static {
    /// Name of the message in `locales/`, such as `refusal-round-closed`.
    fn key(&self) -> &'static str;
}
