## Own bids
bids-intro =
    { $count ->
        [one] Your cooperative has 1 bid.
       *[other] Your cooperative has { $count } bids.
    }
bids-standing-draft = Not submitted yet
bids-standing-submitted = Submitted
bids-standing-withdrawn = Withdrawn
bids-standing-judged = Submitted. The municipality is at work.
bids-standing-decided = The result is there
bids-standing-missed = Not submitted
bids-received-at = Submitted on { $when }
bids-open-until = Open until
bids-closed-at = Closed on
bids-next-receipt = See the receipt
bids-next-result = See the result
bids-next-read = Read what you wrote
bids-none = Your cooperative has no bid yet. This is how to start:
bids-start-choose = Find a round and choose a lot that suits you. A lot is a part of the assignment.
bids-start-begin = Read what the municipality asks. Then choose ‘Start your bid’.
bids-start-write = Write together. Everything is saved by itself. You can stop at any time and go on later.
bids-start-submit = Is everything ready? Then somebody who may sign submits the bid.
bids-see-rounds = See the rounds
bids-no-member = You do not belong to a cooperative yet. Ask somebody of your cooperative to invite you. Then you see its bids here.
list-and = and

## Check
check-title = Check your answers
check-missing =
    { $count ->
        [one] You cannot submit yet. 1 thing is missing:
       *[other] You cannot submit yet. { $count } things are missing:
    }
check-complete = Everything is filled in. Read it once more at your ease. Is it right? Then you can submit.
check-submitted = This is what you submitted.
check-to-submission = Go on to submit
check-only-signatories = Everything is ready. Only { $names } may submit. Ask one of them.

## Submit
submission-title = Submit your bid
submission-back = Back to your answers
submission-until = You can submit until
submission-next = What happens next?
submission-next-receipt = You get a number at once. Everybody who signs or leads gets a receipt by mail.
submission-next-sealed = Your bid stays shut until after the deadline. The municipality cannot read it and does not know that you take part.
submission-next-change = Until the deadline you can withdraw, change and submit again. Only the last version counts.
submission-preference = Your cooperative has { $count } bids in this round. How much do you want this lot?
submission-preference-hint = This only counts if you are the best on more lots than you may get.
submission-place = Choice { $place }
submission-declare = What you declare
submission-truth = We have filled in everything truthfully.
submission-mandate = I may sign on behalf of the cooperative. The members know about this.
submission-promise = Do we get the assignment? Then we keep to what is written here.
submission-truth-open = Tick the box if everything is filled in truthfully.
submission-mandate-open = Tick the box if you may sign on behalf of the cooperative.
submission-promise-open = Tick the box if you will keep to what is written here.
submission-name = Sign with your name
submission-name-hint = Type your name as it is in your account: { $name }
submission-name-wrong = Type your own name as it is in your account: { $name }.
submission-submit = Sign and submit
submission-not-yet = Not yet
submission-not-ready = You cannot submit yet. Something is still missing.
submission-late = The time is over. You cannot submit any more.
submission-late-closed = You could submit until { $when }.
submission-late-came = Your bid arrived here on { $when }.
submission-late-kept = Your texts and files are kept. You can read them, but not change them.
submission-late-read = See your answers
submission-late-fault = Was there an outage? Call or mail the municipality today:
submit-refused-late = The time is over. You cannot submit any more.
submit-refused-already = This bid has been submitted already.
submit-refused-incomplete = Something changed since you opened this page. Something is missing now. Complete that first.
submit-refused-preference = You gave this place to a bid that has been submitted. Choose another place. Or withdraw that bid first.
submit-refused-no-preference = Choose a place from the list.

## Receipt
receipt-title = Receipt
receipt-done = Done. We have your bid.
receipt-received = We received your bid on { $when }.
receipt-number = Number
receipt-time = Time of receipt
receipt-by = Submitted by
receipt-to = Submitted to
receipt-hash = Check number (SHA-256)
receipt-hash-meaning = This number belongs to exactly this bid. If anybody changes one letter later, another number comes out. So you can always show what you submitted.
receipt-content = Download what you submitted
receipt-content-note = The file that the check number was made of (JSON)
receipt-mailed = These facts are in your mail as well.
receipt-change-until = You can still change your bid until { $when }. Withdraw it first.
receipt-closed = The time is over. Two people of the municipality open the bids together. You will get a mail then.
receipt-print = You can print this page or save it as a PDF.
receipt-withdraw = Withdraw or change
receipt-withdrawn = Withdrawn on { $when }.
receipt-withdrawn-reason = The reason: { $reason }
receipt-again = Check and submit again
receipt-earlier = Earlier versions
receipt-earlier-text = These versions do not count any more. Their receipts are kept.

## Withdraw
bid-withdrawal-title = Withdraw your bid
bid-withdrawal-warning = After you withdraw, your bid does not count any more. Do you want to take part after all? Then submit again, in time.
bid-withdrawal-until = You can change it and submit again until
bid-withdrawal-kept = Your texts and files stay. Your receipt is kept too.
bid-withdrawal-reason = Why do you withdraw the bid?
bid-withdrawal-reason-hint = This goes into the log. The municipality reads it only after the deadline.
bid-withdrawal-reason-empty = Write briefly why you withdraw.
bid-withdrawal-confirm = I know that the bid does not count any more now.
bid-withdrawal-confirm-open = Tick the box if you are sure that you want to withdraw.
bid-withdrawal-submit = Withdraw the bid
withdraw-refused-late = The time is over. You cannot withdraw your bid any more. Call the municipality if you do not want to take part after all.
withdraw-refused-not-submitted = This bid has not been submitted. So there is nothing to withdraw.

## Mails
mail-receipt-subject = Received: your bid { $number }
mail-receipt-body = We received the bid of { $cooperative }.
mail-receipt-lot = Lot: { $lot }
mail-receipt-round = Round: { $round }
mail-receipt-number = Number: { $number }
mail-receipt-time = Time of receipt: { $when }
mail-receipt-by = Submitted by: { $name }
mail-receipt-hash = Check number (SHA-256):
mail-receipt-hash-meaning = Keep this mail. With the check number you can always show what you submitted.
mail-receipt-until = You can still change the bid until { $when }. Withdraw it first.
mail-receipt-page = The receipt is also here:
mail-withdrawn-subject = Withdrawn: your bid { $number }
mail-withdrawn-body = { $name } withdrew the bid of { $cooperative } on { $when }. The bid does not count any more.
mail-withdrawn-again = Your texts are kept. You can change them and submit again until { $when }:
