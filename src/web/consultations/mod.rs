//! Consultation tables (overlegtafels): a public page for everybody, and a desk for who sits there.

mod agreement;
mod calendar;
mod desk;
mod details;
mod invitation;
mod list;
mod meeting;
mod meetings;
mod minutes;
mod monitoring;
mod new;
mod paper;
mod papers;
mod results;
mod seats;
mod table;

pub use agreement::{change as change_agreement, page as agreement};
pub use calendar::{feed, renew as renew_calendar};
pub use details::{change as change_details, page as details};
pub use invitation::{accept as take_seat, show as invitation};
pub use list::page as list;
pub use meeting::{
    approve, cancel, complete, decide, dissent, finish, give, page as meeting, reschedule,
};
pub use meetings::{answer as answer_request, ask as ask_agenda, call, page as meetings};
pub use minutes::{page as minutes, pdf as minutes_pdf};
pub use monitoring::{page as monitoring, report};
pub use new::{create, page as new};
pub use paper::{answer as answer_remark, comment, page as paper, take_back};
pub use papers::{page as papers, publish};
pub use results::{band_word, page as results, share as share_lesson};
pub use seats::{answer as answer_seat, invite, leave, page as seats};
pub use table::{ask as ask_seat, desk, lessons_place, page as table};
