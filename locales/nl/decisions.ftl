## Besluit, brieven en uitslag.

refusal-decision-published = De uitslag van deze ronde is al gepubliceerd. Daarna kan een besluit niet meer veranderen.
refusal-decision-not-opened = De inschrijvingen zijn nog niet open. Daarna kunt u besluiten.
refusal-decision-not-ripe = Over dit perceel kunt u nog niet besluiten. Eerst moeten de tafels klaar zijn.
refusal-decision-changed = Er is iets veranderd sinds u deze pagina opende. Ga terug, ververs de pagina en kijk wat er nu staat.
refusal-decision-lacks = Dit besluit is nog niet compleet. Ga terug en vul aan wat er mist.
refusal-decision-lots-open = Nog niet elk perceel heeft een besluit. Neem eerst die besluiten.

## Gronden om een perceel aan niemand te gunnen
ground-no_bids = er zijn geen inschrijvingen
ground-none_admitted = geen inschrijving mocht meedoen
ground-quality_too_low = de kwaliteit van de inschrijvingen is te laag
ground-over_budget = het past niet in het budget
ground-task_withdrawn = de gemeente trekt deze opdracht in

## Wat de regels zeggen, op pagina's en in brieven
why-prefers = Volgens de regel van deze ronde krijgt een inschrijver niet meer percelen dan vooraf bekend was. Dan gaat voor wat hoger staat op de eigen lijst met voorkeuren: { $lots }.
why-no-capacity = Met deze percelen is er niet genoeg ruimte meer voor dit perceel: { $lots }.
why-over-budget = De prijs past niet meer in het budget.
why-kept = Wat over is van het budget, is voor initiatieven van bewoners.
why-lower-total = Alle percelen samen krijgen een beter resultaat als dit perceel naar een ander gaat.
why-has-maximum = Volgens de regel van deze ronde krijgt een inschrijver niet meer percelen dan vooraf bekend was. Deze inschrijver had er al genoeg: { $lots }.
why-below-threshold = Een cijfer of het totaal ligt onder de grens.
why-not-admitted = De inschrijving mocht niet meedoen.
exclusion-knock-out = Bij de vraag { $name } kreeg de inschrijving het cijfer { $grade }. Met dat cijfer valt een inschrijving af.
exclusion-below-threshold = Bij de vraag { $name } is ten minste het cijfer { $threshold } nodig. Het cijfer is { $grade }.
exclusion-total = Het totaal is { $total }. De grens is { $threshold }.
exclusion-group = De vragen van { $name } samen geven { $points }. De grens is { $threshold }.
exclusion-fell-away = De inschrijving doet niet meer mee.
exclusion-price-floor = De prijs is { $price }. Dat is lager dan de laagste prijs die mag: { $end }.
exclusion-price-ceiling = De prijs is { $price }. Dat is hoger dan de hoogste prijs die mag: { $end }.
exclusion-price-fixed = De prijs is { $price }. De vaste prijs is { $end }.
tie-by-criterion = Gelijk totaal met: { $with }. Het cijfer bij de vraag { $name } gaf de doorslag, zoals vooraf bekend was.
tie-by-price = Gelijk totaal met: { $with }. De laagste prijs gaf de doorslag, zoals vooraf bekend was.
tie-by-draw = Gelijk totaal met: { $with }. Een loting gaf de doorslag, zoals vooraf bekend was. Hoe die ging, leest u bij uw inschrijving onder “Loting”.
tie-stays = Gelijk totaal met: { $with }. De inschrijvingen delen deze plek.
tie-awaits-draw = Gelijk totaal met: { $with }. De loting moet nog komen.
letter-bids =
    { $count ->
        [one] 1 inschrijving
       *[other] { $count } inschrijvingen
    }

## Overzicht van de besluiten
decision-title = Besluit
decision-intro = Hier ziet u per perceel wat de tafel vaststelde, wat de regels van deze ronde voorstellen en wat er is besloten. Een besluit is pas openbaar na de publicatie.
decision-rule = De verdeelregel, zoals inschrijvers die lezen
decision-bids =
    { $count ->
        [0] Er waren geen inschrijvingen.
        [one] Er was 1 inschrijving.
       *[other] Er waren { $count } inschrijvingen.
    }
decision-status-decided = Besloten
decision-status-waiting = Wacht op de tafel
decision-status-ripe = Klaar voor een besluit
decision-status-others = Wacht op andere percelen
decision-proposal = Voorstel volgens de regels
decision-decision = Besluit
decision-deviates = Dit besluit is anders dan het voorstel.
decision-nobody = Niemand
decision-nobody-because = Niemand, want { $ground }
decision-shared = Deze inschrijvingen delen de plek die beslist: { $names }. De regels zeggen niet wie van hen het perceel krijgt.
decision-reserve = Reserve, in deze volgorde:
decision-ready = Elk perceel heeft een besluit. Lees eerst alle brieven. Daarna publiceert u de uitslag.
decision-open =
    { $count ->
        [one] 1 perceel heeft nog geen besluit.
       *[other] { $count } percelen hebben nog geen besluit.
    }
decision-to-publication = Bekijk de brieven en publiceer
decision-only-maker = Alleen de beslisser besluit en publiceert.
decision-published-at = De uitslag is gepubliceerd op
decision-to-result = Bekijk de openbare uitslag
decision-to-letters = Bekijk de brieven

## Uitslag van een perceel als tabel
ranking-title = Uitslag van de tafel
ranking-bidder = Plek en inschrijver
ranking-total = Totaal

## Besluit over een perceel
decision-form = Uw besluit
decision-form-intro = Wat u hier schrijft, lezen alle inschrijvers in hun brief. Het staat ook op de openbare pagina. Noem alleen de gekozen inschrijver bij naam. Schrijf zonder oordeel over mensen en zonder bedrijfsgeheimen.
decision-verdict = Aan wie gunt u dit perceel?
decision-choice = { $name } (plek { $place })
decision-choice-proposed = Dit is het voorstel volgens de regels.
decision-choice-nobody = Aan niemand
decision-ground = Als niemand het perceel krijgt: de grond
decision-ground-hint = Vul dit alleen in als u ‘Aan niemand’ kiest.
decision-reasons = Redenen van uw besluit
decision-reasons-hint = Waarom krijgt deze inschrijver het perceel, of waarom niemand? Noem de vragen die de doorslag gaven.
decision-advantages = Kenmerken en voordelen van de gekozen inschrijving
decision-advantages-hint = Wat biedt de winnaar, en wat is daar beter aan dan bij de anderen? De andere inschrijvers hebben recht op dit antwoord.
decision-strengths = Wat de tafel schreef over de voorgestelde inschrijving
decision-deviation = Waarom wijkt u af van het voorstel?
decision-deviation-hint = Vul dit alleen in als u iets anders besluit dan de regels voorstellen.
decision-sign = Onderteken het besluit
decision-error-verdict = Kies aan wie u dit perceel gunt, of kies ‘Aan niemand’.
decision-error-ground = Kies een grond. Zo weten inschrijvers waarom niemand het perceel krijgt.
decision-error-limit = Deze inschrijver heeft al zo veel percelen als vooraf is afgesproken. Kies een ander, of verander eerst een ander besluit.
decision-error-reasons = Schrijf in een paar woorden waarom u dit besluit.
decision-error-advantages = Schrijf in een paar woorden wat de gekozen inschrijving kenmerkt en beter maakt.
decision-error-deviation = Uw besluit is anders dan het voorstel. Schrijf in een paar woorden waarom.

## Publicatie
publish-title = Brieven en publicatie
publish-intro = Lees hier alle brieven. Met de publicatie gaan zij allemaal tegelijk de deur uit, en komt de uitslag op de openbare pagina.
publish-done = De uitslag is gepubliceerd en de brieven zijn verstuurd.
publish-lots = Besluiten per perceel
publish-letters = Brieven
publish-no-decision = Nog geen besluit
publish-term = Publiceert u vandaag? Dan geldt deze termijn. Publiceert u later, dan schuiven de dagen op.
publish-read = Lees de brieven
publish-none = Er zijn nog geen brieven. Een brief komt er als het perceel een besluit heeft.
publish-confirm-title = Publiceren
publish-warning = Dit kunt u niet terugdraaien. De brieven zijn dan verstuurd en de termijn loopt.
publish-confirm = Ik heb alle brieven gelezen en wil de uitslag publiceren
publish-publish = Publiceer de uitslag en verstuur de brieven
publish-error-confirm = Zet een vinkje als u alle brieven heeft gelezen.
letter-to = { $name }, perceel { $lot }
letters-title = Brieven
letters-intro = Deze brieven zijn verstuurd. De tekst is precies wat de inschrijver las.
letters-none = Er zijn nog geen brieven verstuurd.
letters-sent = Verstuurd op
letters-to = Aan

## Termijn
term-title = Tot wanneer kunnen inschrijvers reageren?
term-sent = De brieven gaan uit op
term-standstill =
    { $count ->
        [one] Daarna kan een inschrijver 1 dag lang naar de rechter.
       *[other] Daarna kan een inschrijver { $count } dagen lang naar de rechter.
    }
term-objection =
    { $count ->
        [one] Daarna kan een inschrijver 1 week lang bezwaar maken.
       *[other] Daarna kan een inschrijver { $count } weken lang bezwaar maken.
    }
term-first = Eerste dag
term-counted = Laatste dag, geteld
term-last = Laatste dag die geldt
term-extended = De getelde dag is geen werkdag. Daarom schuift het einde op.
term-final = Tot en met die dag is het besluit nog niet definitief.

## Uitslag voor iedereen en voor een inschrijver
result-title = Uitslag
result-heading = Uitslag: { $title }
result-lead =
    { $lots ->
        [one] { $count ->
            [0] Het perceel heeft geen nieuwe aanbieder.
           *[other] Het perceel heeft een nieuwe aanbieder.
        }
       *[other] { $count ->
            [one] 1 van de { $lots } percelen heeft een nieuwe aanbieder.
           *[other] { $count } van de { $lots } percelen hebben een nieuwe aanbieder.
        }
    }
result-decided = Het besluit is van
result-money = Geld per jaar
result-money-intro = Wat de gekozen inschrijving per jaar kost, naast het geld dat de gemeente heeft. Het streepje is het budget.
result-money-caption = Kosten en budget per perceel per jaar
result-chart = Grafiek
result-cost = Kosten
result-budget = Budget
result-left = Over
result-winner = { $name } uit { $place } krijgt dit perceel.
result-advantages = Wat de winnaar kenmerkt
result-ranking = Plekken en punten
result-bid = Inschrijving { $code }
result-out =
    { $count ->
        [one] Daarvan kreeg er 1 geen plek.
       *[other] Daarvan kregen er { $count } geen plek.
    }
result-record = Controlegetal van het dossier:
result-map = Wie helpt waar?
result-list = Als lijst
result-nobody = Niemand
result-to-round = Bekijk de ronde
own-result-title = Uitslag van uw inschrijving
own-result-intro = Dit is de brief die u kreeg. U kunt deze pagina printen. De brief is verstuurd op
own-result-pdf = Bewaar de brief als PDF
bid-decided = Er is een besluit over uw inschrijving.
bid-decided-link = Lees de brief
