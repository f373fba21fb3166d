//! Everything that is not a page: one enum, one map to HTTP. The sentence is rendered by `frame`,
//! which has the templates.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, ResponseError};

use crate::actions::Failure;
use crate::domain::permission::Verdict;
use crate::domain::refusal::Refusal;
use crate::rendering::RenderError;
use crate::store::StoreError;

pub type Answer = Result<HttpResponse, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody has to sign in first.
    #[error("sign in first")]
    SignIn { next: String },
    /// Not there, or nobody may know it is.
    #[error("not found")]
    Missing,
    #[error("not allowed")]
    Forbidden,
    /// A rule says no; the key names the sentence.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// A link from a mail that is too old, used, or never was.
    #[error("the link no longer works")]
    Gone,
    /// The form did not come from a page of ours.
    #[error("the form token is missing or old")]
    Token,
    #[error("the form cannot be read")]
    Unreadable,
    #[error("too large")]
    TooLarge,
    #[error("too many attempts")]
    TooMany { minutes: i64 },
    #[error("busy")]
    Busy,
    /// The database does not answer.
    #[error("away: {0}")]
    Away(String),
    #[error("broken: {0}")]
    Broken(String),
}

/// Words of the page that is written without asking the database anything.
pub const AWAY: &str = "away";

/// What `frame` needs to write the page of an error.
#[derive(Clone, Debug)]
pub struct Fault {
    pub status: StatusCode,
    /// Which words of `locales/` it gets: `error-<words>-title` and `-text`.
    pub words: &'static str,
    /// The sentence of a refusal, if there is one.
    pub key: Option<&'static str>,
    /// Logged once, shown as a number to quote.
    pub detail: Option<String>,
    /// How long to wait before trying again.
    pub minutes: Option<i64>,
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Error::SignIn { .. } => StatusCode::SEE_OTHER,
            Error::Missing => StatusCode::NOT_FOUND,
            Error::Gone => StatusCode::GONE,
            Error::Forbidden | Error::Token => StatusCode::FORBIDDEN,
            Error::Refused(_) => StatusCode::CONFLICT,
            Error::Unreadable => StatusCode::BAD_REQUEST,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Error::Busy | Error::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status_code());
        if let Error::SignIn { next } = self {
            return answer.insert_header((LOCATION, super::urls::sign_in(next))).finish();
        }
        let mut answer = answer.finish();
        answer.extensions_mut().insert(Fault {
            status: self.status_code(),
            words: self.words(),
            key: match self {
                Error::Refused(key) => Some(key),
                _ => None,
            },
            detail: match self {
                Error::Away(detail) | Error::Broken(detail) => Some(detail.clone()),
                _ => None,
            },
            minutes: match self {
                Error::TooMany { minutes } => Some(*minutes),
                Error::Busy | Error::Away(_) => Some(1),
                _ => None,
            },
        });
        answer
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Error {
        match error {
            StoreError::Missing => Error::Missing,
            StoreError::Busy => Error::Busy,
            StoreError::Away(why) => Error::Away(why),
            other => Error::Broken(other.to_string()),
        }
    }
}

impl<R: Refusal> From<Failure<R>> for Error {
    fn from(failure: Failure<R>) -> Error {
        match failure {
            Failure::Refused(why) => Error::Refused(why.key()),
            Failure::Store(error) => error.into(),
        }
    }
}

/// The disk is full or broken.
impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        Error::Broken(format!("files: {error}"))
    }
}

impl From<RenderError> for Error {
    fn from(error: RenderError) -> Error {
        Error::Broken(format!("{error:?}"))
    }
}

impl Error {
    fn words(&self) -> &'static str {
        match self {
            Error::Missing => "404",
            Error::Forbidden => "403",
            Error::Refused(_) => "409",
            Error::Gone => "410",
            Error::Token => "token",
            Error::Unreadable => "400",
            Error::TooLarge => "413",
            Error::TooMany { .. } => "429",
            Error::Busy => "503",
            Error::Away(_) => AWAY,
            Error::SignIn { .. } | Error::Broken(_) => "500",
        }
    }

    /// What a verdict of the permission function means over HTTP.
    pub fn of(verdict: Verdict, path: &str) -> Result<(), Error> {
        match verdict {
            Verdict::Allowed => Ok(()),
            Verdict::SignIn => Err(Error::SignIn { next: path.to_owned() }),
            Verdict::Hidden => Err(Error::Missing),
            Verdict::Forbidden => Err(Error::Forbidden),
        }
    }
}
