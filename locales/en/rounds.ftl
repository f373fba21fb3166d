## Making and publishing a round.
refusal-round-published = This round has been published. That is why you can no longer change anything.
refusal-round-changed = Somebody else has just changed this round. Look at what it says now first.
refusal-round-incomplete = This round is not ready yet. See the check list for what is left to do.
refusal-area-unknown = This area is not on the map. Choose another area.

## Overview
manage-title = Management
manage-heading = The rounds of your municipality
manage-new = Make a new round
manage-empty = There is no round yet. In a round, cooperatives can bid on help and care in your municipality.
manage-next = To do now:
manage-next-draft = Finish the round and publish it
manage-next-open = Answer the questions of bidders
manage-next-closed = Open the bids with 2 key holders
manage-next-opened = Follow admission and assessment
manage-next-decided = See what was decided
manage-back = Back to the rounds
manage-new-title = A new round
manage-new-intro = You choose how to begin. After that you can still change everything, until you publish.
manage-new-make = Make the round
round-untitled = Round without a name
manage-steps = The work on this round
manage-step-questions = Questions and answers
manage-step-assignments = Who assesses what
manage-step-opening = Opening the bids
manage-step-bids = All bids
manage-step-admissibility = Admission
manage-step-conflicts = Declared interests
manage-step-progress = Progress of the assessment
manage-step-tables = The assessment tables
manage-step-decision = Decision and letters
manage-step-journal = Journal
manage-step-open = View
manage-step-closed = Not possible now

## Task list
setup-left =
    { $count ->
        [one] There is 1 thing left to do. Then you can publish.
       *[other] There are { $count } things left to do. Then you can publish.
    }
setup-ready = Everything is filled in. You can read the round through and publish it.
setup-saved = Saved.
setup-group-ask = What you ask
setup-group-judge = How you judge
setup-group-publish = Publishing
part-basics = Name, explanation and contact
part-basics-intro = The page that everybody sees begins with this. Write short and plain.
part-dates = Dates
part-dates-intro = The round opens at the moment you publish it. All times are Dutch times.
part-lots = Lots
part-lots-intro = A lot is an area, a kind of help, or both. Cooperatives bid per lot.
part-requirements = Requirements
part-requirements-intro = Every bidder must meet these. A bidder may always show something that is just as good.
part-criteria = Questions and points
part-criteria-intro = Assessors give a grade on these questions. The points say how much a question counts.
part-scale = Grades in words
part-scale-intro = Assessors choose 1 of these grades. All questions use the same grades. An empty row does not count.
part-rules = Price and rules
part-rules-intro = These rules are fixed as soon as you publish. So everybody knows beforehand how the result comes about.
part-sections = What bidders fill in
part-sections-intro = Every bidder gets to see this. You cannot change anything here.
part-publication = Read through and publish
part-publication-hint = After this everything is fixed.

