## How it works
guide-title = How it works
guide-intro =
    Residents can organise help and care in their own village or neighbourhood. Together they form a cooperative and make an offer to the municipality. On Buurtbod this happens openly and fairly.

    Here you read the whole story, from beginning to end. Below are the words that you will meet.
guide-steps = In nine steps
guide-words = Words
guide-1-title = The municipality makes a round
guide-1-text =
    The municipality writes down which help it looks for and in which neighbourhoods. It also writes down how much money there is, and until when you can submit.

    It says beforehand what it looks at and how many points that is worth. After publication that is fixed.
guide-2-title = You look around and ask questions
guide-2-text =
    Everybody can see the rounds and the lots. A lot is a part of the work, for example help in the household in one village.

    Is something unclear? Sign in and ask a question. The municipality does not see who asks. Everybody can read the answer.
guide-3-title = You start a bid
guide-3-text =
    You begin a cooperative on this website, or you get an invitation. Then you choose a lot and start.

    You write together with others. A task list shows what is done and what is still needed. Your work is saved automatically.
guide-4-title = You show that your help is good
guide-4-text =
    The municipality sets requirements, so that the help is safe and good. For each requirement you say how you meet it.

    Do you work differently? Then explain why your way is just as good. Or say when you will have arranged it.
guide-5-title = You submit
guide-5-text =
    One of you may submit. That person checks everything, signs and submits. You get a receipt with a number, the time and a check number.

    Until the closing time you can withdraw the bid, change it and submit it again. The clock of this website counts.
guide-6-title = The bids are opened
guide-6-text =
    Until the closing time nobody of the municipality can read your bid on this website. Then two key holders open all bids at once. The one cannot do it without the other.

    The municipality first looks whether you may take part. It always gives a reason.
guide-7-title = Assessors read, each alone
guide-7-text =
    Each assessor first says whether they know a bidder. Who has an interest does not see that bid.

    Assessors see no names and no price. They give scores and write down why.
guide-8-title = The table discusses the scores
guide-8-text =
    The assessors meet at a table. They first discuss where their scores differ most. Together they choose one score, with a reason.

    Does the price count? It is opened only when all scores are fixed. Buurtbod works out the points and shows every step.
guide-9-title = The municipality decides
guide-9-text =
    You get a letter with your scores and the reasons. It also says what you can do if you disagree, and until when.

    The result comes on this website. Who won makes agreements with the municipality and begins.

## The words; the page puts them in the order of the alphabet
word-1-title = Round
word-1-text = A municipality asking for help or care, with rules and a closing time. Also called an assignment or a tender.
word-2-title = Lot
word-2-text = A part of a round: a kind of help, in an area. You bid on one or more lots.
word-3-title = Bid
word-3-text = Your offer on a lot.
word-4-title = Bidder
word-4-text = The cooperative that makes an offer.
word-5-title = Care cooperative
word-5-text = Residents who organise help and care together. The members decide together.
word-6-title = In formation
word-6-text = The cooperative is almost there: the notary has yet to draw up the articles.
word-7-title = Right to challenge
word-7-text = Residents may ask the municipality whether they can take over a task.
word-8-title = Wmo
word-8-text = The Dutch social support act. It says that the municipality helps people to go on living at home.
word-9-title = Requirement
word-9-text = Something that you have to meet, such as a complaints scheme.
word-10-title = Just as good (equivalent)
word-10-text = You meet a requirement in another way. You explain why that is just as good.
word-11-title = Question with points (criterion)
word-11-text = A subject on which the municipality assesses your bid, such as waiting time. It says how many points it is worth.
word-12-title = Score
word-12-text = How good an assessor finds your answer, on a scale with words.
word-13-title = Points
word-13-text = The score, counted by what the question is worth. The points together give the order.
word-14-title = Assessor
word-14-text = Somebody who reads bids and gives scores.
word-15-title = Interest
word-15-text = A tie with a bidder, such as family or work. Who has an interest does not assess that bid.
word-16-title = Table
word-16-text = The talk in which assessors choose one score together.
word-17-title = Chair of the table
word-17-text = Leads the talk and sees that everybody gets a turn.
word-18-title = Key holder
word-18-text = An official who gives no scores. Two are needed to open the bids.
word-19-title = Process lead
word-19-text = Leads the round for the municipality. Gives no scores.
word-20-title = Lead
word-20-text = Leads the cooperative on this website and invites others.
word-21-title = Commitment
word-21-text = Something that you promise, such as a short waiting time. If you win, it goes into the agreement.
word-22-title = Supporting document
word-22-text = A file that shows that something is right, such as the articles.
word-23-title = Real price
word-23-text = A price for which you can give good help and pay people fairly.
word-24-title = Result
word-24-text = Who gets the work, with the reason.
word-25-title = Objection period
word-25-text = The days after the result in which you can say that you disagree. Your letter says how long and how.
word-26-title = Check number
word-26-text = A long code that belongs to your text. If one letter changes, the code no longer fits.
word-27-title = Journal
word-27-text = The list of what happened: who did what, and when. Nobody can take out a line without it being noticed.
word-28-title = KvK number
word-28-text = The number of your cooperative in the Dutch trade register. It has 8 digits.

