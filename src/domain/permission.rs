//! Who may do what: one function, and it is the only one. Handlers ask it with the facts of the
//! place; nothing else in the house decides about access.

mod assessors;
mod consultations;
mod exports;
mod joined;
mod joint;
mod matters;
mod tables;
#[cfg(test)]
mod testing;

use crate::domain::accounts::{Actor, Role, words};
use crate::domain::ids::{OrganisationId, PersonId};

words! {
    /// How far a round is; later stages imply the earlier.
    Stage {
        /// Being made; only its makers know it.
        Draft = "draft",
        /// Published and taking bids.
        Open = "open",
        /// The time is over, the bids are still shut.
        Closed = "closed",
        /// Two key holders opened the bids.
        Opened = "opened",
        /// The decision is published.
        Decided = "decided",
    }
}

words! {
    /// Where somebody sits at a table.
    SeatRole {
        Chair = "chair",
        Secretary = "secretary",
        Assessor = "assessor",
        Adviser = "adviser",
        Observer = "observer",
    }
}

/// The facts about the thing somebody wants to see or change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The municipality whose round it is.
    pub municipality: Option<OrganisationId>,
    /// The cooperative whose bid it is.
    pub cooperative: Option<OrganisationId>,
    pub stage: Stage,
    /// The actor assesses this lot.
    pub assigned: bool,
    /// The actor declared for this very bid that there is no conflict, or it was ruled harmless.
    pub cleared: bool,
    /// The actor has a seat at the table of this lot.
    pub seat: Option<SeatRole>,
    /// Who runs that table in place of its chair. Known for tables only.
    pub stand_in: Option<PersonId>,
    /// The price of this lot has been opened.
    pub price_open: bool,
    /// The actor may not hear of at least one bid here. Known for tables and for files only.
    pub barred: bool,
    /// Organisations that take part in this bid beside its cooperative. Known for joint bids only.
    pub parties: Vec<OrganisationId>,
    /// The one of them whose part it is.
    pub part: Option<OrganisationId>,
    /// What the actor has to do with a question or a complaint. Known for those only.
    pub matter: Option<Matter>,
    /// The actor speaks for a seat at this consultation table.
    pub consulted: bool,
    /// Municipalities that take part in this round beside its own. Known for joint rounds only.
    pub asked: Vec<OrganisationId>,
}

pub use matters::Matter;

impl Place {
    /// Everything of one organisation that stands in no round.
    pub fn organisation(id: OrganisationId) -> Place {
        Place { municipality: Some(id), cooperative: Some(id), ..Place::nowhere() }
    }

    pub fn nowhere() -> Place {
        Place {
            municipality: None,
            cooperative: None,
            stage: Stage::Open,
            assigned: false,
            cleared: false,
            seat: None,
            stand_in: None,
            price_open: false,
            barred: false,
            parties: vec![],
            part: None,
            matter: None,
            consulted: false,
            asked: vec![],
        }
    }
}

