## Guide, help, privacy, accessibility and about.

guide-title = How it works
guide-lead = From an open lot to a decision: this is what happens, and this is what you do yourself.
guide-lots-title = 1. The municipality asks, you choose
guide-lots-text =
    A municipality opens a round. A round consists of lots. A lot is a part of the work: a village, a district or a kind of help.

    With each lot you read how many people get help, how much money there is and what the municipality looks at. Do you have a question? Ask it on the page of the round. Everybody can read the answer. Nobody sees who asked.
guide-bid-title = 2. You write your plan together
guide-bid-text =
    You write your plan in sections. A list shows what is done and what is still missing. Several people can write at the same time. Your work is saved automatically.

    Did somebody else just write in the same field? Then we keep both texts. You choose what stays.

    For requirements on quality you may give your own proof. Explain why it is just as good.
guide-sealed-title = 3. You submit, and everything stays closed
guide-sealed-text =
    Somebody who may sign submits the plan. You get a receipt by mail. Until the closing time you can withdraw your plan, change it and submit it again.

    Until then nobody of the municipality can read your plan. After that two key holders open the round together. They must be two different people.
guide-review-title = 4. Assessors each score alone
guide-review-text =
    First the municipality looks whether your plan meets the requirements. Then the assessors read. They see no names, no prices and not each other's scores. With each score they write why.

    Does an assessor know a bidder well? Then that assessor does not take part there.
guide-table-title = 5. The table discusses the differences
guide-table-text =
    The assessors meet at a table with a chair. They begin where the scores differ most. Together they settle one score, with a reason.

    Does the price count? It is opened only after all scores are final.
guide-decision-title = 6. The municipality decides and explains
guide-decision-text =
    The municipality decides per lot. Every bidder gets a letter with the scores, the reasons and the term to object. The result is on this website too.

    Everything that happens goes into a journal. Nobody can change it later without being noticed.
guide-words-title = Difficult words
guide-words-text =
    Wmo: the Dutch act for help and support at home. The municipality carries it out.

    Lot: a part of the work for which you can bid.

    Bid: your plan for one lot.

    Requirement: what you must have or do in any case.

    To object: to write that you disagree with the decision, and why.

help-title = Help and contact
help-lead = Are you stuck? Look here first. Otherwise call the municipality of the round.
help-round-title = Whom can I call or mail?
help-round-text = The page of every round shows the name, e-mail address and telephone number of the contact. Is your question about the work itself? Ask it on the page of the round. Then everybody gets the same answer.
help-account-title = I cannot sign in
help-account-text = Choose a new password on the sign-in page. You get a mail with a link. No mail? Look at your unwanted mail. Then ask the person who invited you whether your e-mail address is right.
help-saving-title = Is my work saved?
help-saving-text =
    Below every field you read when your text was saved. Does it say that saving does not work? Then leave the page open. Your text stays and we try again.

    Do you work without JavaScript? Then choose Save at the end of the page.
help-late-title = The closing time comes near
help-late-text = The clock of the website counts, not that of your computer. You can submit up to and including the second that is shown. Better submit a day early. Until the closing time you may still change things.
help-disruption-title = The website does not work
help-disruption-text = Call the contact of the round. Write down at what time it went wrong. Does a disruption last long? Then the municipality can give more time. All bidders hear that at the same time.

privacy-title = Privacy
privacy-lead = We ask as little of you as possible. Here you read what we keep and why.
privacy-what-title = What do we keep?
privacy-what-text =
    Your name, your e-mail address and the organisation you belong to. We also keep what you write, which files you add and what you do: for example when you submit or give a score.

    Do not write data of clients in your plan. The municipality does not need them to choose.
privacy-why-title = Why?
privacy-why-text = The municipality must be able to show later that it chose fairly. That is why every step is in a journal, with the name of who did it.
privacy-who-title = Who can see it?
privacy-who-text = Before the closing time only people of your cooperative can read your plan. After that also the people of the municipality who need it for their work. Assessors do not see your name. Only the result comes on the website.
privacy-long-title = How long?
privacy-long-text = As long as the municipality must keep the papers by the Dutch archives act. The municipality can tell you how long that is for this round.
privacy-cookies-title = Cookies
privacy-cookies-text = We only use cookies that are needed: to keep you signed in, to secure forms and to remember your language. We do not track you and show no advertisements.
privacy-rights-title = What can you ask?
privacy-rights-text = You may ask which data we have about you and have mistakes corrected. Ask the municipality of the round. Are you not satisfied with the answer? Then you can complain to the Dutch data protection authority.

accessibility-title = Accessibility
accessibility-lead = Everybody must be able to take part, also with an old phone, a screen reader or only a keyboard.
accessibility-how-title = How the website is made
accessibility-how-text = We follow WCAG 2.2 at level AA. Everything also works without a mouse, without JavaScript, on a narrow screen and on paper. Every chart has a table or a sentence with the same content.
accessibility-tested-title = How we test
accessibility-tested-text = With every change a program walks along the pages and looks for faults. We also play the whole way with only the keyboard.
accessibility-not-yet-title = What is not certain yet
accessibility-not-yet-text = A program does not find all faults. A study with people who use a screen reader is still to come. Files of bidders may be less readable.
accessibility-tell-title = Do you see a fault?
accessibility-tell-text = Tell the contact of the round. Say on which page you were and what went wrong. You get an answer within 5 working days.

about-title = About this website
about-lead = With Buurtbod care cooperatives take over help and care from their municipality, and the municipality chooses fairly and visibly.
about-what-title = What is Buurtbod?
about-what-text = Buurtbod is free software. Every municipality may use, inspect and improve it. Nobody pays for a licence.
about-source-title = Licence
about-source-text = Buurtbod is licensed under the European Union Public Licence, version 1.2 (EUPL-1.2). The full text is in the file LICENSE with the source code.
about-others-title = Work of others
about-others-text =
    The design uses parts of NL Design System and of the municipality of Utrecht (EUPL-1.2).

    The typeface is Noto Sans by the Noto Project Authors (SIL Open Font License 1.1).
about-maps-title = Maps
about-maps-text = The borders of districts and neighbourhoods come from CBS and Kadaster (CC BY 4.0). The maps of the examples are invented.
about-version-title = Version
about-version-text = This is Buurtbod { $version }.
