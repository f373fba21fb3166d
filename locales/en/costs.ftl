## The budget of a bid: what you may add, what it comes to, and the spreadsheet.

bid-error-percent = Enter a percentage from 0 to 100, such as 3 or 3.5.

bid-cost-given-share = That is { $share } of the pay.
bid-cost-given-fixed = The municipality counts the same here for everybody. For you that is { $amount } a year. { $share }
bid-cost-given-later = The municipality counts a fixed part of the pay here for everybody. Fill in the pay first.
bid-cost-given-suggested = The municipality suggests { $amount }. { $share } You may change this.
bid-cost-given-more = You count { $by } more than this suggestion. Explain why below.
bid-cost-given-less = You count { $by } less than this suggestion. Explain why below.
bid-cost-fact-fixed = { $amount } (fixed, by the municipality)
bid-cost-fact-suggested = { $amount } (suggested by the municipality)

bid-cost-more = Do you want to look further ahead?
bid-cost-more-hint = You do not have to. It helps you to see whether your plan also fits a difficult year.

bid-cost-part-volumes = What if you give less or more help?
bid-cost-part-volumes-lead = Nobody knows beforehand how much help is needed. So also work out a quiet year and a busy one.
bid-cost-volume_low = How much help in a quiet year?
bid-cost-volume_high = How much help in a busy year?
bid-cost-low-not-low = This is more than the number you expect. Enter a lower number for a quiet year.
bid-cost-high-not-high = This is less than the number you expect. Enter a higher number for a busy year.
bid-cost-variable-title = Which part of the costs grows with the number?
bid-cost-variable-of = { $name }, part that grows along
bid-cost-variable-hint = Left empty? Then we count { $usual }.
bid-cost-volume-is-low = Quiet year
bid-cost-volume-is-expected = Expected
bid-cost-volume-is-high = Busy year
bid-cost-scenario = { $name }, { $units }
bid-cost-per-year = A year
bid-cost-total = Costs together
bid-cost-income = What you get
bid-cost-result = Difference
bid-cost-tariff = Costs { $per }
bid-cost-formula-title = How we worked it out per kind of costs
bid-cost-formula-all = { $name }: { $amount } × { $units } : { $expected } = { $result }.
bid-cost-formula-none = { $name }: { $result }. This amount stays the same.
bid-cost-formula-part = { $name }: { $amount } × ({ $rest } + { $share } × { $units } : { $expected }) = { $result }.

bid-cost-part-payers = Who else pays?
bid-cost-part-payers-lead = Name everybody who pays a part every year, besides the price of the municipality. Your own money comes further down.
bid-cost-payer-row = Payer { $number }
bid-cost-payer-part = Payer { $number }, { $part }
bid-cost-payer-who = Who pays?
bid-cost-payer-name = What is this payer called?
bid-cost-payer-amount = How much?
bid-cost-payer-price = The municipality, by the price
bid-cost-payers-total = Together
bid-cost-payer-line = { $who }: { $amount } a year
bid-cost-is-municipality = The municipality, with another contribution
bid-cost-is-members = Our members
bid-cost-is-fund = A fund
bid-cost-is-other = Somebody else
bid-cost-sum-payers = Others pay { $amount } a year together.
bid-cost-sum-own = You add { $amount } a year yourself. That does not count as what you get.

bid-cost-part-volunteers = How much do volunteers do?
bid-cost-part-volunteers-lead = Their time is worth a lot, but it is no money. We do not add it to anything.
bid-cost-volunteers-hours = How many hours do volunteers give?
bid-cost-volunteers-value = What is such an hour worth?
bid-cost-volunteers-value-hint = For example what a paid worker costs for that hour.
bid-cost-volunteers-worth = { $hours } × { $value } = { $worth } a year. This is no money and does not count.

bid-cost-part-years = What does it cost in the years after?
bid-cost-part-years-lead = Pay and prices rise every year. Here you see what that does to your plan.
bid-cost-rise-costs = How much do your costs rise a year?
bid-cost-rise-price = How much does the price of the municipality rise a year?
bid-cost-rise-price-hint = Left empty? Then the price rises as fast as your costs.
bid-cost-year = Year
bid-cost-year-number = Year { $number }
bid-cost-years-note = Costs rise { $costs } every year, the price rises { $price }. What others pay stays the same. Every year is rounded to whole cents.
chart-years-legend = Filled: what it costs. Open: what you get. The amounts are in the table.

