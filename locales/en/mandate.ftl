## The vote of the members, and residents who support a plan.

bid-beside-vote = Let your members vote
bid-beside-support = Collect support in the neighbourhood

vote-title = Let your members vote
vote-back = Back to the decision of your members
vote-intro = Your members vote by a link of their own in a mail. They need no account.
vote-both-ways = Did your members vote at a meeting already? Then you need not do anything here. Add the record as an attachment. Both ways are fine.
vote-forgotten = E-mail addresses of members are erased 30 days after the deadline. How many people voted is kept.
vote-reads-along = You are reading along. A member who writes can start a vote.
vote-set-up = Start a vote
vote-set-up-text = There can be only one vote for this bid at a time. The municipality sees nothing of it until the bids are opened.
vote-question = The question
vote-question-hint = Members answer for, against or blank.
vote-question-usual = Do we take part with this plan?
vote-about = What your members vote on
vote-about-hint = Put the core of your plan here. This text cannot change once the vote has begun.
vote-secrecy = Kind of vote
vote-secrecy-choose = Is the vote secret?
vote-secrecy-secret = Secret
vote-secrecy-secret-hint = Nobody can see who voted what, not even we. That is why members cannot change their vote.
vote-secrecy-open = Open
vote-secrecy-open-hint = Afterwards you see who voted what. Members can change their vote until it closes.
vote-quorum = How many members must vote
vote-quorum-choose = How many members must vote?
vote-quorum-hint = Look in your statutes. A blank vote counts for this.
vote-quorum-none = There is no minimum
vote-quorum-number = A fixed number of members
vote-quorum-share = A share of the members, in percent
vote-quorum-amount = Number or percentage
vote-quorum-amount-hint = Only if there is a minimum. For example 20 members, or 50 percent.
vote-quorum-needed =
    { $count ->
        [one] At least 1 member
       *[other] At least { $count } members
    }
vote-quorum-reached =
    { $count ->
        [one] Reached: 1 vote was needed
       *[other] Reached: { $count } votes were needed
    }
vote-quorum-missed =
    { $count ->
        [one] Not reached: 1 vote was needed
       *[other] Not reached: { $count } votes were needed
    }
vote-opens = Start of the vote
vote-opens-hint = Leave empty if the vote starts at once. At that moment members get their mail.
vote-closes = End of the vote
vote-closes-hint = At least an hour after the start, and before { $when }. By then your bid must be in.
vote-members = Members who may vote
vote-members-hint = Paste the e-mail addresses, each on a line of its own. At least 2 and at most 5,000. Every member needs an own address.
vote-members-count =
    { $count ->
        [one] 1 member
       *[other] { $count } members
    }
vote-look = Check and go on
vote-preview = Is this right?
vote-preview-text = Look carefully. After sending you cannot change the text or the list any more.
vote-send =
    { $count ->
        [one] Send 1 invitation
       *[other] Send { $count } invitations
    }
vote-change = Change something first
vote-doubles =
    { $count ->
        [one] 1 address was in it more than once and counts once: { $names }.
       *[other] { $count } addresses were in it more than once and count once, such as { $names }.
    }
vote-address-line = Line { $line }: { $text }.
vote-address-more =
    { $count ->
        [one] And 1 more.
       *[other] And { $count } more.
    }
vote-weak-term = Please note
vote-weak = There are fewer than 5 votes. Then secrecy is weak: others can sometimes guess who voted what.
vote-current = The vote
vote-stage-planned = Has yet to begin
vote-stage-open = Is open now
vote-stage-closed = Closed
vote-stage-stopped = Stopped
vote-turnout = Turnout
vote-turnout-of = { $voted } of the { $count } members
vote-reminded = Last reminder
vote-remind = Send a reminder to who did not vote yet
vote-close = Close the vote earlier
vote-close-text = Has everybody voted who wants to? Then you can close now. Links in the mails can no longer be used to vote. The outcome will say that you closed early.
vote-close-sure = Yes, close the vote now
vote-close-sure-open = Tick the box if you want to close the vote now.
vote-close-do = Close the vote
vote-stop = Stop the vote without an outcome
vote-stop-text = Is the question or the list wrong? Then stop. There will be no outcome. You can start again afterwards.
vote-stop-reason = Why do you stop?
vote-stop-reason-hint = Members who open their link read this reason.
vote-stop-do = Stop the vote
vote-stopped = This vote was stopped. The reason: { $reason }
vote-outcome = Outcome
vote-outcome-adopted = Your members are in favour.
vote-outcome-rejected = Your members are not in favour. There are no more votes for than against.
vote-outcome-no-quorum = Too few members voted. The outcome does not count.
vote-choice-for = For
vote-choice-against = Against
vote-choice-blank = Blank
vote-choice-none = Did not vote
vote-votes =
    { $count ->
        [one] 1 vote
       *[other] { $count } votes
    }
vote-closed-on = Closed on
vote-closed-early = { $day }, earlier than announced
vote-who = Who voted what?
vote-who-text = This was an open vote. Only your cooperative sees this. It is not handed in with your bid.
vote-as-answer = { $voted } of the { $members } members; { $for } for, { $against } against, { $blank } blank
vote-adopt-title = Put the outcome into your bid
vote-adopt-text = This goes into the section about the decision of your members. What was there stays among the earlier texts. The outcome is also handed in with the bid: numbers and days, no names.
vote-adopt = Take over the outcome
vote-minutes-title = Minutes and decision
vote-minutes = Minutes
vote-minutes-hint = What was said, and what worries were there? This stays with your cooperative. Do you want to send it along? Then add it as an attachment.
vote-statement = Closing statement of the board
vote-statement-hint = For example: the board finds that the members are in favour and hands in the bid.
vote-earlier = Earlier votes
vote-earlier-stopped = Stopped on { $day }. Reason: { $reason }
vote-earlier-closed = Closed on { $day }.

vote-refused-running = There is a vote for this bid already, or one that has yet to begin. Stop that one first.
vote-refused-question = Write a question of at most 200 characters.
vote-refused-about = Write what your members vote on, in at most 500 words.
vote-refused-secrecy = Choose whether the vote is secret or open.
vote-refused-quorum = Fill in a whole number: a number of members, or a percentage from 1 to 100.
vote-refused-quorum-high = The minimum is higher than the number of members in your list.
vote-refused-short = Give your members at least an hour to vote.
vote-refused-past = This moment is over. Choose a later one, or leave it empty.
vote-refused-after-round = Close the vote before the bid must be in.
vote-refused-few = Fill in at least 2 different e-mail addresses.
vote-refused-many = These are more than 5,000 addresses. We cannot send so many invitations. Hold a meeting then, and add the record.
vote-refused-address = Not every line is an e-mail address.
vote-refused-not-open = The vote is not open now.
vote-refused-not-closed = The vote is not closed yet.
vote-refused-voted = You have voted already. This vote is secret, so your vote cannot change any more.
vote-refused-reason = Write why you stop, in at most 500 characters.
vote-refused-reminded = You sent a reminder today already. Wait 24 hours.
vote-refused-everybody = Everybody has voted already.
vote-refused-too-long = The minutes may have 1,000 words and the statement 500 characters.

ballot-title = Your vote
ballot-step-1 = Step 1 of 2
ballot-step-2 = Step 2 of 2
ballot-about = What is it about?
ballot-vote = Vote
ballot-until = You can vote until { $when }.
ballot-secret = This vote is secret. Nobody sees what you vote. We only keep that you voted. That is why you cannot change your vote afterwards.
ballot-open = This is an open vote. Afterwards the board sees what you voted. You can change your vote until the end.
ballot-blank-hint = You vote, but do not choose. Your vote counts for the turnout.
ballot-next = Go on
ballot-check = Is your choice right?
ballot-you-vote = You vote:
ballot-secret-final = After this step your vote cannot change any more.
ballot-open-change = You can still change your vote until { $when }.
ballot-cast = Cast your vote
ballot-other = Choose something else
ballot-planned = The vote begins on { $when }. Keep your mail and come back then.
ballot-closed = The vote is closed.
ballot-voted-secret = Thank you, your vote is counted. Your vote is secret and cannot change any more. The outcome will be here when the vote is closed.
ballot-voted-open = Thank you, your vote is counted. You voted: { $choice }. You can still change that below.
ballot-link-own = This link is yours alone. Do not pass it on: whoever has it can vote for you.

mail-vote-subject = Vote at { $cooperative }
mail-vote-text = { $cooperative } asks you as a member to vote. It takes a few minutes. You need no account.
mail-vote-reminder-subject = Reminder: vote at { $cooperative }
mail-vote-reminder-text = { $cooperative } asked you as a member to vote. You have not done so yet. You still can.
mail-vote-link = Open this link and vote:
mail-vote-until = You can vote until { $when }.
mail-vote-both = The link in the mail before this one works as well. You can vote once.
mail-vote-own = The link is yours alone. Do not forward this mail.
mail-vote-stranger = Are you no member of this cooperative? Then you need not do anything.

