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
why-has-maximum = By the rule of this round a bidder gets no more lots than was announced. This bidder had enough already: { $lots }.
why-below-threshold = A score or the total is below the limit.
why-not-admitted = The bid was not admitted.
exclusion-knock-out = On the question { $name } the bid got the score { $grade }. With that score a bid falls out.
exclusion-below-threshold = The question { $name } needs at least the score { $threshold }. The score is { $grade }.
exclusion-total = The total must be at least { $threshold } points. The total is { $total }.
exclusion-price-floor = The price is { $price }. That is below the lowest price allowed: { $end }.
exclusion-price-ceiling = The price is { $price }. That is above the highest price allowed: { $end }.
exclusion-price-fixed = The price is { $price }. The fixed price is { $end }.
tie-by-criterion = The total was equal to that of bid { $with }. The score on the question { $name } decided.
tie-by-price = The total was equal to that of bid { $with }. The lowest price decided.
tie-by-draw = The total was equal to that of bid { $with }. A draw decided. The minutes of the table show how it went.
tie-stays = The total is equal to that of bid { $with }. The bids share this place.
letter-bids =
    { $count ->
        [one] 1 bid
       *[other] { $count } bids
    }
