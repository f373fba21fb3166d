## Files in pieces, virus check and how much fits
upload-sending = Your file is being sent: { "{percent}" } per cent.
upload-checking = Your file is almost there. We are checking it.
upload-lost = The connection is lost. We go on by ourselves when it is back. Leave this page open.
upload-failed = Sending did not work. Load the page again and choose the same file. We go on where you were.
upload-progress = How much has been sent
upload-unfinished = You were sending ‘{ $name }’. Choose the same file. We go on where you were.

file-check-unchecked = not checked for viruses
file-check-waiting = waits for the virus check
file-check-infected = virus found, taken out
check-files-wait =
    { $count ->
        [one] 1 file still waits for the virus check. That is not your doing. You can submit as usual. The municipality can open the file once it has been checked. You can also take the file out.
       *[other] { $count } files still wait for the virus check. That is not your doing. You can submit as usual. The municipality can open the files once they have been checked. You can also take the files out.
    }

file-refused-two-kinds = This file is of two kinds at once. We do not take that. Save it again, for example as a pdf. Then choose that file.
file-refused-infected = There is a virus in this file. We did not keep it. Check your computer and choose another file.
file-refused-waiting = This file still waits for the virus check. Try again later.
file-refused-larger = This file is too large. Choose a file of at most { $max } MB.
file-refused-bid-full = The files of this bid together become larger than { $max } MB. Remove a file first, or make this file smaller.
file-refused-cooperative-full = The files of your cooperative in this round together become larger than { $max } MB. Remove a file first, or make this file smaller.
file-refused-at-once = You are sending many files at once already. Finish another file first. What is not finished goes away after a day.

journal-found_virus = There was a virus in a file of the bid on lot { $object }. The file was not kept.
journal-label-virus = Virus

## Mail about a file with a virus.
mail-virus-found-subject = A file was taken out: { $round }
mail-virus-found-body = The virus check found a virus in a file of your bid on lot { $lot } ({ $round }). The file was taken out. See on the page which file that is, and choose another one as long as you can.