bid-cost-part-cash = Is there always enough money in the first year?
bid-cost-part-cash-lead = You pay wages every month. The money of the municipality sometimes comes later. Here you see what is in the account per quarter.
bid-cost-cash-start = How much money do you have at the start?
bid-cost-cash-once = What does it cost to begin?
bid-cost-cash-once-hint = Costs you have once, such as a computer or an opening.
bid-cost-cash-paid = When does the municipality pay?
bid-cost-is-same = In the same quarter
bid-cost-is-after = A quarter later
bid-cost-quarter = Quarter
bid-cost-quarter-1 = First quarter
bid-cost-quarter-2 = Second quarter
bid-cost-quarter-3 = Third quarter
bid-cost-quarter-4 = Fourth quarter
bid-cost-quarter-in-1 = first
bid-cost-quarter-in-2 = second
bid-cost-quarter-in-3 = third
bid-cost-quarter-in-4 = fourth
bid-cost-in = In
bid-cost-out = Out
bid-cost-balance = In the account
bid-cost-quarter-short = In the { $quarter } quarter you are { $amount } short. See to more money at the start, or ask the municipality to pay earlier.
bid-cost-quarter-enough = You are not short of money in any quarter. At the end of the { $quarter } quarter there is the least: { $amount }.
bid-cost-quarters-same = We count that the municipality pays in the same quarter. Costs, own money and what others pay are spread over 4 quarters.
bid-cost-quarters-after = We count that the municipality pays a quarter later. Costs, own money and what others pay are spread over 4 quarters.

bid-cost-below-floor = Your costs are { $tariff } { $per }. That is less than what the municipality worked out as a fair price ({ $floor }). The law says that a price must cover all 6 kinds of costs. Check that you forgot nothing, such as illness or travel time.
bid-cost-above-ceiling = Your costs are { $tariff } { $per }. That is more than the municipality pays at most ({ $ceiling }). The law says that a price must cover all costs. Check the amounts, or write down who pays the rest.

cost-export-link = Download this budget as a spreadsheet (XLSX)
cost-import-link = Put a filled-in spreadsheet back
cost-file-name = budget.xlsx
cost-file-code = Code
cost-file-label = Question
cost-file-value = Answer
cost-file-unit = Kind
cost-file-euro = euro
cost-file-percent = percent
cost-file-number = number
cost-file-text = text
cost-file-given = euro, fixed
cost-file-outcome = Outcome
cost-file-none = Choose a file first.
cost-file-too-large = This file is too large. A budget from here is smaller than { $max } MB. Download the spreadsheet again and fill that in.
cost-file-unreadable = We cannot read this file. Save it as a spreadsheet (.xlsx), without a password, and choose it again.
cost-file-other-sheet = This spreadsheet has no sheet called ‘Costs’. Download the spreadsheet here and fill that in.
cost-file-too-much = This spreadsheet has far more in it than a budget. Download the spreadsheet here and fill that in.
cost-file-shut = You cannot change this bid now. You can still download the spreadsheet.
cost-import-title = Put a spreadsheet back
cost-import-how = Download the spreadsheet first. Fill it in with your own program. Change only the column ‘Answer’. Then choose the file below. You see first what changes.
cost-import-choose = Choose the spreadsheet
cost-import-hint = A file that ends in .xlsx, smaller than { $max } MB. Of a formula we take the outcome.
cost-import-look = See what changes
cost-import-changes =
    { $count ->
        [one] This changes: 1 answer
       *[other] This changes: { $count } answers
    }
cost-import-table = What changes
cost-import-nothing-yet = Nothing has changed yet. Check it and then take it over.
cost-import-old = Now
cost-import-new = Becomes
cost-import-empty = Empty
cost-import-same = This spreadsheet says the same as here. Nothing changes.
cost-import-faults = This is not taken over
cost-import-faults-hint = Correct these answers in the spreadsheet or on the page.
cost-import-undo = Do you regret it? We keep the earlier versions of every answer.
cost-import-take = Take this over
cost-import-cancel = Leave everything as it is
