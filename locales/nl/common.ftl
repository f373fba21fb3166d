## Woorden en zinnen die op veel pagina's staan. B1, u-vorm, geen verwijt.
## Getallen krijgen vanzelf een punt bij duizend; geef een jaartal als tekst.

product = Buurtbod
product-line = Bieden op hulp en zorg
tagline = Inschrijven op hulp en zorg
municipality-of = Gemeente { $name }
title-fault = Fout:
skip-link = Ga naar de inhoud
main-menu = Hoofdmenu
crumbs = Kruimelpad
counter-new = nieuw
other-language = English
other-language-code = en
sign-in = Inloggen
sign-out = Uitloggen
footer-accessibility = Toegankelijkheid
footer-privacy = Privacy
footer-about = Over deze website
footer-help = Hulp en contact
demo-line = Dit is een voorbeeld. Alle namen, plaatsen en bedragen zijn verzonnen.

## Dagen en tijden
date-long = { $weekday } { $date }
date-short = { $day } { $month } { $year }
date-time = { $date }, { $clock }
clock = { $hour }.{ $minute } uur
clock-exact = { $hour }.{ $minute }.{ $second } uur
time-past = voorbij
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
days-left =
    { $count ->
        [0] Vandaag is de laatste dag
        [one] Nog 1 dag
       *[other] Nog { $count } dagen
    }
hours-left =
    { $count ->
        [0] Minder dan 1 uur
        [one] Nog 1 uur
       *[other] Nog { $count } uur
    }

## Standen
status-done = Klaar
status-busy = Bezig
status-action = Nog iets nodig
status-todo = Nog niet begonnen
status-closed = Kan nog niet

## Knoppen en links
save = Opslaan
save-and-continue = Opslaan en verder
save-and-return = Opslaan en terug naar de takenlijst
back-to-tasks = Terug naar de takenlijst
continue = Verder
cancel = Annuleren
change = Wijzig
remove = Verwijder
add = Voeg toe
send = Verstuur
confirm = Bevestig
search = Zoek
choose = Maak een keuze
download = Download
previous = Vorige
next = Volgende
page = Pagina
pages = Pagina's
yes = Ja
no = Nee
none = Geen

## Formulieren
fill-all = Vul alle velden in. Als een veld niet hoeft, staat dat erbij.
optional = (hoeft niet)
error-summary-title =
    { $count ->
        [one] Er is 1 ding dat nog niet goed is
       *[other] Er zijn { $count } dingen die nog niet goed zijn
    }
field-day = Dag
field-time = Tijd
words-count = U schreef { $count } van { $max } woorden
words-over =
    { $count ->
        [one] U schreef 1 woord te veel
       *[other] U schreef { $count } woorden te veel
    }
word-limit = Schrijf ten hoogste { $max } woorden.
error-required = Vul dit veld in.
error-choose = Maak een keuze.
error-number = Vul een getal in van { $min } tot en met { $max }.
error-amount = Vul een bedrag in, zoals 29,10.
error-email = Vul uw e-mailadres in, zoals naam@voorbeeld.nl.
error-date = Vul een dag in, zoals 15-01-2027.
error-time = Vul een tijd in, zoals 12:00.
error-too-long = Maak deze tekst korter: ten hoogste { $max } tekens.
error-words-over =
    { $count ->
        [one] U schreef 1 woord te veel. Maak uw tekst korter.
       *[other] U schreef { $count } woorden te veel. Maak uw tekst korter.
    }

## Opslaan
saves-itself = Uw werk wordt vanzelf opgeslagen.
saves-itself-long = Uw werk wordt vanzelf opgeslagen. U kunt op elk moment stoppen en later verdergaan.
saving = Bezig met opslaan
saved-at = Opgeslagen om { $clock }
save-retrying = Opslaan lukt nu niet. Uw tekst staat nog op dit scherm. Wij bewaren de tekst zolang dit tabblad open is, en proberen het opnieuw.
save-failed = Opslaan lukt nog niet. Uw tekst blijft bewaard zolang dit tabblad open is. Wij blijven het proberen.
save-refused = Dit kunnen wij niet opslaan. Uw tekst staat nog op dit scherm. Kies Opslaan om te zien wat u kunt doen.
save-clash = Iemand anders heeft deze tekst ook veranderd. Bekijk eerst het verschil.
save-clash-link = Bekijk het verschil

