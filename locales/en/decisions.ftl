## Decision, letters and result.

refusal-decision-published = The results of this round have been published. A decision cannot change after that.
refusal-decision-not-opened = The bids are not open yet. After that you can decide.
refusal-decision-not-ripe = You cannot decide on this lot yet. The tables have to finish first.
refusal-decision-changed = Something changed since you opened this page. Go back, refresh the page and see what it says now.
refusal-decision-lacks = This decision is not complete yet. Go back and add what is missing.
refusal-decision-lots-open = Not every lot has a decision yet. Make those decisions first.
