## Making a bid: starting, task list, sections, saving, clashes, versions.

bid-start-title = Start your bid
bid-start-for = For which cooperative are you bidding?
bid-start-choose-cooperative = Choose for which cooperative you are bidding.
bid-start-copy = Would you like to copy texts?
bid-start-copy-hint = You already have a bid on another lot in this round. We can copy those texts. Adapt them to this lot afterwards.
bid-start-copy-none = No, I start with empty fields
bid-start-copy-from = Yes, from { $name }
bid-start-explain = You are about to make a bid on this lot. Only people of your cooperative can see it. The municipality sees nothing, not even that you started.
bid-start-button = Start the bid

bid-group-cooperative = Your cooperative
bid-group-plan = Your plan
bid-group-quality = Quality and social value
bid-group-money = Money
bid-group-submit = Check and submit

bid-tasks-title = Your bid for { $theme }
bid-tasks-done =
    { $total ->
       *[other] { $done } of { $total } sections are done
    }
bid-tasks-submit-before = Submit before
bid-tasks-closed = The time is over
bid-tasks-closed-at = You could submit until
bid-tasks-next = Continue with: { $section }
bid-tasks-check-and-submit = Check and submit
bid-tasks-lot-link = Read what the municipality asks
bid-tasks-aside = About your bid
bid-beside = With this bid
bid-beside-journal = What happened
bid-tasks-people = Who works on it
bid-tasks-help = Need help?
bid-tasks-help-call = Call
bid-tasks-help-hours = on working days from 9 to 17.
bid-tasks-help-question = Or ask a question.
bid-tasks-reads-along = You are reading along. Would you like to write too? Ask the lead of your cooperative.
bid-tasks-submitted = Your bid was submitted on { $when }. Your number is { $number }.
bid-tasks-receipt = See the receipt
bid-tasks-withdraw = Withdraw the bid
bid-tasks-withdrawn = Your bid has been withdrawn. You can change it and submit it again until the closing time.
bid-task-counts = Counts for ‘{ $name }’ ({ $weight }).
bid-task-price-counts = The price counts for { $weight }.
bid-task-gaps =
    { $count ->
        [one] 1 thing is still missing.
       *[other] { $count } things are still missing.
    }
bid-task-check = Check your answers
bid-task-check-hint =
    { $count ->
        [0] Read everything once more at your ease.
        [one] 1 thing is still missing. You can already read everything.
       *[other] { $count } things are still missing. You can already read everything.
    }
bid-task-check-ready = Possible now
bid-task-submit = Submit your bid
bid-task-submit-hint = Possible when all { $count } sections are done.
bid-task-submit-now = Everything is done. Somebody who may sign can submit now.
bid-task-submitted = Submitted
bid-task-submitted-hint = The municipality has received your bid.
bid-person-you = { $name } (you)
bid-person-signs = May submit.
bid-person-at-work = Working on: { $section }
bid-person-did = { $when }: { $section }
bid-when-today = today, { $clock }
bid-when-yesterday = yesterday, { $clock }

bid-section-place = Section { $place } of { $total }
bid-section-list = Sections
bid-section-why = Why the municipality asks this
bid-section-counts = How this section counts
bid-section-counts-note = Assessors read this section for this question. They do not see your name.
bid-section-versions = Earlier versions
bid-section-example = See an example
bid-section-files-below = You add files at the bottom of this page.
bid-section-clash = Somebody else changed this text too. We kept both texts. Choose which one you keep:
bid-section-read-only = This is what you wrote

bid-done = Is this section done?
bid-done-yes = Yes, this section is done
bid-done-no = No, I will continue later
bid-not-answered = Not filled in yet
bid-reads-along = You are reading along. Only the lead, writers and signatories can make changes.
bid-submitted = You have submitted this bid. Would you like to change something? Then withdraw the bid first. You can do so until the closing time. After that you submit again.
bid-closed = The time is over. You can change nothing any more. You can still read everything.
bid-saved-but = Your text has been saved. Something still needs attention.
bid-not-saved = We have not saved anything yet. Your text is below.
bid-text-stays = We could not save your text. It is still on this screen. Copy it if you want to keep it.
bid-refusal-start-closed = The time for this round is over. You can no longer start a bid here.
bid-refusal-not-asked = This field does not belong to this round. Reload the page.
bid-refusal-too-long = This text is far too long to keep. Make it shorter. A long piece can be added as an attachment.
bid-refusal-not-offered = Choose one of the answers on the page.
bid-refusal-already = Your cooperative already has a bid on this lot.
bid-refusal-copy = The texts to copy are not of your cooperative or not of this round. Choose something else.

