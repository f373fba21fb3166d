## The assessors' table: discussing, signing, opening, result, minutes.

## List and management
tables-none = You have no seat at a table now. The process lead opens a table when all assessors have locked their scores.
tables-lot = Lot
tables-role = Your role
tables-phase = State
manage-tables-title = Tables
manage-tables-intro = A table opens when all assessors of the lot have locked their scores. After that nobody can change their first scores.
manage-tables-locked = { $locked } of { $total } assessors have locked their scores
manage-tables-bids =
    { $count ->
        [one] 1 admitted bid
       *[other] { $count } admitted bids
    }
manage-tables-open = Open the table
manage-tables-chair = Chair
manage-tables-go = To the table
manage-tables-people = Who else gets a seat
manage-tables-people-text = The assessors of the lot always get a seat. Of these people, 1 chair sits at the table, and all the others.
table-phase-scoring = Assessors are still at work
table-phase-ready = Ready for the table
table-phase-discussing = At the table
table-phase-quality_fixed = Waiting for signatures
table-phase-signed = Signed
table-phase-ranked = Result known
table-phase-closed = Closed

## The session
table-title = Table
table-above = Table of lot { $number }
table-progress = { $fixed } of { $total } scores are final
table-scores = Scores of the table
table-scores-caption = Scores per bid and per question
table-bid = Bid
bid-word = Bid { $bid }
phase-alone = Scoring alone
phase-discuss = Discussing
phase-sign = Signing
phase-price = Opening the price
phase-names = Opening the names
phase-result = Result
price-is-open = Open
price-is-shut = Still closed
name-is-hidden = Name is hidden
legend-dot = Each dot is 1 assessor, from low (left) to high (right)
legend-decision = ▲ is the score of the table
legend-price = The price opens when everybody has signed
screen-link = Projector view
no-quorum = The table cannot decide now. It needs the chair and { $needed } assessors. There are { $here } now.
agenda-title = Still to discuss
agenda-empty = All items have a score of the table.
large-differences =
    { $count ->
        [one] 1 large difference
       *[other] { $count } large differences
    }
band-red = Large difference
band-orange = Difference
band-green = No difference
band-no-grades = No scores yet
difference = Difference { $points }
agreed-link =
    { $count ->
        [one] Make 1 item without difference final
       *[other] Make { $count } items without difference final together
    }
table-lots-title = All lots
lots-map = Map of the lots in { $name }
lots-list = As a list
lots-everywhere = In the whole municipality
lot-table-fixed = Final
lot-table-current = This table
lot-table-waiting = Another table at work
lot-table-open = To be done
seats-title = At the table
seats-summary = { $here } of { $total } people are here.
seat-present = Present
seat-absent = Not present
seat-take = I am here
seat-leave = I leave the table
seat-leave-for = { $name } has left

## One item
item-now = Discussing now
item-next = Next item
item-looked-up = You are looking at another item
item-title = Bid { $bid }: { $criterion }
item-question = Question and scores
item-fixed = Final
item-later = Later
item-barred = Not for you
item-barred-long = You have an interest in this bidder. That is why you see nothing here. Is the table going to discuss it? Then please leave the table for a while.
item-grades = Scores: { $grades }
item-grades-hidden = The scores have not been shown yet
item-not-shown = The scores of the assessors are still closed. The chair shows them to everybody at once.
item-reveal = Show the scores
item-resume = Discuss this item now
item-back = Back to the item of now
item-agreed = All assessors gave a { $grade }.
item-reason = Why this score?
item-reason-hint = Name the points that settled it, in the words of the score. Do not compare with other bids. The bidder will read this.
item-compares = You compare with another bid. Rather write what this bid does well or lacks.
item-outside = Why outside the first scores?
item-outside-hint = No assessor gave this score at first. Write what brought the table here.
item-grade = Score of the table
item-fix = Make the score final
item-postpone = Discuss later
item-chair-writes = The chair writes down the score and the reason.
item-fixed-by = Made final by { $name }
item-reopen = Take this score back
item-reopen-reason = Why do you take the score back?
item-reopen-hint = The table discusses this item again. Who has signed already must sign again.
item-reopen-button = Take the score back
item-outside-label = Outside the first scores, because:
assessor-number = Assessor { $number }
agreed-title = Items without difference
agreed-intro = On these items the assessors thought nearly the same. You can make them final together. Every score needs a reason. Leave the reason empty if the table wants to discuss it after all.
agreed-unseen = Not shown yet
agreed-unseen-text = There is no difference on these items. Nobody at the table has seen the scores yet. Show them to everybody first.
agreed-show = Show these scores to everybody
agreed-none = There are no items without difference left.
agreed-button = Make these scores final

