## De tafel van beoordelaars: bespreken, ondertekenen, openen, uitslag, verslag.

## Lijst en beheer
tables-none = U zit nu niet aan een tafel. De procesleider zet een tafel klaar als alle beoordelaars hun cijfers hebben vastgezet.
tables-lot = Perceel
tables-role = Uw rol
tables-phase = Stand
manage-tables-title = Tafels
manage-tables-intro = Een tafel gaat open als alle beoordelaars van het perceel hun cijfers hebben vastgezet. Daarna kan niemand zijn eerste cijfers nog veranderen.
manage-tables-locked = { $locked } van de { $total } beoordelaars zetten hun cijfers vast
manage-tables-bids =
    { $count ->
        [one] 1 toegelaten inschrijving
       *[other] { $count } toegelaten inschrijvingen
    }
manage-tables-open = Open de tafel
manage-tables-chair = Voorzitter
manage-tables-go = Naar de tafel
manage-tables-people = Wie ook een plek krijgt
manage-tables-people-text = De beoordelaars van het perceel krijgen altijd een plek. Van deze mensen zit 1 voorzitter aan de tafel, en alle anderen.
table-phase-scoring = Beoordelaars zijn nog bezig
table-phase-ready = Klaar voor de tafel
table-phase-discussing = Aan tafel
table-phase-quality_fixed = Wacht op handtekeningen
table-phase-signed = Getekend
table-phase-ranked = Uitslag bekend
table-phase-closed = Afgesloten

## De zitting
table-title = Tafel
table-above = Tafel van perceel { $number }
table-progress = { $fixed } van de { $total } cijfers staan vast
table-scores = Cijfers van de tafel
table-scores-caption = Cijfers per inschrijving en per vraag
table-bid = Inschrijving
bid-word = Inschrijving { $bid }
phase-alone = Zelf beoordelen
phase-discuss = Bespreken
phase-sign = Ondertekenen
phase-price = Prijs openen
phase-names = Namen openen
phase-result = Uitslag
price-is-open = Open
price-is-shut = Nog dicht
name-is-hidden = Naam is verborgen
legend-dot = Elke stip is 1 beoordelaar, van laag (links) tot hoog (rechts)
legend-decision = ▲ is het cijfer van de tafel
legend-price = De prijs gaat open als iedereen heeft getekend
screen-link = Groot scherm
no-quorum = De tafel kan nu niet beslissen. Nodig zijn de voorzitter en { $needed } beoordelaars. Er zijn er nu { $here }.
agenda-title = Nog te bespreken
agenda-empty = Alle punten hebben een cijfer van de tafel.
large-differences =
    { $count ->
        [one] 1 groot verschil
       *[other] { $count } grote verschillen
    }
band-red = Groot verschil
band-orange = Verschil
band-green = Geen verschil
band-no-grades = Nog geen cijfers
difference = Verschil { $points }
agreed-link =
    { $count ->
        [one] Stel 1 punt zonder verschil vast
       *[other] Stel { $count } punten zonder verschil samen vast
    }
table-lots-title = Alle percelen
lots-map = Kaart van de percelen in { $name }
lots-list = Als lijst
lots-everywhere = In de hele gemeente
lot-table-fixed = Vastgesteld
lot-table-current = Deze tafel
lot-table-waiting = Andere tafel bezig
lot-table-open = Nog te doen
seats-title = Aan tafel
seats-summary = { $here } van de { $total } mensen zijn er.
seat-present = Aanwezig
seat-absent = Niet aanwezig
seat-take = Ik ben aanwezig
seat-leave = Ik ga van tafel
seat-leave-for = { $name } is weg

## Eén punt
item-now = Nu bespreken
item-next = Volgende punt
item-looked-up = U bekijkt een ander punt
item-title = Inschrijving { $bid }: { $criterion }
item-question = Vraag en cijfers
item-fixed = Vast
item-later = Later
item-barred = Niet voor u
item-barred-long = U heeft een belang bij deze inschrijver. Daarom ziet u hier niets. Gaat de tafel hierover praten? Ga dan even van tafel.
item-grades = Cijfers: { $grades }
item-grades-hidden = De cijfers zijn nog niet getoond
item-not-shown = De cijfers van de beoordelaars zijn nog dicht. De voorzitter toont ze aan iedereen tegelijk.
item-reveal = Toon de cijfers
item-resume = Bespreek dit punt nu
item-back = Terug naar het punt van nu
item-agreed = Alle beoordelaars gaven een { $grade }.
item-reason = Waarom dit cijfer?
item-reason-hint = Noem de punten die de doorslag gaven, in de woorden van het cijfer. Vergelijk niet met andere inschrijvingen. De inschrijver krijgt dit te lezen.
item-compares = U vergelijkt met een andere inschrijving. Schrijf liever wat deze inschrijving goed doet of mist.
item-outside = Waarom buiten de eerste cijfers?
item-outside-hint = Geen beoordelaar gaf eerst dit cijfer. Schrijf wat de tafel hierheen bracht.
item-grade = Cijfer van de tafel
item-fix = Stel het cijfer vast
item-postpone = Later bespreken
item-chair-writes = De voorzitter schrijft het cijfer en de reden op.
item-fixed-by = Vastgesteld door { $name }
item-reopen = Neem dit cijfer terug
item-reopen-reason = Waarom neemt u het cijfer terug?
item-reopen-hint = De tafel praat opnieuw over dit punt. Wie al tekende, moet opnieuw tekenen.
item-reopen-button = Neem het cijfer terug
item-outside-label = Buiten de eerste cijfers, omdat:
assessor-number = Beoordelaar { $number }
agreed-title = Punten zonder verschil
agreed-intro = Over deze punten dachten de beoordelaars bijna hetzelfde. U kunt ze samen vaststellen. Elk cijfer heeft een reden nodig. Laat de reden leeg als de tafel er toch over wil praten.
agreed-unseen = Nog dicht
agreed-unseen-text = Bij deze punten is er geen verschil. Niemand aan tafel zag de cijfers al. Toon ze eerst aan iedereen.
agreed-show = Toon deze cijfers aan iedereen
agreed-none = Er zijn geen punten zonder verschil meer.
agreed-button = Stel deze cijfers vast

## Wat nu
step-settled-title = Alle punten hebben een cijfer
step-settled = Lees de cijfers per vraag nog een keer na. Leidt hetzelfde bij elke inschrijving tot hetzelfde cijfer? Dan stelt de voorzitter ze vast. Daarna tekent iedereen die er is.
step-settled-button = Stel alle cijfers vast
step-sign-title = Ondertekenen
step-sign = Alle cijfers zijn vastgesteld. De voorzitter en alle aanwezige beoordelaars tekenen. Pas daarna kan de prijs open.
step-price-title = De prijs kan open
step-price = Iedereen heeft getekend. Niemand kan nog een cijfer veranderen. Twee sleutelhouders openen nu samen de prijs en de namen.
step-names-title = De namen kunnen open
step-names = Iedereen heeft getekend. Niemand kan nog een cijfer veranderen. Twee sleutelhouders openen nu samen de namen.
step-result-title = De uitslag is bekend
step-result = De prijs en de namen zijn open. Bekijk de plekken en de punten.
step-barred-title = De uitslag is bekend
step-barred = U heeft een belang bij een van de inschrijvers. Daarom ziet u de uitslag pas na het besluit.
signature-link = Naar het ondertekenen
price-link = Naar het openen van de prijs
names-link = Naar het openen van de namen
rank-link = Bekijk de uitslag
minutes-link = Bekijk het verslag
back-to-table = Terug naar de tafel
close-table = Sluit de tafel af

## Ondertekenen
sign-title = Ondertekenen
sign-not-yet = Nog niet alle cijfers zijn vastgesteld. U kunt nog niet tekenen.
sign-done = Iedereen die moest tekenen, heeft getekend. De cijfers veranderen niet meer.
sign-summary = { $signed } van de { $total } mensen hebben getekend.
sign-people = Wie tekent
sign-grades = Waarvoor u tekent
sign-signed = Getekend
sign-open = Nog niet
sign-confirm = Ik heb alle cijfers en redenen gelezen en ben het ermee eens.
sign-confirm-missing = Zet een vinkje. Daarmee zegt u dat u alles heeft gelezen.
sign-button = Onderteken de cijfers
sign-yours = U tekende op

## Openen
price-title = Prijs openen
price-intro = De prijs en de namen van de inschrijvers gaan samen open. Twee sleutelhouders zijn daarvoor nodig. De tweede gebruikt de sleutel binnen 10 minuten na de eerste.
names-title = Namen openen
names-intro = In deze ronde ligt de prijs vast. Alleen de namen van de inschrijvers gaan open. Twee sleutelhouders zijn daarvoor nodig. De tweede gebruikt de sleutel binnen 10 minuten na de eerste.
price-checks = Wat eerst klaar moet zijn
price-check-fixed = Alle cijfers zijn vastgesteld
price-check-signed = Iedereen die er is, heeft getekend
price-check-two = Twee sleutelhouders gebruikten hun sleutel
price-check-open = Prijs en namen zijn open
price-first-key = { $name } gebruikte de eerste sleutel.
price-second-key = Nu is een andere sleutelhouder aan de beurt.
price-until = De sleutel geldt tot
price-turn = Gebruik uw sleutel
price-wait = Deze pagina ververst zichzelf als scripts uit staan. Anders: kies Ververs.
price-refresh = Ververs
price-who = Wie openden
price-opened = Geopend op
minutes-left =
    { $count ->
        [one] Nog 1 minuut.
       *[other] Nog { $count } minuten.
    }

## Uitslag
rank-title = Uitslag
rank-first = Uitslag: { $name } staat op plek 1
rank-shared = Uitslag: { $names } staan samen op plek 1
rank-nobody = Uitslag: geen inschrijving krijgt een plek
rank-when = Alle cijfers zijn getekend op { $signed }. Daarna is de prijs geopend, op { $opened }.
rank-who = Plek en inschrijver
rank-total = Totaal
out-title = Zonder plek
out-unsettled = Nog niet alle cijfers of prijzen zijn bekend.
trace-title = Waar komt elk punt vandaan?
trace-intro = Elke regel laat zien hoe de punten zijn uitgerekend. Alleen het totaal is afgerond. Prijzen staan in euro’s.
trace-summary = { $name }: { $total }
trace-part = Onderdeel
trace-formula = Berekening
trace-points = Punten
trace-total = Totaal
trace-quality = Alle vragen samen
trace-criterion = { $criterion }: cijfer { $grade } ({ $label })
trace-ratio = Kwaliteit en prijs ({ $price })
trace-price = Prijs: { $price }
steps-title = Wat zou 1 cijfer veranderen?
steps-intro = Alleen u ziet dit. Het laat zien waar een reden het sterkst moet zijn. Het zegt niet welk cijfer goed is.
steps-now = Nu
steps-up = 1 stap hoger
steps-down = 1 stap lager
steps-none = Kan niet
steps-moves = Andere plek
step-change = Cijfer { $grade }: { $total }, plek { $place }
step-change-out = Cijfer { $grade }: geen plek
money-title = Geld per jaar
money-intro = Wat elke inschrijver per jaar kost, naast het geld dat de gemeente heeft.
money-chart = Grafiek
money-cost = Kosten
money-budget = Budget
money-left = Over
draw-title = Loting
draw-intro = De computer trok de nummers met dit startgetal. Het controlegetal stond al in het logboek toen de tafel openging. Zo kan iedereen de loting nadoen.
draw-seed = Startgetal
draw-commitment = Controlegetal
draw-number = Nummer
close-intro = Is alles besproken? Dan sluit u de tafel af. Het verslag is dan compleet.

## Verslag
minutes-title = Verslag
minutes-open = Dit verslag is nog niet af. De tafel is nog bezig.
minutes-made = Dit verslag volgt uit wat er aan tafel gebeurde. Niemand kan het veranderen.
minutes-moments = Verloop
minutes-people = Wie erbij waren
minutes-name = Naam
minutes-role = Rol
minutes-presence = Aanwezig
minutes-signature = Handtekening
minutes-unsigned = Geen
minutes-grades = Cijfers en redenen
minutes-first = Eerste cijfers
minutes-difference = Verschil
minutes-revealed = Getoond
minutes-not-yet = Nog niet vastgesteld
minutes-taken-back = Teruggenomen cijfers
minutes-keys = Wie openden prijs en namen
minutes-result = Uitslag
minutes-draw-promise = Controlegetal van de loting
minutes-draw-unused = Er was geen loting nodig.
moment-opened = Tafel geopend
moment-fixed = Alle cijfers vastgesteld
moment-signed = Door iedereen getekend
moment-price = Prijs en namen geopend
moment-names = Namen geopend
moment-closed = Tafel afgesloten
presence-absent = Niet aanwezig
presence-since = Vanaf { $since }
presence-left = Van { $since } tot { $at }

## Wat een regel zegt
refusal-table-not-all-locked = Nog niet alle beoordelaars hebben hun cijfers vastgezet.
refusal-table-no-bids = Er is nog geen inschrijving toegelaten op dit perceel.
refusal-table-admission-open = Op dit perceel is nog niet over elke inschrijving besloten of zij meedoet. Rond eerst de toelating af.
refusal-table-paused = De beoordeling ligt stil. Laat de beoordeling eerst weer verder gaan.
refusal-table-no-chair = Er is nog niemand met de rol voorzitter.
refusal-table-already-open = Dit perceel heeft al een tafel.
refusal-table-other-phase = De tafel is al verder of nog niet zover. Ververs de pagina om te zien wat er nu kan.
refusal-table-changed = Iemand anders veranderde dit punt net ook. Uw tekst staat nog op dit scherm. Kijk wat er nu staat en stuur opnieuw.
refusal-table-unknown-item = Dit punt hoort niet bij deze tafel.
refusal-table-no-quorum = Er zijn te weinig mensen aan tafel. Wacht op de voorzitter en meer dan de helft van de beoordelaars.
refusal-table-no-seat = U heeft geen plek aan deze tafel.
refusal-table-not-present = Deze persoon is nu niet aan tafel.
refusal-table-not-revealed = Toon eerst de cijfers van de beoordelaars.
refusal-table-already-fixed = Dit punt heeft al een cijfer van de tafel.
refusal-table-not-fixed = Dit punt heeft nog geen cijfer van de tafel.
refusal-table-not-on-scale = Kies een cijfer.
refusal-table-no-reason = Schrijf in een paar woorden waarom de tafel dit cijfer geeft.
refusal-table-no-reopening = Schrijf in een paar woorden waarom u het cijfer terugneemt.
refusal-table-no-ballot-reason = Geen beoordelaar gaf eerst dit cijfer. Schrijf in 1 zin waarom u het geeft, of kies een ander cijfer.
refusal-table-outside-range = Geen beoordelaar gaf eerst dit cijfer. Schrijf wat de tafel hierheen bracht, of kies een ander cijfer.
refusal-table-items-open = Nog niet alle punten hebben een cijfer van de tafel.
refusal-table-already-signed = Er is al getekend.
refusal-table-may-not-sign = Alleen de voorzitter en de beoordelaars tekenen.
refusal-table-key-holder-sits = Wie aan de tafel zit, kan de prijs niet openen. Vraag een andere sleutelhouder.

## Hoe stevig de uitslag is

firm-title = Hoe stevig is de uitslag?
firm-link = Hoe stevig is deze uitslag?
firm-intro = Deze pagina laat zien wat een ander cijfer of een ander gewicht zou doen. Zij verandert niets aan de uitslag en zegt niet welk cijfer goed is.
firm-no-sum = Bij deze methode is de uitslag geen som van punten. Daarom staat hier niet wat een ander cijfer of gewicht zou doen.
firm-grades-title = Welke cijfers geven de doorslag?
firm-grades-intro = { $name } staat op plek 1. Hieronder staat met hoe weinig andere cijfers dat anders was. Elk cijfer schuift hooguit 1 stap. Daar moet de reden het sterkst zijn.
firm-grades-none = Geen enkele inschrijver komt op plek 1 als cijfers 1 stap schuiven.
firm-overtaken =
    { $count ->
        [one] { $name } komt op plek 1 als 1 cijfer schuift
       *[other] { $name } komt op plek 1 als { $count } cijfers schuiven
    }
firm-falls-out =
    { $count ->
        [one] Plek 1 valt af als 1 cijfer schuift
       *[other] Plek 1 valt af als { $count } cijfers schuiven
    }
firm-step-up = { $name }: { $criterion }, 1 stap hoger
firm-step-down = { $name }: { $criterion }, 1 stap lager
firm-weights-title = Hoe ver kan 1 gewicht schuiven?
firm-weights-intro = Zolang een gewicht tussen deze grenzen blijft, houdt { $name } plek 1. De andere gewichten houden hun verhouding. De gepubliceerde gewichten staan vast; dit is voor het dossier en voor een volgende ronde.
firm-weights-none = Voor afronding staan er meer inschrijvers op plek 1. Daarom zijn er geen grenzen.
firm-weights-later = De gewichten zijn gepubliceerd en staan vast. Wat andere gewichten zouden doen, ziet u hier pas na het besluit.
firm-criterion = Vraag
firm-now = Gewicht
firm-low = Vanaf
firm-high = Tot en met
firm-drawing = Tekening
firm-draws-title = En met heel andere gewichten?
firm-draws-intro = Wij namen { $count } keer willekeurige gewichten. Zo vaak kwam elke inschrijver op elke plek.
firm-draws-chosen = Gewichten: { $weights }. Cijfers: { $scores }.
firm-draws-none = Met deze keuze zijn er bijna geen gewichten om uit te nemen. Kies ruimer.
firm-draws-button = Bereken
firm-space = Welke gewichten?
firm-space-uniform = alle, elk even waarschijnlijk
firm-space-ordinal = alleen in de gepubliceerde volgorde
firm-space-around = hooguit { $percent }% hoger of lager
firm-scores = Welke cijfers?
firm-scores-assessors = van een willekeurige beoordelaar
firm-scores-settled = van de tafel
firm-centre-title = Met welke gewichten wint wie?
firm-centre-intro = Dit zijn gemiddeld de gewichten waarmee een inschrijver op plek 1 komt. De zekerheid zegt hoe vaak de inschrijver met precies deze gewichten op plek 1 komt. Met de cijfers van de tafel is dat altijd 100%.
firm-centre-confidence = Zekerheid
firm-centre-never = Kwam nooit op plek 1
firm-pairs-title = Hoe vaak wint de een van de ander?
firm-pairs-intro = Lees de rij. Zo vaak had deze inschrijver meer punten dan de inschrijver die boven de kolom staat.
firm-draws-seed = Met startgetal { $seed } komt er altijd hetzelfde uit.
firm-first = Plek 1
firm-places = Alle plekken
firm-panel-title = Hoe eens waren de beoordelaars het voor de tafel?
firm-panel-intro = Krippendorffs alfa is 1 als iedereen hetzelfde cijfer gaf, en rond 0 als het toeval kan zijn. Met weinig inschrijvingen zegt het getal weinig. Het is nooit een eis.
firm-alpha = Alfa
firm-meaning = Wat dat zegt
firm-panel-low = Weinig overeenstemming, bij { $count } inschrijvingen. De redenen van de tafel zijn hier extra belangrijk.
firm-panel-fair = Redelijke overeenstemming, bij { $count } inschrijvingen.
firm-panel-high = Veel overeenstemming, bij { $count } inschrijvingen.
firm-panel-few =
    { $count ->
        [one] Er is maar 1 inschrijving. Elk getal hieronder kan toeval zijn.
       *[other] Er zijn maar { $count } inschrijvingen. Met zo weinig kan elk getal hieronder toeval zijn.
    }
firm-level-low = Weinig overeenstemming
firm-level-fair = Redelijke overeenstemming
firm-level-high = Veel overeenstemming
firm-none-assessors = Geen getal: er zijn minstens 2 beoordelaars nodig.
firm-none-bids = Geen getal: er zijn minstens 2 inschrijvingen nodig die van elke beoordelaar een cijfer hebben.
firm-none-pairs = Geen getal: geen enkele inschrijving heeft 2 cijfers.
firm-none-variation = Geen getal: alle cijfers zijn gelijk. Dan is overeenstemming niet van toeval te onderscheiden.
firm-none-between = Geen getal: gemiddeld verschillen de inschrijvingen niet.
firm-none-ratio = Geen getal: er zijn cijfers onder 0.
firm-none-reliability = Geen getal: de ICC(2,1) ligt niet tussen 0 en 1.
firm-measures-title = Alle maten per vraag
firm-measures-intro = Alfa, ICC en W zijn 1 als iedereen het eens is. Alfa kijkt naar de volgorde van de cijfers. ICC(2,1) zegt hoe betrouwbaar 1 beoordelaar is, ICC(2,k) hoe betrouwbaar het gemiddelde van allen is. W zegt of de beoordelaars de inschrijvingen in dezelfde volgorde zetten.
firm-statistic = Maat
firm-statistic-alpha = Krippendorffs alfa (ordinaal)
firm-statistic-icc-one = ICC(2,1): 1 beoordelaar
firm-statistic-icc-mean = ICC(2,k): het gemiddelde
firm-statistic-kendall = Kendalls W
firm-value = Waarde
firm-bids = Inschrijvingen
firm-outlook-title = Wat zouden meer beoordelaars opleveren?
firm-outlook-intro = Zo betrouwbaar zou het gemiddelde van zo veel beoordelaars ongeveer zijn. Dit is een schatting met de formule van Spearman en Brown, uit de ICC(2,1). Nu waren er { $count } beoordelaars.
firm-outlook-head =
    { $count ->
        [one] 1 beoordelaar
       *[other] { $count } beoordelaars
    }
