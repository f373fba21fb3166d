## Signing in and accounts
sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-wrong = This e-mail address and this password do not belong together. Try again or choose a new password.

menu-rounds = Rounds
menu-bids = My bids
menu-manage = Management
menu-review = My assessments
menu-tables = Tables
menu-guide = Guide

role-lead = Lead
role-writer = Writer
role-signatory = May submit
role-member = Member
role-administrator = Administrator
role-process_lead = Process lead
role-assessor = Assessor
role-key_holder = Key holder
role-chair = Chair of the table
role-secretary = Secretary
role-adviser = Adviser
role-observer = Observer
role-decision_maker = Decision maker

## What a role does
role-does-lead = Invites people, writes too and may withdraw a bid.
role-does-writer = Writes on bids.
role-does-signatory = Writes too and submits bids for the cooperative.
role-does-member = Reads along.
role-does-administrator = Invites colleagues and looks after the data of the municipality.
role-does-process_lead = Makes rounds, answers questions and watches the time. Gives no scores.
role-does-assessor = Reads bids and gives scores.
role-does-key_holder = Opens the bids together with another, and later the price. Gives no scores.
role-does-chair = Leads the talk at the table.
role-does-secretary = Takes care of the minutes of the table.
role-does-adviser = Thinks along at the table, without giving scores.
role-does-observer = Looks on at the table.
role-does-decision_maker = Takes the decision for the municipality.

## Signing in
sign-in-empty = Fill in your e-mail address and your password.
sign-in-forgot = Forgot your password?
sign-in-new = No account yet?
sign-in-register = Make an account

## Making an account
register-title = Make an account
register-intro = With an account you ask questions and write on a bid. Did you get an invitation by mail? Then use the link in that mail.
register-name = Your name
register-name-hint = Other people see you like this, for example: Jan de Wit.
register-email-hint = We send a mail to this address. You sign in with it later.
password-hint = At least 12 characters. A short sentence is strong and easy to remember. Capitals or digits are not needed.
register-button = Make account
register-known = Do you have an account already?
person-name-empty = Fill in your name.
person-name-too-long = Shorten your name: at most 80 characters.
person-name-signs = Fill in only your name, without a link and without signs such as / @ and :.
password-too-short = Choose a password of at least 12 characters.
password-too-long = Choose a password of at most 200 characters.
password-common = Many people choose this password. Choose something nobody can guess, for example four separate words.
password-own = Choose a password that is not your own name or e-mail address.
password-old-wrong = This is not your present password. Try again.

mail-sent-title = Look in your mail
mail-sent-register = We sent you a mail. Open the link in that mail. Then your account is ready. The link works for 48 hours.
mail-sent-reset = We sent you a mail, if we know this address. Open the link in that mail and choose a new password. The link works for 2 hours.
mail-sent-none = No mail?
mail-sent-spam = Look in the folder with unwanted mail.
mail-sent-again = Try again and see whether the address is right
mail-sent-demo = This is an example: mail goes nowhere. Read it here:

verification-title = Confirm your e-mail address
verification-intro = Fill in the password that you just chose. Then we know that it is you, and your account is ready.
verification-email = Your e-mail address
verification-button = Confirm and sign in
verification-wrong = This is not the password that you chose. Try again, or make an account again.

## New password
reset-title = New password
reset-intro = Fill in your e-mail address. We send a mail with a link. With it you choose a new password.
reset-button = Send the mail
new-password-title = Choose a new password
new-password-for = This is the new password for { $email }. After this step you are signed out everywhere. Then you sign in with the new password.
new-password = New password
new-password-button = Save the password

## Your account
account-title = Your account
account-you = About you
account-language = Language
language-name = English
account-email = E-mail address
account-organisations = Your organisations
account-none = You do not belong to an organisation yet. Begin a cooperative yourself, or ask the lead of your cooperative for an invitation.
account-found = Begin a cooperative
account-people = People and roles
account-password = Change your password
account-password-note = After this step you are signed out on other devices.
account-old = Present password
account-sessions = Where you are signed in
account-sessions-intro = Is there a device that you do not know? Sign it out and change your password.
session-device = { $browser } on { $system }
session-unknown = Unknown device
session-current = This device
session-seen = Last used:
session-address = Internet address:
session-end = Sign out
session-end-others = Sign out all other devices