## Tabellen en lijsten
swipe-table = Schuif de tabel opzij om alles te zien.
region-swipe = { $label }. Schuif opzij om alles te zien.
order-up = Zet { $name } hoger
order-down = Zet { $name } lager
order-moved = { $name } staat nu op plaats { $place } van { $total }
chance-place = plek { $place }: { $percent } procent

## Tafel
phases = Stappen van de tafel
phase-done = klaar
live-updated = Live. Bijgewerkt om { $clock }
live-waiting = Live
live-paused = Stilgezet
live-lost = Geen verbinding sinds { $clock }. Wij proberen het opnieuw. Wat u typt, blijft staan.
live-asking = Live met kleine tussenpozen. Bijgewerkt om { $clock }
live-unsent = Uw tekst staat er nog en is nog niet verstuurd. Druk opnieuw als de verbinding terug is.
live-over = U bent niet meer aangemeld, of deze tafel is niet meer voor u open. Wij tonen daarom niets meer.
live-over-link = Meld u opnieuw aan
live-pause = Zet stil
live-refresh = Ververs

## Fouten
error-to-start = Ga naar het begin
error-400-title = Wij kunnen dit formulier niet lezen
error-400-text = Ga terug, ververs de pagina en probeer het opnieuw.
error-403-title = U mag deze pagina niet zien
error-403-text = Denkt u dat dit niet klopt? Vraag de persoon die u uitnodigde om toegang.
error-404-title = Deze pagina bestaat niet
error-404-text = Misschien is de pagina verhuisd of is er een letter anders in het adres.
error-409-title = Dit kan nu niet
error-409-text = Er is iets veranderd sinds u deze pagina opende. Ga terug, ververs de pagina en kijk wat er nu staat.
error-410-title = Deze link werkt niet meer
error-410-text = De link is te oud of al een keer gebruikt. Vraag een nieuwe link aan.
error-413-title = Dit bestand is te groot
error-413-text = Kies een bestand van ten hoogste { $max } MB. Ga terug om het opnieuw te proberen. Uw andere werk is bewaard.
error-429-title = Even wachten
error-429-text = U probeerde dit heel vaak achter elkaar. Probeer het over { $minutes } { $minutes ->
        [one] minuut
       *[other] minuten
    } opnieuw.
error-500-title = Er ging iets mis bij ons
error-500-text = Probeer het over 5 minuten opnieuw. Wat u al had opgeslagen, is bewaard.
error-500-reference = Belt of mailt u ons hierover? Noem dan dit nummer: { $reference }.
error-503-title = Het is nu heel druk
error-503-text = Probeer het over 1 minuut opnieuw. Wat u al had opgeslagen, is bewaard.
error-away-title = Buurtbod is even niet bereikbaar
error-away-text = Probeer het over 1 minuut opnieuw. Wat u al had opgeslagen, is bewaard. Typte u net iets? Ga terug met de knop van uw browser. Dan staat uw tekst nog in het scherm.
error-away-sent = Kijk eerst of het al gelukt is voor u het opnieuw verstuurt.
error-token-title = Deze pagina stond te lang open
error-token-text = Of u logde in een ander venster in of uit. Ga terug, ververs de pagina en probeer het opnieuw.

## Mail
mail-greeting = Met vriendelijke groet,
mail-why = U krijgt deze mail omdat u meedoet op Buurtbod.
mail-help = Heeft u een vraag? Kijk bij Hulp en contact op de website.
mail-dear = Beste { $name },
