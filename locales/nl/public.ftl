## Openbare pagina's: rondes, percelen, vragen
start-title = Uitdagen en inschrijven
start-heading = Kan uw dorp het beter? Schrijf u in.
start-lead = Zorgcoöperaties mogen hulp en zorg van hun gemeente overnemen. Hier ziet u welke opdrachten open zijn, hoeveel geld er is en tot wanneer u kunt inschrijven.
start-open = Nu open
start-closed = Eerder
start-none-open = Er is nu geen ronde open. Kijk later nog eens, of vraag uw gemeente wanneer de volgende begint.
start-how = Zo gaat het
start-step-1 = Kies een perceel: een dorp, een wijk of een soort hulp.
start-step-2 = Schrijf samen uw plan. Uw werk wordt vanzelf opgeslagen.
start-step-3 = Dien in vóór de sluitingstijd. Tot die tijd kan niemand van de gemeente uw plan lezen.
start-step-4 = De tafel beoordeelt alle plannen. U krijgt een brief met cijfers en redenen.
start-guide = Lees hoe het werkt, stap voor stap
municipality-title = Rondes van de gemeente
municipality-heading = Rondes van de gemeente { $name }
round-card-lots =
    { $count ->
        [one] 1 perceel
       *[other] { $count } percelen
    }
per-year = per jaar
submit-before = Dien in vóór
closed-at = De inschrijving sloot op
stage-draft = In voorbereiding
stage-open = Open voor inschrijving
stage-closed = Gesloten, de inschrijvingen zijn nog dicht
stage-opened = De beoordeling loopt
stage-decided = De uitslag is bekend
round-title = Ronde
round-result-link = De uitslag is bekend. Bekijk wie gaat helpen en waarom.
round-aside = Bij deze ronde
round-hash = Dit is zo gepubliceerd. Controlegetal (SHA-256):
lots-title = Percelen
lots-none = Er zijn geen percelen met deze soort hulp.
lot-title = Perceel
lot-named = Perceel { $number }: { $name }
lot-number = Nr.
lot-word = Perceel
lot-clients = Mensen met hulp
lot-volume = Hulp
lot-price = Prijs
lot-budget = Geld per jaar
lot-budget-line = Ten hoogste per jaar voor dit perceel
lot-everywhere = Hele gemeente
lot-area = Gebied
lot-facts = Het perceel in het kort
lot-provision = Soort voorziening
lot-categories = Soort hulp (landelijke lijst)
lot-running-contract = Contract dat nu loopt
lot-contract-until = tot en met
lot-people = Wie wonen er?
lot-start-title = Uw inschrijving
lot-start-now = U kunt meteen beginnen. U kunt altijd stoppen en later verdergaan.
lot-start-for = Voor welke coöperatie schrijft u in?
lot-start-button = Begin uw inschrijving
lot-start-sign-in = Log in om een inschrijving te beginnen.
lot-start-register = Nog geen account? Maak er een.
lot-start-no-cooperative = U hoort nog niet bij een coöperatie die mag inschrijven. Richt er een op, of vraag een uitnodiging aan uw coöperatie.
lot-start-found = Meld uw coöperatie aan
lot-start-closed = U kunt voor dit perceel niet meer inschrijven.
lot-map-title = Waar ligt dit perceel?
lot-all = Bekijk alle percelen van deze ronde
filter-theme = Soort hulp
filter-all = Alles
filter-show = Toon
map-label = Kaart van de percelen van { $title }
map-source = Kaart: grenzen zoals de gemeente ze invoerde. Bron bij echte gebieden: Wijk- en buurtkaart, CBS en Kadaster, CC BY 4.0 (bewerkt).
area-inhabitants = Inwoners
area-share-65 = 65 jaar of ouder
area-households = Huishoudens
area-year = Jaar
unknown = niet bekend
provision-general = Algemene voorziening: iedereen kan er meteen terecht
provision-tailored = Maatwerk: na een gesprek en een besluit van de gemeente
unit-minute =
    { $count ->
        [one] 1 minuut
       *[other] { $count } minuten
    }
unit-hour =
    { $count ->
        [one] 1 uur
       *[other] { $count } uur
    }
unit-day-part =
    { $count ->
        [one] 1 dagdeel
       *[other] { $count } dagdelen
    }
