## De begroting van een inschrijving: wat u kunt toevoegen, wat het oplevert, en het rekenblad.

bid-error-percent = Vul een percentage in van 0 tot en met 100, zoals 3 of 3,5.

bid-cost-given-share = Dat is { $share } van het loon.
bid-cost-given-fixed = De gemeente rekent hier voor iedereen hetzelfde. Voor u is dat { $amount } per jaar. { $share }
bid-cost-given-later = De gemeente rekent hier voor iedereen een vast deel van het loon. Vul eerst het loon in.
bid-cost-given-suggested = De gemeente stelt { $amount } voor. { $share } U mag dit veranderen.
bid-cost-given-more = U rekent { $by } meer dan dit voorstel. Leg bij de uitleg uit waarom.
bid-cost-given-less = U rekent { $by } minder dan dit voorstel. Leg bij de uitleg uit waarom.
bid-cost-fact-fixed = { $amount } (vast, van de gemeente)
bid-cost-fact-suggested = { $amount } (voorstel van de gemeente)

bid-cost-more = Wilt u verder vooruit kijken?
bid-cost-more-hint = Dit hoeft niet. Het helpt u om te zien of uw plan ook in een moeilijk jaar past.

bid-cost-part-volumes = Wat als u minder of meer hulp geeft?
bid-cost-part-volumes-lead = Niemand weet vooraf hoeveel hulp er nodig is. Reken daarom ook met een rustig en een druk jaar.
bid-cost-volume_low = Hoeveel hulp in een rustig jaar?
bid-cost-volume_high = Hoeveel hulp in een druk jaar?
bid-cost-low-not-low = Dit is meer dan het aantal dat u verwacht. Vul voor een rustig jaar een lager aantal in.
bid-cost-high-not-high = Dit is minder dan het aantal dat u verwacht. Vul voor een druk jaar een hoger aantal in.
bid-cost-variable-title = Welk deel van de kosten groeit mee met het aantal?
bid-cost-variable-of = { $name }, deel dat meegroeit
bid-cost-variable-hint = Vult u niets in? Dan rekenen wij met { $usual }.
bid-cost-volume-is-low = Rustig jaar
bid-cost-volume-is-expected = Verwacht
bid-cost-volume-is-high = Druk jaar
bid-cost-scenario = { $name }, { $units }
bid-cost-per-year = Per jaar
bid-cost-total = Kosten samen
bid-cost-income = Wat u krijgt
bid-cost-result = Verschil
bid-cost-tariff = Kosten { $per }
bid-cost-formula-title = Zo rekenden wij per soort kosten
bid-cost-formula-all = { $name }: { $amount } × { $units } : { $expected } = { $result }.
bid-cost-formula-none = { $name }: { $result }. Dit bedrag blijft gelijk.
bid-cost-formula-part = { $name }: { $amount } × ({ $rest } + { $share } × { $units } : { $expected }) = { $result }.

bid-cost-part-payers = Wie betaalt er nog meer?
bid-cost-part-payers-lead = Noem ieder die elk jaar meebetaalt, naast de prijs van de gemeente. Geld van uzelf vult u verderop in.
bid-cost-payer-row = Betaler { $number }
bid-cost-payer-part = Betaler { $number }, { $part }
bid-cost-payer-who = Wie betaalt?
bid-cost-payer-name = Hoe heet deze betaler?
bid-cost-payer-amount = Hoeveel?
bid-cost-payer-price = De gemeente, met de prijs
bid-cost-payers-total = Samen
bid-cost-payer-line = { $who }: { $amount } per jaar
bid-cost-is-municipality = De gemeente, met een andere bijdrage
bid-cost-is-members = Onze leden
bid-cost-is-fund = Een fonds
bid-cost-is-other = Iemand anders
bid-cost-sum-payers = Anderen betalen samen { $amount } per jaar mee.
bid-cost-sum-own = U legt zelf { $amount } per jaar bij. Dat telt niet mee bij wat u krijgt.

bid-cost-part-volunteers = Hoeveel doen vrijwilligers?
bid-cost-part-volunteers-lead = Hun tijd is veel waard, maar het is geen geld. Wij tellen die tijd nergens bij op.
bid-cost-volunteers-hours = Hoeveel uur geven vrijwilligers?
bid-cost-volunteers-value = Wat is zo’n uur waard?
bid-cost-volunteers-value-hint = Bijvoorbeeld wat een betaalde kracht voor dat uur kost.
bid-cost-volunteers-worth = { $hours } × { $value } = { $worth } per jaar. Dit is geen geld en telt niet mee.

bid-cost-part-years = Wat kost het in de jaren daarna?
bid-cost-part-years-lead = Lonen en prijzen stijgen elk jaar. Hier ziet u wat dat met uw plan doet.
bid-cost-rise-costs = Hoeveel stijgen uw kosten per jaar?
bid-cost-rise-price = Hoeveel stijgt de prijs van de gemeente per jaar?
bid-cost-rise-price-hint = Laat u dit leeg? Dan stijgt de prijs even hard als uw kosten.
bid-cost-year = Jaar
bid-cost-year-number = Jaar { $number }
bid-cost-years-note = De kosten stijgen elk jaar { $costs }, de prijs stijgt { $price }. Wat anderen betalen, blijft gelijk. Elk jaar is op hele centen afgerond.
chart-years-legend = Dicht: wat het kost. Open: wat u krijgt. De bedragen staan in de tabel.