done-welcome = Welcome. Your account is ready.
done-name = Your details are saved.
done-password = Your password is changed.
done-session = That device is signed out.
done-sessions = All other devices are signed out.
done-founded = Your cooperative is made. You are lead and you may submit. Now invite the others.
done-invited = The invitation is sent.
done-withdrawn = The role or invitation is withdrawn.
done-joined = You take part.

## Beginning a cooperative
founding-title = Begin a cooperative
founding-intro = You become lead: you invite others. You may also submit bids. Later you can give roles to others.
founding-name = Name of your cooperative
founding-name-hint = As in the articles, or as you are going to be called.
founding-place = Place
founding-form = Legal form
founding-number = Trade register number (KvK)
founding-number-hint = 8 digits. No number yet? Leave this empty.
founding-button = Make the cooperative
founding-too-long = Shorten this text: at most 120 characters.
founding-choose-form = Choose a legal form. Do you not know yet? Choose: in formation.
founding-number-wrong = Fill in the register number. It has 8 digits. No number yet? Leave this empty.
legal-form-cooperative = Cooperative
legal-form-association = Association
legal-form-foundation = Foundation
legal-form-in_formation = In formation

## People and roles
members-title = People and roles
members-since = since
members-take = Withdraw
members-take-of = : role { $role } of { $name }
members-open = Invitations that are still open
members-until = good until
members-withdraw = Withdraw invitation
members-invite = Invite somebody
members-invite-intro = We send a mail with a link. The link works for 7 days.
members-email = E-mail address of that person
members-role = Which role does that person get?
members-button = Send the invitation
members-choose-role = Choose a role.
withdrawal-title = Withdraw a role
withdrawal-question = { $person } then no longer has the role: { $role }. This holds for { $organisation } and works at once. What { $person } wrote, stays.
withdrawal-own = Mind: this is your own role. You cannot give it back to yourself.
withdrawal-button = Withdraw the role
refusal-role-not-here = This role does not exist in this organisation. Choose another role.
refusal-role-has-already = This person has this role already. Choose another role.
refusal-role-last = This is the last person with this role. First give the role to somebody else.

## Invitation
invitation-title = Invitation
invitation-text = You are invited to take part in { $organisation }. You get the role: { $role }.
invitation-accept = Take part
invitation-account-intro = Make an account at once. Your e-mail address is { $email }.
invitation-button = Make account and take part
invitation-sign-in = There is an account with the address { $email } already. Sign in and come back here.
invitation-other = This invitation is for { $email }. You are signed in with another address now. Sign out and open the link in the mail again.
refusal-invitation-other = This invitation is for another e-mail address. Sign out and open the link in the mail again.

## Mails
mail-not-you = Did you not do this yourself? Then you need not do anything.
mail-verify-subject = Confirm your e-mail address
mail-verify-text = You are making an account at Buurtbod. Open this link and fill in your password. Then your account is ready:
mail-verify-until = The link works for 48 hours.
mail-known-subject = You have an account at Buurtbod already
mail-known-text = Somebody wanted to make an account with this e-mail address. You have an account already. Nothing has changed.
mail-known-sign-in = Sign in here:
mail-known-reset = Do you not know your password any more? Choose a new password:
mail-reset-subject = Choose a new password
mail-reset-text = You asked for a new password for Buurtbod. Open this link and choose one:
mail-reset-until = The link works for 2 hours and only once.
mail-reset-not-you = Did you not ask for this? Then you need not do anything. Your password stays the same.
mail-changed-subject = Your password is changed
mail-changed-text = The password of your account at Buurtbod has just been changed. You are signed out on other devices.
mail-changed-not-you = Did you not do this yourself? Then choose a new password at once:
mail-invitation-subject = Invitation for { $organisation }
mail-invitation-dear = Hello,
mail-invitation-text = { $by } invites you to take part in { $organisation }. You get the role: { $role }.
mail-invitation-what = Open this link to take part:
mail-invitation-until = The link works for 7 days and only once.
mail-invitation-not-you = Do you not know this person or organisation? Then you need not do anything.