unit-day =
    { $count ->
        [one] 1 etmaal
       *[other] { $count } etmalen
    }
unit-piece =
    { $count ->
        [one] 1 keer
       *[other] { $count } keer
    }
per-unit-minute = per minuut
per-unit-hour = per uur
per-unit-day-part = per dagdeel
per-unit-day = per etmaal
per-unit-piece = per keer
price-between = { $floor } tot { $ceiling }
timeline-title = Belangrijke dagen
timeline-published = Start van de inschrijving
timeline-questions = Laatste moment voor vragen
timeline-closes = Uiterlijk indienen
timeline-table = De tafel bespreekt de plannen
timeline-decision = U hoort de uitslag
timeline-starts = De hulp begint
method-title = Zo tellen de punten
method-intro = De punten zijn samen 100. Voor elke vraag ziet u hoeveel punten u kunt krijgen.
method-intro-money = Voor elke vraag ziet u hoeveel euro per eenheid goede kwaliteit hoogstens waard is.
method-worth = Hoogstens
method-question = Vraag
method-kind = Gaat over
points = Punten
criterion-quality = Kwaliteit
criterion-social-value = Waarde voor het dorp
criterion-price = Prijs
method-threshold = Het cijfer moet ten minste { $grade } zijn.
method-price = Prijs
method-more = Lees precies hoe wij rekenen en wat u kunt doen als u het niet eens bent met de uitslag
method-scale = Beoordelaars kiezen voor elke vraag 1 van deze cijfers:
method-rounding = Wij rekenen met precieze getallen en ronden alleen het totaal af, op { $digits } cijfers achter de komma.
method-ties = Hebben twee inschrijvingen evenveel punten? Dan beslist, in deze volgorde:
tie-criterion = het hoogste cijfer bij { $name }
tie-price = de laagste prijs
tie-draw = loting, met getuigen en een vooraf vastgelegd lootgetal
lot-rule-bidder-preference = Schrijft u in op meer percelen? U zegt zelf welk perceel u het liefst wilt. Die volgorde telt als u op meer percelen de beste bent.
lot-rule-fixed-order = De percelen worden verdeeld in de volgorde van hun nummers.
lot-rule-best-per-lot = Elk perceel gaat naar de beste inschrijving voor dat perceel.
lot-rule-largest-lead = Het perceel waar de beste inschrijving het meest voor ligt, wordt het eerst verdeeld.
lot-rule-max-total = Zo veel mogelijk percelen krijgen een aanbieder. Daarna telt het hoogste totaal van alle percelen samen.
lots-per-bidder =
    { $count ->
        [one] U kunt ten hoogste 1 perceel krijgen.
       *[other] U kunt ten hoogste { $count } percelen krijgen.
    }
remedy-standstill = Bent u het niet eens met de uitslag? Dan kunt u binnen { $count } dagen na de brief naar de rechter. Zo lang tekent de gemeente geen contract.
remedy-objection = Bent u het niet eens met de uitslag? Dan kunt u binnen { $count } weken na de brief bezwaar maken bij de gemeente.
requirements-title = Eisen
requirements-intro = Aan elke eis mag u op uw eigen manier voldoen. Leg dan uit wat u doet en laat zien dat het werkt.
requirement-must = {" "}(moet)
requirement-risk = Waarom deze eis
requirement-proof = Gewoon bewijs
requirement-equivalent = Wat een kleine coöperatie mag laten zien
questions-title = Vragen en antwoorden
questions-count =
    { $count ->
        [0] Er zijn nog geen antwoorden.
        [one] Er is 1 antwoord.
       *[other] Er zijn { $count } antwoorden.
    }
