## Writing together: comments, who does what, who is here now, what changed.

bid-names-and = { $names } and { $last }
bid-section-presence =
    { $count ->
        [one] { $names } is here now as well. Do you write in the same field? Then we keep all texts.
       *[other] { $names } are here now as well. Do you write in the same field? Then we keep all texts.
    }
bid-task-at-work =
    { $count ->
        [one] { $names } is here now.
       *[other] { $names } are here now.
    }
bid-person-here = Looks at this bid now

bid-versions-changes = What changed ({ $added } added, { $removed } removed)
bid-versions-added = [added:
bid-versions-added-end = end]
bid-versions-removed = [removed:
bid-versions-removed-end = end]

comments-title = Comments
comments-none = Write a comment
comments-open =
    { $count ->
        [one] 1 comment
       *[other] { $count } comments
    }
comments-all-resolved = Comments, all resolved
comments-resolved =
    { $count ->
        [one] 1 comment is resolved
       *[other] { $count } comments are resolved
    }
comments-on-page =
    { $count ->
        [one] 1 comment is open on this page. You find it below the question.
       *[other] { $count } comments are open on this page. You find them below the questions.
    }
comments-in-section =
    { $count ->
        [one] 1 comment is open.
       *[other] { $count } comments are open.
    }
comments-write = Your comment
comments-hint = Only your cooperative reads this. The municipality never sees it.
comments-who = Who should read this?
comments-who-hint = That person gets a mail. You can also put @ and a name in your text.
comments-nobody = Nobody in particular
comments-post = Post comment
comments-resolve = All is resolved
comments-reopen = Open again
comments-take-back = Take back
comments-taken-back = This comment was taken back.
comments-to = For { $names }
comments-nothing = Nothing was said about this question yet.
comment-refused-empty = Write a comment first.
comment-refused-too-long = This comment is too long. Use 2,000 characters at most.
comment-refused-stranger = Choose somebody who writes this bid with you.
comment-refused-not-yours = Only who wrote a comment can take it back.

todo-title = Who does what
todo-none = There is nothing to do now. Agree below who does what.
todo-none-open = Nothing was agreed for now.
todo-all = See everything
todo-all-or-new = See everything or ask somebody
todo-new = Ask somebody to do something
todo-what = What has to be done?
todo-what-hint = A short sentence, for example: check the budget.
todo-for = Who does this?
todo-due = When should it be done?
todo-section = Which section is it about?
todo-no-section = The whole bid
todo-ask = Write it down
todo-finish = Done
todo-reopen = Not done after all
todo-who = { $name }.
todo-by = Done by { $day }.
todo-done-at = Done: { $day }.
todo-section-of = Section: { $section }.
todo-today = Due today
todo-over = The day is over: { $day }
todo-done-count =
    { $count ->
        [one] 1 thing is done
       *[other] { $count } things are done
    }
todo-refused-empty = Write down what has to be done.
todo-refused-too-long = This is too long. Use 200 characters at most.
todo-refused-nobody = Choose who does this.
todo-refused-section = Choose a section from the list.

mail-mention-subject = { $name } asks you to read something
mail-mention-body = { $name } wrote a comment for you on the question ‘{ $question }’.
mail-mention-link = Read the comment here:
mail-todo-subject = { $name } asks you to do something
mail-todo-body = { $name } asks you to do something for your bid.
mail-todo-due = Done by: { $day }
mail-todo-link = Here you see who does what. Is it done? Then choose ‘Done’:
