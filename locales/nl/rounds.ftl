## Een ronde maken en publiceren.
refusal-round-published = Deze ronde is gepubliceerd. Daarom kunt u niets meer veranderen.
refusal-round-changed = Iemand anders heeft deze ronde net veranderd. Kijk eerst wat er nu staat.
refusal-round-incomplete = Deze ronde is nog niet klaar. Kijk op de controlelijst wat er nog moet gebeuren.
refusal-area-unknown = Dit gebied staat niet op de kaart. Kies een ander gebied.

## Overzicht
manage-title = Beheer
manage-heading = De rondes van uw gemeente
manage-new = Maak een nieuwe ronde
manage-empty = Er is nog geen ronde. In een ronde kunnen coöperaties inschrijven op hulp en zorg in uw gemeente.
manage-next = Nu te doen:
manage-next-draft = Maak de ronde af en publiceer die
manage-next-open = Beantwoord de vragen van inschrijvers
manage-next-closed = Open de inschrijvingen met 2 sleutelhouders
manage-next-opened = Volg de toelating en de beoordeling
manage-next-decided = Bekijk wat er is besloten
manage-back = Terug naar de rondes
manage-new-title = Een nieuwe ronde
manage-new-intro = U kiest hoe u begint. Daarna kunt u alles nog veranderen, tot u publiceert.
manage-new-make = Maak de ronde
round-untitled = Ronde zonder naam
manage-steps = Het werk aan deze ronde
manage-step-questions = Vragen en antwoorden
manage-step-assignments = Wie beoordeelt wat
manage-step-opening = De inschrijvingen openen
manage-step-bids = Alle inschrijvingen
manage-step-admissibility = Toelating
manage-step-conflicts = Gemelde belangen
manage-step-progress = Voortgang van de beoordeling
manage-step-tables = De beoordelingstafels
manage-step-decision = Besluit en brieven
manage-step-journal = Logboek
manage-step-open = Bekijk
manage-step-closed = Kan nu niet

## Takenlijst
setup-left =
    { $count ->
        [one] Er is nog 1 ding te doen. Daarna kunt u publiceren.
       *[other] Er zijn nog { $count } dingen te doen. Daarna kunt u publiceren.
    }
setup-ready = Alles is ingevuld. U kunt de ronde nalezen en publiceren.
setup-saved = Opgeslagen.
setup-group-ask = Wat u vraagt
setup-group-judge = Hoe u beoordeelt
setup-group-publish = Publiceren
part-basics = Naam, uitleg en contact
part-basics-intro = Hiermee begint de pagina die iedereen ziet. Schrijf kort en gewoon.
part-dates = Data
part-dates-intro = De ronde gaat open op het moment dat u publiceert. Alle tijden zijn Nederlandse tijden.
part-lots = Percelen
part-lots-intro = Een perceel is een gebied, een soort hulp, of allebei. Coöperaties schrijven in per perceel.
part-requirements = Eisen
part-requirements-intro = Hieraan moet elke inschrijver voldoen. Een inschrijver mag altijd iets laten zien dat even goed is.
part-criteria = Vragen en punten
part-criteria-intro = Op deze vragen geven beoordelaars een cijfer. De punten zeggen hoe zwaar een vraag telt.
part-scale = Cijfers in woorden
part-scale-intro = Beoordelaars kiezen 1 van deze cijfers. Alle vragen gebruiken dezelfde cijfers. Een leeg rijtje telt niet mee.
part-rules = Prijs en spelregels
part-rules-intro = Deze regels staan vast zodra u publiceert. Zo weet iedereen vooraf hoe de uitslag ontstaat.
part-sections = Wat inschrijvers invullen
part-sections-intro = Dit krijgt elke inschrijver te zien. U kunt hier niets veranderen.
part-publication = Nalezen en publiceren
part-publication-hint = Hierna ligt alles vast.

## Velden
setup-title = Naam van de ronde
setup-title-hint = Bijvoorbeeld: Hulp dichtbij in Waldervoort
setup-summary = Waar gaat het over?
setup-summary-hint = Vertel wat u zoekt, waarom, en wie mag inschrijven. Twee of drie korte alinea’s.
setup-contact = Contactpersoon
setup-contact-hint = Deze gegevens staan op de pagina die iedereen ziet.
setup-contact-name = Naam
setup-contact-email = E-mailadres
setup-contact-phone = Telefoonnummer
setup-questions-until = Vragen stellen kan tot en met
setup-questions-until-hint = Laat tijd over om te antwoorden voordat de inschrijving sluit.
setup-closes-at = De inschrijving sluit op
setup-closes-at-hint = Wie precies op deze tijd instuurt, is nog op tijd.
setup-scores-due = Beoordelaars zijn klaar op
setup-scores-due-hint = Reken op ten minste 2 weken na de sluiting.
setup-table-on = De tafel komt bij elkaar op
setup-decision-on = Het besluit valt op
setup-starts-on = De hulp begint op
setup-starts-on-hint = Na het besluit is er tijd nodig om bezwaar te maken en om mensen te vinden.
moment-skipped = Deze tijd bestaat niet: de klok gaat dan een uur vooruit. Kies een andere tijd.
moment-twice = Deze tijd komt 2 keer voor: de klok gaat dan een uur terug. Kies een andere tijd.
setup-start = Hoe wilt u beginnen?
setup-start-fixed = Met een vaste prijs
setup-start-fixed-hint = U noemt de prijs. Alleen de kwaliteit telt: 100 punten.
setup-start-weighted = Met een prijs die meetelt
setup-start-weighted-hint = U noemt een laagste en een hoogste prijs. De prijs telt voor 15 van de 100 punten.
setup-start-copy = Met een kopie van ‘{ $name }’
setup-start-copy-hint = U krijgt dezelfde percelen, eisen en vragen, met nieuwe data.
setup-owner = Voor welke gemeente?
setup-name = Naam
setup-question = Wat vraagt u?
setup-kind = Wat voor vraag is dit?
setup-kind-quality = Over de kwaliteit van de hulp
setup-kind-social-value = Over de meerwaarde voor de buurt
setup-weight = Hoeveel punten telt deze vraag?
setup-points = punten
setup-weight-note = { $points } punten
setup-threshold = Welk cijfer is ten minste nodig?
setup-threshold-none = Er is geen laagste cijfer
setup-threshold-hint = Een inschrijving met een lager cijfer valt af, ook als de rest goed is.
setup-reason-required = Beoordelaars schrijven bij elk cijfer waarom
setup-sections = Wat lezen beoordelaars voor deze vraag?
setup-sections-hint = De naam van de inschrijver en de prijs staan er niet bij. Die blijven dicht.
setup-criterion-title = Een vraag
setup-criterion-new = Een nieuwe vraag
setup-criterion-add = Voeg een vraag toe
setup-criteria-items = Een vraag veranderen
setup-criterion-remove = Verwijder deze vraag
setup-criterion-removal = Wilt u de vraag ‘{ $name }’ verwijderen?
setup-removal-text = Wat hier is ingevuld, is dan weg. U kunt het niet terughalen.
setup-back-criteria = Terug naar de vragen en punten
setup-back-requirements = Terug naar de eisen
setup-back-lots = Terug naar de percelen
weights-right = De punten zijn samen precies 100.
weights-right-price = De punten zijn samen precies 100. Daarvan zijn er { $price } voor de prijs.
setup-requirements = Welke eisen gelden?
setup-requirements-hint = Kies alleen eisen die een echt risico wegnemen.
setup-requirement-hard = { $title } (hard)
setup-requirement-title = Een eis
setup-requirements-items = De tekst van een eis veranderen
setup-text = Wat vraagt u precies?
setup-risk = Welk risico neemt dit weg?
setup-risk-hint = Een eis mag alleen als er een echt risico is.
setup-usual-proof = Wat is het gewone bewijs?
setup-equivalent = Wat mag een kleine coöperatie in plaats daarvan laten zien?
setup-equivalent-hint = Een inschrijver mag altijd iets aanbieden dat even goed is. Een voorbeeld helpt.
setup-knock-out = Dit is een harde eis
setup-knock-out-hint = Wie hier niet aan voldoet, valt af.
setup-grade = Cijfer { $row }
setup-grade-value = Cijfer
setup-grade-label = In 1 woord
setup-grade-text = Wat dit betekent
setup-price-heading = Prijs
setup-price-rule = Hoe telt de prijs?
setup-price-fixed = De prijs staat vast. Alleen de kwaliteit telt.
setup-price-weighted = De prijs telt mee. Elk perceel heeft een laagste en een hoogste prijs.
setup-price-weight = Hoeveel punten telt de prijs?
setup-price-weight-hint = Alleen nodig als de prijs meetelt. De laagste prijs krijgt alle punten, de hoogste 0.
setup-ties-heading = Gelijke stand
setup-ties-hint = Hebben twee inschrijvers evenveel punten? Dan beslist dit, in deze volgorde.
setup-tie = Stap { $step }: kijk naar
setup-tie-price = De laagste prijs
setup-tie-none = Geen
setup-tie-end = En als het dan nog gelijk is?
setup-tie-end-draw = Dan beslist het lot. De inschrijvers mogen erbij zijn.
setup-tie-end-stays-tied = Dan delen zij de plaats.
setup-rounding-heading = Afronden
setup-digits = Cijfers achter de komma
setup-rounding-mode = Hoe rondt u het totaal af?
setup-rounding-half-up = Gewoon: 66,665 wordt 66,67
setup-rounding-half-even = Een half naar het even cijfer: 66,665 wordt 66,66
setup-rounding-truncate = Afkappen: 66,669 wordt 66,66
setup-lots-heading = Percelen verdelen
setup-lot-rule = Wat als een inschrijver op meer percelen de beste is?
setup-lots-best-per-lot = Die krijgt al die percelen.
setup-lots-bidder-preference = Die krijgt de percelen die zij zelf het liefst wil.
setup-lots-fixed-lot-order = De percelen gaan op volgorde van hun nummer.
setup-lots-per-bidder = Hoeveel percelen mag een inschrijver hoogstens krijgen?
setup-lots-per-bidder-hint = Laat dit leeg als er geen grens is.
setup-lots-unit = percelen
setup-remedy-heading = Niet eens met het besluit
setup-remedy = Wat kan een inschrijver dan doen?
setup-remedy-standstill = Naar de rechter. U wacht zo lang met tekenen (opdracht). Tel in dagen.
setup-remedy-objection = Bezwaar maken bij de gemeente (subsidie). Tel in weken.
setup-remedy-length = Hoe lang?
setup-remedy-unit = dagen of weken

## Perceel
setup-lot-add = Voeg een perceel toe
setup-lots-none = Er is nog geen perceel.
setup-lot-new = Een nieuw perceel
setup-lot = Perceel { $number }
setup-lot-intro = Wat u nog niet weet, mag u leeg laten. Bij het publiceren kijken wij of alles er is.
setup-lot-remove = Verwijder dit perceel
setup-lot-removal = Wilt u perceel { $name } verwijderen?
setup-lot-name-hint = Meestal de naam van het dorp of de wijk.
setup-theme = Welke hulp?
setup-theme-hint = Zoals mensen het zeggen: Hulp bij het huishouden.
setup-description = Hoe is het nu?
setup-description-hint = Wie wonen er, welke hulp krijgen zij, hoeveel, en wat gaat er mis?
setup-provision = Voor wie is deze hulp?
setup-provision-tailored = Voor mensen met een besluit van de gemeente (maatwerk)
setup-provision-general = Voor iedereen (algemene voorziening)
setup-categories = Productcategorieën Wmo
setup-areas-heading = Gebied
setup-areas-hint = Kies de wijken en buurten van dit perceel. Kiest u niets, dan is het perceel voor de hele gemeente.
setup-of = Toon de gebieden van
setup-areas = Wijken
setup-areas-small = Buurten
setup-areas-elsewhere = Ook gekozen
setup-inhabitants = { $count } inwoners
setup-look = Laat de kaart zien
setup-map-none = Kaart: er is nog geen gebied gekozen.
setup-map-chosen = Kaart met de gekozen gebieden: { $names }.
setup-money-heading = Mensen en geld
setup-clients = Hoeveel mensen krijgen deze hulp nu?
setup-budget = Hoeveel geld is er ten hoogste?
setup-per-year = per jaar
setup-volume = Hoeveel hulp is dat per jaar?
setup-unit = Geteld in
setup-unit-hour = uren
setup-unit-day-part = dagdelen
setup-unit-day = dagen
setup-unit-piece = stuks of ritten
setup-unit-minute = minuten
setup-per-unit = per uur, dagdeel, dag of stuk
setup-rate = Vaste prijs
setup-floor = Laagste prijs
setup-floor-hint = Voor minder kan niemand een eerlijk loon betalen. Een lagere prijs is niet geldig.
setup-ceiling = Hoogste prijs
setup-ceiling-hint = Een hogere prijs is niet geldig.
setup-contract-heading = Het contract van nu
setup-running-contract-hint = Inwoners willen weten wie het nu doet en tot wanneer. Is er geen contract? Laat dit dan leeg.
setup-provider = Wie doet het nu?
setup-ends-on = Het contract loopt tot en met
wrong-weight = Vul een getal in van 0 of meer, zoals 20 of 22,5.
wrong-count = Vul een heel getal in, zoals 20.
wrong-category = Kies een categorie uit de lijst.
wrong-area = Kies een gebied dat op de kaart staat.
wrong-area-twice = Een gebied staat er twee keer in. Kies het 1 keer.
wrong-ceiling = Kies een hoogste prijs die hoger is dan de laagste prijs.

## Iemand was eerder
setup-clash-text = Iemand anders heeft dit onderdeel ook veranderd terwijl u bezig was. Hieronder staan de verschillen. Uw tekst staat nog in het formulier. Slaat u op, dan komt uw tekst in de plaats van die van de ander.
setup-clash-title = Verschillen
setup-clash-field = Onderdeel
setup-clash-theirs = Dit staat er nu
setup-clash-yours = Dit typte u

## Wat inschrijvers invullen
ask-group-cooperative = Over de coöperatie
ask-group-plan = Het plan
ask-group-quality = Kwaliteit
ask-group-money = Geld
sections-sealed = Beoordelaars lezen dit niet.
ask-kind-text = Tekst van ten hoogste { $count } woorden
ask-kind-line = 1 regel van ten hoogste { $count } tekens
ask-kind-number = Een getal ({ $unit })
ask-kind-choice = Keuze uit { $count }
ask-kind-date = Een dag
ask-kind-money = Een bedrag
ask-kind-costs = De 6 soorten kosten uit de wet
ask-kind-requirements = Een antwoord per eis
ask-kind-commitments = { $min } tot { $max } beloften
ask-kind-files =
    { $count ->
        [one] Ten hoogste 1 bestand
       *[other] Ten hoogste { $count } bestanden
    }

## Publiceren
publication-problems =
    { $count ->
        [one] Er is nog 1 ding te doen
       *[other] Er zijn nog { $count } dingen te doen
    }
publication-problems-text = Kies een regel om naar de juiste plek te gaan. Daarna kunt u publiceren.
publication-complete = Alles is ingevuld. U kunt publiceren.
publication-warnings = Kijk hier nog even naar
publication-warnings-text = U mag zo publiceren. Maar misschien bedoelde u het anders.
publication-facts = Dit publiceert u
publication-lots =
    { $count ->
        [one] 1 perceel, samen { $budget } per jaar
       *[other] { $count } percelen, samen { $budget } per jaar
    }
publication-title = Publiceer de ronde
publication-text = Hierna kunt u niets meer veranderen: geen data, geen punten, geen percelen. De ronde is meteen open en iedereen kan die zien.
publication-sure = Ik heb alles nagelezen. Ik weet dat ik hierna niets meer kan veranderen.
publication-not-sure = Lees alles na en zet hier een vinkje.
publication-publish = Publiceer
file-published = Gepubliceerd
file-published-at = Gepubliceerd op
file-frozen = Alles wat toen is gepubliceerd, ligt vast. De code hieronder verandert als er ook maar 1 letter verandert.
file-hash = Controlecode (SHA-256):
file-public = Bekijk de ronde zoals iedereen die ziet
file-copy = Maak een nieuwe ronde met een kopie hiervan
publication-done = De ronde is gepubliceerd. Iedereen kan die nu zien.

## Wat nog niet goed is
problem-no-title = Geef de ronde een naam.
problem-no-summary = Schrijf op waar de ronde over gaat.
problem-no-contact = Vul een contactpersoon met een e-mailadres in.
problem-past = ‘{ $step }’ is al voorbij. Kies een later moment.
problem-order = ‘{ $second }’ komt te vroeg. Kies een moment na ‘{ $first }’.
problem-no-lots = Voeg ten minste 1 perceel toe.
problem-lot-name = Geef perceel { $number } een naam.
problem-lot-theme = Schrijf bij perceel { $number } om welke hulp het gaat.
problem-lot-description = Schrijf bij perceel { $number } hoe het nu is.
problem-lot-category = Kies bij perceel { $number } een productcategorie.
problem-lot-clients = Vul bij perceel { $number } in hoeveel mensen de hulp krijgen.
problem-lot-budget = Vul bij perceel { $number } in hoeveel geld er is.
problem-lot-volume = Vul bij perceel { $number } in hoeveel hulp het is.
problem-lot-price-kind = De prijs van perceel { $number } past niet bij de prijsregel. Vul de prijs opnieuw in.
problem-lot-rate = Vul bij perceel { $number } de vaste prijs in.
problem-lot-floor = Bij perceel { $number } moet de hoogste prijs hoger zijn dan de laagste prijs.
problem-lot-area-twice = Bij perceel { $number } staat een gebied twee keer. Haal er 1 weg.
problem-lot-area-shape = Bij perceel { $number } staat een gebied niet op de kaart. Kies de gebieden opnieuw.
problem-no-requirements = Kies ten minste 1 eis.
problem-requirement = Vul bij eis { $code } een naam en een tekst in.
problem-no-criteria = Voeg ten minste 1 vraag toe waarop u beoordeelt.
problem-no-quality = Voeg ten minste 1 vraag over kwaliteit toe.
problem-no-social-value = Voeg ten minste 1 vraag over meerwaarde voor de buurt toe.
problem-weight-sum = De punten zijn samen { $sum }. Maak er 100 van.
problem-criterion-name = Geef vraag { $place } een naam.
problem-criterion-question = Schrijf bij vraag { $place } wat u vraagt.
problem-criterion-code = Vraag { $place } staat er twee keer in. Verwijder er 1.
problem-criterion-weight = Geef vraag { $place } punten.
problem-criterion-sections = Kies bij vraag { $place } wat beoordelaars lezen.
problem-criterion-unknown = Vraag { $place } noemt een onderdeel dat er niet is ({ $section }). Kies opnieuw wat beoordelaars lezen.
problem-criterion-sealed = Bij vraag { $place } zien beoordelaars ‘{ $section }’. Dat moet dicht blijven. Haal het weg.
problem-criterion-threshold = Het laagste cijfer van vraag { $place } staat niet bij de cijfers. Kies een ander.
problem-short-scale = Vul ten minste 2 cijfers in.
problem-same-grade = Het cijfer { $value } staat er twee keer in. Haal er 1 weg.
problem-grade-text = Schrijf bij cijfer { $value } een woord en wat het betekent.
problem-price-weight = Geef de prijs punten, of kies een vaste prijs.
problem-tie-unknown = De regel voor een gelijke stand noemt een vraag die er niet meer is. Kies een andere.
problem-tie-twice = De regel voor een gelijke stand noemt twee keer hetzelfde. Haal er 1 weg.
problem-tie-price = De prijs staat vast. Dan kan de prijs niet beslissen bij een gelijke stand. Kies iets anders.
problem-limit = Er is een grens aan het aantal percelen, maar elk perceel gaat naar de beste. Kies een andere regel, of haal de grens weg.
problem-remedy = Vul in hoe lang een inschrijver iets kan doen tegen het besluit.
problem-no-sections = Er zijn geen vragen voor inschrijvers. Maak een nieuwe ronde uit het sjabloon.

## Waar u nog even naar kijkt
warning-threshold-europe = De percelen zijn samen { $worth } per jaar waard. Boven € 750.000 moet u de opdracht aankondigen. Vraag het uw inkoper.
warning-no-contract = Bij perceel { $number } staat geen contract van nu. Klopt dat? Inwoners willen weten tot wanneer het loopt.
warning-contract-runs = Perceel { $number }: het contract van nu loopt nog tot en met { $end }. Dat is niet vóór de start.
warning-budget = Perceel { $number }: zelfs voor de laagste prijs is er te weinig geld voor al deze hulp.
warning-overlap = Perceel { $first } en perceel { $second } zijn voor dezelfde hulp in hetzelfde gebied.
warning-area-in-area = Perceel { $number }: { $inner } ligt al in { $outer }.
warning-threshold = Wie bij ‘{ $name }’ lager scoort dan { $value } ({ $label }), valt af. Ook als de rest goed is.
warning-social-low = Meerwaarde voor de buurt telt voor { $sum } punten. Ten minste 10 is gewoon.
warning-social-high = Meerwaarde voor de buurt telt voor { $sum } punten. Meer dan 30 is ongewoon.
warning-no-risk = Bij de eis ‘{ $name }’ staat niet welk risico die wegneemt.
warning-no-equivalent = Bij de eis ‘{ $name }’ staat niet wat even goed is. Een inschrijver mag dat altijd aanbieden.
warning-standstill = De wet noemt 20 dagen om naar de rechter te gaan. U koos een kortere tijd.
warning-objection = De wet noemt 6 weken om bezwaar te maken. U koos een andere tijd.
