## Bestanden bij een inschrijving
files-title = Bewijsstukken
files-none = Hier zitten nog geen bestanden bij.
files-ready = Klaar met bestanden
files-back = Terug naar de bestanden
files-full =
    { $count ->
        [one] Bij dit onderdeel past 1 bestand. Verwijder eerst dat bestand als u een ander wilt toevoegen.
       *[other] Bij dit onderdeel passen { $count } bestanden. Verwijder eerst een bestand als u een ander wilt toevoegen.
    }
files-removed =
    { $count ->
        [one] 1 verwijderd bestand
       *[other] { $count } verwijderde bestanden
    }
back-to-section = Terug naar: { $name }
file-choose = Kies een bestand
file-hint =
    { $files ->
        [one] U kunt 1 bestand toevoegen: pdf, odt, docx, xlsx, png of jpg. Het mag { $max } MB groot zijn.
       *[other] U kunt { $files } bestanden toevoegen: pdf, odt, docx, xlsx, png of jpg. Elk bestand mag { $max } MB groot zijn.
    }
file-add = Voeg bestand toe
file-restore = Zet terug
file-removal-title = Bestand verwijderen
file-removal-text = Wilt u dit bestand uit uw inschrijving halen? U kunt het terugzetten totdat u indient.
file-removal-confirm = Ja, verwijder dit bestand
size-kb = { $count } kB
size-mb = { $whole },{ $tenth } MB

file-refused-none = Kies eerst een bestand.
file-refused-empty = Dit bestand is leeg. Kies een ander bestand.
file-refused-unknown = Wij kunnen dit soort bestand niet aannemen. Kies een pdf, odt, docx, xlsx, png of jpg.
file-refused-macros = In dit document zitten macro’s (kleine programma’s). Bewaar het zonder macro’s, bijvoorbeeld als pdf. Kies daarna dat bestand.
file-refused-name = De naam past niet bij wat er in het bestand zit. Bewaar het opnieuw, bijvoorbeeld als pdf. Kies daarna dat bestand.
file-refused-damaged = Wij kunnen dit bestand niet openen. Zit er een wachtwoord op, of is het beschadigd? Bewaar het als pdf zonder wachtwoord.
file-refused-too-many =
    { $max ->
        [one] Bij dit onderdeel past 1 bestand. Verwijder eerst dat bestand.
       *[other] Bij dit onderdeel passen { $max } bestanden. Verwijder eerst een bestand.
    }
file-refused-too-large = Dit bestand is te groot ({ $size }). Kies een bestand van ten hoogste { $max } MB.
file-refused-not-asked = Bij dit onderdeel vraagt de gemeente geen bestanden.

bid-shut-closed = De tijd om in te schrijven is voorbij. U kunt uw inschrijving niet meer wijzigen.
bid-shut-submitted = Uw inschrijving is ingediend. Trek haar eerst in als u iets wilt wijzigen.
