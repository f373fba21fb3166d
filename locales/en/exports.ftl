## Files of a round, for the process lead.

manage-step-exports = Download files
exports-title = Files
exports-intro = Here you download what you want to keep or check of this round. You only get what is no secret at this moment. The journal says who downloaded what.
exports-shut = The bids are still shut. There is nothing to download yet, no numbers either.
exports-lists = Lists
exports-formats = XLSX is for a spreadsheet program. CSV and its description are for other programs.
exports-list = List
exports-when = When
exports-get = Download
export-as-xlsx = XLSX
export-as-csv = CSV
export-as-description = Description of the CSV
export-now = You can download this list now.
export-partly = Now for { $lots } of { $of } lots.
export-since-opening = After the bids are opened.
export-since-signature = Per lot, when the table has signed the grades.
export-since-price = Per lot, when the price has been opened.
export-since-decision = When the decision has been published.

export-bids = Bids
export-bids-about = Who handed in what and when, with the hash and the verdict on admission. The price is in it only after it was opened.
export-requirements = Requirements
export-requirements-about = The verdict on each requirement, with the reason and who gave it.
export-progress = Progress
export-progress-about = Who assesses which lot and how far that is, without grades.
export-questions = Questions and answers
export-questions-about = All questions about the round with their answers, without names.
export-journal = Journal
export-journal-about = Who did what and when.
export-scores = Grades
export-scores-about = The grades of the assessors and of the table, with the reasons.
export-ranking = Ranking
export-ranking-about = The place of each bid, with every step of the calculation.
export-decisions = Decisions
export-decisions-about = Who gets each lot and why.
export-csv-guard = Where a text begins with a sign that a spreadsheet program takes for a formula, an apostrophe stands before it. Where a text itself begins with an apostrophe, one more stands before it.

export-column-lot_number = Number of the lot
export-column-lot = Lot
export-column-receipt = Receipt
export-column-bid_code = Letter of the bid
export-column-municipality = Municipality
export-column-bid_id = Id of the bid
export-column-cooperative = Cooperative
export-column-place = Place
export-column-preference = Preference of the cooperative
export-column-received_at = Received at
export-column-withdrawn_at = Withdrawn at
export-column-sha256 = Hash (SHA-256)
export-column-admission = Admission
export-column-admission_reason = Reason for the admission
export-column-price = Price per unit in euros
export-column-requirement_code = Code of the requirement
export-column-requirement = Requirement
export-column-verdict = Verdict
export-column-reason = Reason
export-column-by = By
export-column-at = At
export-column-condition_by = Condition to be met by
export-column-assessor = Assessor
export-column-given = Given
export-column-of = Of in total
export-column-locked_at = Locked at
export-column-reminded_at = Reminded at
export-column-number = Number
export-column-secrecy = For whom
question-secrecy-public = for everybody
question-secrecy-private = only for the asker
export-column-asked_at = Asked at
export-column-question = Question
export-column-answered_at = Answered at
export-column-answer = Answer
export-column-actor = Who
export-column-verb = Code of the act
export-column-act = What happened
export-column-particulars = Particulars
export-column-criterion_code = Code of the criterion
export-column-criterion = Criterion
export-column-given_by = Given by
export-column-grade = Grade
export-column-outside = Why outside the first grades
export-column-rank = Place in the ranking
export-column-standing = Outcome
export-column-total = Total
export-column-step = Step
export-column-points = Points
export-column-decision = Decision
export-column-ground = Ground
export-column-reasons = Reasons
export-column-advantages = Advantages of the chosen bid
export-column-deviation = Reason to deviate from the proposal
export-column-yearly_cost = Cost per year in euros

export-given-table = the table
export-standing-ranked = has a place
export-standing-admitted = admitted
export-standing-excluded = falls out
export-standing-unsettled = not settled
export-step-total = total
export-step-quality = quality
export-step-criterion = criterion
export-step-group = group of criteria
export-step-price = price
export-step-ratio = quality and price together
export-decision-award = awarded
export-decision-no_award = nobody gets it

