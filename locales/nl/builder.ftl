## Een inschrijving maken: beginnen, takenlijst, onderdelen, opslaan, verschil, versies.

bid-start-title = Begin uw inschrijving
bid-start-for = Voor welke coöperatie schrijft u in?
bid-start-choose-cooperative = Kies voor welke coöperatie u inschrijft.
bid-start-copy = Wilt u teksten overnemen?
bid-start-copy-hint = U schreef al in op een ander perceel van deze ronde. Wij kunnen die teksten kopiëren. Pas ze daarna aan voor dit perceel.
bid-start-copy-none = Nee, ik begin met lege vakken
bid-start-copy-from = Ja, van { $name }
bid-start-explain = U maakt nu een inschrijving op dit perceel. Alleen mensen van uw coöperatie kunnen die zien. De gemeente ziet niets, ook niet dat u begonnen bent.
bid-start-button = Begin met inschrijven

bid-group-cooperative = Uw coöperatie
bid-group-plan = Uw plan
bid-group-quality = Kwaliteit en meerwaarde
bid-group-money = Geld
bid-group-submit = Controleren en indienen

bid-tasks-title = Uw inschrijving voor { $theme }
bid-tasks-done =
    { $total ->
       *[other] { $done } van de { $total } onderdelen zijn klaar
    }
bid-tasks-submit-before = Dien in vóór
bid-tasks-closed = De tijd is voorbij
bid-tasks-closed-at = U kon indienen tot
bid-tasks-next = Ga verder met: { $section }
bid-tasks-check-and-submit = Controleer en dien in
bid-tasks-lot-link = Lees wat de gemeente vraagt
bid-tasks-aside = Bij uw inschrijving
bid-beside = Bij deze inschrijving
bid-beside-journal = Wat er gebeurde
bid-tasks-people = Wie werkt mee
bid-tasks-help = Hulp nodig?
bid-tasks-help-call = Bel
bid-tasks-help-hours = op werkdagen van 9 tot 17 uur.
bid-tasks-help-question = Of stel een vraag.
bid-tasks-reads-along = U leest mee. Wilt u ook schrijven? Vraag dat aan de trekker van uw coöperatie.
bid-tasks-submitted = Uw inschrijving is ingediend op { $when }. Uw nummer is { $number }.
bid-tasks-receipt = Bekijk de ontvangstbevestiging
bid-tasks-withdraw = Trek de inschrijving in
bid-tasks-withdrawn = Uw inschrijving is ingetrokken. U kunt hem wijzigen en opnieuw indienen tot de sluiting.
bid-task-counts = Telt mee voor ‘{ $name }’ ({ $weight }).
bid-task-price-counts = De prijs telt voor { $weight }.
bid-task-gaps =
    { $count ->
        [one] Er ontbreekt nog 1 ding.
       *[other] Er ontbreken nog { $count } dingen.
    }
bid-task-check = Controleer uw antwoorden
bid-task-check-hint =
    { $count ->
        [0] Lees alles nog een keer rustig door.
        [one] Er ontbreekt nog 1 ding. U kunt alvast alles nalezen.
       *[other] Er ontbreken nog { $count } dingen. U kunt alvast alles nalezen.
    }
bid-task-check-ready = Kan nu
bid-task-submit = Dien uw inschrijving in
bid-task-submit-hint = Dit kan als alle { $count } onderdelen klaar zijn.
bid-task-submit-now = Alles is klaar. Iemand met tekenrecht kan nu indienen.
bid-task-submitted = Ingediend
bid-task-submitted-hint = De gemeente heeft uw inschrijving ontvangen.
bid-person-you = { $name } (u)
bid-person-signs = Mag indienen.
bid-person-at-work = Nu bezig met: { $section }
bid-person-did = { $when }: { $section }
bid-when-today = vandaag, { $clock }
bid-when-yesterday = gisteren, { $clock }

bid-section-place = Onderdeel { $place } van { $total }
bid-section-list = Onderdelen
bid-section-why = Waarom de gemeente dit vraagt
bid-section-counts = Zo telt dit onderdeel mee
bid-section-counts-note = Beoordelaars lezen dit onderdeel voor deze vraag. Zij zien uw naam niet.
bid-section-versions = Eerdere versies
bid-section-example = Bekijk een voorbeeld
bid-section-files-below = Bestanden voegt u onderaan deze pagina toe.
bid-section-clash = Iemand anders heeft deze tekst ook veranderd. Wij bewaarden beide teksten. Kies welke u houdt:
bid-section-read-only = Dit schreef u

