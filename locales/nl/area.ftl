## Het eigen gebied van een inschrijving
area-title = Uw gebied
area-beside = Uw gebied op de kaart
area-back = Terug naar de inschrijving
area-go = Kies uw gebied op de kaart
area-intro = Neemt u het hele perceel, of een deel? Kies hier uw gebied. Daarna ziet u hoeveel mensen er wonen.
area-choice = Welk gebied neemt u?
area-choice-whole = Het hele perceel
area-choice-areas = Een of meer gebieden uit de lijst
area-choice-drawn = Een gebied dat ik zelf teken
area-list = Gebieden in dit perceel
area-people =
    { $count ->
        [one] 1 inwoner
       *[other] { $count } inwoners
    }
area-map = Kaart van het perceel. De lijst hieronder zegt hetzelfde.
area-no-map = Van dit perceel is nog geen kaart. U kunt alleen het hele perceel kiezen.
area-points = Hoekpunten van uw tekening
area-points-hint = Een punt op elke regel: eerst de breedte, dan de lengte. Bijvoorbeeld 53.5866 3.5388. Kiest u ‘zelf tekenen’? Druk dan op de kaart om een punt te zetten.
area-undo = Haal het laatste punt weg
area-save = Bewaar dit gebied
area-picked = Dit koos u
area-picked-whole = Het hele perceel
area-picked-areas =
    { $count ->
        [one] Een deel van het perceel: 1 gebied
       *[other] Een deel van het perceel: { $count } gebieden
    }
area-picked-drawn = Een eigen gebied, op de kaart getekend
area-word- = Niet gekozen
area-word-whole = Het hele perceel
area-word-areas = Een deel van het perceel
area-word-drawn = Een eigen gebied, op de kaart getekend
area-facts = Wie er wonen
area-name = Gebied
area-total = Samen
area-no-data = Niet bekend
area-part-of = { $name } ({ $share } procent van het gebied)
area-part-of-little = { $name } (minder dan 1 procent van het gebied)
area-note-year = Cijfers van { $year }. Het deel 65 jaar en ouder is gewogen naar inwoners en afgerond op hele procenten.
area-note-unknown =
    { $count ->
        [one] Van 1 gebied is een cijfer niet bekend, bijvoorbeeld omdat er weinig mensen wonen. Dat telt niet mee.
       *[other] Van { $count } gebieden is een cijfer niet bekend, bijvoorbeeld omdat er weinig mensen wonen. Die tellen niet mee.
    }
area-note-estimate = Dit is een schatting. Wij rekenen alsof mensen gelijk over een gebied verdeeld wonen.
area-clash = Iemand anders koos intussen een ander gebied. Uw keuze is nog niet bewaard.
area-clash-what = Hieronder staat uw keuze. Bewaar haar als u de andere keuze wilt vervangen, of ga terug.
area-file-title = Heeft u uw gebied in een bestand?
area-file = Kies een bestand met 1 gebied (GeoJSON)
area-file-hint = Met lengte en breedte (WGS84), zonder gaten, ten hoogste 500 punten en 512 kB.
area-file-read = Neem dit gebied over

area-refused-nothing = Kies het hele perceel, of kies ten minste 1 gebied.
area-refused-not-in-lot = Een van de gebieden hoort niet bij dit perceel. Kies opnieuw.
area-refused-no-map = Van dit perceel is nog geen kaart. Kies het hele perceel.
area-refused-few-points = Een gebied heeft ten minste 3 hoekpunten. Zet er punten bij.
area-refused-many-points = Dit zijn te veel punten. Gebruik er ten hoogste 500.
area-refused-not-a-point = Een regel is geen plaats. Schrijf eerst de breedte en dan de lengte, bijvoorbeeld 53.5866 3.5388.
area-refused-crosses = De lijn kruist zichzelf. Zet de punten in de volgorde waarin u om het gebied loopt.
area-refused-outside = { $percent } procent van wat u tekende ligt buiten het perceel. Teken binnen de lijnen van het perceel.
area-refused-file = Wij kunnen hier geen gebied uit lezen. Kies een GeoJSON-bestand met 1 gebied zonder gaten.
area-refused-changed = Iemand anders koos intussen een ander gebied.

ask-kind-decimal = Een getal met cijfers achter de komma ({ $unit })
ask-kind-area = Een gebied op de kaart
setup-answer-decimal = Met een getal met cijfers achter de komma
setup-answer-area = Met een gebied op de kaart
bid-error-decimal = Vul een getal in van { $min } tot en met { $max }, met ten hoogste { $places } cijfers achter de komma. Bijvoorbeeld 8,5.
admission-area = Het gebied dat deze inschrijver neemt
journal-picked_area = { $actor } koos het gebied van de inschrijving op perceel { $object }.
journal-label-area = Gebied
