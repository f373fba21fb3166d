## The journal of a round. Each sentence: who did what to which thing ($object, a name or a title).

journal-title = Journal
journal-intro = Here you see who did what in this round, and when. The newest is on top. Nobody can change or remove a line.
journal-sealed = The bids are still shut. What bidders do shows here only after the bids have been opened.
journal-own-intro = Here you see what your cooperative did with its bids in this round. The newest is on top. Nobody can change or remove a line.
journal-own-bid = Your bid
journal-filter-verb = What happened
journal-filter-person = Who
journal-all-acts = Everything
journal-all-people = Everybody
journal-show = Show
journal-none = There is nothing in this journal yet.
journal-somebody = Somebody
journal-by-itself = Buurtbod

## What happened
journal-created_round = { $actor } began the round { $object }.
journal-changed_round = { $actor } changed the round { $object }.
journal-added_lot = { $actor } added lot { $object }.
journal-changed_lot = { $actor } changed lot { $object }.
journal-removed_lot = { $actor } removed lot { $object }.
journal-published_round = { $actor } published the round { $object }.
journal-asked_question = { $actor } asked a question about { $object }.
journal-answered_question = { $actor } answered a question about { $object }.
journal-started_bid = { $actor } began a bid on lot { $object }.
journal-added_attachment = { $actor } added a file to the bid on lot { $object }.
journal-removed_attachment = { $actor } removed a file from the bid on lot { $object }.
journal-restored_attachment = { $actor } put back a file with the bid on lot { $object }.
journal-submitted_bid = { $actor } submitted the bid on lot { $object }.
journal-withdrew_bid = { $actor } withdrew the bid on lot { $object }.
journal-turned_key = { $actor } turned a key to open the bids: { $object }.
journal-opened_round = { $actor } opened the bids as the second key holder: { $object }.
journal-checked_requirement = { $actor } checked a requirement of a bid on { $object }.
journal-decided_admission = { $actor } decided whether a bid on { $object } may take part.
journal-assigned_assessor = { $actor } assigned an assessor to { $object }.
journal-removed_assessor = { $actor } removed an assessor from { $object }.
journal-declared_conflict = { $actor } said whether there is an interest with a bidder on { $object }.
journal-ruled_on_conflict = { $actor } ruled on a declared interest at { $object }.
journal-locked_sheet = { $actor } locked the own scores for { $object }.
journal-reopened_sheet = { $actor } reopened locked scores for { $object }.
journal-reminded_assessors = { $actor } reminded assessors: { $object }.

## Particulars
journal-label-answer = Answer
journal-label-assessor = Assessor
journal-label-bidder = Bidder
journal-label-bids = Number of bids
journal-label-file = File
journal-label-hash = Check number
journal-label-interest = Interest
journal-label-lot = Lot
journal-label-lots = Number of lots
journal-label-mails = Number of mails
journal-label-marks = Number of scores
journal-label-name = Name
journal-label-note = Note
journal-label-number = Number
journal-label-part = Part
journal-label-question = Question
journal-label-reason = Reason
journal-label-requirement = Requirement
journal-label-ruling = Ruling
journal-label-section = Section
journal-label-seed = Seed of the code letters
journal-label-size = Size
journal-label-verdict = Verdict

## Words of a verdict
journal-word-accepted = accepted
journal-word-accepted_with_condition = accepted, with a condition
journal-word-admitted = takes part
journal-word-admitted_with_condition = takes part, with a condition
journal-word-basics = title and contact
journal-word-criteria = criteria
journal-word-dates = dates
journal-word-harmless = harmless
journal-word-lots = lots
journal-word-none = no interest
journal-word-possible = possibly an interest
journal-word-recused = recused
journal-word-refused = refused
journal-word-requirements = requirements
journal-word-rules = rules
journal-word-scale = scale
journal-word-sections = sections of the bid
journal-word-yes = an interest
