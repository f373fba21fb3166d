## A requirement in a bid
bid-requirement-risk = Which risk does this requirement take away?
bid-requirement-risk-hint = Say in your own words what can go wrong. At most 60 words.
bid-requirement-instead = What do you do instead?
bid-requirement-instead-hint = Say what you do yourselves to take that risk away. At most 100 words.
bid-requirement-proof-hint = Name the proof there is today, or explain why the requirement does not apply to you. At most 100 words.
bid-requirement-date-hint = Only if you have a plan.
bid-requirement-check_date = When may the municipality come and look?
bid-requirement-check_date-hint = Choose a day on which you show that it works.
bid-requirement-vouch = Who vouches for it?
bid-requirement-vouch-hint = Somebody from outside your cooperative who can say that it works. Assessors do not see this name.
bid-requirement-same_as = The same proof as for another requirement
bid-requirement-same_as-hint = Does one proof serve several requirements? Choose the one where you name the proof already.
bid-requirement-file = Which file is the proof?
bid-requirement-file-hint = Choose a file that is in your bid already.
bid-requirement-file-gone = { $name } (no longer there)
bid-requirement-valid_until = Until when is the proof valid?
bid-requirement-valid_until-hint = Only if it has an end date.
bid-requirement-risk-of = { $name }, risk
bid-requirement-instead-of = { $name }, own way
bid-requirement-check_date-of = { $name }, day to look
bid-requirement-vouch-of = { $name }, who vouches
bid-requirement-same_as-of = { $name }, same proof
bid-requirement-file-of = { $name }, file
bid-requirement-valid_until-of = { $name }, valid until
bid-requirement-risk-said = The risk: { $text }
bid-requirement-instead-said = Instead: { $text }
bid-requirement-check_date-said = You can come and look on { $text }
bid-requirement-vouch-said = Vouches for it: { $text }
bid-requirement-same_as-said = Same proof as for: { $text }
bid-requirement-file-said = File: { $text }
bid-requirement-valid_until-said = Valid until { $text }
bid-requirement-waits = This proof may wait.
bid-requirement-waits-note = You show it if you win for now, before the award is final.
bid-requirement-steps = Only if you choose your own way. You explain it in five steps: the risk, what you do, the proof, a day to look, and who vouches for it.
bid-requirement-paper = File, end date or one proof for several requirements
bid-requirement-accepted =
    { $count ->
        [one] Accepted before in this municipality: 1 way
       *[other] Accepted before in this municipality: { $count } ways
    }
bid-requirement-accepted-note = What was accepted before gives you something to hold on to. The municipality looks anew each time.
bid-requirement-start = Use this as a start
bid-gap-step-risk = Write down which risk this requirement takes away.
bid-gap-step-instead = Write down what you do instead.
bid-gap-step-check_date = Choose a day on which the municipality may come and look.
bid-gap-step-vouch = Name somebody who vouches for it.
bid-gap-shared-chain = That requirement itself points to another one. Choose the one where the proof really stands.
bid-gap-shared-nothing = There is no proof at that requirement yet. Choose one that you do meet.
bid-proof-ends-early = The proof is valid until { $until }. The work only starts on { $starts }. Ask for a new proof in time.
bid-proof-file-gone = The file { $name } is no longer in this bid.
check-doubts = Have another look at this. You can still hand in.

## What can be read about a requirement
requirement-waits = The proof may wait: only who wins for now shows it.
requirement-accepted = Accepted before in this municipality
setup-proof-due = When must the proof be there?
setup-proof-due-hint = Rather let who wins for now show proof that takes time or money.
setup-proof-at_submission = When handing in
setup-proof-before_award = Before the final award
setup-explain = What does a bidder explain who does it in its own way?
setup-explain-own_words = The bidder says that in its own words
setup-explain-steps = Five steps: the risk, what you do, the proof, a day to look, who vouches for it
answer-proof = The proof there is today
answer-same-as = The same proof as for
answer-file = File:
answer-valid-until = Valid until
admission-waits = This proof may wait until the provisional award.

## The library of the municipality
equivalents-title = Accepted before
equivalents-back = Back to your rounds
equivalents-intro = This is what your municipality accepted before instead of the usual proof. It holds no names. Everybody who looks at a round of yours reads it with the requirement.
equivalents-empty = There is nothing here yet. If you accept a bidder’s own way, you can put it in this library from there.
equivalents-taken-out =
    { $count ->
        [one] 1 taken out
       *[other] { $count } taken out
    }
equivalent-title = Put in the library
equivalent-back = Back to the bid
equivalent-intro = You accepted this own way. Write it down so that it helps the next bidder, and so that nobody can see from whom it came.
equivalent-said = What the bidder wrote
equivalent-what = What did you accept?
equivalent-what-hint = Without name, place or number. At most 1,000 characters.
equivalent-conditions = On which condition?
equivalent-conditions-hint = Leave empty if there was no condition.
equivalent-traces = Read the text once more. This can tell from whom it came:
equivalent-trace-name = the name: { $value }
equivalent-trace-place = the place: { $value }
equivalent-trace-number = the register number: { $value }
equivalent-sure = I have read it. This does not tell from whom it came
equivalent-keep = Put in the library
equivalent-kept = It is in the library of your municipality.
equivalent-offer = Put in the library
equivalent-on-condition = Condition:
equivalent-accepted-on = Accepted on
equivalent-accepted-in = Accepted in { $round }, on
equivalent-take-out = Take out
equivalent-because = Why it was taken out:
equivalent-taken-out = It is no longer in the library.
equivalent-removal-title = Take out of the library
equivalent-removal-intro = Bidders no longer see it then. You can still read it here, with your reason.
equivalent-removal-reason = Why do you take this out?
equivalent-refused-empty = Write down what you accepted.
equivalent-refused-long = This is too long. Use at most 1,000 characters.
equivalent-refused-named = This text can tell from whom it came. Change it, or tick the box.
equivalent-refused-not-accepted = This own way was not accepted. Only what you accepted can go into the library.
equivalent-refused-out = Somebody else took this out already.
journal-kept_equivalent = { $actor } put an own way for ‘{ $object }’ in the library.
journal-took_out_equivalent = { $actor } took an own way for ‘{ $object }’ out of the library.
journal-label-what = What
journal-label-conditions = Condition
