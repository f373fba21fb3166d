## Opening, admission, assessors, interests and scores. Plain language, no blame.

## Opening
opening-title = Open the bids
opening-record-title = The opening
opening-intro = Two key holders open the bids together. Turn the second key within 10 minutes of the first. Does it take longer? Then you start again.
opening-not-yet = Bidding is still possible. You can open the bids after
opening-sealed = The bids are shut. Nobody at the municipality can see who made a bid, or how many bids there are.
opening-turn = Turn your key
opening-mine = You turned the first key.
opening-theirs = { $name } turned the first key.
opening-minutes-left =
    { $count ->
        [one] 1 minute left,
       *[other] { $count } minutes left,
    }
opening-until = until
opening-reload = Ask the other key holder to turn the second key now. Then refresh this page.
opening-others = Only the key holders can open the bids.
opening-opened = Opened on
opening-closed-at = Bids were taken until
opening-count =
    { $count ->
        [0] No bid was received
        [one] 1 bid was received
       *[other] { $count } bids were received
    }
opening-keys = Who turned the keys
opening-record = What came in
opening-bidder = Bidder
opening-received = Received
opening-receipt = Number and check code
opening-withdrawn = Taken back on
opening-none = No bid was received for this lot.
refusal-key-same-person = You turned the first key already. The second key belongs to another key holder.
refusal-opening-not-published = This round is not published yet, so there is nothing to open.
refusal-opening-takes-bids = Bidding is still possible. You can open the bids when the time is over.
refusal-opening-already = The bids are open already.
refusal-changed = Somebody else just changed this. Refresh the page and see what it says now.
refusal-review-not-now = This can no longer change at this stage.
refusal-no-reason = Write why. This goes into the file.

## Admission
admission-title = Admission
admission-intro = Check for each bid whether it meets the requirements. Only then do assessors give grades. You do not see the price here: it opens later.
admission-line = Bid { $code }. { $checked } of { $of } requirements checked
admission-back = All bids
admission-bid-intro = Assessors know this as bid { $code }. They do not see the name.
admission-files =
    { $count ->
        [one] Document with this bid (1)
       *[other] Documents with this bid ({ $count })
    }
admission-knock-out = Must
admission-usual = Usual proof:
admission-no-answer = Nothing was filled in here.
admission-verdict = Your verdict
admission-reason = Why?
admission-whole = The whole bid
admission-whole-hint = Decide this when every requirement has a verdict. If you change a verdict later, confirm this decision again.
admission-decision = Does this bid take part?
admission-reason-hint = The bidder will read this.
admission-saved = Your verdict is saved.
check-accepted = Accepted
check-accepted_with_condition = Accepted with a condition
check-refused = Not accepted
admission-admitted = Admitted
admission-admitted_with_condition = Admitted with a condition
admission-refused = Not admitted
answer-status-met = Meets it
answer-status-equivalent = Has something equivalent
answer-status-plan = Has a plan with a date
answer-status-not_applicable = Does not apply here
refusal-admission-unknown-requirement = This requirement is not part of this round.
refusal-admission-unchecked = Give a verdict on every requirement first. Then you can decide about the whole bid.
refusal-admission-knock-out = A requirement that is a must was not accepted. This bid cannot take part.
refusal-admission-condition-stands = Not every requirement is simply accepted. Choose ‘Admitted with a condition’ or ‘Not admitted’.

## Who assesses what
assignments-title = Assessors
assignments-intro = Choose who assesses each lot. If the bids are open already, new assessors get a mail at once. Otherwise they get it with the opening.
assignments-advice = At least 3 assessors for each lot. An odd number is better, 5 is best. Somebody who gave grades already is replaced under Progress: the grades stay in the file.
assignments-assessor = Assessor
assignments-count =
    { $count ->
        [0] no assessors yet
        [one] 1 assessor
       *[other] { $count } assessors
    }
assignments-too-few = Choose at least 3
assignments-even = An odd number is better
assignments-cell = { $name } assesses lot { $lot }
assignments-at-work = Is giving grades
assignments-nobody = There are no assessors yet. The administrator can invite them.
assignments-saved = The assessors are saved.
refusal-assignment-no-assessor = This person is not an assessor of your municipality. Refresh the page and choose again.
refusal-assignment-has-scores = This assessor gave grades already. They stay in the file, so the assessor cannot be taken off.

## Interests: the assessor
declare-title = Do you know a bidder?
declare-intro = Fill this in before you read the texts. You see the names here. While assessing you only see a letter.
declare-examples = Think of family and friends, work or volunteering, membership, money, or a conflict in the past. Those of your partner or children count too.
declare-question = Do you have anything to do with { $name }?
interest-none = No
interest-none-hint = I can judge this bidder fairly.
interest-possible = Perhaps
interest-possible-hint = The process lead decides whether you may assess.
interest-yes = Yes
interest-yes-hint = I have an interest. You will not see this bid.
declare-note = What is it?
declare-note-hint = Only with Perhaps or Yes. Write briefly who or what you know. The process lead reads this.
declare-save = Save
declare-first = The texts open when you have answered for every bidder.
declare-to-sheet = Go to your grades
declare-waits = The process lead decides about this. Until then you do not see this bid.
ruled-harmless = The process lead decided: you may assess.
ruled-recused = The process lead decided: you do not assess this bid.
refusal-conflict-no-note = Write what it is. The process lead needs that to decide.
refusal-conflict-taken-back = You declared an interest before. Only the process lead can decide that it is no problem. Call or mail the process lead.
refusal-conflict-unanswered = Choose an answer for every bidder.

## Interests: the process lead
rulings-title = Interests
rulings-intro = Assessors say whether they know a bidder. With Perhaps or Yes you decide. Until then the assessor does not see that bid.
rulings-waiting =
    { $count ->
        [0] Waiting for your decision
        [one] 1 declaration waits for your decision
       *[other] { $count } declarations wait for your decision
    }
rulings-nothing = Nothing waits for you now.
rulings-about = { $assessor } about { $cooperative }
rulings-rule = Decide
rulings-ruled = Decisions
rulings-change = Change this decision
rulings-others = The others
rulings-clear =
    { $count ->
        [0] Nobody has declared yet that there is no interest.
        [one] Once an assessor declared: no interest.
       *[other] { $count } times an assessor declared: no interest.
    }
rulings-silent = These assessors have not filled in anything yet:
rulings-back = All interests
ruling-label = What do you decide?
ruling-harmless = The assessor may assess
ruling-harmless-hint = There is no interest in the outcome.
ruling-recused = The assessor does not take part for this bid
ruling-recused-hint = The assessor no longer sees the texts and gives no grade, not at the table either.
ruling-reason = Why?
ruling-reason-hint = The assessor reads this, and it goes into the file.

## Progress
progress-title = Progress
progress-intro = Here you see how far the assessors are. Nobody sees the grades themselves before the table starts.
progress-due = Ready before
progress-lot = { $locked } of { $of } assessors are ready.
progress-given = Grades given
progress-of = { $given } of { $of }
progress-state = State
progress-acts = What you can do
progress-locked = Locked
progress-no-bids = No bids
progress-undeclared = Has not declared interests yet
progress-nothing = Nothing to assess
progress-unsettled = Waits for your decision
progress-not-locked = Still to lock
progress-nobody = This lot has no assessors yet.
progress-remind = Send a reminder
progress-remind-hint = Only those with something left to do get a mail. At most once in 12 hours.
progress-reminded =
    { $count ->
        [0] No mail was sent. Everybody is ready, or just got a reminder.
        [one] 1 reminder is on its way.
       *[other] { $count } reminders are on their way.
    }
progress-reminded-at = Reminded on
progress-reopen = Reopen
reopening-title = Reopen grades
reopening-heading = Reopen the grades of { $name }
reopening-intro = { $name } can then change the grades again and gets a mail. The journal will say so.
reopening-locked = They have been locked since
reopening-reason = Why do you reopen the grades?
reopening-reason-hint = For example: the assessor overlooked a document.
reopening-do = Reopen
reopening-back = Progress

## My assessments
desk-title = My assessments
desk-empty = You have nothing to assess now. You get a mail when something is ready for you.
desk-given =
    { $of ->
        [0] There are no grades to give yet.
       *[other] You gave { $given } of { $of } grades.
    }
desk-alone = You assess alone. Others see your grades only at the table.
desk-due = Ready before
desk-go-on = Go on
desk-not-open = The bids are still shut.
desk-no-bids = No bid was received for this lot.
desk-declare = First say whether you know a bidder.
desk-progress = You gave { $given } of { $of } grades.
desk-waits = The municipality is still deciding which bids you will read.
desk-nothing = You have nothing to assess on this lot.
desk-lock = All grades are there. You still have to lock them.
desk-locked = Your grades are locked.

## Giving grades
score-title = Give a grade
score-bid = Bid { $code }
score-bids = Bids
score-question = Question { $number } of { $of }: { $name }. Counts for { $weight }
score-note-done = grade given
score-note-open = no grade yet
score-answer = The answer
score-words =
    { $count ->
        [one] (1 word)
       *[other] ({ $count } words)
    }
score-files =
    { $count ->
        [one] Documents with this answer (1)
       *[other] Documents with this answer ({ $count })
    }
score-file = Document { $number }
score-hidden = The name of the bidder is hidden until all grades are final. Do you think you know who this is, and can you not judge fairly?
score-report = Report it
score-ready = Done reading?
score-give = Give a grade
score-own = Your grade
score-legend = Choose a grade for { $title }
score-why = Why this grade?
score-why-hint = Write what is good and what could be better. The bidder will read this.
score-save-to-bid = Save and go to { $code }
score-save-to-question = Save and go to the next question
score-save-to-overview = Save and go to your overview
score-later = Finish later
score-so-far = See your grades so far
score-so-far-for = Your grades for { $name }
score-compare-question = Compare with the question, not with other bids.
score-bid-word = Bid
score-grade-word = Grade
score-this = (this one)
score-overview = All your grades for this lot
score-choose = Choose a grade.
score-write = Write why you give this grade. The bidder will read this.
score-too-long = Make your reason shorter: at most { $max } words.
score-compares = You compare with another bid. Rather write what this bid does well or lacks. It is about the words “{ $words }”. You may also go on as it is.
score-promise = Now: { $baseline }. Then: { $target } { $unit }.
score-promise-by = No later than
score-promise-evidence = This is how they show it:
score-clash-waits = You had this page open twice. There are two texts now.
score-clash-title = There are two texts
score-clash-intro = You had this page open in two windows, and changed something in both. Both texts are kept. Choose what stays.
score-clash-kept = This is saved
score-clash-other = This came from the other window
score-clash-empty = No reason
score-clash-choose = What stays?
score-clash-hint = This is the text from the other window. You can change it.
refusal-sheet-locked = Your grades are locked. Only the process lead can reopen them.
refusal-sheet-not-locked = These grades are not locked.
refusal-sheet-unsettled = The municipality is still deciding which bids you will read. After that you can lock your grades.
refusal-sheet-incomplete = A grade or a reason is still missing. Your overview says which.
refusal-sheet-empty = You have nothing to assess on this lot.
refusal-sheet-off-scale = Choose a grade from the list.
refusal-sheet-too-long = This text is too long to keep. Make it shorter: at most 150 words.

## Overview and locking
sheet-title = Your grades
sheet-question = Question
sheet-weight = Counts for { $weight }
sheet-cell = Bid { $code }, { $name }
sheet-missing =
    { $count ->
        [one] 1 thing is still missing
       *[other] { $count } things are still missing
    }
sheet-lacks-grade = Bid { $code }, { $name }: choose a grade
sheet-lacks-reason = Bid { $code }, { $name }: write why
sheet-lacks-words = Bid { $code }, { $name }: make your reason shorter
sheet-unsettled = The municipality is still deciding which bids you will read. One may be added.
sheet-empty = You have nothing to assess on this lot.
sheet-lock = Lock your grades
sheet-back = Back to my assessments
sheet-conflicts = Interests: do you know a bidder?
sheet-locked = Your grades have been locked since
sheet-locked-next = The table sees them only when you discuss them together.
sheet-locked-short = Your grades are locked.
sheet-locked-now = Done. Your grades are locked.
lock-title = Lock your grades
lock-intro = You gave all { $given } grades, with reasons.
lock-final = After this you cannot change them. Only the process lead can reopen them, with a reason. The others at the table see your grades only when you discuss them together.
lock-do = Lock

## Mail
mail-opened-subject = The bids for { $round } are open
mail-opened-body = Two key holders opened the bids for { $round } today. Your bid on lot { $lot } is open now too.
mail-opened-next = The municipality first checks whether each bid meets the requirements. Then assessors give grades. They do not see your name or your price. There is nothing you have to do now.
mail-opened-link = You find your bid here:
mail-assigned-subject = You can assess: { $round }
mail-assigned-body = Bids are ready for you in the round { $round }. First say whether you know a bidder. Then the texts open.
mail-assigned-due = Please be ready before { $due }.
mail-reminder-subject = Reminder: give your grades for { $round }
mail-reminder-body =
    { $open ->
        [0] Something still waits for you in the round { $round }: say whether you know a bidder, or lock your grades.
        [one] In the round { $round } 1 grade of yours is still missing.
       *[other] In the round { $round } { $open } grades of yours are still missing.
    }