words! {
    /// The verbs of the house; every route names one.
    Act {
        ViewPublic = "view_public",
        ViewResult = "view_result",
        ManageOwnAccount = "manage_own_account",
        /// Begin a cooperative of one's own.
        FoundCooperative = "found_cooperative",
        ViewMembers = "view_members",
        ManageMembers = "manage_members",
        /// What a cooperative tells about itself, once for all its bids.
        ViewProfile = "view_profile",
        EditProfile = "edit_profile",
        AskQuestion = "ask_question",
        ViewRoundFile = "view_round_file",
        SetUpRound = "set_up_round",
        AnswerQuestion = "answer_question",
        /// Write towards an answer, as the lead or as the colleague who was asked.
        PrepareAnswer = "prepare_answer",
        /// What the asker of a question, or who complained, can do with it.
        FollowMatter = "follow_matter",
        ViewComplaints = "view_complaints",
        HandComplaint = "hand_complaint",
        AnswerComplaint = "answer_complaint",
        WriteMailTexts = "write_mail_texts",
        ViewOutbox = "view_outbox",
        StartBid = "start_bid",
        ReadBid = "read_bid",
        WriteBid = "write_bid",
        SubmitBid = "submit_bid",
        WithdrawBid = "withdraw_bid",
        /// What the lead of a joint bid shares with its parties.
        ReadJointBid = "read_joint_bid",
        /// The part of one party, also when it keeps it private.
        ReadOwnPart = "read_own_part",
        WriteOwnPart = "write_own_part",
        SignOwnPart = "sign_own_part",
        /// Take one's own organisation out of a joint bid.
        LeaveJointBid = "leave_joint_bid",
        ViewOpening = "view_opening",
        TurnKey = "turn_key",
        ViewProgress = "view_progress",
        CheckAdmissibility = "check_admissibility",
        /// Read that somebody wants to refuse a bid, and be the second to say so.
        ConfirmRefusal = "confirm_refusal",
        /// The library of what a municipality accepted in another way than usual.
        KeepEquivalents = "keep_equivalents",
        AssignAssessors = "assign_assessors",
        RuleOnConflict = "rule_on_conflict",
        ReopenSheet = "reopen_sheet",
        ViewOwnReviews = "view_own_reviews",
        DeclareConflict = "declare_conflict",
        ReadOpenedBid = "read_opened_bid",
        ScoreBid = "score_bid",
        LockSheet = "lock_sheet",
        ViewTable = "view_table",
        OpenTable = "open_table",
        TakeSeat = "take_seat",
        RunTable = "run_table",
        /// Plan and hold the draw that orders bids of a table.
        DrawLots = "draw_lots",
        /// Vote in secret at a table, and answer a proposal.
        Vote = "vote",
        /// Run the table while its chair is gone, and give it back.
        StandIn = "stand_in",
        SignTable = "sign_table",
        ViewPriceOpening = "view_price_opening",
        OpenPrice = "open_price",
        ViewMinutes = "view_minutes",
        /// Add a remark to the minutes of a table.
        AddRemark = "add_remark",
        ViewRanking = "view_ranking",
        ViewSensitivity = "view_sensitivity",
        ViewDecision = "view_decision",
        Decide = "decide",
        ViewLetters = "view_letters",
        ViewOwnResult = "view_own_result",
        ViewJournal = "view_journal",
        /// What can be had as a file, now and later.
        ViewExports = "view_exports",
        /// A file that speaks of every bid of the round.
        ExportFile = "export_file",
        /// Papers, meetings and seats of a consultation table.
        ViewConsultation = "view_consultation",
        /// Ask for a seat there.
        JoinConsultation = "join_consultation",
        SpeakAtConsultation = "speak_at_consultation",
        RunConsultation = "run_consultation",
        SetUpConsultation = "set_up_consultation",
        /// What another municipality reads of a round in which it takes part.
        ViewJointRound = "view_joint_round",
        /// Let the centre decide, and take that back.
        GiveMandate = "give_mandate",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allowed,
    /// Nobody is signed in; signing in may help.
    SignIn,
    /// The thing may not even be known to exist.
    Hidden,
    /// It is known to exist, but not for this role or not at this stage.
    Forbidden,
}

use Verdict::{Allowed, Forbidden, Hidden, SignIn};

/// May this actor do this here? The walls of the product are these lines.
pub fn may(actor: &Actor, act: Act, place: &Place) -> Verdict {
    match act {
        Act::ViewPublic => return public(place.stage),
        Act::ViewResult => return result(place.stage),
        _ => {}
    }
    match actor.person {
        None => SignIn,
        Some(_) => in_its_room(actor, act, place),
    }
}

/// The same for somebody who is signed in.
#[expect(clippy::too_many_lines, reason = "a table: one line per act and no logic")]
fn in_its_room(actor: &Actor, act: Act, place: &Place) -> Verdict {
    match act {
        Act::ViewPublic
        | Act::ViewResult
        | Act::ManageOwnAccount
        | Act::FoundCooperative
        | Act::JoinConsultation => Allowed,
        Act::AskQuestion => asking(place.stage),
        Act::PrepareAnswer
        | Act::FollowMatter
        | Act::ViewComplaints
        | Act::HandComplaint
        | Act::AnswerComplaint
        | Act::WriteMailTexts
        | Act::ViewOutbox => matters::of_matter(actor, act, place),
        Act::ViewMembers => in_either(actor, place, Role::ALL),
        Act::ManageMembers => in_either(actor, place, &[Role::Lead, Role::Administrator]),
        Act::StartBid
        | Act::ReadBid
        | Act::WriteBid
        | Act::SubmitBid
        | Act::WithdrawBid
        | Act::ViewProfile
        | Act::EditProfile
        | Act::ViewOwnResult => of_cooperative(actor, act, place),
        Act::ReadJointBid
        | Act::ReadOwnPart
        | Act::WriteOwnPart
        | Act::SignOwnPart
        | Act::LeaveJointBid => joint::of_party(actor, act, place),
        Act::ViewRoundFile
        | Act::SetUpRound
        | Act::AnswerQuestion
        | Act::ViewJournal
        | Act::ViewOpening
        | Act::TurnKey
        | Act::ViewProgress
        | Act::CheckAdmissibility
        | Act::ConfirmRefusal
        | Act::KeepEquivalents
        | Act::AssignAssessors
        | Act::RuleOnConflict
        | Act::ReopenSheet
        | Act::OpenTable
        | Act::ViewDecision
        | Act::Decide
        | Act::ViewLetters => of_municipality(actor, act, place),
        Act::ViewExports | Act::ExportFile => exports::of_exports(actor, act, place),
        Act::ViewOwnReviews
        | Act::DeclareConflict
        | Act::ReadOpenedBid
        | Act::ScoreBid
        | Act::LockSheet => assessors::of_assessor(actor, act, place),
        Act::ViewTable
        | Act::TakeSeat
        | Act::RunTable
        | Act::DrawLots
        | Act::Vote
        | Act::AddRemark
        | Act::StandIn
        | Act::SignTable
        | Act::ViewPriceOpening
        | Act::OpenPrice
        | Act::ViewMinutes
        | Act::ViewRanking
        | Act::ViewSensitivity => tables::of_table(actor, act, place),
        Act::ViewConsultation
        | Act::SpeakAtConsultation
        | Act::RunConsultation
        | Act::SetUpConsultation => consultations::of_consultation(actor, act, place),
        Act::ViewJointRound | Act::GiveMandate => joined::of_joined(actor, act, place),
    }
}

fn public(stage: Stage) -> Verdict {
    match stage {
        Stage::Draft => Hidden,
        Stage::Open | Stage::Closed | Stage::Opened | Stage::Decided => Allowed,
    }
}

/// Questions are for who can still bid.
fn asking(stage: Stage) -> Verdict {
    match stage {
        Stage::Open => Allowed,
        Stage::Draft | Stage::Closed | Stage::Opened | Stage::Decided => Forbidden,
    }
}

/// Before the decision is published nothing says that there is one.
fn result(stage: Stage) -> Verdict {
    match stage {
        Stage::Draft | Stage::Open | Stage::Closed | Stage::Opened => Hidden,
        Stage::Decided => Allowed,
    }
}

/// Members of the owning organisation know the thing exists; others must not.
fn within(actor: &Actor, owner: Option<OrganisationId>, roles: &[Role]) -> Verdict {
    match owner {
        Some(owner) if actor.belongs_to(owner) => {
            if roles.iter().any(|role| actor.has(*role, owner)) { Allowed } else { Forbidden }
        }
        _ => Hidden,
    }
}

fn in_either(actor: &Actor, place: &Place, roles: &[Role]) -> Verdict {
    let owner = place.cooperative.or(place.municipality);
    within(actor, owner, roles)
}

/// A bid is its cooperative's alone: for everybody else it does not exist.
fn of_cooperative(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let roles: &[Role] = match act {
        Act::ReadBid | Act::ViewOwnResult | Act::ViewProfile => {
            &[Role::Lead, Role::Writer, Role::Signatory, Role::Member]
        }
        Act::SubmitBid => &[Role::Signatory],
        Act::WithdrawBid => &[Role::Signatory, Role::Lead],
        Act::StartBid | Act::WriteBid | Act::EditProfile => {
            &[Role::Lead, Role::Writer, Role::Signatory]
        }
        _ => return Hidden,
    };
    match within(actor, place.cooperative, roles) {
        Allowed if act == Act::ViewOwnResult => result(place.stage),
        verdict => verdict,
    }
}

/// Before the opening nobody of the municipality reaches a bid, whatever the role.
fn of_municipality(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let roles: &[Role] = match act {
        Act::ViewRoundFile => {
            &[Role::ProcessLead, Role::Administrator, Role::DecisionMaker, Role::KeyHolder]
        }
        Act::ViewJournal => &[Role::ProcessLead, Role::Administrator, Role::DecisionMaker],
        Act::ViewOpening => &[Role::ProcessLead, Role::KeyHolder],
        Act::TurnKey => &[Role::KeyHolder],
        Act::ViewDecision | Act::ViewLetters | Act::ConfirmRefusal => {
            &[Role::ProcessLead, Role::DecisionMaker]
        }
        Act::Decide => &[Role::DecisionMaker],
        Act::SetUpRound
        | Act::AnswerQuestion
        | Act::ViewProgress
        | Act::CheckAdmissibility
        | Act::KeepEquivalents
        | Act::AssignAssessors
        | Act::RuleOnConflict
        | Act::ReopenSheet
        | Act::OpenTable => &[Role::ProcessLead],
        _ => return Hidden,
    };
    let needs_opening = matches!(
        act,
        Act::ViewProgress
            | Act::CheckAdmissibility
            | Act::ConfirmRefusal
            | Act::RuleOnConflict
            | Act::ReopenSheet
            | Act::OpenTable
            | Act::ViewDecision
            | Act::Decide
            | Act::ViewLetters
    );
    match within(actor, place.municipality, roles) {
        Allowed if needs_opening && place.stage < Stage::Opened => Forbidden,
        verdict => verdict,
    }
}