## Help and contact
help-title = Help and contact
help-intro = Is your question not here? Ask the lead of your cooperative, or the administrator of your municipality. They can see who has which role.
help-1-title = I cannot sign in
help-1-text =
    See whether your e-mail address is right. Do you not know your password any more? On the page Sign in, choose: Forgot your password.

    Did you try very often? Then you have to wait a while. The page says how long.
help-2-title = I get no mail
help-2-text =
    Look in the folder with unwanted mail. Sometimes it takes a few minutes. Still nothing? Try again and see whether the address is right.

    An invitation works for 7 days. Is that time over? Ask for a new invitation.
help-3-title = I have a question about a round
help-3-text =
    Ask your question on the page of the round. The municipality does not see who you are, and everybody can read the answer.

    Each round also names a contact person of the municipality, with telephone number and e-mail address.
help-4-title = I do not see a page
help-4-text = What you see depends on your role. See under Your account which roles you have. Do you miss a role? Ask the person who invited you.
help-5-title = Is my work saved?
help-5-text =
    Below each field it says when your text was saved. Does it say that saving fails? Then leave the page open. Your text stays there and we try again.

    Do you work without JavaScript? Then choose Save at the bottom of the page.
help-6-title = The closing time comes near
help-6-text = The clock of the website counts, not that of your computer. You can submit up to and including the second that it says. Rather submit a day earlier. Until the closing time you can still change everything and submit again.
help-7-title = Something went wrong
help-7-text =
    Try again in 5 minutes. What was saved already is still there. Is there a number on the page? Mention it when you ask somebody for help.

    Can you not submit and is the closing time near? Then call the contact person of the round at once, and write down at what time it went wrong.
help-8-title = I use no mouse, or I see less well
help-8-text = Everything works with the keyboard and with larger letters. Does something not work? Report it, so that it can get better. See also Accessibility.

## Privacy
privacy-title = Privacy
privacy-intro = We ask as little of you as possible. Here you read what this website keeps and who sees it.
privacy-1-title = What we keep of you
privacy-1-text =
    Your name, your e-mail address and your language. We do not keep your password, only a code with which we can check it.

    We also keep what you write, which files you add, and which roles you have. Write no data of clients in your plan. The municipality does not need them to choose.

    Do you vote as a member of a cooperative? Then we keep your e-mail address and that you voted. If the vote is secret, we do not keep what you voted. Do you support a plan in your neighbourhood? Then we keep your name, your area and your sentence, until you erase them.
privacy-2-title = When you are signed in
privacy-2-text =
    We keep where you are signed in: kind of device, internet address and time. You see this yourself under Your account and can sign out devices there.

    We count how often somebody tries to sign in, so that nobody can go on guessing. For that we keep a code of the address, at most a few hours until the next count.
privacy-3-title = Cookies
privacy-3-text =
    This website uses two cookies: one to know that it is you, and one for your language. There are no more.

    We do not follow you. There are no advertisements, and your browser fetches nothing from other companies.
privacy-4-title = Who sees your data
privacy-4-text =
    Members of your organisation see your name and your roles. Who is in charge also sees your e-mail address.

    The municipality sees your bid only after the closing time. Assessors do not see the name of your cooperative. After the decision it is public who got the work.
privacy-5-title = The journal
privacy-5-text = The journal says who did what, and when. This is needed to show later that it went fairly. That is why nobody can take out a line, not even when you ask for it.
privacy-6-title = How long we keep it
privacy-6-text =
    The file of a round belongs to the archive of the municipality. The municipality decides how long it stays.

    We erase addresses of members who voted, and names of residents who support a plan, 30 days after the deadline. Back-ups of the website can hold them for longer.

    Do you want your account removed? Ask who runs this website. For now that is done by hand.
privacy-7-title = Who is responsible
privacy-7-text =
    The municipality is responsible for the round and the assessment. Your cooperative is responsible for what it writes itself, as long as it has not been submitted.

    Are you in doubt? Ask the data protection officer of your municipality.
privacy-8-title = Your rights
privacy-8-text = You may ask which data there are of you, and whether something can be corrected or removed. Are you not satisfied with the answer? Then you can complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).

## Accessibility
accessibility-title = Accessibility
accessibility-intro = Everybody must be able to use this website. Here you read what we do for that, and what has not been done yet.
accessibility-1-title = What you may expect
accessibility-1-text =
    We build to the rules of WCAG 2.2, levels A and AA. Everything works with the keyboard, on a telephone and without script. Texts are in plain language.

    Maps and charts always have a list or table beside them.
accessibility-2-title = What we check ourselves
accessibility-2-text =
    At every change of the program a test checks every page: headings, labels of fields, names of buttons, and messages of errors.

    A second test goes through the most important steps in a real browser, with a checking program (axe) and with the keyboard only.
accessibility-3-title = What has not been done yet
accessibility-3-text =
    No independent expert has examined this website yet. It has not been tested with screen readers either, nor with people of different ages.

    A program finds only a part of the problems. So we do not say that the website meets all rules.
accessibility-4-title = The official statement
accessibility-4-text = Each municipality that uses Buurtbod has to give an accessibility statement of its own. It is on the website of the municipality.
accessibility-5-title = Does something not work for you?
accessibility-5-text = Tell what you wanted to do, on which page, and what happened. Report it to the contact person of the round or to the administrator of your municipality. They pass it on.

## About this website
about-title = About this website
about-intro =
    Buurtbod is made for care cooperatives and municipalities. Cooperatives show what they can do. The municipality assesses that by rules that are fixed beforehand, and explains everything.

    Buurtbod works out the points. People give the scores and take the decision.
about-open = Open source
about-open-text =
    This is Buurtbod version { $version }. Everybody may use, study and improve the program, under the licence EUPL-1.2.

    Who runs this website gives you the source when you ask for it.
about-licence = Read the licence { $name }
about-maps = Maps
about-maps-text = The borders of districts and neighbourhoods come from CBS and Kadaster (CC BY 4.0). The maps of the examples are invented.
about-parts = What is in it
about-part = Part
about-licence-head = Licence
about-parts-rest = These are the main parts. The complete list is in the file Cargo.lock beside the source.

## The mailbox of the example
mailbox-title = Mailbox of the example
mailbox-intro = In the example mail goes nowhere. You read the mails here. The newest is on top.
mailbox-to = To:
mailbox-none = There is no mail yet.
