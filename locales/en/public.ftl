## Public pages: rounds, lots, questions
start-title = Challenge and bid
start-heading = Can your village do it better? Make a bid.
start-lead = Care cooperatives may take over help and care from their municipality. Here you see which rounds are open, how much money there is, and until when you can bid.
start-open = Open now
start-closed = Earlier
start-none-open = No round is open now. Come back later, or ask your municipality when the next one starts.
start-how = How it works
start-step-1 = Choose a lot: a village, a neighbourhood or a kind of help.
start-step-2 = Write your plan together. Your work is saved by itself.
start-step-3 = Submit before the closing time. Until then nobody at the municipality can read your plan.
start-step-4 = The table assesses all plans. You get a letter with scores and reasons.
start-guide = Read how it works, step by step
municipality-title = Rounds of the municipality
municipality-heading = Rounds of the municipality of { $name }
round-card-lots =
    { $count ->
        [one] 1 lot
       *[other] { $count } lots
    }
per-year = a year
submit-before = Submit before
closed-at = Bidding closed on
stage-draft = In preparation
stage-open = Open for bids
stage-closed = Closed, the bids are still sealed
stage-opened = Being assessed
stage-decided = Decided
round-title = Round
round-result-link = The result is known. See who will help and why.
round-aside = About this round
round-hash = Published like this. Check number (SHA-256):
lots-title = Lots
lots-none = There are no lots with this kind of help.
lot-title = Lot
lot-named = Lot { $number }: { $name }
lot-number = No.
lot-word = Lot
lot-clients = People with help
lot-volume = Help
lot-price = Price
lot-budget = Money a year
lot-budget-line = At most a year for this lot
lot-everywhere = Whole municipality
lot-area = Area
lot-facts = The lot in short
lot-provision = Kind of provision
lot-categories = Kind of help (national list)
lot-running-contract = Contract that runs now
lot-contract-until = until
lot-people = Who live there?
lot-start-title = Your bid
lot-start-now = You can start right away. You can always stop and go on later.
lot-start-for = For which cooperative do you bid?
lot-start-button = Start your bid
lot-start-sign-in = Sign in to start a bid.
lot-start-register = No account yet? Make one.
lot-start-no-cooperative = You do not belong to a cooperative that may bid yet. Found one, or ask your cooperative for an invitation.
lot-start-found = Register your cooperative
lot-start-closed = You can no longer bid on this lot.
lot-map-title = Where is this lot?
lot-all = See all lots of this round
filter-theme = Kind of help
filter-all = Everything
filter-show = Show
map-label = Map of the lots of { $title }
map-source = Map: borders as the municipality entered them. Source for real areas: Wijk- en buurtkaart, CBS and Kadaster, CC BY 4.0 (edited).
area-inhabitants = Inhabitants
area-share-65 = 65 or older
area-households = Households
area-year = Year
unknown = not known
provision-general = General provision: open to everybody right away
provision-tailored = Tailored: after a talk and a decision of the municipality
unit-minute =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
unit-hour =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
unit-day-part =
    { $count ->
        [one] 1 day-part
       *[other] { $count } day-parts
    }
unit-day =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
unit-piece =
    { $count ->
        [one] 1 time
       *[other] { $count } times
    }
per-unit-minute = a minute
per-unit-hour = an hour
per-unit-day-part = a day-part
per-unit-day = a day
per-unit-piece = each time
price-between = { $floor } to { $ceiling }
timeline-title = Important days
timeline-published = Start of bidding
timeline-questions = Last moment for questions
timeline-closes = Submit at the latest
timeline-table = The table discusses the plans
timeline-decision = You hear the result
timeline-starts = The help begins
method-title = How the points count
method-intro = The points add up to 100. For every question you see how many points you can get.
method-intro-money = For every question you see how many euros per unit good quality is worth at most.
method-worth = At most
method-question = Question
method-kind = Is about
points = Points
criterion-quality = Quality
criterion-social-value = Social value
criterion-price = Price
method-threshold = The score must be at least { $grade }.
method-price = Price
method-more = Read exactly how we calculate and what you can do if you disagree with the result
method-scale = For every question assessors choose one of these scores:
method-rounding = We calculate with exact numbers and round only the total, to { $digits } decimals.
method-ties = Do two bids have the same points? Then this decides, in this order:
tie-criterion = the highest score for { $name }
tie-price = the lowest price
tie-draw = a draw, with witnesses and a draw number fixed beforehand
lot-rule-bidder-preference = Do you bid on several lots? You say which lot you want most. That order counts if you are the best on several lots.
lot-rule-fixed-order = The lots are given out in the order of their numbers.
lot-rule-best-per-lot = Each lot goes to the best bid for that lot.
lot-rule-largest-lead = The lot on which the best bid is furthest ahead is given out first.
lot-rule-max-total = As many lots as possible get a provider. After that the highest total of all lots together counts.
lots-per-bidder =
    { $count ->
        [one] You can get at most 1 lot.
       *[other] You can get at most { $count } lots.
    }