support-title = Collect support in the neighbourhood
support-back = Back to support in the neighbourhood
support-intro = Residents use a code to say that they support your plan. They need no account.
support-both-ways = Do you have signatures on paper, or letters? Add those as attachments. That is fine too.
support-forgotten = Names and sentences of residents are erased 30 days after the deadline. The numbers per area are kept.
support-reads-along = You are reading along. A member who writes can open a page.
support-begin = Open a page for residents
support-begin-text = You get a code and a poster to hang up. Whoever has the code sees that your cooperative works on this plan. The page does not say how many people support it.
support-begin-do = Open the page
support-about = What do you tell residents about your plan?
support-about-hint = Keep it short and plain. Everybody with the code can read this.
support-open = Your page is open
support-open-text = Share the address or hang up the poster.
support-address = Address
support-code = Code
support-poster = See and print the poster
support-close = Close the page
support-close-text = The code works no more after that. What residents said stays. You can open a page with a new code later.
support-close-do = Close the page
support-counts =
    { $count ->
        [one] 1 resident supports your plan
       *[other] { $count } residents support your plan
    }
support-counts-caption = Number of residents per area
support-area = Area
support-people = Residents
support-area-here = In this area
support-area-elsewhere = Somewhere else
support-doubles = The same name in the same area counts once. What you hide does not count.
support-adopt = Take over { $count } as the number of signatures
support-who = What residents said
support-who-text = Only your cooperative sees this list. When you hand in, the municipality gets the numbers per area, and the sentences that residents agreed to.
support-nobody = Nobody yet. Share the address or hang up the poster.
support-forgotten-name = Name erased
support-consent-count-said = The municipality gets the number only.
support-consent-sentence-said = The municipality may read the sentence.
support-consent-sentence_and_name-said = The municipality may read the sentence and the name.
support-hidden = Hidden: { $reason }
support-hide = Hide
support-hide-of = Hide what { $name } said
support-hide-reason = Why do you hide this?
support-hide-hint = Only for abuse, advertising or an invented name. The reason goes into the journal. Do not mention the name there.
support-show = Show again

support-refused-area = Choose where you live.
support-refused-consent = Tick the box if you agree that we keep this.
support-refused-sentence = Use at most 200 characters.
support-refused-about = Write something about your plan, in at most 150 words.
support-refused-open = There is an open page already. Close that one first.
support-refused-closed = This page is closed.
support-refused-reason = Write why you hide this, in at most 200 characters.

support-find-title = Support a plan in your neighbourhood
support-find-hint = The code is on the poster or in a message, for example 7K2M-X9QP.
support-find-do = Go on
support-find-unknown = We do not know this code. Check whether you copied it correctly.
support-sign-title = Support a plan
support-sign-heading = Do you support the plan of { $cooperative }?
support-closed = This page is closed. You cannot let us know anything here any more.
support-name = Your name
support-name-hint = We use your name to avoid counting twice.
support-where = Where do you live?
support-sentence = Why do you support this plan?
support-sentence-short = Your sentence
support-sentence-hint = One sentence of at most { $max } characters.
support-publish = What may the municipality read?
support-consent-count = Only that somebody from my area supports it
support-consent-sentence = My sentence too, without my name
support-consent-sentence_and_name = My sentence too, with my name
support-what-happens = What happens with what you fill in?
support-happens-see = { $cooperative } sees your name, your area and your sentence. Others do not.
support-happens-counts = The municipality gets the number of people per area. It gets your sentence and name only if you choose so.
support-happens-back = You get a link of your own. With it you erase everything, whenever you want. Do you erase it after { $when }? Then the municipality may already have what you agreed to.
support-happens-forgotten = We erase your name and sentence 30 days after that moment.
support-consent = I support this plan and agree that this is kept in this way.
support-sign = I support this plan
support-own-title = Your support
support-thanks = Thank you. Your support is counted.
support-own-said = This is what you let us know
support-take-back = Do you want to take it back?
support-keep-link = Keep this link. Only with it can you take back your support:
support-take-back-text = Then we erase everything you filled in. Did the cooperative hand in already? Then the municipality keeps what it got then.
support-take-back-do = Take back my support
support-gone-title = Your support is taken back
support-gone-text = We erased what you filled in. Do you want to support it after all? Use the code again.
support-poster-title = Poster
support-poster-print = Print this page and hang it up. The menu is not printed.
support-poster-scan = Scan the code with your phone, or go to:
support-poster-or = Or go to { $address } and fill in the code: { $code }
support-poster-until = You can support it until { $when }.
support-poster-minimal = You fill in your name and your area. You need no account. You can always take your support back.
support-qr = QR code to { $address }

content-members_mandate = Vote of the members
content-support = Support of residents
content-support-sentences = What they said
