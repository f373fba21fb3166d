## Preparing a round: the route, the dates, the library, the check and the rehearsal.

## Beginning
setup-start-empty = Empty
setup-start-empty-hint = Without requirements, questions and grades. You take what you need from the library.
setup-procedure = Which route do you follow?
setup-start-procedure-hint = From this follow the days between the steps, and what one can do against the decision. Making a copy? Then the route of that round comes along.
setup-start-procedure-later = I choose that later
setup-published-on = When do you want to publish?
setup-published-on-hint = From this we work out the dates. Empty means: today. You can still change everything.
setup-published-on-wrong = Choose a day that is still to come, or leave this empty.

## Routes
part-procedure = Route and stepping in
part-procedure-intro = The route says which rules hold. Ask your buyer or lawyer when in doubt.
procedure-grant-call = Subsidy call
procedure-grant-call-hint = The municipality gives a subsidy. There is no contract. One can object to the decision (General Administrative Law Act, title 4.2).
procedure-grant-call-public = You apply for a subsidy. If you do not agree with the decision, you can object at the municipality.
procedure-light-regime = Light regime for social services
procedure-light-regime-hint = A procurement with rules of its own, a duty above € 750,000 (Public Procurement Act, articles 2.38 and 2.39).
procedure-light-regime-public = The municipality gives a contract. It compares the bids by rules that are fixed beforehand.
procedure-open-house = Open house
procedure-open-house-hint = Everybody who meets the requirements gets a contract. There is no order. The client chooses.
procedure-open-house-public = Everybody who meets the requirements gets a contract. There is no order. The client chooses.
procedure-reserved-contract = Reserved lot
procedure-reserved-contract-hint = Only for sheltered workshops or organisations with a social purpose (Public Procurement Act, articles 2.82 and 2.82a).
procedure-reserved-contract-public = Only sheltered workshops and organisations with a social purpose may bid.
procedure-societal-procurement = Societal procurement
procedure-societal-procurement-hint = Residents and municipality first make the question together. Then residents write a plan.
procedure-societal-procurement-public = Residents and municipality make the question together. Ask and think along as long as you can.
procedure-table-procurement = Procurement at tables
procedure-table-procurement-hint = At tables, with a base agreement for the talks and sub-agreements for the help.
procedure-table-procurement-public = The municipality and providers talk at tables. There is a base agreement, and a sub-agreement per kind of help.
setup-residents-heading = Money for initiatives of residents
setup-residents-hint = Do you keep money apart for residents? Then it stands on the page of the round. Otherwise leave this empty.
setup-residents-amount = How much money is there?
setup-residents-purpose = What is it for, and who can ask for it?
setup-residents-purpose-hint = For example: for residents who want to find out about a plan. Call our contact person.
setup-entry-heading = Entry moments
setup-entry-hint = Can one step in later as well? Name the days. For each moment you open a copy of this round. The days stand on the page of the round and in the reminders.
setup-entry = Entry moment { $number }
wrong-residents-amount = Fill in an amount above 0, or leave both fields empty.
wrong-residents-purpose = Write what the money is for, in at most 1000 characters.
problem-residents-budget = Fill in an amount for residents and what it is for.
problem-entry-early = The entry moment { $day } does not come after the deadline of this round.
problem-entry-twice = The entry moment { $day } is there twice.
problem-entry-many = Name at most 12 entry moments.
part-grounds = Grounds for refusal
part-grounds-intro = On which grounds can you refuse a bid? What you choose here stands on the page of the round beforehand.
setup-grounds = Which grounds hold in this round?
setup-grounds-hint = If you choose nothing, the page says nothing about it.
setup-ground-change = What helps: { $source }
problem-ground = Fill in a name and a reason for ground { $code }.
route-title = How it works
residents-title = Money for initiatives of residents
entry-title = Stepping in later
entry-text = After this round you can still take part. The next moments are:
grounds-title = Why the municipality can refuse a bid
grounds-text = The municipality always writes which ground it uses, why, and what you can do.
change-procedure = The route differs.
change-residents-budget = The money for initiatives of residents differs.
change-entry-moments = The entry moments differ.
change-grounds = The grounds for refusal differ.

## Timeline
timeline-link = Work out the dates from the day of publication
timeline-page-title = Working out dates
timeline-page-intro = Choose the route and the day on which you want to publish. You see the day that fits each step. Nothing changes yet.
timeline-back = Back to the dates
setup-from = When do you want to publish?
timeline-show = Work out
timeline-proposal = Proposal
timeline-step = Step
timeline-days = Days after the step before
timeline-date = Day
timeline-why = Why, and which source
timeline-free-days = No step ends in a weekend or on a public holiday: then it becomes the first working day after it (General Extension of Time Limits Act, article 1).
timeline-take-over = Take these dates over
timeline-past = With this day one of the steps is over already. Choose a later day.