remedy-standstill = Do you disagree with the result? Then you can go to court within { $count } days after the letter. The municipality signs no contract until then.
remedy-objection = Do you disagree with the result? Then you can object at the municipality within { $count } weeks after the letter.
requirements-title = Requirements
requirements-intro = You may meet every requirement in your own way. Then explain what you do and show that it works.
requirement-must = {" "}(must)
requirement-risk = Why this requirement
requirement-proof = Usual proof
requirement-equivalent = What a small cooperative may show
questions-title = Questions and answers
questions-count =
    { $count ->
        [0] There are no answers yet.
        [one] There is 1 answer.
       *[other] There are { $count } answers.
    }
questions-link = Read the answers or ask a question
questions-intro = Everybody reads the same answers here, at the same moment. It does not say who asked.
questions-answered = Answers
questions-none = There are no answers yet.
questions-closed = You can no longer ask questions about this round.
questions-sign-in = Sign in to ask a question. You can until
questions-until = You can ask questions until
questions-nameless = The municipality does not see who asks.
question-ask = Ask a question
question-about = What is your question about?
question-whole-round = The whole round
question-body = Your question
question-hint = Do not mention names. Everybody can read your question once it is answered.
question-send = Send your question
question-received = Your question was sent. You get a mail when it is answered.
question-empty = Write down your question.
question-too-long = Your question is too long. Use at most { $max } words.
refusal-question-too-long = This text is too long. Use at most 4,000 characters.
question-number = Question { $number }
question-answered-at = Answered on
question-asked-at = Asked on
answers-intro = Write an answer and keep it. Nobody reads it yet. Then publish all answers together in a note of information.
answers-waiting =
    { $count ->
        [0] No questions are waiting
        [one] 1 question is waiting
       *[other] { $count } questions are waiting
    }
answers-none = All questions are answered.
answer-body = Your answer
answer-hint = Write so that somebody who knows nothing of tenders understands it. At most 1,000 words.
answer-empty = Write an answer to the question.
answer-too-long = Your answer is too long. Use at most { $max } words.
contact-title = Contact
refusal-question-too-late = The time for questions is over. Call the contact person if there was an outage.
refusal-answer-too-late = Bidding is closed. The terms can no longer change, so an answer is no longer possible.
refusal-question-answered = This question was answered already, perhaps by a colleague.

## National list of kinds of help (WMO020)
category-01 = Household help
category-02 = Guidance
category-03 = Personal care
category-04 = Short stay
category-05 = Housing services
category-06 = Other support for a person or household
category-07 = Day activities
category-08 = Transport services
category-09 = Other group support
category-10 = Other tailored arrangements
category-11 = Wheelchairs
category-12 = Transport aids
category-13 = Home adaptations
category-14 = Other aids
category-15 = Sheltered living
category-16 = Shelter
category-17 = Emergency shelter
category-18 = Other sheltered living and shelter

## Mail
mail-answered-subject = Answer to your question about { $round }
mail-answered-body = The municipality answered your question about { $round }. You read the answer here:

## List of bids for the process lead
bid-list-title = All bids
bid-list-count =
    { $count ->
        [one] There is 1 bid.
       *[other] There are { $count } bids.
    }
bid-list-none = No bid was received for this round.
bid-list-code = Letter
bid-list-cooperative = Bidder
bid-list-received = Received
bid-list-admission = Admission
bid-list-given = Grades given
bid-list-settled = Settled at the table
bid-list-checking = To be checked
bid-list-admitted = Admitted
bid-list-conditional = Admitted with a condition
bid-list-refused = Not admitted

## Does this fit you?
self-check-title = Does this fit you?
self-check-link = In doubt? See in a few questions whether this fits you
self-check-intro =
    { $count ->
        [one] One question before you start. Nobody sees your answer and we do not keep it.
       *[other] { $count } questions before you start. Nobody sees your answers and we do not keep them.
    }
self-check-show = Show what this means
self-check-back = Back to the lot
self-check-open =
    { $count ->
        [one] You have 1 question left.
       *[other] You have { $count } questions left.
    }
self-check-fits = This fits you. You can start.
self-check-first = This can fit you. Do this first:
self-check-not-yet = This may not fit you yet. That is no rejection: you may always bid. This helps you on:
