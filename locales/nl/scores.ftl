## Cijfers, punten en uitkomsten van een ronde, op elke pagina en in brieven
points-of = { $points } punten
grade-word = cijfer { $grade }
price-word = Prijs
earned-off = { $amount } van de prijs af
earned-on = { $amount } bij de prijs op
outcome-points = { $total } punten van de 100
outcome-euros = een rekenprijs van { $total }
outcome-euros-per-point = een uitkomst van { $total } per punt kwaliteit
outcome-index = een uitkomst van { $total }
outcome-note-points = van 100
outcome-note-euros = rekenprijs, de laagste wint
outcome-note-euros-per-point = prijs per punt, de laagste wint
outcome-note-index = de hoogste wint
score-table = Uitkomst per inschrijver en per vraag
score-table-bid = Plek en inschrijver
score-table-total = Totaal
score-table-not-scored = Deze inschrijving heeft geen uitkomst.

## Hoe de prijs telt, voor inschrijvers
price-rule-fixed-how = De prijs staat vast. Alleen de kwaliteit van uw plan telt.
price-rule-weighted-absolute-how = Hoe lager de prijs tussen bodem en plafond, hoe meer punten. De prijs van anderen telt niet mee.
price-rule-award-on-value-how = Kwaliteit is geld waard. Die waarde gaat van uw prijs af. De laagste uitkomst wint. De prijs van anderen telt niet mee.
price-rule-value-for-money-how = De kwaliteit wordt gedeeld door de prijs. De hoogste uitkomst wint. De prijs van anderen telt niet mee.
price-rule-price-per-point-how = De prijs wordt gedeeld door de punten voor kwaliteit. De laagste uitkomst wint. De prijs van anderen telt niet mee.
price-rule-log-price-how = De laagste prijs krijgt alle punten. Een prijs van { $multiple } keer de laagste prijs krijgt er 0, en daarboven gaan er punten af. De laagste prijs van iedereen telt dus mee.
price-rule-low-bid-inverse-how = De laagste prijs krijgt alle punten. Een prijs die 2 keer zo hoog is, krijgt de helft. De laagste prijs van iedereen telt dus mee.
price-rule-low-bid-linear-how = De laagste prijs krijgt alle punten. Een prijs van { $multiple } keer de laagste prijs of meer krijgt er 0. De laagste prijs van iedereen telt dus mee.
price-rule-utility-index-how = De kwaliteit telt naast de beste kwaliteit, en de prijs naast de laagste prijs. De hoogste uitkomst wint. De andere inschrijvingen tellen dus mee.
falls-away-keep-order = Valt er na de uitslag een inschrijving af? Dan houden de andere hun punten en hun volgorde.
falls-away-recompute = Valt er na de uitslag een inschrijving af? Dan rekenen wij de punten van de andere opnieuw uit. De volgorde kan dan veranderen.
total-threshold-least = Het totaal moet ten minste { $total } zijn. Anders krijgt een inschrijving geen plek.
total-threshold-most = De uitkomst mag ten hoogste { $total } zijn. Anders krijgt een inschrijving geen plek.
