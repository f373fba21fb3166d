## Scoring: notes and points
score-questions = Questions of this bid
own-notes-title = Your notes
notes-hint = Only you see these notes. You will see your strong and weak points again at the table. Nobody else reads them.
note-at = Paragraph
note-at-label = Make a note at paragraph { $place }
note-kind = What is it?
note-kind-mark = Mark
note-kind-strength = Strong point
note-kind-weakness = Weak point
note-text = Note
note-text-hint = At most { $most } characters. A mark may stay empty.
note-add = Keep this note
note-remove = Remove
note-old = (about an earlier version)
refusal-note-no-place = Choose a paragraph from the list.
refusal-note-no-text = Write what is strong or weak about it.
refusal-note-too-long = Make this note shorter: at most 500 characters.
refusal-note-too-many = You already have 200 notes on this bid. Remove one first.
item-own-points = Your own points. Only you see these.

## Keys
keys-title = Keyboard shortcuts
keys-on = Use keyboard shortcuts
keys-grade = Choose the grade. 1 is 10 when there is no 1.
keys-next = To the next one
keys-before = To the one before
keys-save = Save and go on
keys-help = Show or hide this list

## Locking
lock-all = All your grades with their reasons

## Without internet
form-link = Working without internet? Use the form.
form-back = Back to your grades
form-title = Scoring without internet
form-intro = You can also give your grades on a computer without internet. You download the form, fill it in and send it back later. You first see what changes.
form-out = 1. Download the form
form-out-how = It is a workbook for Excel or LibreOffice. On the first page you fill in grades and reasons. On the second page you read the texts, with a number at every paragraph.
form-download = Download the form
form-out-careful = The texts are confidential. Keep the file where only you can reach it, and delete it when you are done. The journal says that you downloaded it.
form-in = 2. Send the filled-in form back
form-other-file = Another file
form-choose = Your filled-in form
form-choose-hint = An .xlsx file of at most { $max } MB. Nothing changes yet.
form-look = See what changes
form-take-over = Take this over
form-saved = Done. The grades from your form were taken over.
form-saved-clash = The grades from your form were taken over. One or more grades changed here at the same time. Both texts were kept: open that grade and choose.
form-same = This file says the same as what is here. Nothing changes.
form-changes =
    { $count ->
        [one] This changes: 1 thing
       *[other] This changes: { $count } things
    }
form-nothing-yet = Nothing has changed yet. Empty cells in the form change nothing.
form-table = What changes
form-what = What
form-is-here = Is here now
form-in-file = Is in your file
form-empty = Empty
form-clashes =
    { $count ->
        [one] 1 thing changed here too. Choose what stays.
       *[other] { $count } things changed here too. Choose what stays.
    }
form-clashes-hint = You changed this in the file, and after the download also here.
form-choose-one = What stays?
form-here = What is here
form-file = What is in the file
form-faults = We do not take this over
form-faults-hint = Change this in the file and send it again, or fill it in here.
form-off_scale = This grade is not on the scale.
form-too_long = This reason is too long: at most 150 words.
form-strange =
    { $count ->
        [one] 1 row does not belong to your grades (any more). We skip it.
       *[other] { $count } rows do not belong to your grades (any more). We skip them.
    }
form-of-grade = Bid { $code }, { $name }: grade
form-of-reason = Bid { $code }, { $name }: reason
form-none = Choose a file first.
form-too-large = This file is too large. A form is at most { $max } MB.
form-unreadable = We cannot read this file. Save the form as .xlsx, without a password, and try again.
form-no-form = This is not the form of this website. Download a form here and fill that in.
form-other-form = This form belongs to another assessor, lot or round. Download your own form here.
form-formula = There is a formula in the form. Just type the grade and the reason.
form-too-much = There are too many rows in this file. Download a new form and fill that in.
form-twice = One question stands in the form twice, with different answers. Remove one.
form-file-name = score-form.xlsx
form-page-scores = Scores
form-page-reading = Reading
form-page-scale = Scale
form-bid = Bid
form-question = Question
form-grade = Grade
form-reason = Reason
form-place = Paragraph
form-text = Text
form-grade-name = Name
form-grade-text = When
form-how = Fill in only Grade and Reason. The texts are on the page Reading. Save as .xlsx and send the file back on the website.
form-wrong-grade = Choose a grade from the scale.

## Practising
sample-title = Practise on a sample
sample-desk = Do this first. It does not count.
sample-make = Let assessors practise on a sample first
sample-intro = Read this invented answer and give a grade with a reason. Then you see what the process lead makes of it. This counts for nothing.
sample-lead-intro = Write an invented answer. Assessors grade it before they begin. Then they see your grade and your reason. You only see who practised, not which grade somebody gave. It counts for nothing.
sample-saved = The sample was saved.
sample-criterion = For which question?
sample-choose = Choose
sample-text = The sample
sample-text-hint = Use no text of a real bidder. Leave an empty line between paragraphs.
sample-grade = Which grade do you give?
sample-explanation = Why?
sample-explanation-hint = Assessors read this after they gave a grade themselves.
sample-names = Who practised already
sample-names-hint = Somebody practised already. The sample does not change any more.
sample-why-hint = Write what is good and what could be better.
sample-judge = Give this grade
sample-write = Write why you give this grade.
sample-feedback = How you did
sample-own = Your grade
sample-of-lead = Grade of the process lead
sample-group = The group
sample-group-small = You see here what the group gave once at least 3 people practised.
sample-own-too = (you too)
sample-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
sample-nothing = This does not count. Nobody sees which grade you gave here.
refusal-sample-no-criterion = Choose a question of this round.
refusal-sample-no-text = Write a sample.
refusal-sample-no-reason = Write why you give this grade.
refusal-sample-too-long = This text is too long to keep. Make it shorter.
refusal-sample-in-use = Somebody practised on this sample already. It does not change any more.
refusal-sample-changed = Somebody else changed this sample. Copy your text, reload the page and see what is there now.
refusal-sample-done = You practised on this sample already.