bid-gap-named = { $label }: { $why }
bid-gap-no-text = Write an answer.
bid-gap-no-proof = Write how you show this.
bid-gap-no-plan-date = Fill in the day on which this will be arranged.
bid-gap-few-commitments =
    { $begun ->
        [0] Make at least { $min } commitments. You have none yet.
        [one] Make at least { $min } commitments. You have 1 now.
       *[other] Make at least { $min } commitments. You have { $begun } now.
    }
bid-gap-no-file = Add a file.
bid-gap-not-done = Everything is filled in. Now choose ‘Yes, this section is done’.
bid-error-quantity = Enter a number, like 8 or 8,5.

bid-requirement-status = Do you meet this requirement?
bid-requirement-proof = How do you show that?
bid-requirement-date = When will it be arranged?
bid-requirement-status-of = { $name }
bid-requirement-proof-of = { $name }, proof
bid-requirement-date-of = { $name }, date
bid-requirement-met = Yes, we meet it
bid-requirement-equivalent = Yes, in our own way
bid-requirement-plan = Not yet, we have a plan
bid-requirement-not_applicable = This does not apply to us
bid-requirement-by = Arranged on { $day }
bid-requirement-knock-out = You must meet this one
bid-requirement-knock-out-note = If you do not meet this one, the municipality cannot take your bid into account. Your own way or a plan is allowed.
bid-requirement-more = Why this requirement, and which proof fits?
bid-requirement-why = What is it for?
bid-requirement-usual = Usual proof
bid-requirement-own-way = This is fine too

bid-cost-pay = Pay of those who give the help
bid-cost-pay-hint = Pay by collective agreement, with contributions and holiday pay. Count only the hours with clients.
bid-cost-overhead = Costs of the organisation
bid-cost-overhead-hint = Coordination, administration, rent, telephone, insurance, board.
bid-cost-non_productive = Time without a client
bid-cost-non_productive-hint = Illness, days off and meetings. You pay these hours too.
bid-cost-travel_training = Travel and training
bid-cost-travel_training-hint = Travel time, kilometres, courses and settling in.
bid-cost-indexation = Rise of pay and prices
bid-cost-indexation-hint = What you expect for the first year of the contract.
bid-cost-other = Other costs
bid-cost-other-hint = For example keeping figures for the municipality. No other costs? Then enter 0.
bid-cost-volume = How much help do you give?
bid-cost-volume-hint = This lot is { $units } a year. Taking a part of it? Then enter your part.
bid-cost-rate = Which price do you ask?
bid-cost-rate-hint = Ask at least { $floor } and at most { $ceiling }. A fair price covers all your costs.
bid-cost-fixed = The municipality pays a fixed amount: { $price } { $per }.
bid-cost-sums = How this works out
bid-cost-sums-empty = Fill in amounts and choose ‘Calculate’. Then you see here what your plan costs per year and per unit.
bid-cost-sum-total = Together your costs are { $total } a year.
bid-cost-sum-per-unit = { $total } divided by { $units } is { $rate } { $per }.
bid-cost-sum-income = You get { $price } { $per }. For { $units } that is { $income } a year.
bid-cost-calculate = Calculate
bid-cost-stale = Did you change something? Then choose ‘Calculate’ again.
bid-cost-rate-too-high = Your price is above the highest price ({ $ceiling }). There is no more money for this lot, so the municipality may not accept it. Choose a lower price.
bid-cost-rate-too-low = Your price is below the lowest price ({ $floor }). The law wants a fair price: below it nobody can pay wages, travel time and illness. So the municipality may not accept it. Choose a higher price.
bid-cost-short = Your costs are { $by } a year higher than what you get. Explain below how you pay for that, or check the amounts.
bid-cost-above-budget = This is { $by } a year more than the municipality has for this lot ({ $budget }). Check the number and the price.
bid-cost-other-volume = The whole lot is { $units } a year. You enter another number. That is fine if you take a part.

