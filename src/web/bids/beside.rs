//! The pages of a bid that stand beside its sections, such as its tasks and its journal: named in
//! one list, so that the task list and the section that they belong to show the same.

use serde::Serialize;

use crate::domain::ids::BidId;
use crate::web::public::views::Reader;
use crate::web::urls;

/// A page of the whole bid.
struct Beside {
    /// The section where one needs it; none: it belongs to the bid as a whole.
    section: Option<&'static str>,
    text: &'static str,
    /// What stands behind `/bids/{bid}/`.
    path: &'static str,
}

const PAGES: &[Beside] = &[
    Beside { section: Some("working_together"), text: "bid-beside-parties", path: "parties" },
    Beside { section: Some("members_mandate"), text: "bid-beside-vote", path: "vote" },
    Beside { section: Some("support"), text: "bid-beside-support", path: "support" },
    Beside { section: None, text: "bid-beside-reminders", path: "reminders" },
    Beside { section: Some("who_we_are"), text: "bid-beside-profile", path: "profile" },
    Beside { section: None, text: "documents-title", path: "documents" },
    Beside { section: Some("lot_and_task"), text: "area-beside", path: "area" },
    Beside { section: None, text: "bid-beside-journal", path: "journal" },
];

#[derive(Serialize)]
pub struct BesideLink {
    pub text: String,
    pub href: String,
}

/// Every page beside the sections of this bid.
pub fn of_bid(r: Reader<'_>, bid: BidId) -> Vec<BesideLink> {
    PAGES.iter().map(|page| link(r, bid, page)).collect()
}

/// Those that belong to this section.
pub fn of_section(r: Reader<'_>, bid: BidId, section: &str) -> Vec<BesideLink> {
    let own = PAGES.iter().filter(|page| page.section == Some(section));
    own.map(|page| link(r, bid, page)).collect()
}

fn link(r: Reader<'_>, bid: BidId, page: &Beside) -> BesideLink {
    BesideLink { text: r.say(page.text), href: format!("{}/{}", urls::bid(bid), page.path) }
}
