## Votes and proposals at the table

talk-title = The discussion
talk-now-open = Discuss the scores. After that the chair asks for a secret vote.
talk-now-voting = The vote is open. Nobody sees a vote before everybody has voted.
talk-now-consensus = The table agrees, or nearly so. The chair writes down the proposal.
talk-now-answering = The chair made a proposal. Every assessor says yes or no.
talk-now-fallback = After two votes the table does not agree. What was announced beforehand applies.
talk-now-over = This discussion is over or postponed.
talk-since = Begun at
talk-minutes = { $count ->
    [one] This is meant to take { $count } minute. Nobody is cut off.
   *[other] This is meant to take { $count } minutes. Nobody is cut off.
  }
talk-reads = { $who } reads out the question and the words of the scores.
talk-mine = You are { $who }.
talk-order = Order of speaking
talk-vote = { $number ->
    [1] First vote
   *[other] Second vote
  }
talk-progress = { $count } of { $total } voted.
talk-grade-count = Score { $grade }: { $count ->
    [one] { $count } vote
   *[other] { $count } votes
  }
talk-outside-reasons = Why somebody voted outside the first scores
talk-proposal = Proposal
talk-proposed-by = Proposal by { $name }.
talk-yes = { $count } of { $total } say yes.
talk-refused = Why somebody said no
talk-ballot = Your vote
talk-ballot-reason = Why this score?
talk-ballot-reason-hint = Needed when your score is lower or higher than all first scores.
talk-vote-now = The table votes.
talk-answer-now = There is a proposal.
talk-to-ballot = Go to your vote
talk-to-answer = Go to your answer
talk-ballot-send = Vote
talk-cast = You voted { $grade }. As long as the vote is open, you can change it.
talk-say-yes = Yes, I agree
talk-say-no = No, I do not agree
talk-why-not = What does the score or its reason miss?
talk-send-no = Send my no
talk-ask = Ask for a secret vote
talk-close = Close the vote
talk-take-back = Take the proposal back
talk-propose = Make this proposal
talk-consensus = Most assessors voted { $grade }, and the other votes are next to it. Write the reason in the words of this score.
talk-fallback-median = There is no agreement. The middle score was announced for that: { $grade }. Write down what the majority thinks and what the minority thinks.
talk-fallback-mean = There is no agreement. The score nearest to the mean was announced for that: { $grade }. Write down what the majority thinks and what the minority thinks.
item-minority = What does the minority think?
item-minority-hint = This stands in the minutes beside the reason of the majority.
item-minority-label = The minority thinks:
way-agreed = Every assessor who was present said yes.
way-fallback = Settled after two votes without agreement.
comparison-title = Compare the bids
comparison-link = Compare per question
comparison-intro = Read all scores and reasons of a question side by side. The same finding should have the same score. Is something not right? Open the item and take the score back, with a reason.
comparison-bid-head = Bid
comparison-bid = Bid { $code }
comparison-reason = Reason
comparison-waits = { $count ->
    [one] { $count } bid has no score here yet.
   *[other] { $count } bids have no score here yet.
  }
comparison-done = Compared
comparison-confirm = The table compared “{ $name }”
step-compare-title = All items have a score
step-compare = Now compare the scores of all bids per question. After that the table can sign.
refusal-table-vote-first = The assessors vote first. This score does not follow from the vote.
refusal-table-no-votes = The table does not vote in this round.
refusal-table-vote-open = A vote is open. Wait until everybody has voted.
refusal-table-no-vote-open = No vote is open any more.
refusal-table-no-more-votes = The table has voted twice already.
refusal-table-too-few-ballots = The vote can be closed once more than half have voted.
refusal-table-no-voter = Only assessors who sit at the table vote.
refusal-table-proposal-open = There is a proposal. Wait for the answers or take the proposal back.
refusal-table-no-proposal = There is no proposal any more.
refusal-table-already-answered = You have answered already.
refusal-table-no-minority = Write down what the minority thinks, in a few words.
refusal-table-not-compared = First compare the scores of all bids per question.

# In the set-up of a round
setup-meeting-heading = The assessment table
setup-settling = How does the table come to a score?
setup-settling-hint = This is published. Nobody can change it at the table.
setup-settling-median = Secret votes. Without agreement after two votes the middle score counts.
setup-settling-mean = Secret votes. Without agreement after two votes the score nearest to the mean counts.
setup-settling-chair = After the discussion the chair writes down what the table thinks.
setup-meeting-minutes = Time meant for one item
setup-meeting-unit = minutes
setup-meeting-minutes-hint = A clock shows this time. Nobody is cut off.
wrong-meeting = Enter 1 to 120 minutes.
setup-bands-unit = % of the scale
setup-bands-orange = From which difference on does the table talk about an item?
setup-bands-orange-hint = The difference between the highest and the lowest score. If it is smaller, the table talks about the item only when somebody asks.
setup-bands-red = Above which difference does the table talk about an item first?
setup-bands-red-hint = This is more than the number before, and less than 100.
wrong-bands = Enter whole numbers from 1 to 99. The second number is larger than the first.
method-meeting = This is how the assessors come to one score together:
method-bands = The table first looks how far the scores of the assessors lie apart. If that is more than { $red }% of the scale, the table talks about it first. Then comes what lies { $orange }% up to { $red }% apart. If the difference is less than { $orange }%, the table talks about it only when somebody asks.
method-minutes = { $count ->
    [one] Each item is meant to take 1 minute. Nobody is cut off.
   *[other] Each item is meant to take { $count } minutes. Nobody is cut off.
  }
minutes-vote = { $number ->
    [1] First vote: { $grades }.
   *[other] Second vote: { $grades }.
  }
minutes-vote-outside = Outside the first scores, because: { $why }
minutes-minority = The minority thinks: { $why }
minutes-pdf = Minutes of the table (pdf)
minutes-remarks = Remarks to the minutes
minutes-no-remarks = There are no remarks yet.
minutes-remark = New remark
minutes-remark-hint = What you add stays. Nobody can change it or take it out.
minutes-add = Add to the minutes
minutes-record = Hash of the minutes
minutes-record-text = This number belongs to all scores, reasons and signatures. If anything of that changes later, the number no longer fits.
refusal-table-too-long = The remark is too long. Use at most 2000 characters.
join-code = Code of the table
join-hint = Six characters. The code stands on the large screen.
join-go = Go to the table
join-unknown = There is no table with this code where you have a seat. Check whether you copied the code correctly.
join-wall = Code of this table: { $code }
