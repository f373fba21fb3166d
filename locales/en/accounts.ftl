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