complete-title = The complete file
complete-intro = Everything of the round in one ZIP file: the bids as they were handed in, the verdicts, grades and minutes, the calculation, the decision, the letters and the journal. An index comes with it as a PDF.
complete-ask = Make the complete file
complete-ask-hint = Making it can take a few minutes. Meanwhile you can do something else.
complete-waits = Waiting to be made.
complete-making = Being made: step { $done } of { $of }.
complete-ready = { $files ->
    [one] Ready: { $files } file. You can download it until { $until }.
   *[other] Ready: { $files } files. You can download them until { $until }.
}
complete-gone = Removed. Make the file again if you still need it.
complete-again = See how far it is
complete-asked = Asked by { $by },
complete-hash = Hash (SHA-256):
complete-file-name = complete-file.zip
complete-index = This index: every file, what it is and its hash.
complete-check = How to check this file
complete-check-text = With each file stands a hash (SHA-256). If the hash of the file on your computer is the same, nobody changed it. The same hashes stand in the file SHA256SUMS, with which a computer checks everything at once.
complete-made-at = Asked at
complete-files = Number of files
complete-bytes = { $bytes } bytes. Hash:
complete-keys = Keys for the price
complete-present = Who was there
complete-signed = Signed at { $when }
complete-alone = First grades: { $grades }.
complete-not-settled = Not settled yet.
complete-settled = Settled at { $when }: grade { $grade }, by { $by }.
complete-outside = Why the grade lies outside the first grades: { $why }
complete-about-readme = What this file is.
complete-about-definition = The round as it was published.
complete-about-terms = The terms as they held at one moment.
complete-about-amendments = Every publication and every extension, with the reason.
complete-about-opening = The record of the opening: who turned the keys and what had come in.
complete-about-description = What the columns of the CSV mean.
complete-about-bid = The bid of { $name }, as it was handed in.
complete-about-bid-json = The same bid as data.
complete-about-receipt = The receipt.
complete-about-file = An attachment to the section { $section }.
complete-about-file-gone = This attachment was removed because there was a virus in it.
complete-about-file-waits = This attachment is left out. It was not checked for viruses yet.
complete-about-minutes = The minutes of the table.
complete-about-calculation = The calculation of the ranking. The program buurtbod rank does it again.
complete-about-letter = A letter as it was sent.
complete-about-inquiries = What this bidder was asked after the opening, with the answers.
complete-about-answer-file = A file with an answer of this bidder.
complete-about-refusals = Every proposal to refuse a bid: by whom, why, and who confirmed it or sent it back.
complete-about-refusal-letter = The letter of a refusal as it was sent.
complete-about-note = A note with answers as it was published on { $when }.
complete-about-complaints = The complaints about the rules with the answer, without who complained.
complete-about-assessors = Who assessed which lot, and why they can judge that.
complete-about-replaced = Who stopped assessing, why, and who took over.
complete-about-declarations = What assessors said about ties with bidders, and the ruling on it.
complete-about-journal = The journal: one act per line, with its hash in the journal of the service.
complete-readme =
    The complete file of the round { $round }
    Municipality { $municipality }, asked at { $when }

    What is in it?
    index.pdf         the index: every file, what it is and its hash
    SHA256SUMS        the same hashes, for a computer
    round/            the round, all its terms, the notes with answers, the complaints and the
                      record of the opening
    lists/            lists as XLSX and as CSV
    bids/             every bid: as PDF, as data and with its attachments; also what the bidder was
                      asked afterwards
    review/           who assessed and why they can judge that, ties with bidders, and the refusals
    tables/           per lot the minutes of the table and the calculation
    letters/          the letters as they were sent
    journal.jsonl     who did what and when

    How do you check it?
    1. Unpack the ZIP file in an empty folder.
    2. Open a command window in that folder.
    3. Type: sha256sum --check SHA256SUMS
       On a Mac type: shasum -a 256 --check SHA256SUMS
    4. If it says OK behind every file, nobody changed anything.

    Is a bid right? The receipt has a hash. The same one stands in bid.json. The page Check a receipt
    shows whether it is real.

    What is not in it?
    - Bids that were never handed in, and what cooperatives did among themselves.
    - The content of bids that were withdrawn in time.
    - The price on lots where the price was never opened.
    - What assessors wrote down for themselves alone.

    There are names and business data in this file. Keep it as your municipality prescribes.

refusal-export-early = What is in this is still a secret now. The page Files says from when you can download it.
refusal-export-busy = The complete file is being made already.

journal-exported_list = { $actor } downloaded the file { $object }.
journal-asked_complete_file = { $actor } asked for the complete file of { $object }.
journal-finished_complete_file = { $actor } made the complete file of { $object }.
journal-fetched_complete_file = { $actor } downloaded the complete file of { $object }.
journal-removed_complete_file = { $actor } removed the complete file of { $object }.
journal-label-rows = Number of rows
