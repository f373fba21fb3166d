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
why-has-maximum = Volgens de regel van deze ronde krijgt een inschrijver niet meer percelen dan vooraf bekend was. Deze inschrijver had er al genoeg: { $lots }.
why-below-threshold = Een cijfer of het totaal ligt onder de grens.
why-not-admitted = De inschrijving mocht niet meedoen.
exclusion-knock-out = Bij de vraag { $name } kreeg de inschrijving het cijfer { $grade }. Met dat cijfer valt een inschrijving af.
exclusion-below-threshold = Bij de vraag { $name } is ten minste het cijfer { $threshold } nodig. Het cijfer is { $grade }.
exclusion-total = In totaal zijn ten minste { $threshold } punten nodig. Het totaal is { $total }.
exclusion-price-floor = De prijs is { $price }. Dat is lager dan de laagste prijs die mag: { $end }.
exclusion-price-ceiling = De prijs is { $price }. Dat is hoger dan de hoogste prijs die mag: { $end }.
exclusion-price-fixed = De prijs is { $price }. De vaste prijs is { $end }.
tie-by-criterion = Er was een gelijk totaal met inschrijving { $with }. Het cijfer bij de vraag { $name } gaf de doorslag.
tie-by-price = Er was een gelijk totaal met inschrijving { $with }. De laagste prijs gaf de doorslag.
tie-by-draw = Er was een gelijk totaal met inschrijving { $with }. Een loting gaf de doorslag. Het verslag van de tafel laat zien hoe die ging.
tie-stays = Er is een gelijk totaal met inschrijving { $with }. De inschrijvingen delen deze plek.
letter-bids =
    { $count ->
        [one] 1 inschrijving
       *[other] { $count } inschrijvingen
    }
