## Bestanden in stukken, viruscontrole en hoeveel er past
upload-sending = Uw bestand wordt verstuurd: { "{percent}" } procent.
upload-checking = Uw bestand is bijna binnen. Wij kijken het na.
upload-lost = De verbinding is weg. Wij gaan vanzelf verder als zij terug is. Laat deze pagina open.
upload-failed = Het versturen is niet gelukt. Laad de pagina opnieuw en kies hetzelfde bestand. Wij gaan verder waar u was.
upload-progress = Hoeveel er verstuurd is
upload-unfinished = U was bezig met ‘{ $name }’. Kies hetzelfde bestand. Wij gaan verder waar u was.

file-check-unchecked = niet op virussen gecontroleerd
file-check-waiting = wacht op de viruscontrole
file-check-infected = virus gevonden, weggehaald
check-files-wait =
    { $count ->
        [one] 1 bestand wacht nog op de viruscontrole. Dat ligt niet aan u. U kunt gewoon indienen. De gemeente kan het bestand openen zodra het is gecontroleerd. U kunt het bestand ook weghalen.
       *[other] { $count } bestanden wachten nog op de viruscontrole. Dat ligt niet aan u. U kunt gewoon indienen. De gemeente kan de bestanden openen zodra ze zijn gecontroleerd. U kunt de bestanden ook weghalen.
    }

file-refused-two-kinds = Dit bestand is van twee soorten tegelijk. Dat nemen wij niet aan. Bewaar het opnieuw, bijvoorbeeld als pdf. Kies daarna dat bestand.
file-refused-infected = In dit bestand zit een virus. Wij hebben het niet bewaard. Kijk uw computer na en kies een ander bestand.
file-refused-waiting = Dit bestand wacht nog op de viruscontrole. Probeer het later nog eens.
file-refused-larger = Dit bestand is te groot. Kies een bestand van ten hoogste { $max } MB.
file-refused-bid-full = De bestanden bij deze inschrijving worden samen groter dan { $max } MB. Verwijder eerst een bestand, of maak dit bestand kleiner.
file-refused-cooperative-full = De bestanden van uw coöperatie in deze ronde worden samen groter dan { $max } MB. Verwijder eerst een bestand, of maak dit bestand kleiner.
file-refused-at-once = U verstuurt al veel bestanden tegelijk. Maak eerst een ander bestand af. Wat niet af is, verdwijnt na een dag.

journal-found_virus = In een bestand bij de inschrijving op perceel { $object } zat een virus. Het bestand is niet bewaard.
journal-label-virus = Virus

## Mail over een bestand met een virus.
mail-virus-found-subject = Een bestand is weggehaald: { $round }
mail-virus-found-body = In een bestand bij uw inschrijving op perceel { $lot } ({ $round }) vond de viruscontrole een virus. Het bestand is weggehaald. Kijk op de pagina welk bestand dat is, en kies een ander bestand zolang dat kan.