bid-done = Is dit onderdeel klaar?
bid-done-yes = Ja, dit onderdeel is klaar
bid-done-no = Nee, ik ga hier later mee verder
bid-not-answered = Nog niet ingevuld
bid-reads-along = U leest mee. Alleen de trekker, schrijvers en ondertekenaars kunnen wijzigen.
bid-submitted = U heeft deze inschrijving ingediend. Wilt u nog iets wijzigen? Trek de inschrijving dan eerst in. Dat kan tot de sluiting. Daarna dient u opnieuw in.
bid-closed = De tijd is voorbij. U kunt niets meer wijzigen. U kunt wel alles lezen.
bid-saved-but = Uw tekst is opgeslagen. Er is nog iets dat aandacht vraagt.
bid-not-saved = Wij hebben nog niets opgeslagen. Uw tekst staat hieronder.
bid-text-stays = Wij konden uw tekst niet opslaan. De tekst staat nog op dit scherm. Kopieer de tekst als u die wilt houden.
bid-refusal-start-closed = De tijd voor deze ronde is voorbij. U kunt hier geen inschrijving meer beginnen.
bid-refusal-not-asked = Dit vak hoort niet bij deze ronde. Ververs de pagina.
bid-refusal-too-long = Deze tekst is veel te lang om te bewaren. Maak de tekst korter. Een lang stuk kunt u als bijlage toevoegen.
bid-refusal-not-offered = Kies een van de antwoorden die op de pagina staan.
bid-refusal-already = Uw coöperatie heeft al een inschrijving op dit perceel.
bid-refusal-copy = De teksten die u wilt overnemen, zijn niet van uw coöperatie of niet van deze ronde. Kies iets anders.

bid-gap-named = { $label }: { $why }
bid-gap-no-text = Schrijf een antwoord.
bid-gap-no-proof = Schrijf op hoe u dit laat zien.
bid-gap-no-plan-date = Vul in op welke dag u dit geregeld heeft.
bid-gap-few-commitments =
    { $begun ->
        [0] Doe ten minste { $min } beloften. U heeft er nog geen.
        [one] Doe ten minste { $min } beloften. U heeft er nu 1.
       *[other] Doe ten minste { $min } beloften. U heeft er nu { $begun }.
    }
bid-gap-no-file = Voeg een bestand toe.
bid-gap-not-done = Alles is ingevuld. Kies nog ‘Ja, dit onderdeel is klaar’.
bid-error-quantity = Vul een getal in, zoals 8 of 8,5.

bid-requirement-status = Voldoet u aan deze eis?
bid-requirement-proof = Hoe laat u dat zien?
bid-requirement-date = Wanneer is het geregeld?
bid-requirement-status-of = { $name }
bid-requirement-proof-of = { $name }, bewijs
bid-requirement-date-of = { $name }, datum
bid-requirement-met = Ja, wij voldoen
bid-requirement-equivalent = Ja, op onze eigen manier
bid-requirement-plan = Nog niet, wij hebben een plan
bid-requirement-not_applicable = Dit geldt niet voor ons
bid-requirement-by = Geregeld op { $day }
bid-requirement-knock-out = Deze eis moet u halen
bid-requirement-knock-out-note = Haalt u deze eis niet? Dan kan de gemeente uw inschrijving niet meenemen. Een eigen manier of een plan mag wel.
bid-requirement-more = Waarom deze eis, en welk bewijs past?
bid-requirement-why = Waar is dit voor?
bid-requirement-usual = Gewoon bewijs
bid-requirement-own-way = Zo mag het ook

bid-cost-pay = Loon van wie de hulp geeft
bid-cost-pay-hint = Loon volgens de cao, met premies en vakantiegeld. Reken alleen de uren bij cliënten.
bid-cost-overhead = Kosten van de organisatie
bid-cost-overhead-hint = Coördinatie, administratie, huur, telefoon, verzekering, bestuur.
bid-cost-non_productive = Tijd zonder cliënt
bid-cost-non_productive-hint = Ziekte, vrije dagen en overleg. Dit loon betaalt u ook.
bid-cost-travel_training = Reizen en scholing
bid-cost-travel_training-hint = Reistijd, kilometers, cursussen en inwerken.
bid-cost-indexation = Stijging van lonen en prijzen
bid-cost-indexation-hint = Wat u verwacht voor het eerste jaar van het contract.
bid-cost-other = Andere kosten
bid-cost-other-hint = Bijvoorbeeld cijfers bijhouden voor de gemeente. Heeft u geen andere kosten? Vul dan 0 in.
bid-cost-volume = Hoeveel hulp geeft u?
bid-cost-volume-hint = Dit perceel is { $units } per jaar. Doet u een deel? Vul dan uw deel in.
bid-cost-rate = Welke prijs vraagt u?
bid-cost-rate-hint = Vraag ten minste { $floor } en ten hoogste { $ceiling }. Een eerlijke prijs dekt al uw kosten.
bid-cost-fixed = De gemeente betaalt een vast bedrag: { $price } { $per }.
bid-cost-sums = Zo rekent dit uit
bid-cost-sums-empty = Vul bedragen in en kies ‘Bereken’. Dan ziet u hier wat uw plan kost per jaar en per keer.
bid-cost-sum-total = Samen zijn uw kosten { $total } per jaar.
bid-cost-sum-per-unit = { $total } gedeeld door { $units } is { $rate } { $per }.
bid-cost-sum-income = U krijgt { $price } { $per }. Voor { $units } is dat { $income } per jaar.
bid-cost-calculate = Bereken
bid-cost-stale = Heeft u iets veranderd? Kies dan opnieuw ‘Bereken’.
bid-cost-rate-too-high = Uw prijs is hoger dan de hoogste prijs ({ $ceiling }). Meer geld is er niet voor dit perceel, dus de gemeente mag deze prijs niet aannemen. Kies een lagere prijs.
bid-cost-rate-too-low = Uw prijs is lager dan de laagste prijs ({ $floor }). De wet wil een eerlijke prijs: daaronder kan niemand loon, reistijd en ziekte betalen. De gemeente mag deze prijs dus niet aannemen. Kies een hogere prijs.
bid-cost-short = Uw kosten zijn { $by } per jaar hoger dan wat u krijgt. Schrijf bij de uitleg hoe u dat betaalt, of kijk de bedragen na.
bid-cost-above-budget = Dit is { $by } per jaar meer dan de gemeente heeft voor dit perceel ({ $budget }). Kijk het aantal en de prijs na.
bid-cost-other-volume = Het hele perceel is { $units } per jaar. U vult een ander aantal in. Dat mag als u een deel doet.

bid-commitment-number = Belofte { $number }
bid-commitment-part = Belofte { $number }, { $part }
bid-commitment-criterion = Waar gaat het over?
bid-commitment-criterion-hint = Kies wat het beste past.
bid-commitment-what = Wat belooft u?
bid-commitment-what-hint = Eén zin. Begin met wat er verandert.
bid-commitment-baseline = Hoe is het nu?
bid-commitment-baseline-hint = Een getal. Is er nu niets? Vul dan 0 in.
bid-commitment-target = Wat wordt het?
bid-commitment-target-hint = Het getal dat u wilt halen. Dit komt in uw contract.
bid-commitment-unit = Waarvan is dat het aantal?
bid-commitment-unit-hint = Bijvoorbeeld: mensen per week.
bid-commitment-by = Wanneer is het zover?
bid-commitment-by-hint = De dag waarop de gemeente mag kijken of het gelukt is.
bid-commitment-evidence = Hoe laat u dat zien?
bid-commitment-evidence-hint = Bijvoorbeeld: een telling, een rooster, gesprekken.
bid-commitment-owner = Wie zorgt ervoor?
bid-commitment-owner-hint = Noem de functie, geen naam. Beoordelaars lezen dit.
bid-commitment-owner-is = Wie ervoor zorgt: { $said }
bid-commitment-for_whom = Voor wie is dit goed?
bid-commitment-for_whom-hint = Bijvoorbeeld: mensen boven de 75 die alleen wonen.
bid-commitment-for_whom-is = Goed voor: { $said }
bid-commitment-later-when = Op de dag die u noemt en elk jaar in het gesprek over de voortgang vraagt de gemeente: welk getal haalde u, en waaruit blijkt dat? Beloof dus alleen wat u kunt tellen.
bid-commitment-change = Van { $baseline } naar { $target } { $unit }, op { $by }.
bid-commitment-proved-by = Bewijs: { $evidence }
bid-commitment-later = Dit vraagt de gemeente later
bid-commitment-later-indicator = De gemeente kijkt naar: { $indicator }.
bid-commitment-later-evidence = Past als bewijs: { $evidence }.
bid-commitment-later-strong = Een sterke belofte: { $strong }
bid-commitment-kinds = Waaruit kunt u kiezen?
bid-commitment-more = Nog een belofte? Kies Opslaan. Dan krijgt u een leeg vak erbij.

bid-clash-title = Kies welke tekst u houdt
bid-clash-intro = U en iemand anders schreven tegelijk in hetzelfde vak. Wij bewaarden beide teksten. Er gaat niets verloren: de andere tekst vindt u terug bij ‘Eerdere versies’.
bid-clash-mine = Uw tekst, { $when }
bid-clash-theirs = De tekst van { $name }, { $when }
bid-clash-yourself = uzelf in een ander venster
bid-clash-choose-mine = Houd mijn tekst
bid-clash-choose-theirs = Houd de tekst van { $name }
bid-clash-merge = Of maak er één tekst van
bid-clash-merged = Samen één tekst
bid-clash-choose-merged = Bewaar deze tekst
bid-clash-empty = (leeg)
bid-clash-back = Terug naar het onderdeel
bid-clash-settled = U koos hier al, misschien in een ander venster.
clash-parts = Kies per stuk
clash-parts-intro = Wat u allebei schreef, staat er gewoon. Wat maar één van u veranderde, kozen wij vast voor. U kunt dat wijzigen.
clash-parts-keep = Bewaar de gekozen stukken
clash-whole = Of kies een hele tekst
clash-part-changed-mine = Stuk { $place }: alleen u veranderde dit
clash-part-changed-theirs = Stuk { $place }: alleen { $name } veranderde dit
clash-part-changed-both = Stuk { $place }: u en { $name } schreven dit allebei anders
clash-part-mine = Mijn tekst
clash-part-theirs = De tekst van { $name }
clash-part-both = Allebei, na elkaar
clash-part-changed-mine-own = Stuk { $place }: dit veranderde u alleen in dit venster
clash-part-changed-theirs-own = Stuk { $place }: dit veranderde u alleen in een ander venster
clash-part-changed-both-own = Stuk { $place }: dit schreef u in twee vensters anders
clash-part-mine-own = De tekst uit dit venster
clash-part-theirs-own = De tekst uit het andere venster
clash-part-both-own = Allebei, na elkaar
clash-part-nothing = (niets)
clash-part-differences = Laat zien welke woorden anders zijn
clash-part-choose = Kies welke tekst u hier houdt.

bid-versions-title = Eerdere versies
bid-versions-intro = Hier staan alle teksten die in dit vak hebben gestaan. Zet u een oude tekst terug? Dan blijft de tekst van nu ook bewaard.
bid-versions-current = Deze tekst staat er nu
bid-versions-restore = Zet deze tekst terug
bid-versions-none = Er is nog niets geschreven.
bid-versions-set-aside = Niet gekozen teksten
bid-versions-set-aside-note = Deze teksten botsten met die van iemand anders en zijn toen niet gekozen.
bid-words =
    { $count ->
        [one] 1 woord
       *[other] { $count } woorden
    }

## Tabellen en vragen met een voorwaarde
bid-table-row = Rij { $number }
bid-table-cell = { $column }, rij { $number }
bid-table-more = Sla op als u nog een rij nodig heeft. Dan komt er een lege rij bij.
bid-gap-few-rows = Vul ten minste { $min } rijen in. U heeft er nu { $begun }.
bid-or = of
bid-only-when = Alleen als u bij ‘{ $question }’ kiest voor { $answers }.