## Library
library-source = Source: { $source }
shelf-back = Back
shelf-pick = What do you want to take over?
shelf-take = Put in the round
shelf-there = Is in the round already
shelf-nothing-picked = Choose something that is not in the round yet.
shelf-changed = Somebody else changed this part meanwhile. Look again and then put it in the round. What you chose is still there.
shelf-more = Read more about this
shelf-class = For which help?
shelf-class-all = All kinds of help
shelf-classes = Risk class:
risk-class-A = A: welfare, transport and courses
risk-class-B = B: household help
risk-class-C = C: guidance and day activities
risk-class-D = D: care and stay
shelf-quality = Questions on quality
shelf-quality-intro = What you choose comes into your round as a copy. There you can change the text and give points.
shelf-social-value = Questions on social value
shelf-social-value-intro = Choose 3 to 6 that suit your area. Judge what somebody promises and can show, not the amount.
shelf-requirements = Requirements per kind of help
shelf-requirements-intro = Ask only what fits the risk of the help. What you choose comes into your round as a copy.
shelf-scales = Grades in words
shelf-scales-intro = All questions of a round use the same grades. What you choose comes instead of the grades that are there now.
shelf-link-quality = Choose questions on quality from the library
shelf-link-social-value = Choose questions on social value from the library
shelf-link-requirements = Choose requirements from the library, per kind of help
shelf-link-scales = Choose grades in words from the library

## What can go wrong
checks-title =
    { $count ->
        [one] 1 point to think about
       *[other] { $count } points to think about
    }
checks-text = This does not keep you from publishing. See whether you mean it.
checks-of-part =
    { $count ->
        [one] 1 point to think about
       *[other] { $count } points to think about
    }
risk-no-procedure = You have not chosen a route yet.
risk-no-procedure-why = The route says which terms hold and what one can do against the decision.
risk-no-procedure-source = Research of this project: a challenge is no exception to procurement law
risk-roots = The requirement “{ $name }” asks for a place in the area, and who has none is out.
risk-roots-why = In a procurement you may not demand that somebody is in the area beforehand. Make it a question, or let it be arranged later.
risk-roots-source = EU Court of Justice, C-436/20
risk-open-house-ranks = In an open house you give points that make an order.
risk-open-house-ranks-why = As soon as the municipality chooses, it is no open house any more and the rules of procurement hold.
risk-open-house-ranks-source = EU Court of Justice, C-410/14 (Falk Pharma); PIANOo on open house
risk-remedy = What one can do against the decision does not fit the route.
risk-remedy-why = With a subsidy that is an objection at the municipality. With a contract it is the court, within the standstill.
risk-remedy-source = General Administrative Law Act, 6:7; Public Procurement Act 2012, 2.127
risk-knock-out = Who does not meet “{ $name }” is out. It does not say what is as good.
risk-knock-out-why = A small cooperative then cannot show that it arranges it in another way.
risk-knock-out-source = Dutch proportionality guide; Public Procurement Act 2012, 2.78a
risk-lot-large = { $people } people live in lot { $number }. That is large for a village or district.
risk-lot-large-why = A cooperative can only bid on an area that it knows and can handle. Make smaller lots, or explain why that cannot be.
risk-lot-large-source = Public Procurement Act 2012, 1.5; Statistics Netherlands (inhabitants)
risk-one-lot = There is only 1 lot.
risk-one-lot-why = You divide a contract into lots, or explain why that does not fit.
risk-one-lot-source = Public Procurement Act 2012, article 1.5(3)
risk-short-time =
    { $days ->
        [one] Bidders have only 1 day left.
       *[other] Bidders have only { $days } days left.
    }
risk-short-time-why = Volunteers write in the evening, and members have to decide. Count on at least 4 weeks.
risk-short-time-source = Directive 2014/24, article 47: a term that fits the work
risk-after-questions =
    { $days ->
        [0] The last question and the deadline are on the same day.
        [one] There is only 1 day between the last question and the deadline.
       *[other] There are only { $days } days between the last question and the deadline.
    }
risk-after-questions-why = Answers have to be known at least 6 days before the deadline, and you need time to write them. Take 10 days.
risk-after-questions-source = Directive 2014/24, article 53(2)
risk-office-hours = “{ $step }” is outside office hours.
risk-office-hours-why = When something does not work, nobody can help. An outage then leads to a quarrel.
risk-office-hours-source = PIANOo on outages when handing in
risk-free-day = “{ $step }” falls on { $day }. That is a weekend or a public holiday.
risk-free-day-why = Nobody is there to help, and terms of the law go on to the next working day.
risk-free-day-source = General Extension of Time Limits Act, articles 1 and 3
risk-entry-free-day = The entry moment { $day } is in a weekend or on a public holiday.
risk-entry-free-day-why = Nobody is there to help then.
risk-entry-free-day-source = General Extension of Time Limits Act, articles 1 and 3
risk-uneven-scale = The steps between the grades are not equal.
risk-uneven-scale-why = Then a small difference counts more in one place than in another, and the points no longer say what you mean.
risk-uneven-scale-source = PIANOo on scoring scales
risk-small-panel =
    { $count ->
        [one] There is only 1 assessor.
       *[other] There are only { $count } assessors.
    }
