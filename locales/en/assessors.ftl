## Dividing the work, replacing people, expertise and pauses.

## What is short
staff-lacks = Still missing
staff-complete = On every lot enough people look at every question.
staff-short-lot =
    { $has ->
        [0] { $lot }: there is nobody yet. Needed: { $minimum }.
        [one] { $lot }: there is 1 person. Needed: { $minimum }.
       *[other] { $lot }: there are { $has } people. Needed: { $minimum }.
    }
staff-short-lot-free =
    { $free ->
        [0] { $lot }: there is nobody without a conflict. Needed: { $minimum }.
        [one] { $lot }: there is only 1 person without a conflict. Needed: { $minimum }.
       *[other] { $lot }: there are only { $free } people without a conflict. Needed: { $minimum }.
    }
staff-short-item =
    { $has ->
        [0] { $lot }, { $item }: there is nobody yet. Needed: { $minimum }.
        [one] { $lot }, { $item }: there is 1 person. Needed: { $minimum }.
       *[other] { $lot }, { $item }: there are { $has } people. Needed: { $minimum }.
    }
staff-short-item-free =
    { $free ->
        [0] { $lot }, { $item }: there is nobody without a conflict. Needed: { $minimum }.
        [one] { $lot }, { $item }: there is only 1 person without a conflict. Needed: { $minimum }.
       *[other] { $lot }, { $item }: there are only { $free } people without a conflict. Needed: { $minimum }.
    }
staff-lay = { $lot }, { $item }: none of these people says to know about this subject.

## Dividing
assignments-propose = Have a division proposed
assignments-propose-intro = The proposal spreads the work evenly. It minds conflicts, knowledge and other work. You change it and you decide. Until then nothing changes.
assignments-way-lot = By lot
assignments-way-criterion = By question
assignments-way-both = By lot and question
assignments-items = Divide by question yourself
assignments-by-lot = Division by lot
assignments-part = Only: { $names }
assignments-reserves = Reserves
assignments-reserves-intro = A reserve can take over the work of an assessor. You do that under Progress.
assignments-reserve-of = Reserve: { $names }.
assignments-reserve-cell = { $name } is a reserve for lot { $lot }
assignments-assesses = Assesses already
assignments-terms = How many people and which knowledge
assignments-minimum = How many people at least assess every question?
assignments-minimum-hint = A number from 1 to 15. Usual is 3, better is 5.
assignments-fields-intro = Which knowledge does every question ask? Somebody with one of these subjects is an expert. If you choose nothing, anybody can assess the question.
assignments-records = Why they can assess this
assignments-records-intro = This was kept when they were chosen. What somebody writes later does not change it.
assignments-record-none = Nothing was filled in. Ask the assessor to fill in their knowledge.
refusal-assignment-no-criterion = Choose at least 1 question.
refusal-assignment-already = This person assesses this lot already. Choose somebody else.
refusal-assignment-minimum = Fill in a number from 1 to 15.

## By question
items-title = Division by question
items-intro = Every row is a question. Tick who assesses it. That person gets to see nothing more.
items-count =
    { $count ->
        [one] 1 question
       *[other] { $count } questions
    }
items-proposed =
    { $count ->
        [0] This is a proposal. It adds nothing.
        [one] This is a proposal. It adds 1 tick.
       *[other] This is a proposal. It adds { $count } ticks.
    }
items-proposed-next = Change it and confirm it below. Until then nothing changes.
items-cell = { $name } assesses { $item } on lot { $lot }
items-near = Has a conflict
items-expert = Expert
items-confirm = Confirm this division

## Knowledge
expertise-link = Your knowledge: what do you know a lot about?
expertise-title = Your knowledge
expertise-intro = Who assesses has to know about it. Tell what you know a lot about, and from where. The process lead sees this. It is in the file when you become an assessor.
expertise-know = I know a lot about: { $name }
expertise-source = From where do you know this?
expertise-note = Tell something about it
expertise-note-hint = For example: nurse since 2011, or buyer at the municipality.
expertise-saved = Your knowledge is saved.
refusal-expertise-no-note = Write from where you know this.
refusal-expertise-too-long = Make this text shorter: at most 300 characters.
field-care = Care
field-care-hint = Personal care, nursing, day care, help in the house.
field-support = Support
field-support-hint = Support at home, youth, mental health.
field-community = Village and neighbourhood
field-community-hint = Living together, volunteers, residents' initiatives.
field-living = Housing
field-living-hint = Houses, buildings, transport and access.
field-finance = Money
field-finance-hint = Costs, rates, budget, risk.
field-quality = Quality and supervision
field-quality-hint = Standards, complaints, privacy, safety.
field-law = Law and procurement
field-law-hint = Tenders, subsidies, contracts.
field-experience = Own experience
field-experience-hint = You had care yourself, or you care for somebody near you.
source-role = Position
source-training = Training
source-work = Earlier work
source-life = Own life