## Fields
setup-title = Name of the round
setup-title-hint = For example: Help nearby in Waldervoort
setup-summary = What is it about?
setup-summary-hint = Say what you are looking for, why, and who may bid. Two or three short paragraphs.
setup-contact = Contact person
setup-contact-hint = These details stand on the page that everybody sees.
setup-contact-name = Name
setup-contact-email = E-mail address
setup-contact-phone = Telephone number
setup-questions-until = Questions can be asked until
setup-questions-until-hint = Leave time to answer before bidding closes.
setup-closes-at = Bidding closes on
setup-closes-at-hint = Whoever submits exactly at this time is still in time.
setup-scores-due = Assessors are done on
setup-scores-due-hint = Count on at least 2 weeks after closing.
setup-table-on = The table meets on
setup-decision-on = The decision is made on
setup-starts-on = The help starts on
setup-starts-on-hint = After the decision, time is needed to object and to find people.
moment-skipped = This time does not exist: the clock goes forward an hour. Choose another time.
moment-twice = This time occurs twice: the clock goes back an hour. Choose another time.
setup-start = How do you want to begin?
setup-start-fixed = With a fixed price
setup-start-fixed-hint = You name the price. Only quality counts: 100 points.
setup-start-weighted = With a price that counts
setup-start-weighted-hint = You name a lowest and a highest price. The price counts for 15 of the 100 points.
setup-start-copy = With a copy of ‘{ $name }’
setup-start-copy-hint = You get the same lots, requirements and questions, with new dates.
setup-owner = For which municipality?
setup-name = Name
setup-question = What do you ask?
setup-kind = What kind of question is this?
setup-kind-quality = About the quality of the help
setup-kind-social-value = About the added value for the neighbourhood
setup-weight = How many points does this question count?
setup-points = points
setup-weight-note = { $points } points
setup-threshold = Which grade is needed at least?
setup-threshold-none = There is no lowest grade
setup-threshold-hint = A bid with a lower grade is out, even if the rest is good.
setup-reason-required = Assessors write a reason with every grade
setup-sections = What do assessors read for this question?
setup-sections-hint = The bidder’s name and the price are not in the list. Those stay closed.
setup-criterion-title = A question
setup-criterion-new = A new question
setup-criterion-add = Add a question
setup-criteria-items = Changing a question
setup-criterion-remove = Remove this question
setup-criterion-removal = Do you want to remove the question ‘{ $name }’?
setup-removal-text = What was filled in here will be gone. You cannot get it back.
setup-back-criteria = Back to the questions and points
setup-back-requirements = Back to the requirements
setup-back-lots = Back to the lots
weights-right = The points add up to exactly 100.
weights-right-price = The points add up to exactly 100. Of these, { $price } are for the price.
setup-requirements = Which requirements apply?
setup-requirements-hint = Choose only requirements that take away a real risk.
setup-requirement-hard = { $title } (hard)
setup-requirement-title = A requirement
setup-requirements-items = Changing the text of a requirement
setup-text = What exactly do you ask?
setup-risk = Which risk does this take away?
setup-risk-hint = A requirement is only allowed when there is a real risk.
setup-usual-proof = What is the usual proof?
setup-equivalent = What may a small cooperative show instead?
setup-equivalent-hint = A bidder may always offer something just as good. An example helps.
setup-knock-out = This is a hard requirement
setup-knock-out-hint = Whoever does not meet it is out.
setup-grade = Grade { $row }
setup-grade-value = Grade
setup-grade-label = In 1 word
setup-grade-text = What it means
setup-price-heading = Price
setup-price-rule = How does the price count?
setup-price-fixed = The price is fixed. Only quality counts.
setup-price-weighted = The price counts. Every lot has a lowest and a highest price.
setup-price-weight = How many points does the price count?
setup-price-weight-hint = Only needed when the price counts. The lowest price gets all points, the highest 0.
setup-ties-heading = Equal totals
setup-ties-hint = Do two bidders have the same number of points? Then this decides, in this order.
setup-tie = Step { $step }: look at
setup-tie-price = The lowest price
setup-tie-none = None
setup-tie-end = And if it is still equal?
setup-tie-end-draw = Then a draw decides. The bidders may be present.
setup-tie-end-stays-tied = Then they share the place.
setup-rounding-heading = Rounding
setup-digits = Digits behind the point
setup-rounding-mode = How do you round the total?
setup-rounding-half-up = As usual: 66.665 becomes 66.67
setup-rounding-half-even = A half to the even digit: 66.665 becomes 66.66
setup-rounding-truncate = Cut off: 66.669 becomes 66.66
setup-lots-heading = Dividing the lots
setup-lot-rule = What if a bidder is best on several lots?
setup-lots-best-per-lot = They get all those lots.
setup-lots-bidder-preference = They get the lots they like best themselves.
setup-lots-fixed-lot-order = The lots go in the order of their numbers.
setup-lots-per-bidder = How many lots may a bidder get at most?
setup-lots-per-bidder-hint = Leave this empty if there is no limit.
setup-lots-unit = lots
setup-remedy-heading = Disagreeing with the decision
setup-remedy = What can a bidder do then?
setup-remedy-standstill = Go to court. You wait that long before signing (contract). Count in days.
setup-remedy-objection = Object at the municipality (subsidy). Count in weeks.
setup-remedy-length = How long?
setup-remedy-unit = days or weeks

## Lot
setup-lot-add = Add a lot
setup-lots-none = There is no lot yet.
setup-lot-new = A new lot
setup-lot = Lot { $number }
setup-lot-intro = What you do not know yet, you may leave empty. At publication we check whether everything is there.
setup-lot-remove = Remove this lot
setup-lot-removal = Do you want to remove lot { $name }?
setup-lot-name-hint = Usually the name of the village or district.
setup-theme = Which help?
setup-theme-hint = As people say it: Household help.
setup-description = How is it now?
setup-description-hint = Who lives there, what help do they get, how much, and what goes wrong?
setup-provision = Who is this help for?
setup-provision-tailored = For people with a decision of the municipality (tailored)
setup-provision-general = For everybody (general provision)
setup-categories = Wmo product categories
setup-areas-heading = Area
setup-areas-hint = Choose the districts and neighbourhoods of this lot. If you choose none, the lot is for the whole municipality.
setup-of = Show the areas of
setup-areas = Districts
setup-areas-small = Neighbourhoods
setup-areas-elsewhere = Also chosen
setup-inhabitants = { $count } inhabitants
setup-look = Show the map
setup-map-none = Map: no area has been chosen yet.
setup-map-chosen = Map with the chosen areas: { $names }.
setup-money-heading = People and money
setup-clients = How many people get this help now?
setup-budget = How much money is there at most?
setup-per-year = per year
setup-volume = How much help is that per year?
setup-unit = Counted in
setup-unit-hour = hours
setup-unit-day-part = day parts
setup-unit-day = days
setup-unit-piece = pieces or rides
setup-unit-minute = minutes
setup-per-unit = per hour, day part, day or piece
setup-rate = Fixed price
setup-floor = Lowest price
setup-floor-hint = Nobody can pay a fair wage for less. A lower price is not valid.
setup-ceiling = Highest price
setup-ceiling-hint = A higher price is not valid.
setup-contract-heading = The contract of now
setup-running-contract-hint = Residents want to know who does it now and until when. Is there no contract? Then leave this empty.
setup-provider = Who does it now?
setup-ends-on = The contract runs until
wrong-weight = Fill in a number of 0 or more, such as 20 or 22.5.
wrong-count = Fill in a whole number, such as 20.
wrong-category = Choose a category from the list.
wrong-area = Choose an area that is on the map.
wrong-area-twice = An area stands in it twice. Choose it once.
wrong-ceiling = Choose a highest price that is higher than the lowest price.

## Somebody was first
setup-clash-text = Somebody else also changed this part while you were at work. The differences stand below. Your text is still in the form. If you save, your text takes the place of the other’s.
setup-clash-title = Differences
setup-clash-field = Field
setup-clash-theirs = This is there now
setup-clash-yours = You typed this

## What bidders fill in
ask-group-cooperative = About the cooperative
ask-group-plan = The plan
ask-group-quality = Quality
ask-group-money = Money
sections-sealed = Assessors do not read this.
ask-kind-text = Text of at most { $count } words
ask-kind-line = 1 line of at most { $count } characters
ask-kind-number = A number ({ $unit })
ask-kind-choice = Choice of { $count }
ask-kind-date = A day
ask-kind-money = An amount
ask-kind-costs = The 6 kinds of costs of the law
ask-kind-requirements = An answer per requirement
ask-kind-commitments = { $min } to { $max } commitments
ask-kind-files =
    { $count ->
        [one] At most 1 file
       *[other] At most { $count } files
    }

## Publishing
publication-problems =
    { $count ->
        [one] There is 1 thing left to do
       *[other] There are { $count } things left to do
    }
publication-problems-text = Choose a line to go to the right place. Then you can publish.
publication-complete = Everything is filled in. You can publish.
publication-warnings = Have another look at this
publication-warnings-text = You may publish like this. But perhaps you meant it differently.
publication-facts = This is what you publish
publication-lots =
    { $count ->
        [one] 1 lot, together { $budget } per year
       *[other] { $count } lots, together { $budget } per year
    }
publication-title = Publish the round
publication-text = After this you cannot change anything: no dates, no points, no lots. The round is open at once and everybody can see it.
publication-sure = I have read everything. I know that I cannot change anything after this.
publication-not-sure = Read everything through and tick this box.
publication-publish = Publish
file-published = Published
file-published-at = Published on
file-frozen = Everything that was published then is fixed. The code below changes if even 1 letter changes.
file-hash = Check code (SHA-256):
file-public = See the round as everybody sees it
file-copy = Make a new round from a copy of this one
publication-done = The round has been published. Everybody can see it now.

## What is not right yet
problem-no-title = Give the round a name.
problem-no-summary = Write what the round is about.
problem-no-contact = Fill in a contact person with an e-mail address.
problem-past = ‘{ $step }’ is already past. Choose a later moment.
problem-order = ‘{ $second }’ comes too early. Choose a moment after ‘{ $first }’.
problem-no-lots = Add at least 1 lot.
problem-lot-name = Give lot { $number } a name.
problem-lot-theme = Write at lot { $number } which help it is about.
problem-lot-description = Write at lot { $number } how it is now.
problem-lot-category = Choose a product category at lot { $number }.
problem-lot-clients = Fill in at lot { $number } how many people get the help.
problem-lot-budget = Fill in at lot { $number } how much money there is.
problem-lot-volume = Fill in at lot { $number } how much help it is.
problem-lot-price-kind = The price of lot { $number } does not fit the price rule. Fill in the price again.
problem-lot-rate = Fill in the fixed price at lot { $number }.
problem-lot-floor = At lot { $number } the highest price must be higher than the lowest price.
problem-lot-area-twice = At lot { $number } an area stands twice. Take 1 away.
problem-lot-area-shape = At lot { $number } an area is not on the map. Choose the areas again.
problem-no-requirements = Choose at least 1 requirement.
problem-requirement = Fill in a name and a text at requirement { $code }.
problem-no-criteria = Add at least 1 question to judge on.
problem-no-quality = Add at least 1 question about quality.
problem-no-social-value = Add at least 1 question about added value for the neighbourhood.
problem-weight-sum = The points add up to { $sum }. Make it 100.
problem-criterion-name = Give question { $place } a name.
problem-criterion-question = Write at question { $place } what you ask.
problem-criterion-code = Question { $place } stands in it twice. Remove 1.
problem-criterion-weight = Give question { $place } points.
problem-criterion-sections = Choose at question { $place } what assessors read.
problem-criterion-unknown = Question { $place } names a section that is not there ({ $section }). Choose again what assessors read.
problem-criterion-sealed = At question { $place } assessors see ‘{ $section }’. That must stay closed. Take it away.
problem-criterion-threshold = The lowest grade of question { $place } is not among the grades. Choose another.
problem-short-scale = Fill in at least 2 grades.
problem-same-grade = The grade { $value } stands in it twice. Take 1 away.
problem-grade-text = Write a word and what it means at grade { $value }.
problem-price-weight = Give the price points, or choose a fixed price.
problem-tie-unknown = The rule for equal totals names a question that is no longer there. Choose another.
problem-tie-twice = The rule for equal totals names the same thing twice. Take 1 away.
problem-tie-price = The price is fixed. Then it cannot decide between equal totals. Choose something else.
problem-limit = There is a limit to the number of lots, but every lot goes to the best bidder. Choose another rule, or take the limit away.
problem-remedy = Fill in how long a bidder can do something against the decision.
problem-no-sections = There are no questions for bidders. Make a new round from the template.

## What to look at again
warning-threshold-europe = The lots are together worth { $worth } a year. Above € 750,000 you must announce the contract. Ask your buyer.
warning-no-contract = Lot { $number } has no contract of now. Is that right? Residents want to know until when it runs.
warning-contract-runs = Lot { $number }: the contract of now runs until { $end }. That is not before the start.
warning-budget = Lot { $number }: even at the lowest price there is too little money for all this help.
warning-overlap = Lot { $first } and lot { $second } are for the same help in the same area.
warning-area-in-area = Lot { $number }: { $inner } already lies within { $outer }.
warning-threshold = Whoever scores lower than { $value } ({ $label }) on ‘{ $name }’ is out. Even if the rest is good.
warning-social-low = Added value for the neighbourhood counts for { $sum } points. At least 10 is usual.
warning-social-high = Added value for the neighbourhood counts for { $sum } points. More than 30 is unusual.
warning-no-risk = The requirement ‘{ $name }’ does not say which risk it takes away.
warning-no-equivalent = The requirement ‘{ $name }’ does not say what is just as good. A bidder may always offer that.
warning-standstill = The law names 20 days to go to court. You chose a shorter time.
warning-objection = The law names 6 weeks to object. You chose another time.
