## Words and sentences that many pages use. Plain language, no blame.
## Numbers get a thousands mark by themselves; pass a year as text.

product = Buurtbod
product-line = Bidding for help and care
tagline = Bidding for help and care
municipality-of = Municipality of { $name }
title-fault = Error:
skip-link = Skip to the content
main-menu = Main menu
crumbs = Breadcrumbs
counter-new = new
other-language = Nederlands
other-language-code = nl
sign-in = Sign in
sign-out = Sign out
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-about = About this website
footer-help = Help and contact
demo-line = This is an example. All names, places and amounts are made up.

## Days and times
date-long = { $weekday } { $date }
date-short = { $day } { $month } { $year }
date-time = { $date }, { $clock }
clock = { $hour }:{ $minute }
clock-exact = { $hour }:{ $minute }:{ $second }
time-past = past
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
days-left =
    { $count ->
        [0] Today is the last day
        [one] 1 day left
       *[other] { $count } days left
    }
hours-left =
    { $count ->
        [0] Less than 1 hour
        [one] 1 hour left
       *[other] { $count } hours left
    }

## States
status-done = Done
status-busy = In progress
status-action = Action needed
status-todo = Not started
status-closed = Cannot start yet

## Buttons and links
save = Save
save-and-continue = Save and continue
save-and-return = Save and return to the task list
back-to-tasks = Back to the task list
continue = Continue
cancel = Cancel
change = Change
remove = Remove
add = Add
send = Send
confirm = Confirm
search = Search
choose = Choose one
download = Download
previous = Previous
next = Next
page = Page
pages = Pages
yes = Yes
no = No
none = None

## Forms
fill-all = Fill in all fields. If you can skip one, it says so.
optional = (optional)
error-summary-title =
    { $count ->
        [one] There is 1 problem
       *[other] There are { $count } problems
    }
field-day = Day
field-time = Time
words-count = You wrote { $count } of { $max } words
words-over =
    { $count ->
        [one] You wrote 1 word too many
       *[other] You wrote { $count } words too many
    }
word-limit = Write at most { $max } words.
error-required = Fill in this field.
error-choose = Choose one.
error-number = Enter a number from { $min } to { $max }.
error-amount = Enter an amount, such as 29.10.
error-email = Enter your e-mail address, such as name@example.org.
error-date = Enter a day, such as 15-01-2027.
error-time = Enter a time, such as 12:00.
error-too-long = Shorten this text: at most { $max } characters.
error-words-over =
    { $count ->
        [one] You wrote 1 word too many. Shorten your text.
       *[other] You wrote { $count } words too many. Shorten your text.
    }

## Saving
saves-itself = Your work is saved automatically.
saves-itself-long = Your work is saved automatically. You can stop at any time and go on later.
saving = Saving
saved-at = Saved at { $clock }
save-retrying = Cannot save now. Your text is still on this screen. We keep it as long as this tab is open, and try again.
save-failed = Saving does not work yet. Your text is kept as long as this tab is open. We keep trying.
save-refused = We cannot save this. Your text is still on this screen. Choose Save to see what you can do.
save-clash = Someone else changed this text too. Look at the difference first.
save-clash-link = See the difference

## Tables and lists
swipe-table = Slide the table sideways to see everything.
region-swipe = { $label }. Slide sideways to see everything.
order-up = Move { $name } up
order-down = Move { $name } down
order-moved = { $name } is now in place { $place } of { $total }
chance-place = place { $place }: { $percent } percent

## Table
phases = Steps of the table
phase-done = done
live-updated = Live. Updated at { $clock }
live-waiting = Live
live-paused = Paused
live-lost = No connection since { $clock }. We are trying again. What you type stays.
live-asking = Live at short intervals. Updated at { $clock }
live-unsent = Your text is still there and has not been sent. Press again when the connection is back.
live-over = You are no longer signed in, or this table is no longer open to you. So we show nothing any more.
live-over-link = Sign in again
live-pause = Pause
live-refresh = Refresh

## Errors
error-to-start = Go to the start
error-400-title = We cannot read this form
error-400-text = Go back, refresh the page and try again.
error-403-title = You may not see this page
error-403-text = Do you think this is wrong? Ask the person who invited you for access.
error-404-title = This page does not exist
error-404-text = The page may have moved, or a letter in the address may be different.
error-409-title = This is not possible now
error-409-text = Something changed since you opened this page. Go back, refresh the page and see what it says now.
error-410-title = This link no longer works
error-410-text = The link is too old or was used before. Ask for a new link.
error-413-title = This file is too large
error-413-text = Choose a file of at most { $max } MB. Go back to try again. Your other work is saved.
error-429-title = Please wait
error-429-text = You tried this very often in a row. Try again in { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }.
error-500-title = Something went wrong on our side
error-500-text = Try again in 5 minutes. What you had saved is still there.
error-500-reference = Do you call or mail us about this? Mention this number: { $reference }.
error-503-title = It is very busy now
error-503-text = Try again in 1 minute. What you had saved is still there.
error-away-title = Buurtbod cannot be reached for a moment
error-away-text = Try again in 1 minute. What you had saved is still there. Did you just type something? Go back with the button of your browser. Your text is still in the screen then.
error-away-sent = First check whether it has already worked before you send it again.
error-token-title = This page was open for too long
error-token-text = Or you signed in or out in another window. Go back, refresh the page and try again.

## Mail
mail-greeting = Kind regards,
mail-why = You get this mail because you take part in Buurtbod.
mail-help = Do you have a question? See Help and contact on the website.
mail-dear = Dear { $name },