## Replacing
progress-replace = Replace
progress-replaced = The assessor is replaced.
progress-question = Question { $number }
progress-questions = Which question is which?
progress-item = { $given }/{ $of }
progress-not-asked = not asked
progress-people = People per question
progress-short = Too few people
progress-remind-self = A mail also goes out by itself: 2 days before, on the day, and a day after.
progress-former = Replaced
progress-former-line = { $name } does not assess lot { $lot } any more.
progress-former-marks =
    { $count ->
        [0] This person gave no grades yet.
        [one] 1 grade stays in the file. It does not count.
       *[other] { $count } grades stay in the file. They do not count.
    }
replacement-title = Replace an assessor
replacement-heading = Replace { $name }
replacement-intro = { $name } cannot see the bids from this moment.
replacement-marks =
    { $count ->
        [0] There are no grades yet.
        [one] The one grade that there is stays in the file and does not count. The new assessor does not see it and begins anew.
       *[other] The { $count } grades that there are stay in the file and do not count. The new assessor does not see them and begins anew.
    }
replacement-part = It is only about: { $names }.
replacement-who = Who takes over?
replacement-reserve = Reserve for this lot.
replacement-near = Has a conflict with a bidder on this lot.
replacement-knows = Knows a lot about: { $fields }.
replacement-nobody = Nobody
replacement-nobody-hint = There is 1 assessor less on this lot then.
replacement-reason = Why?
replacement-reason-hint = This is kept in the file. Write no medical facts.
replacement-do = Replace

## Pausing
paused-for = Scoring stands still: { $reason } You can read, but you cannot save grades yet. You get a mail when it goes on.
pause-stop-link = Let scoring stand still
pause-start-link = Let scoring go on
pause-title-stop = Let scoring stand still
pause-title-start = Go on with scoring
pause-since = Still since
pause-intro-stop = Nobody can give or change a grade then. Everything that is there stays. All assessors read your reason.
pause-intro-start = Assessors who have something left to do get a mail. All grades are still there.
pause-reason = Why?
pause-reason-hint = Write a whole sentence. It is kept in the file too. Name no bidder.
refusal-sheet-paused = Scoring stands still. Your text is still here, but it is not saved. Keep a copy and try again later.

## Conflicts with partners, and at the door of the table
declare-partner-of = Partner in the plan of { $name }
declare-subcontractor-of = Subcontractor in the plan of { $name }
rulings-bid-of = In the plan of { $name }
refusal-conflict-own = You cannot decide about yourself. Ask another process lead.
refusal-conflict-own-party = You belong to this bidder or partner yourself. You cannot assess this bid. Choose ‘Yes’ and write what you do there.
door-title = Before you sit down
door-intro = Look once more who takes part. Do you have anything to do with somebody? Say it now.
door-said = You said before:
door-said-at = Filled in last:
door-still = Is it still right?
door-same = Yes. What I said before is still right, or I have nothing to do with anybody.
door-changed = No, something has changed
door-about = With whom?
door-choose = Choose a name
door-interest = Do you have a conflict?
door-note-hint = Write shortly who or what you know. The process lead reads this. From this moment you hear and see nothing more of this bid.
door-back = Back to the table

## Overview
desk-part = You assess only: { $names }.

## Mail
mail-reminder-subject-two-days = 2 days left: give your grades for { $round }
mail-reminder-subject-today = Today is the last day: give your grades for { $round }
mail-reminder-subject-overdue = The day is past: your grades for { $round }
mail-restarted-subject = You can assess again: { $round }
mail-restarted-body = Scoring in the round { $round } goes on again. Everything that you filled in is still there.

## Journal
journal-changed_assignment = { $actor } changed which questions an assessor judges on lot { $object }.
journal-replaced_assessor = { $actor } replaced an assessor on lot { $object }.
journal-named_reserves = { $actor } named reserves for lot { $object }.
journal-set_review_terms = { $actor } set how many people assess and which knowledge is needed: { $object }.
journal-paused_review = { $actor } let scoring stand still: { $object }.
journal-restarted_review = { $actor } let scoring go on: { $object }.
journal-renewed_declaration = { $actor } looked at conflicts once more at the door of the table of lot { $object }.
journal-label-criteria = Questions
journal-label-expertise = Knowledge
journal-label-successor = Takes over
journal-label-reserves = Reserves
journal-label-minimum = At least
journal-label-changes = Number of changes