questions-link = Lees de antwoorden of stel een vraag
questions-intro = Iedereen leest hier dezelfde antwoorden, op hetzelfde moment. Wie de vraag stelde, staat er niet bij.
questions-answered = Antwoorden
questions-none = Er zijn nog geen antwoorden.
questions-closed = U kunt geen vragen meer stellen over deze ronde.
questions-sign-in = Log in om een vraag te stellen. Dat kan tot
questions-until = U kunt vragen stellen tot
questions-nameless = De gemeente ziet niet wie de vraag stelt.
question-ask = Stel een vraag
question-about = Waar gaat uw vraag over?
question-whole-round = De hele ronde
question-body = Uw vraag
question-hint = Noem geen namen. Iedereen kan uw vraag lezen zodra er een antwoord is.
question-send = Verstuur uw vraag
question-received = Uw vraag is verstuurd. U krijgt een mail als er een antwoord is.
question-empty = Schrijf uw vraag op.
question-too-long = Uw vraag is te lang. Gebruik ten hoogste { $max } woorden.
refusal-question-too-long = Deze tekst is te lang. Gebruik ten hoogste 4.000 tekens.
question-number = Vraag { $number }
question-answered-at = Beantwoord op
question-asked-at = Gevraagd op
answers-intro = Schrijf een antwoord en bewaar het. Nog niemand leest het dan. Publiceer daarna alle antwoorden samen in een nota van inlichtingen.
answers-waiting =
    { $count ->
        [0] Er wachten geen vragen
        [one] 1 vraag wacht op antwoord
       *[other] { $count } vragen wachten op antwoord
    }
answers-none = Alle vragen zijn beantwoord.
answer-body = Uw antwoord
answer-hint = Schrijf zo dat iemand zonder kennis van aanbesteden het begrijpt. Ten hoogste 1.000 woorden.
answer-empty = Schrijf een antwoord op de vraag.
answer-too-long = Uw antwoord is te lang. Gebruik ten hoogste { $max } woorden.
contact-title = Contact
refusal-question-too-late = De tijd voor vragen is voorbij. Bel de contactpersoon als er een storing was.
refusal-answer-too-late = De inschrijving is gesloten. De voorwaarden kunnen niet meer veranderen, dus een antwoord kan niet meer.
refusal-question-answered = Deze vraag is al beantwoord, misschien door een collega.

## Landelijke lijst van soorten hulp (WMO020)
category-01 = Hulp bij het huishouden
category-02 = Begeleiding
category-03 = Persoonlijke verzorging
category-04 = Kortdurend verblijf
category-05 = Woondiensten
category-06 = Overige ondersteuning gericht op het individu of huishouden/gezin
category-07 = Dagbesteding
category-08 = Vervoerdiensten
category-09 = Overige groepsgerichte ondersteuning
category-10 = Overige maatwerk arrangementen
category-11 = Rolstoelen
category-12 = Vervoervoorzieningen
category-13 = Woonvoorzieningen
category-14 = Overige hulpmiddelen
category-15 = Beschermd wonen
category-16 = Opvang
category-17 = Spoedopvang
category-18 = Overige beschermd wonen en opvang

## Mail
mail-answered-subject = Antwoord op uw vraag over { $round }
mail-answered-body = De gemeente heeft uw vraag over { $round } beantwoord. U leest het antwoord hier:

## Lijst van inschrijvingen voor de procesleider
bid-list-title = Alle inschrijvingen
bid-list-count =
    { $count ->
        [one] Er is 1 inschrijving.
       *[other] Er zijn { $count } inschrijvingen.
    }
bid-list-none = Er is voor deze ronde geen inschrijving ontvangen.
bid-list-code = Letter
bid-list-cooperative = Inschrijver
bid-list-received = Ontvangen
bid-list-admission = Toelating
bid-list-given = Cijfers gegeven
bid-list-settled = Vastgesteld aan tafel
bid-list-checking = Nog te controleren
bid-list-admitted = Toegelaten
bid-list-conditional = Toegelaten met voorwaarde
bid-list-refused = Niet toegelaten

## Past dit bij u?
self-check-title = Past dit bij u?
self-check-link = Twijfelt u? Kijk in een paar vragen of dit bij u past
self-check-intro =
    { $count ->
        [one] Eén vraag voordat u begint. Niemand ziet uw antwoord en wij bewaren het niet.
       *[other] { $count } vragen voordat u begint. Niemand ziet uw antwoorden en wij bewaren ze niet.
    }
self-check-show = Laat zien wat dit betekent
self-check-back = Terug naar het perceel
self-check-open =
    { $count ->
        [one] U heeft nog 1 vraag niet beantwoord.
       *[other] U heeft nog { $count } vragen niet beantwoord.
    }
self-check-fits = Dit past bij u. U kunt beginnen.
self-check-first = Dit kan bij u passen. Doe eerst dit:
self-check-not-yet = Dit past nu misschien nog niet. Dat is geen afwijzing: u mag altijd inschrijven. Dit helpt u verder:
