## The bid as a file
documents-title = Download your bid
documents-intro = Here you get the whole bid as a file. That way you can print it, have it read aloud or keep it.
documents-draft = As it is now
documents-draft-note = This is a draft. Every page says that it has not been handed in.
documents-handed-in = Handed in: { $number }
documents-handed-in-at = Handed in on { $when }.
documents-withdrawn = Taken back on { $when }.
documents-pdf = PDF
documents-pdf-note = To print and to mail. Works well with a screen reader too.
documents-odt = Text document (ODT)
documents-odt-note = To read aloud, enlarge or edit. Opens in LibreOffice, Word and Google Docs.
documents-json = Data (JSON)
documents-json-note = To keep, or to begin a new bid with. Files that you added are not in it.
documents-receipt = Receipt (PDF)
documents-receipt-note = The number, the time and the check number on one page. It does not say what you wrote.
documents-verify = Do you or somebody else want to make sure that a file really is what you handed in?
documents-verify-link = Check a file

## Words on paper
paper-page = Page
paper-of = of
paper-contents = Contents
paper-draft-mark = Draft: not handed in
paper-draft-at = Made on { $when }.
paper-draft-note = This is a draft. The bid has not been handed in and can still change.
paper-bid-title = Bid on lot { $number }: { $name }
paper-name = bid-{ $number }
paper-draft-name = bid-lot-{ $number }-draft
paper-cooperative = Cooperative
paper-place = Place
paper-registration = Chamber of Commerce number
paper-handed-in-note = This is what the cooperative handed in. Whether this version still counts, you see at { $address }.
paper-costs = Costs as filled in
paper-costs-what = Item
paper-costs-answer = Filled in
paper-files = Files with this bid
paper-files-text = These files belong to the bid. They are not in this document. The number below each name is the check number (SHA-256) of that file.
paper-file-about = With: { $section }. Size: { $size }.
paper-check = How to check this document
paper-check-lead = Anybody can make sure that this document is right. You need not sign in for that.
paper-check-page = Go to { $address }.
paper-check-number = Fill in the number: { $number }. You see when the bid was handed in and whether it was taken back.
paper-check-file = Choose this file there as well. Then you see whether nothing in it was changed.
paper-check-hash = This number belongs to exactly this bid. You can work it out yourself with the JSON file: it is the SHA-256 of the content in that file.
paper-receipt-check = Anybody can check this at { $address }. You need not sign in for that.

## Beginning from a file
bid-start-from-file = Do you have a bid as a file?
bid-start-from-file-link = Begin from a file
bid-file-title = Begin from a file
bid-file-explain = Did you download a bid as JSON before? Then you can begin with that. First you see what fits. Nothing changes yet.
bid-file-choose = Choose your file
bid-file-hint = A JSON file of this service, { $max } MB at most.
bid-file-look = See what fits
bid-file-none = Choose a file first.
bid-file-too-large = This file is too large. A bid is { $max } MB at most.
bid-file-not-json = We cannot read this file. Choose the JSON file that you downloaded here before. Did you change it yourself? Then look for a sign too many or too few.
bid-file-not-a-bid = This is not a bid of this service. Choose the JSON file that you downloaded here before.
bid-file-newer = This file was made with another version of this service. Download it there again, or ask the administrator for help.
bid-file-fits =
    { $count ->
        [one] 1 answer fits
       *[other] { $count } answers fit
    }
bid-file-fits-none = None of the answers fits this round.
bid-file-made-for = The file was made for: { $lot }.
bid-file-left = What does not fit
bid-file-left-hint = These answers do not come along. You can copy them yourself later.
bid-file-left-more =
    { $count ->
        [one] And 1 other answer.
       *[other] And { $count } other answers.
    }
bid-file-left-not-asked = This round does not ask this.
bid-file-left-not-offered = This choice does not exist in this round.
bid-file-left-too-long = The text is too long.
bid-file-left-hidden = It has invisible signs in it.
bid-file-files = Files that do not come along
bid-file-files-hint = A JSON file has only their names. Add these files yourself later.
bid-file-unknown = Parts that we do not know
bid-file-unknown-hint = We skip these parts of the file.
bid-file-take = Begin with these answers
bid-file-undo = This makes a new bid. You can change everything afterwards.
bid-file-other = Choose another file
bid-file-refused-not-empty = Your cooperative already has a bid on this lot, and something is written in it. We do not write over that.

## Checking a receipt
receipts-title = Check a receipt
receipts-intro = Do you have a number or a file of a bid? Here you see what was handed in, and when.
receipts-number = Number of the receipt
receipts-number-hint = For example BB-7K2M-X9QP. It is on the receipt and at the foot of every page.
receipts-file = File
receipts-file-hint = You may skip this. Choose the PDF or JSON file that you want to check. We do not keep it.
receipts-look = Check
receipts-nothing = Fill in a number or choose a file.
receipts-no-number = This is not the number of a receipt. It begins with BB, followed by 8 letters or figures.
receipts-unknown = We do not know this number. Make sure that you copied it correctly.
receipts-not-ours = We cannot check this file. Choose a PDF or JSON file that was downloaded here.
receipts-file-no-number = We find no number in this file. Fill in the number yourself.
receipts-found = This was handed in on { $when }
receipts-found-place = The bid is for { $lot }, in the round ‘{ $round }’ of { $municipality }.
receipts-place-hidden = Until the opening we do not show what the bid is for. Whoever has the file itself can have it compared here.
receipts-withdrawn = This version was taken back on { $when }. It no longer counts.
receipts-same-content = This file is right. Its content is exactly what was handed in.
receipts-other-content = The content of this file is not what was handed in under this number. Something was changed, or it belongs to another number.
receipts-same-pdf = This file is right. It is to the letter the file that we give under this number.
receipts-other-pdf = This PDF file is not the one that we give under this number now. Perhaps something was changed, or it was made with an earlier version of this service. Compare the check number, or check the JSON file: that always stays the same.
receipts-again = Check something else
receipts-what = What do you not see here?
receipts-what-text = This page never says who bids and what was written.
receipt-verify = Whoever receives this receipt can check it at
receipt-documents = Download everything as PDF, text document or JSON
mail-receipt-verify = Anybody with this number can check that you handed something in, and when. What you wrote stays shut:
