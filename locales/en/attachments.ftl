## Files that go with a bid
files-title = Supporting documents
files-none = There are no files here yet.
files-ready = Done with files
files-back = Back to the files
files-full =
    { $count ->
        [one] This section takes 1 file. Remove that file first if you want to add another.
       *[other] This section takes { $count } files. Remove a file first if you want to add another.
    }
files-removed =
    { $count ->
        [one] 1 removed file
       *[other] { $count } removed files
    }
back-to-section = Back to: { $name }
file-choose = Choose a file
file-hint =
    { $files ->
        [one] You can add 1 file: pdf, odt, docx, xlsx, png or jpg. It may be { $max } MB.
       *[other] You can add { $files } files: pdf, odt, docx, xlsx, png or jpg. Each file may be { $max } MB.
    }
file-add = Add file
file-restore = Put back
file-removal-title = Remove file
file-removal-text = Do you want to take this file out of your bid? You can put it back until you submit.
file-removal-confirm = Yes, remove this file
size-kb = { $count } kB
size-mb = { $whole }.{ $tenth } MB

file-refused-none = Choose a file first.
file-refused-empty = This file is empty. Choose another file.
file-refused-unknown = We cannot take this kind of file. Choose a pdf, odt, docx, xlsx, png or jpg.
file-refused-macros = This document holds macros (small programs). Save it without macros, for example as a pdf. Then choose that file.
file-refused-name = The name does not fit what is in the file. Save it again, for example as a pdf. Then choose that file.
file-refused-damaged = We cannot open this file. Does it have a password, or is it damaged? Save it as a pdf without a password.
file-refused-too-many =
    { $max ->
        [one] This section takes 1 file. Remove that file first.
       *[other] This section takes { $max } files. Remove a file first.
    }
file-refused-too-large = This file is too large ({ $size }). Choose a file of at most { $max } MB.
file-refused-not-asked = The municipality asks for no files in this section.

bid-shut-closed = The time to bid is over. You cannot change your bid any more.
bid-shut-submitted = Your bid has been submitted. Withdraw it first if you want to change something.