risk-small-panel-why = With few assessors the result depends on who happens to sit there. Three is the least, five is better.
risk-small-panel-source = Study of assessors (FWF, 8,329 proposals); Horizon Europe: at least 3
risk-even-panel = There are { $count } assessors: an even number.
risk-even-panel-why = Then it can be a draw. Choose an odd number.
risk-even-panel-source = Protocol for the assessment table of this project
source-sas = Public Procurement Act 2012, articles 2.38 and 2.39
source-contract = Community of Practice Right to Challenge: a calendar of contracts
source-real-price = Implementing Decree Social Support Act 2015, article 5.4
source-pianoo-relative = PIANOo on relative scoring and rank reversal
source-social-value = British rule PPN 002: at least 10 per cent
source-proportionality = Dutch proportionality guide: only demands that cover a real risk
source-equivalent = Dutch proportionality guide: “or equivalent” must be allowed
source-standstill = Public Procurement Act 2012, article 2.127
source-objection = General Administrative Law Act, article 6:7

## Rehearsal
rehearsal-title = Rehearsal
rehearsal-hint = See with invented bids what your rules do.
rehearsal-status = As often as you like
rehearsal-link = Rehearse with invented bids
rehearsal-invented = This is invented
rehearsal-intro = These bids do not exist. Nothing is kept. You only see what your rules make of them.
rehearsal-outcome = This is the order
rehearsal-made-by = These bids belong to number { $seed }. The same number gives them again.
rehearsal-no-prices = Bidders name no price.
rehearsal-lot-prices = The prices lie between the limits of your first lot.
rehearsal-invented-prices = The limits of the prices are invented as well.
rehearsal-best-wins = In { $runs } rehearsals the best quality wins { $times } times.
rehearsal-cheapest-wins = In { $runs } rehearsals the lowest price wins { $times } times.
rehearsal-nobody-wins = In { $runs } rehearsals everybody falls out { $times } times.
rehearsal-again = Make other bids
rehearsal-other = With your other points
rehearsal-moved = Bid { $bid } goes from place { $from } to place { $to }.
rehearsal-moved-in = Bid { $bid } comes in place { $to }.
rehearsal-moved-out = Bid { $bid } falls out.
rehearsal-same = The order stays the same.
rehearsal-try = Try something else
rehearsal-bids = How many bids?
rehearsal-seed = Number
rehearsal-seed-hint = Another number gives other bids.
rehearsal-weights = Other points
rehearsal-weights-hint = Change a number and see what happens. Your round stays as it is.
rehearsal-show = Show
rehearsal-wrong-number = Fill in a whole number from { $least } to { $most }.

## Logboek
journal-copied_round = { $actor } made the round { $object } as a copy of an earlier round.
journal-label-original = Copy of
journal-label-original_id = Reference of that round
journal-word-procedure = route and entry moments
journal-word-grounds = grounds for refusal
refusal-round-graded = The bids are open and there are grades. So nothing can be changed any more, nor can the grades in words. Does it have to be different? Begin a new round with a copy of this one, or let the decision maker decide that this round stops.

## Letters
part-letters = Letters
part-letters-intro = Each letter already has what the law asks: the decision, the reasons and what one can do. Do you want to add something yourself? Write it here. Letters are in Dutch.
setup-letter-won = To who gets the lot
setup-letter-lost = To who does not get the lot
setup-letter-refused = To who could not take part
shelf-letters = Texts for letters
shelf-letters-intro = What you choose comes into your letters as a copy, in Dutch. There you can change the text.
shelf-letter-for = For the letter:
shelf-link-letters = Choose texts from the library
change-letters = The own text in the letters differs.
journal-word-letters = letters

## Lessons
lessons-title = What did you learn from earlier rounds?
lessons-intro = These are the lessons of the last three rounds with a decision, and of your consultation tables. They also stand beside the part itself.
lessons-none = There are no lessons yet. They come here when a round of your municipality is decided, or when a consultation table shares one.
lessons-of-lot = { $lot }: { $text }
lessons-said = { $text } This was said by { $holder }.
lessons-criteria = so far apart were the bids: { $list }.
lessons-requirements = this requirement kept bids out: { $list }.
