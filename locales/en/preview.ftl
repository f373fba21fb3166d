preview-title = Look at a file
preview-back = Back
preview-look = Look at it
preview-page = Page { $number } of { $of }
preview-picture = Picture of page { $number } of { $name }
preview-read-aloud = This is a picture of the page. Save the file if you want the text read aloud.
preview-cannot = We cannot show this file here. You can save it and open it yourself.
preview-save = PDF, to save