## What now
step-settled-title = All items have a score
step-settled = Read the scores once more, question by question. Does the same finding lead to the same score in every bid? Then the chair makes them final. After that everybody present signs.
step-settled-button = Make all scores final
step-sign-title = Signing
step-sign = All scores are final. The chair and all assessors present sign. Only then can the price be opened.
step-price-title = The price can be opened
step-price = Everybody has signed. Nobody can change a score any more. Two key holders now open the price and the names together.
step-names-title = The names can be opened
step-names = Everybody has signed. Nobody can change a score any more. Two key holders now open the names together.
step-result-title = The result is known
step-result = The price and the names are open. See the places and the points.
step-barred-title = The result is known
step-barred = You have an interest in one of the bidders. That is why you see the result only after the decision.
signature-link = Go to signing
price-link = Go to opening the price
names-link = Go to opening the names
rank-link = See the result
minutes-link = See the minutes
back-to-table = Back to the table
close-table = Close the table

## Signing
sign-title = Signing
sign-not-yet = Not all scores are final yet. You cannot sign yet.
sign-done = Everybody who had to sign has signed. The scores no longer change.
sign-summary = { $signed } of { $total } people have signed.
sign-people = Who signs
sign-grades = What you sign for
sign-signed = Signed
sign-open = Not yet
sign-confirm = I have read all scores and reasons and agree with them.
sign-confirm-missing = Tick the box. It says that you have read everything.
sign-button = Sign the scores
sign-yours = You signed on

## Opening
price-title = Opening the price
price-intro = The price and the names of the bidders open together. It takes two key holders. The second uses the key within 10 minutes of the first.
names-title = Opening the names
names-intro = In this round the price is fixed. Only the names of the bidders open. It takes two key holders. The second uses the key within 10 minutes of the first.
price-checks = What must be done first
price-check-fixed = All scores are final
price-check-signed = Everybody present has signed
price-check-two = Two key holders used their key
price-check-open = Price and names are open
price-first-key = { $name } used the first key.
price-second-key = Now it is another key holder's turn.
price-until = The key counts until
price-turn = Use your key
price-wait = This page refreshes itself when scripts are off. Otherwise: choose Refresh.
price-refresh = Refresh
price-who = Who opened
price-opened = Opened on
minutes-left =
    { $count ->
        [one] 1 minute left.
       *[other] { $count } minutes left.
    }

## Result
rank-title = Result
rank-first = Result: { $name } is in place 1
rank-shared = Result: { $names } share place 1
rank-nobody = Result: no bid gets a place
rank-when = All scores were signed on { $signed }. After that the price was opened, on { $opened }.
rank-who = Place and bidder
rank-total = Total
out-title = Without a place
out-unsettled = Not all scores or prices are known yet.
trace-title = Where does every point come from?
trace-intro = Each line shows how the points were calculated. Only the total is rounded. Prices are in euros.
trace-summary = { $name }: { $total }
trace-part = Part
trace-formula = Calculation
trace-points = Points
trace-total = Total
trace-quality = All questions together
trace-criterion = { $criterion }: score { $grade } ({ $label })
trace-ratio = Quality and price ({ $price })
trace-price = Price: { $price }
steps-title = What would 1 score change?
steps-intro = Only you see this. It shows where a reason must be strongest. It does not say which score is right.
steps-now = Now
steps-up = 1 step up
steps-down = 1 step down
steps-none = Not possible
steps-moves = Another place
step-change = Score { $grade }: { $total }, place { $place }
step-change-out = Score { $grade }: no place
money-title = Money per year
money-intro = What each bidder costs per year, beside the money the municipality has.
money-chart = Chart
money-cost = Cost
money-budget = Budget
money-left = Left
draw-title = Draw
draw-intro = The computer drew the numbers with this seed. The checksum was in the journal when the table opened. So anybody can repeat the draw.
draw-seed = Seed
draw-commitment = Checksum
draw-number = Number
close-intro = Has everything been discussed? Then close the table. The minutes are then complete.

## Minutes
minutes-title = Minutes
minutes-open = These minutes are not complete. The table is still at work.
minutes-made = These minutes follow from what happened at the table. Nobody can change them.
minutes-moments = Course
minutes-people = Who was there
minutes-name = Name
minutes-role = Role
minutes-presence = Present
minutes-signature = Signature
minutes-unsigned = None
minutes-grades = Scores and reasons
minutes-first = First scores
minutes-difference = Difference
minutes-revealed = Shown
minutes-not-yet = Not final yet
minutes-taken-back = Scores taken back
minutes-keys = Who opened price and names
minutes-result = Result
minutes-draw-promise = Checksum of the draw
minutes-draw-unused = No draw was needed.
moment-opened = Table opened
moment-fixed = All scores final
moment-signed = Signed by everybody
moment-price = Price and names opened
moment-names = Names opened
moment-closed = Table closed
presence-absent = Not present
presence-since = From { $since }
presence-left = From { $since } until { $at }