bid-cost-part-cash = Heeft u in het eerste jaar steeds genoeg geld?
bid-cost-part-cash-lead = Loon betaalt u elke maand. Het geld van de gemeente komt soms later. Hier ziet u per kwartaal wat er op de rekening staat.
bid-cost-cash-start = Hoeveel geld heeft u bij de start?
bid-cost-cash-once = Wat kost het om te beginnen?
bid-cost-cash-once-hint = Kosten die u één keer heeft, zoals een computer of een opening.
bid-cost-cash-paid = Wanneer betaalt de gemeente?
bid-cost-is-same = In hetzelfde kwartaal
bid-cost-is-after = Een kwartaal later
bid-cost-quarter = Kwartaal
bid-cost-quarter-1 = Eerste kwartaal
bid-cost-quarter-2 = Tweede kwartaal
bid-cost-quarter-3 = Derde kwartaal
bid-cost-quarter-4 = Vierde kwartaal
bid-cost-quarter-in-1 = eerste
bid-cost-quarter-in-2 = tweede
bid-cost-quarter-in-3 = derde
bid-cost-quarter-in-4 = vierde
bid-cost-in = Erbij
bid-cost-out = Eraf
bid-cost-balance = Op de rekening
bid-cost-quarter-short = In het { $quarter } kwartaal komt u { $amount } tekort. Zorg voor meer geld bij de start, of vraag de gemeente om eerder te betalen.
bid-cost-quarter-enough = U komt in geen kwartaal geld tekort. Aan het eind van het { $quarter } kwartaal staat er het minst: { $amount }.
bid-cost-quarters-same = Wij rekenen dat de gemeente in hetzelfde kwartaal betaalt. Kosten, eigen geld en wat anderen betalen, verdelen wij over 4 kwartalen.
bid-cost-quarters-after = Wij rekenen dat de gemeente een kwartaal later betaalt. Kosten, eigen geld en wat anderen betalen, verdelen wij over 4 kwartalen.

bid-cost-below-floor = Uw kosten zijn { $tariff } { $per }. Dat is minder dan de gemeente als eerlijke prijs berekende ({ $floor }). De wet zegt dat een prijs alle 6 soorten kosten moet dekken. Kijk na of u niets vergat, zoals ziekte of reistijd.
bid-cost-above-ceiling = Uw kosten zijn { $tariff } { $per }. Dat is meer dan de gemeente ten hoogste betaalt ({ $ceiling }). De wet zegt dat een prijs alle kosten moet dekken. Kijk de bedragen na, of schrijf op wie de rest betaalt.

cost-export-link = Download deze begroting als rekenblad (XLSX)
cost-import-link = Zet een ingevuld rekenblad terug
cost-file-name = begroting.xlsx
cost-file-code = Code
cost-file-label = Vraag
cost-file-value = Antwoord
cost-file-unit = Soort
cost-file-euro = euro
cost-file-percent = procent
cost-file-number = aantal
cost-file-text = tekst
cost-file-given = euro, vast
cost-file-outcome = Uitkomst
cost-file-none = Kies eerst een bestand.
cost-file-too-large = Dit bestand is te groot. Een begroting van hier is kleiner dan { $max } MB. Download het rekenblad opnieuw en vul dat in.
cost-file-unreadable = Wij kunnen dit bestand niet lezen. Bewaar het als rekenblad (.xlsx), zonder wachtwoord, en kies het opnieuw.
cost-file-other-sheet = In dit rekenblad staat geen blad ‘Kosten’. Download het rekenblad hier en vul dat in.
cost-file-too-much = In dit rekenblad staat veel meer dan een begroting. Download het rekenblad hier en vul dat in.
cost-file-shut = Deze inschrijving kunt u nu niet wijzigen. Het rekenblad kunt u wel downloaden.
cost-import-title = Rekenblad terugzetten
cost-import-how = Download eerst het rekenblad. Vul het in met uw eigen programma. Verander alleen de kolom ‘Antwoord’. Kies het bestand daarna hieronder. U ziet eerst wat er verandert.
cost-import-choose = Kies het rekenblad
cost-import-hint = Een bestand dat eindigt op .xlsx, kleiner dan { $max } MB. Van een formule nemen wij de uitkomst over.
cost-import-look = Bekijk wat er verandert
cost-import-changes =
    { $count ->
        [one] Dit verandert er: 1 antwoord
       *[other] Dit verandert er: { $count } antwoorden
    }
cost-import-table = Wat er verandert
cost-import-nothing-yet = Er is nog niets veranderd. Kijk het na en neem het dan over.
cost-import-old = Nu
cost-import-new = Wordt
cost-import-empty = Leeg
cost-import-same = In dit rekenblad staat hetzelfde als hier. Er verandert niets.
cost-import-faults = Dit nemen wij niet over
cost-import-faults-hint = Verbeter deze antwoorden in het rekenblad of op de pagina.
cost-import-undo = Heeft u spijt? Van elk antwoord bewaren wij de eerdere versies.
cost-import-take = Neem dit over
cost-import-cancel = Laat alles zoals het is
