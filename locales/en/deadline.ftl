## The deadline: reminders, and moving it after an outage.

bid-beside-reminders = Reminders by mail
reminders-title = Reminders by mail
reminders-intro = Is your bid not handed in yet? Then we send you a reminder. You can hand in until { $when }.
reminders-moments = You get a mail on:
reminders-none = There will be no more reminders.
reminders-muted = You get no reminders for this bid.
reminders-mute = Send me no reminders
reminders-remind = Send me reminders again
reminders-what = This is for you alone and for this bid alone. The mail says how many sections are still open, not what you wrote.
ahead-14_days = 14 days left
ahead-7_days = 7 days left
ahead-2_days = 2 days left
ahead-1_day = 1 day left
ahead-3_hours = 3 hours left
mail-deadline-subject = Your bid: { $left }
mail-deadline-text = Your bid is not handed in yet. You can do so until { $when }.
mail-deadline-open =
    { $count ->
        [0] All { $total } sections are ready. You only have to sign and hand in.
        [one] 1 of the { $total } sections is not ready yet.
       *[other] { $count } of the { $total } sections are not ready yet.
    }
mail-deadline-link = Go on with your bid:
mail-deadline-mute = No more of these reminders? Open this link:

manage-step-extension = Move the deadline
extension-title = Move the deadline
extension-intro = Was the website down, or could bidders not hand in for another reason? Then give everybody more time. This only goes forward, and only as long as no bid is open.
extension-now = Bids can be handed in until { $when } now.
extension-first = At first that was { $when }.
extension-closes = New deadline
extension-closes-hint = Later than now, and before the day on which the scores must be ready.
extension-reason = Reason
extension-reason-hint = Everybody reads this. For example: the website could not be reached on 15 January between 9.00 and 11.00.
extension-look = Check and go on
extension-preview = Is this right?
extension-moved = From { $before } to { $after }.
extension-questions = Questions can then be asked until { $when }.
extension-reason-is = Reason: { $reason }
extension-who-hears = This shows at once on the page of the round. Everybody with a bid, also a draft, and everybody who asked a question gets a mail. What was published stays the same, and so does its check number.
extension-do = Move it and let people know
extension-change = Change something first
extension-late = The time is over, but nothing is open yet. You can still move the deadline. Bidders can then write and hand in again.
extension-earlier = Moved before
extension-refused-draft = This round is not published yet. You can simply change the dates.
extension-refused-opened = The bids are open. The deadline cannot move any more.
extension-refused-past = This moment is over. Choose a later one.
extension-refused-earlier = Choose a later moment than the deadline of now. Closing earlier is not possible.
extension-refused-scores = This is too late: on that day the scores must be ready. Choose a day before it.
extension-refused-reason = Write why you move it, in at most 500 characters.
extension-banner = The deadline has moved
extension-banner-text = At first it was { $before }. Now it is { $after }.
mail-moved-subject = More time: { $round }
mail-moved-text = The municipality gives everybody more time to bid in { $round }.
mail-moved-before = At first: { $when }
mail-moved-after = Now: { $when }
mail-moved-reason = Reason: { $reason }
mail-moved-link = Read more on the page of the round:
mail-deadline-next = Not going to make it? The next day on which you can step in is { $day }.