## What a rule says
refusal-table-not-all-locked = Not all assessors have locked their scores yet.
refusal-table-no-bids = No bid has been admitted on this lot yet.
refusal-table-admission-open = On this lot it has not been decided of every bid whether it joins. Finish admissibility first.
refusal-table-paused = The review has been paused. Let the review go on first.
refusal-table-no-chair = Nobody has the role of chair yet.
refusal-table-already-open = This lot has a table already.
refusal-table-other-phase = The table is further on, or not there yet. Refresh the page to see what can be done now.
refusal-table-changed = Somebody else has just changed this item too. Your text is still on this screen. See what it says now and send again.
refusal-table-unknown-item = This item does not belong to this table.
refusal-table-no-quorum = There are too few people at the table. Wait for the chair and more than half of the assessors.
refusal-table-no-seat = You have no seat at this table.
refusal-table-not-present = This person is not at the table now.
refusal-table-not-revealed = Show the scores of the assessors first.
refusal-table-already-fixed = This item has a score of the table already.
refusal-table-not-fixed = This item has no score of the table yet.
refusal-table-not-on-scale = Choose a score.
refusal-table-no-reason = Write in a few words why the table gives this score.
refusal-table-no-reopening = Write in a few words why you take the score back.
refusal-table-no-ballot-reason = No assessor gave this score at first. Write in 1 sentence why you give it, or choose another score.
refusal-table-outside-range = No assessor gave this score at first. Write what brought the table here, or choose another score.
refusal-table-items-open = Not all items have a score of the table yet.
refusal-table-already-signed = It has been signed already.
refusal-table-may-not-sign = Only the chair and the assessors sign.
refusal-table-key-holder-sits = Who sits at the table cannot open the price. Ask another key holder.

## How firm the ranking is

firm-title = How firm is the ranking?
firm-link = How firm is this ranking?
firm-intro = This page shows what another grade or another weight would do. It changes nothing about the ranking and does not say which grade is right.
firm-no-sum = With this method the result is not a sum of points. So this page does not say what another grade or weight would do.
firm-grades-title = Which grades decide?
firm-grades-intro = { $name } is in place 1. Below you see with how few other grades that would change. Every grade moves 1 step at most. That is where the reason must be strongest.
firm-grades-none = No bidder reaches place 1 when grades move 1 step.
firm-overtaken =
    { $count ->
        [one] { $name } reaches place 1 when 1 grade moves
       *[other] { $name } reaches place 1 when { $count } grades move
    }
firm-falls-out =
    { $count ->
        [one] Place 1 drops out when 1 grade moves
       *[other] Place 1 drops out when { $count } grades move
    }
firm-step-up = { $name }: { $criterion }, 1 step higher
firm-step-down = { $name }: { $criterion }, 1 step lower
firm-weights-title = How far can one weight move?
firm-weights-intro = As long as a weight stays between these limits, { $name } keeps place 1. The other weights keep their proportions. The published weights are binding; this is for the file and for a next round.
firm-weights-none = Before rounding more bidders are in place 1. So there are no limits.
firm-weights-later = The weights are published and binding. What other weights would do is shown here only after the decision.
firm-criterion = Question
firm-now = Weight
firm-low = From
firm-high = Up to
firm-drawing = Drawing
firm-draws-title = And with very different weights?
firm-draws-intro = We took random weights { $count } times. This is how often every bidder got every place.
firm-draws-chosen = Weights: { $weights }. Grades: { $scores }.
firm-draws-none = With this choice there are hardly any weights to draw from. Choose more room.
firm-draws-button = Calculate
firm-space = Which weights?
firm-space-uniform = all, each as likely
firm-space-ordinal = only in the published order
firm-space-around = at most { $percent }% higher or lower
firm-scores = Which grades?
firm-scores-assessors = of a random assessor
firm-scores-settled = of the table
firm-centre-title = With which weights does who win?
firm-centre-intro = These are, on average, the weights with which a bidder gets place 1. The confidence says how often the bidder gets place 1 with exactly these weights. With the grades of the table that is always 100%.
firm-centre-confidence = Confidence
firm-centre-never = Never got place 1
firm-pairs-title = How often does one win from the other?
firm-pairs-intro = Read the row. This is how often this bidder had more points than the bidder above the column.
firm-draws-seed = With seed { $seed } the answer is always the same.
firm-first = Place 1
firm-places = All places
firm-panel-title = How much did the assessors agree before the table?
firm-panel-intro = Krippendorff's alpha is 1 when everybody gave the same grade, and about 0 when it can be chance. With few bids the number says little. It is never a requirement.
firm-alpha = Alpha
firm-meaning = What that says
firm-panel-low = Little agreement, with { $count } bids. The reasons of the table matter even more here.
firm-panel-fair = Fair agreement, with { $count } bids.
firm-panel-high = Much agreement, with { $count } bids.
firm-panel-few =
    { $count ->
        [one] There is only 1 bid. Every number below can be chance.
       *[other] There are only { $count } bids. With so few every number below can be chance.
    }
firm-level-low = Little agreement
firm-level-fair = Fair agreement
firm-level-high = Much agreement
firm-none-assessors = No number: at least 2 assessors are needed.
firm-none-bids = No number: at least 2 bids are needed with a grade from every assessor.
firm-none-pairs = No number: no bid has 2 grades.
firm-none-variation = No number: all grades are the same. Then agreement cannot be told from chance.
firm-none-between = No number: on average the bids do not differ.
firm-none-ratio = No number: there are grades below 0.
firm-none-reliability = No number: the ICC(2,1) is not between 0 and 1.
firm-measures-title = All measures per question
firm-measures-intro = Alpha, ICC and W are 1 when everybody agrees. Alpha looks at the order of the grades. ICC(2,1) says how reliable 1 assessor is, ICC(2,k) how reliable the average of all is. W says whether the assessors put the bids in the same order.
firm-statistic = Measure
firm-statistic-alpha = Krippendorff's alpha (ordinal)
firm-statistic-icc-one = ICC(2,1): 1 assessor
firm-statistic-icc-mean = ICC(2,k): the average
firm-statistic-kendall = Kendall's W
firm-value = Value
firm-bids = Bids
firm-outlook-title = What would more assessors bring?
firm-outlook-intro = This is about how reliable the average of so many assessors would be. It is an estimate with the formula of Spearman and Brown, from the ICC(2,1). There were { $count } assessors now.
firm-outlook-head =
    { $count ->
        [one] 1 assessor
       *[other] { $count } assessors
    }
firm-outlook-needed = Needed for 0.70
firm-bands-title = How far apart were the grades?
firm-bands-intro = An item is 1 question of 1 bid. These are the grades from before the table.
firm-band = Difference
firm-band-count = Items
firm-band-red = Large: more than { $red }% of the scale
firm-band-orange = Middle: from { $orange }% up to { $red }% of the scale
firm-band-green = Small: less than { $orange }% of the scale
firm-band-none = No grades
firm-band-split =
    { $count ->
        [one] For 1 item some assessors let the bid fall out and others did not.
       *[other] For { $count } items some assessors let the bid fall out and others did not.
    }
firm-severity-title = Who gave higher or lower grades than the others?
firm-severity-intro = The difference is with the average of the others, for the same question and the same bid, in percents of the scale. Strict or mild is not wrong, and no grade was changed. The spread says how far apart somebody's own grades are. The numbers are those of the minutes. Only the process lead sees this table.
firm-assessor = Assessor
firm-severity = On average
firm-severity-higher = { $percent }% higher
firm-severity-lower = { $percent }% lower
firm-severity-same = The same
firm-severity-none = Nobody else gave a grade there
firm-spread = Spread
firm-grades = Grades

## The calculation as a file

calculation-link = Download the calculation (JSON)
calculation-for = With this file anyone can redo the sums.
calculation-file = calculation-lot-{ $number }.json
calculation-about = Lot { $number }, { $lot }. Prices are in cents.

# Who runs the table when the chair is gone
lead-take-over = I take over
lead-return = I run the table again
lead-give-back = Hand it back
lead-for-you = { $name } has been running the table since { $since }, because your connection was gone. Until you take it back you cannot record anything.
lead-yours = You have been running the table since { $since }, in place of the chair. You do not count towards a decision and you do not sign.
lead-other = { $name } has been running the table since { $since }, in place of the chair.
chair-away = The chair is not at the table. You can take over. Without the chair the table cannot settle a grade.
chair-never-heard = The chair does not have this table open. You can take over until the chair is here.
chair-silent = We have heard nothing from the chair's screen since { $since }. You can take over until the chair is back.
moment-took-over = { $name } took over from the chair
moment-gave-back = The chair runs the table again
refusal-table-chair-is-here = The chair is here and runs the table. Only the secretary can take over, and only when the chair is gone.
refusal-table-stood-in = Somebody has taken over already. Refresh the page to see who.
refusal-table-nobody-stands-in = The chair already runs the table.