firm-outlook-needed = Nodig voor 0,70
firm-bands-title = Hoe ver lagen de cijfers uit elkaar?
firm-bands-intro = Een onderdeel is 1 vraag van 1 inschrijving. Dit zijn de cijfers van voor de tafel.
firm-band = Verschil
firm-band-count = Onderdelen
firm-band-red = Groot: meer dan { $red }% van de schaal
firm-band-orange = Middel: van { $orange }% tot en met { $red }% van de schaal
firm-band-green = Klein: minder dan { $orange }% van de schaal
firm-band-none = Geen cijfers
firm-band-split =
    { $count ->
        [one] Bij 1 onderdeel liet een deel van de beoordelaars de inschrijving afvallen en een ander deel niet.
       *[other] Bij { $count } onderdelen liet een deel van de beoordelaars de inschrijving afvallen en een ander deel niet.
    }
firm-severity-title = Wie gaf hoger of lager dan de anderen?
firm-severity-intro = Het verschil is met het gemiddelde van de anderen, bij dezelfde vraag en dezelfde inschrijving, in procenten van de schaal. Streng of mild is niet fout, en er is geen cijfer aangepast. De spreiding zegt hoe ver de eigen cijfers uit elkaar liggen. De nummers zijn die van het verslag. Alleen de procesleider ziet deze tabel.
firm-assessor = Beoordelaar
firm-severity = Gemiddeld
firm-severity-higher = { $percent }% hoger
firm-severity-lower = { $percent }% lager
firm-severity-same = Gelijk
firm-severity-none = Niemand anders gaf daar een cijfer
firm-spread = Spreiding
firm-grades = Cijfers

## De berekening als bestand

calculation-link = Download de berekening (JSON)
calculation-for = Met dit bestand kan iedereen de sommen overdoen.
calculation-file = berekening-perceel-{ $number }.json
calculation-about = Perceel { $number }, { $lot }. Prijzen staan in centen.

# Wie de tafel leidt als de voorzitter weg is
lead-take-over = Ik neem het over
lead-return = Ik leid de tafel weer
lead-give-back = Geef de leiding terug
lead-for-you = { $name } leidt de tafel sinds { $since }, omdat uw verbinding weg was. Zolang kunt u niets vastleggen.
lead-yours = U leidt de tafel sinds { $since }, in plaats van de voorzitter. U telt niet mee voor een besluit en u tekent niet.
lead-other = { $name } leidt de tafel sinds { $since }, in plaats van de voorzitter.
chair-away = De voorzitter is niet aan tafel. U kunt de leiding overnemen. Zonder voorzitter kan de tafel geen cijfer vaststellen.
chair-never-heard = De voorzitter heeft deze tafel niet open. U kunt de leiding overnemen tot de voorzitter er is.
chair-silent = Wij horen sinds { $since } niets van het scherm van de voorzitter. U kunt de leiding overnemen tot de voorzitter terug is.
moment-took-over = { $name } nam de leiding over van de voorzitter
moment-gave-back = De voorzitter leidt de tafel weer
refusal-table-chair-is-here = De voorzitter is er en leidt de tafel. Alleen de secretaris kan de leiding overnemen, en alleen als de voorzitter weg is.
refusal-table-stood-in = Iemand nam de leiding al over. Ververs de pagina om te zien wie.
refusal-table-nobody-stands-in = De voorzitter leidt de tafel al.
