## Decision, letters and result.

refusal-decision-published = The results of this round have been published. A decision cannot change after that.
refusal-decision-not-opened = The bids are not open yet. After that you can decide.
refusal-decision-not-ripe = You cannot decide on this lot yet. The tables have to finish first.
refusal-decision-changed = Something changed since you opened this page. Go back, refresh the page and see what it says now.
refusal-decision-lacks = This decision is not complete yet. Go back and add what is missing.
refusal-decision-lots-open = Not every lot has a decision yet. Make those decisions first.

## Grounds to award a lot to nobody
ground-no_bids = there are no bids
ground-none_admitted = no bid was admitted
ground-quality_too_low = the quality of the bids is too low
ground-over_budget = it does not fit the budget
ground-task_withdrawn = the municipality withdraws this task

## What the rules say, on pages and in letters
why-prefers = By the rule of this round a bidder gets no more lots than was announced. What stands higher in its own list of preferences goes first: { $lots }.
why-no-capacity = With these lots there is not enough capacity left for this one: { $lots }.
why-over-budget = The price no longer fits in the budget.
why-kept = What is left of the budget is kept for residents’ initiatives.
why-lower-total = All lots together have a better result when this lot goes to another bidder.
why-has-maximum = By the rule of this round a bidder gets no more lots than was announced. This bidder had enough already: { $lots }.
why-below-threshold = A score or the total is below the limit.
why-not-admitted = The bid was not admitted.
exclusion-knock-out = On the question { $name } the bid got the score { $grade }. With that score a bid falls out.
exclusion-below-threshold = The question { $name } needs at least the score { $threshold }. The score is { $grade }.
exclusion-total = The total is { $total }. The limit is { $threshold }.
exclusion-group = The questions of { $name } together give { $points }. The limit is { $threshold }.
exclusion-fell-away = The bid no longer takes part.
exclusion-price-floor = The price is { $price }. That is below the lowest price allowed: { $end }.
exclusion-price-ceiling = The price is { $price }. That is above the highest price allowed: { $end }.
exclusion-price-fixed = The price is { $price }. The fixed price is { $end }.
tie-by-criterion = Equal total with: { $with }. The score on the question { $name } decided, as was published beforehand.
tie-by-price = Equal total with: { $with }. The lowest price decided, as was published beforehand.
tie-by-draw = Equal total with: { $with }. A draw decided, as was published beforehand. How it went stands with your bid under “Draw”.
tie-stays = Equal total with: { $with }. The bids share this place.
tie-awaits-draw = Equal total with: { $with }. The draw is still to come.
letter-bids =
    { $count ->
        [one] 1 bid
       *[other] { $count } bids
    }

## Overview of the decisions
decision-title = Decision
decision-intro = Here you see per lot what the table settled, what the rules of this round propose and what was decided. A decision becomes public with the publication.
decision-rule = The allocation rule, as bidders read it
decision-bids =
    { $count ->
        [0] There were no bids.
        [one] There was 1 bid.
       *[other] There were { $count } bids.
    }
decision-status-decided = Decided
decision-status-waiting = Waits for the table
decision-status-ripe = Ready for a decision
decision-status-others = Waits for other lots
decision-proposal = Proposal by the rules
decision-decision = Decision
decision-deviates = This decision differs from the proposal.
decision-nobody = Nobody
decision-nobody-because = Nobody, because { $ground }
decision-shared = These bids share the place that decides: { $names }. The rules do not say who of them gets the lot.
decision-reserve = Reserve, in this order:
decision-ready = Every lot has a decision. Read all letters first. Then you publish the results.
decision-open =
    { $count ->
        [one] 1 lot has no decision yet.
       *[other] { $count } lots have no decision yet.
    }
decision-to-publication = Read the letters and publish
decision-only-maker = Only the decision maker decides and publishes.
decision-published-at = The results were published on
decision-to-result = See the public results
decision-to-letters = See the letters

## Ranking of a lot as a table
ranking-title = Result of the table
ranking-bidder = Place and bidder
ranking-total = Total

## Decision on a lot
decision-form = Your decision
decision-form-intro = All bidders read in their letter what you write here. It is on the public page too. Name only the chosen bidder. Do not judge people and do not give away business secrets.
decision-verdict = To whom do you award this lot?
decision-choice = { $name } (place { $place })
decision-choice-proposed = This is the proposal by the rules.
decision-choice-nobody = To nobody
decision-ground = If nobody gets the lot: the ground
decision-ground-hint = Only fill this in if you choose ‘To nobody’.
decision-reasons = Reasons of your decision
decision-reasons-hint = Why does this bidder get the lot, or why does nobody? Name the questions that decided.
decision-advantages = Characteristics and advantages of the chosen bid
decision-advantages-hint = What does the winner offer, and what makes that better than the others? The other bidders have a right to this answer.
decision-strengths = What the table wrote about the proposed bid
decision-deviation = Why do you differ from the proposal?
decision-deviation-hint = Only fill this in if you decide otherwise than the rules propose.
decision-sign = Sign the decision
decision-error-verdict = Choose to whom you award this lot, or choose ‘To nobody’.
decision-error-ground = Choose a ground, so that bidders know why nobody gets the lot.
decision-error-limit = This bidder has as many lots as was announced already. Choose another, or change another decision first.
decision-error-reasons = Write in a few words why you decide this.
decision-error-advantages = Write in a few words what marks the chosen bid and makes it better.
decision-error-deviation = Your decision differs from the proposal. Write in a few words why.

## Publication
publish-title = Letters and publication
publish-intro = Read all letters here. With the publication they all go out at once, and the results appear on the public page.
publish-done = The results have been published and the letters have been sent.
publish-lots = Decisions per lot
publish-letters = Letters
publish-no-decision = No decision yet
publish-term = If you publish today, this is the term. If you publish later, the days move along.
publish-read = Read the letters
publish-none = There are no letters yet. A letter comes when its lot has a decision.
publish-confirm-title = Publish
publish-warning = This cannot be undone. The letters will have been sent and the term will run.
publish-confirm = I have read all letters and want to publish the results
publish-publish = Publish the results and send the letters
publish-error-confirm = Tick the box when you have read all letters.
letter-to = { $name }, lot { $lot }
letters-title = Letters
letters-intro = These letters have been sent. The text is exactly what the bidder read.
letters-none = No letters have been sent yet.
letters-sent = Sent on
letters-to = To

## Term
term-title = Until when can bidders respond?
term-sent = The letters go out on
term-standstill =
    { $count ->
        [one] After that a bidder can go to court for 1 day.
       *[other] After that a bidder can go to court for { $count } days.
    }
term-objection =
    { $count ->
        [one] After that a bidder can object for 1 week.
       *[other] After that a bidder can object for { $count } weeks.
    }
term-first = First day
term-counted = Last day as counted
term-last = Last day that holds
term-extended = The counted day is no working day. That is why the end moves.
term-final = Up to and including that day the decision is not final.

## Results for everybody and for a bidder
result-title = Results
result-heading = Results: { $title }
result-lead =
    { $lots ->
        [one] { $count ->
            [0] The lot has no new provider.
           *[other] The lot has a new provider.
        }
       *[other] { $count ->
            [one] 1 of { $lots } lots has a new provider.
           *[other] { $count } of { $lots } lots have a new provider.
        }
    }
result-decided = The decision is of
result-money = Money per year
result-money-intro = What the chosen bid costs per year, beside the money of the municipality. The mark is the budget.
result-money-caption = Cost and budget per lot per year
result-chart = Chart
result-cost = Cost
result-budget = Budget
result-left = Left
result-winner = { $name } of { $place } gets this lot.
result-advantages = What marks the winner
result-ranking = Places and points
result-bid = Bid { $code }
result-out =
    { $count ->
        [one] 1 of them has no place.
       *[other] { $count } of them have no place.
    }
result-record = Check number of the file:
result-map = Who helps where?
result-list = As a list
result-nobody = Nobody
result-to-round = See the round
own-result-title = Result of your bid
own-result-intro = This is the letter you received. You can print this page. The letter was sent on
own-result-pdf = Save the letter as PDF
bid-decided = There is a decision on your bid.
bid-decided-link = Read the letter