bid-commitment-number = Commitment { $number }
bid-commitment-part = Commitment { $number }, { $part }
bid-commitment-criterion = What is it about?
bid-commitment-criterion-hint = Choose what fits best.
bid-commitment-what = What do you promise?
bid-commitment-what-hint = One sentence. Begin with what changes.
bid-commitment-baseline = How is it now?
bid-commitment-baseline-hint = A number. Nothing now? Then enter 0.
bid-commitment-target = What will it be?
bid-commitment-target-hint = The number you want to reach. It goes into your contract.
bid-commitment-unit = What is counted?
bid-commitment-unit-hint = For example: people a week.
bid-commitment-by = When will that be?
bid-commitment-by-hint = The day on which the municipality may see whether it worked.
bid-commitment-evidence = How do you show that?
bid-commitment-evidence-hint = For example: a count, a roster, talks.
bid-commitment-owner = Who sees to it?
bid-commitment-owner-hint = Name the role, no names. Assessors read this.
bid-commitment-owner-is = Who sees to it: { $said }
bid-commitment-for_whom = Whom is this good for?
bid-commitment-for_whom-hint = For example: people over 75 who live alone.
bid-commitment-for_whom-is = Good for: { $said }
bid-commitment-later-when = On the day that you name, and every year in the talk about progress, the municipality asks: which number did you reach, and what shows that? So only promise what you can count.
bid-commitment-change = From { $baseline } to { $target } { $unit }, on { $by }.
bid-commitment-proved-by = Proof: { $evidence }
bid-commitment-later = What the municipality will ask later
bid-commitment-later-indicator = The municipality looks at: { $indicator }.
bid-commitment-later-evidence = Fits as proof: { $evidence }.
bid-commitment-later-strong = A strong commitment: { $strong }
bid-commitment-kinds = What can you choose from?
bid-commitment-more = Another commitment? Choose Save. You then get an empty one.

bid-clash-title = Choose which text you keep
bid-clash-intro = You and somebody else wrote in the same field at the same time. We kept both texts. Nothing is lost: you find the other text under ‘Earlier versions’.
bid-clash-mine = Your text, { $when }
bid-clash-theirs = The text of { $name }, { $when }
bid-clash-yourself = yourself in another window
bid-clash-choose-mine = Keep my text
bid-clash-choose-theirs = Keep the text of { $name }
bid-clash-merge = Or make one text of both
bid-clash-merged = One text together
bid-clash-choose-merged = Keep this text
bid-clash-empty = (empty)
bid-clash-back = Back to the section
bid-clash-settled = You chose here already, perhaps in another window.
clash-parts = Choose part by part
clash-parts-intro = What you both wrote simply stands here. What only one of you changed is chosen already. You can change that.
clash-parts-keep = Keep the chosen parts
clash-whole = Or choose a whole text
clash-part-changed-mine = Part { $place }: only you changed this
clash-part-changed-theirs = Part { $place }: only { $name } changed this
clash-part-changed-both = Part { $place }: you and { $name } both wrote this differently
clash-part-mine = My text
clash-part-theirs = The text of { $name }
clash-part-both = Both, one after the other
clash-part-changed-mine-own = Part { $place }: you changed this in this window only
clash-part-changed-theirs-own = Part { $place }: you changed this in another window only
clash-part-changed-both-own = Part { $place }: you wrote this differently in two windows
clash-part-mine-own = The text of this window
clash-part-theirs-own = The text of the other window
clash-part-both-own = Both, one after the other
clash-part-nothing = (nothing)
clash-part-differences = Show which words differ
clash-part-choose = Choose which text you keep here.

bid-versions-title = Earlier versions
bid-versions-intro = These are all texts that stood in this field. Do you bring an old text back? Then the text of now is kept as well.
bid-versions-current = This is the text of now
bid-versions-restore = Bring this text back
bid-versions-none = Nothing has been written yet.
bid-versions-set-aside = Texts that were not chosen
bid-versions-set-aside-note = These texts clashed with those of somebody else and were not chosen then.
bid-words =
    { $count ->
        [one] 1 word
       *[other] { $count } words
    }

## Tables and questions with a condition
bid-table-row = Row { $number }
bid-table-cell = { $column }, row { $number }
bid-table-more = Save if you need another row. An empty row is then added.
bid-gap-few-rows = Fill in at least { $min } rows. You have { $begun } now.
bid-or = or
bid-only-when = Only if you choose { $answers } for ‘{ $question }’.
