## Een ronde klaarmaken: de route, de data, de bibliotheek, de controle en het oefenen.

## Beginnen
setup-start-empty = Leeg
setup-start-empty-hint = Zonder eisen, vragen en cijfers. U haalt uit de bibliotheek wat u nodig heeft.
setup-procedure = Welke route volgt u?
setup-start-procedure-hint = Hieruit volgen de dagen tussen de stappen, en wat iemand tegen het besluit kan doen. Maakt u een kopie? Dan gaat de route van die ronde mee.
setup-start-procedure-later = Dat kies ik later
setup-published-on = Wanneer wilt u publiceren?
setup-published-on-hint = Hieruit rekenen wij de data uit. Leeg betekent: vandaag. U kunt alles nog veranderen.
setup-published-on-wrong = Kies een dag die nog komt, of laat dit leeg.

## Routes
part-procedure = Route en instappen
part-procedure-intro = De route bepaalt welke regels gelden. Vraag het uw inkoper of jurist als u twijfelt.
procedure-grant-call = Subsidie-oproep
procedure-grant-call-hint = De gemeente geeft subsidie. Er is geen opdracht. Tegen het besluit kan iemand bezwaar maken (Awb, titel 4.2).
procedure-grant-call-public = U vraagt subsidie aan. Bent u het niet eens met het besluit? Dan kunt u bezwaar maken bij de gemeente.
procedure-light-regime = Verlicht regime voor sociale diensten
procedure-light-regime-hint = Een aanbesteding met eigen regels, verplicht boven € 750.000 (Aanbestedingswet, artikel 2.38 en 2.39).
procedure-light-regime-public = De gemeente geeft een opdracht. Zij vergelijkt de inschrijvingen met regels die vooraf vaststaan.
procedure-open-house = Open house
procedure-open-house-hint = Iedereen die aan de eisen voldoet, krijgt een contract. Er is geen volgorde. De cliënt kiest.
procedure-open-house-public = Iedereen die aan de eisen voldoet, krijgt een contract. Er is geen volgorde. De cliënt kiest.
procedure-reserved-contract = Voorbehouden perceel
procedure-reserved-contract-hint = Alleen voor sociale werkplaatsen of organisaties met een maatschappelijk doel (Aanbestedingswet, artikel 2.82 en 2.82a).
procedure-reserved-contract-public = Alleen sociale werkplaatsen en organisaties met een maatschappelijk doel mogen inschrijven.
procedure-societal-procurement = Maatschappelijk aanbesteden
procedure-societal-procurement-hint = Bewoners en gemeente maken eerst samen de vraag. Daarna schrijven bewoners een plan.
procedure-societal-procurement-public = Bewoners en gemeente maken samen de vraag. Stel vragen en denk mee zolang dat kan.
procedure-table-procurement = Bestuurlijk aanbesteden
procedure-table-procurement-hint = Aan tafels, met een basisovereenkomst voor het overleg en deelovereenkomsten voor de hulp.
procedure-table-procurement-public = De gemeente en aanbieders overleggen aan tafels. Er is een basisovereenkomst, en per soort hulp een deelovereenkomst.
setup-residents-heading = Geld voor initiatieven van bewoners
setup-residents-hint = Houdt u geld apart voor bewoners? Dan staat dat op de pagina van de ronde. Anders laat u dit leeg.
setup-residents-amount = Hoeveel geld is er?
setup-residents-purpose = Waarvoor is het, en wie kan het vragen?
setup-residents-purpose-hint = Bijvoorbeeld: voor bewoners die een plan willen uitzoeken. Bel onze contactpersoon.
setup-entry-heading = Instapmomenten
setup-entry-hint = Kan iemand later ook nog instappen? Noem de dagen. Voor elk moment opent u een kopie van deze ronde. De dagen staan op de pagina van de ronde en in de herinneringen.
setup-entry = Instapmoment { $number }
wrong-residents-amount = Vul een bedrag in dat hoger is dan 0, of laat beide velden leeg.
wrong-residents-purpose = Schrijf waarvoor het geld is, in ten hoogste 1000 tekens.
problem-residents-budget = Vul bij het geld voor bewoners een bedrag in en waarvoor het is.
problem-entry-early = Het instapmoment { $day } komt niet na de sluiting van deze ronde.
problem-entry-twice = Het instapmoment { $day } staat er twee keer.
problem-entry-many = Noem ten hoogste 12 instapmomenten.
part-grounds = Gronden voor weigering
part-grounds-intro = Op welke gronden kunt u een inschrijving weigeren? Wat u hier kiest, staat vooraf op de pagina van de ronde.
setup-grounds = Welke gronden gelden in deze ronde?
setup-grounds-hint = Kiest u niets? Dan staat er niets over op de pagina.
setup-ground-change = Wat helpt: { $source }
problem-ground = Vul bij grond { $code } een naam en een reden in.
route-title = Hoe het gaat
residents-title = Geld voor initiatieven van bewoners
entry-title = Later instappen
entry-text = Ook na deze ronde kunt u nog meedoen. De volgende momenten zijn:
grounds-title = Waarom de gemeente een inschrijving kan weigeren
grounds-text = De gemeente schrijft altijd op welke grond zij gebruikt, waarom, en wat u kunt doen.
change-procedure = De route is anders.
change-residents-budget = Het geld voor initiatieven van bewoners is anders.
change-entry-moments = De instapmomenten zijn anders.
change-grounds = De gronden voor weigering zijn anders.

## Tijdlijn
timeline-link = Reken de data uit vanaf de dag van publicatie
timeline-page-title = Data uitrekenen
timeline-page-intro = Kies de route en de dag waarop u wilt publiceren. U ziet per stap de dag die daarbij past. Er verandert nog niets.
timeline-back = Terug naar de data
setup-from = Wanneer wilt u publiceren?
timeline-show = Reken uit
timeline-proposal = Voorstel
timeline-step = Stap
timeline-days = Dagen na de vorige stap
timeline-date = Dag
timeline-why = Waarom, en welke bron
timeline-free-days = Geen stap eindigt in een weekend of op een feestdag: dan wordt het de eerste werkdag erna (Algemene termijnenwet, artikel 1).
timeline-take-over = Neem deze data over
timeline-past = Met deze dag is een van de stappen al voorbij. Kies een latere dag.

## Bibliotheek
library-source = Bron: { $source }
shelf-back = Terug
shelf-pick = Wat wilt u overnemen?
shelf-take = Zet in de ronde
shelf-there = Staat al in de ronde
shelf-nothing-picked = Kies iets wat nog niet in de ronde staat.
shelf-changed = Iemand anders heeft dit onderdeel intussen veranderd. Kijk nog eens en zet het daarna in de ronde. Wat u koos, staat er nog.
shelf-more = Lees meer hierover
shelf-class = Voor welke hulp?
shelf-class-all = Alle soorten hulp
shelf-classes = Risicoklasse:
risk-class-A = A: welzijn, vervoer en cursussen
risk-class-B = B: hulp bij het huishouden
risk-class-C = C: begeleiding en dagbesteding
risk-class-D = D: verzorging en verblijf
shelf-quality = Vragen over kwaliteit
shelf-quality-intro = Wat u kiest, komt als kopie in uw ronde. Daar kunt u de tekst veranderen en punten geven.
shelf-social-value = Vragen over meerwaarde
shelf-social-value-intro = Kies er 3 tot 6 die bij uw gebied passen. Beoordeel wat iemand toezegt en kan laten zien, niet het bedrag.
shelf-requirements = Eisen per soort hulp
shelf-requirements-intro = Vraag alleen wat bij het risico van de hulp past. Wat u kiest, komt als kopie in uw ronde.
shelf-scales = Cijfers in woorden
shelf-scales-intro = Alle vragen van een ronde gebruiken dezelfde cijfers. Wat u kiest, komt in plaats van de cijfers die er nu staan.
shelf-link-quality = Kies vragen over kwaliteit uit de bibliotheek
shelf-link-social-value = Kies vragen over meerwaarde uit de bibliotheek
shelf-link-requirements = Kies eisen uit de bibliotheek, per soort hulp
shelf-link-scales = Kies cijfers in woorden uit de bibliotheek

## Wat er mis kan gaan
checks-title =
    { $count ->
        [one] 1 aandachtspunt
       *[other] { $count } aandachtspunten
    }
checks-text = Dit houdt publiceren niet tegen. Kijk of het zo is bedoeld.
checks-of-part =
    { $count ->
        [one] 1 aandachtspunt
       *[other] { $count } aandachtspunten
    }
risk-no-procedure = U koos nog geen route.
risk-no-procedure-why = De route bepaalt welke termijnen gelden en wat iemand tegen het besluit kan doen.
risk-no-procedure-source = Onderzoek bij dit project: een uitdaging is geen uitzondering op de aanbestedingsregels
risk-roots = De eis ‘{ $name }’ vraagt een plek in het gebied, en wie die niet heeft, valt af.
risk-roots-why = In een aanbesteding mag u niet eisen dat iemand vooraf in het gebied zit. Maak er een vraag van, of laat het later regelen.
risk-roots-source = Hof van Justitie EU, C-436/20
risk-open-house-ranks = Bij een open house geeft u punten die een volgorde maken.
risk-open-house-ranks-why = Zodra de gemeente kiest, is het geen open house meer en gelden de regels voor aanbesteden.
risk-open-house-ranks-source = Hof van Justitie EU, C-410/14 (Falk Pharma); PIANOo over open house
risk-remedy = Wat iemand tegen het besluit kan doen, past niet bij de route.
risk-remedy-why = Bij subsidie is dat bezwaar bij de gemeente. Bij een opdracht is dat de rechter, binnen de wachttijd.
risk-remedy-source = Awb, artikel 6:7; Aanbestedingswet 2012, artikel 2.127
risk-knock-out = Wie de eis ‘{ $name }’ niet haalt, valt af. Er staat niet wat even goed is.
risk-knock-out-why = Een kleine coöperatie kan dan niet laten zien dat zij het op een andere manier regelt.
risk-knock-out-source = Gids Proportionaliteit; Aanbestedingswet 2012, artikel 2.78a
risk-lot-large = In perceel { $number } wonen { $people } mensen. Dat is groot voor een dorp of buurt.
risk-lot-large-why = Een coöperatie kan alleen inschrijven op een gebied dat zij kent en aankan. Maak er kleinere percelen van, of leg uit waarom dat niet kan.
risk-lot-large-source = Aanbestedingswet 2012, artikel 1.5; CBS (aantal inwoners)
risk-one-lot = Er is maar 1 perceel.
risk-one-lot-why = U verdeelt een opdracht in percelen, of legt uit waarom dat niet past.
risk-one-lot-source = Aanbestedingswet 2012, artikel 1.5, derde lid
risk-short-time =
    { $days ->
        [one] Inschrijvers hebben nog maar 1 dag.
       *[other] Inschrijvers hebben nog maar { $days } dagen.
    }
risk-short-time-why = Vrijwilligers schrijven ’s avonds, en leden moeten een besluit nemen. Reken op ten minste 4 weken.
risk-short-time-source = Richtlijn 2014/24, artikel 47: een termijn die past bij het werk
risk-after-questions =
    { $days ->
        [0] De laatste vraag en de sluiting vallen op dezelfde dag.
        [one] Tussen de laatste vraag en de sluiting zit maar 1 dag.
       *[other] Tussen de laatste vraag en de sluiting zitten maar { $days } dagen.
    }
risk-after-questions-why = Antwoorden moeten ten minste 6 dagen voor de sluiting bekend zijn, en u heeft tijd nodig om ze te schrijven. Neem 10 dagen.
risk-after-questions-source = Richtlijn 2014/24, artikel 53, tweede lid
risk-office-hours = ‘{ $step }’ valt buiten kantooruren.
risk-office-hours-why = Als iets niet lukt, kan niemand helpen. Een storing leidt dan tot ruzie.
risk-office-hours-source = PIANOo over storingen bij het indienen
risk-free-day = ‘{ $step }’ valt op { $day }. Dat is een weekend of een feestdag.
risk-free-day-why = Er is niemand om te helpen, en termijnen uit de wet lopen door tot de volgende werkdag.
risk-free-day-source = Algemene termijnenwet, artikel 1 en 3
risk-entry-free-day = Het instapmoment { $day } is in een weekend of op een feestdag.
risk-entry-free-day-why = Er is dan niemand om te helpen.
risk-entry-free-day-source = Algemene termijnenwet, artikel 1 en 3
risk-uneven-scale = De stappen tussen de cijfers zijn niet even groot.
risk-uneven-scale-why = Dan telt een klein verschil op de ene plek zwaarder dan op de andere, en kloppen de punten niet meer met wat u bedoelt.
risk-uneven-scale-source = PIANOo over scoreschalen
risk-small-panel =
    { $count ->
        [one] Er is maar 1 beoordelaar.
       *[other] Er zijn maar { $count } beoordelaars.
    }
risk-small-panel-why = Met weinig beoordelaars hangt de uitslag af van wie er toevallig zit. Drie is het minste, vijf is beter.
risk-small-panel-source = Onderzoek naar beoordelaars (FWF, 8.329 voorstellen); Horizon Europe: ten minste 3
risk-even-panel = Er zijn { $count } beoordelaars: een even aantal.
risk-even-panel-why = Dan kan het gelijk staan. Kies een oneven aantal.
risk-even-panel-source = Protocol voor de beoordelingstafel van dit project
source-sas = Aanbestedingswet 2012, artikel 2.38 en 2.39
source-contract = Community of Practice Right to Challenge: een kalender van contracten
source-real-price = Uitvoeringsbesluit Wmo 2015, artikel 5.4
source-pianoo-relative = PIANOo over relatieve beoordeling en de rangordeparadox
source-social-value = Britse regel PPN 002: ten minste 10 procent
source-proportionality = Gids Proportionaliteit: alleen eisen die bij een echt risico horen
source-equivalent = Gids Proportionaliteit: ‘of gelijkwaardig’ moet mogen
source-standstill = Aanbestedingswet 2012, artikel 2.127
source-objection = Awb, artikel 6:7

## Oefenen
rehearsal-title = Oefenen
rehearsal-hint = Kijk met verzonnen inschrijvingen wat uw regels doen.
rehearsal-status = Zo vaak u wilt
rehearsal-link = Oefen met verzonnen inschrijvingen
rehearsal-invented = Dit is verzonnen
rehearsal-intro = Deze inschrijvingen bestaan niet. Er wordt niets bewaard. U ziet alleen wat uw regels ervan maken.
rehearsal-outcome = Zo wordt de volgorde
rehearsal-made-by = Deze inschrijvingen horen bij getal { $seed }. Met hetzelfde getal krijgt u ze weer.
rehearsal-no-prices = Inschrijvers noemen geen prijs.
rehearsal-lot-prices = De prijzen liggen tussen de grenzen van uw eerste perceel.
rehearsal-invented-prices = Ook de grenzen van de prijzen zijn verzonnen.
rehearsal-best-wins = In { $runs } keer oefenen wint de beste kwaliteit { $times } keer.
rehearsal-cheapest-wins = In { $runs } keer oefenen wint de laagste prijs { $times } keer.
rehearsal-nobody-wins = In { $runs } keer oefenen valt iedereen { $times } keer af.
rehearsal-again = Maak andere inschrijvingen
rehearsal-other = Met uw andere punten
rehearsal-moved = Inschrijving { $bid } gaat van plaats { $from } naar plaats { $to }.
rehearsal-moved-in = Inschrijving { $bid } komt op plaats { $to }.
rehearsal-moved-out = Inschrijving { $bid } valt af.
rehearsal-same = De volgorde blijft gelijk.
rehearsal-try = Probeer iets anders
rehearsal-bids = Hoeveel inschrijvingen?
rehearsal-seed = Getal
rehearsal-seed-hint = Een ander getal geeft andere inschrijvingen.
rehearsal-weights = Andere punten
rehearsal-weights-hint = Verander een getal en kijk wat er gebeurt. Uw ronde blijft zoals die is.
rehearsal-show = Laat zien
rehearsal-wrong-number = Vul een heel getal in van { $least } tot en met { $most }.

## Logboek
journal-copied_round = { $actor } maakte de ronde { $object } als kopie van een eerdere ronde.
journal-label-original = Kopie van
journal-label-original_id = Kenmerk van die ronde
journal-word-procedure = route en instapmomenten
journal-word-grounds = gronden voor weigering
refusal-round-graded = De inschrijvingen zijn open en er zijn cijfers. Daarom kunt u niets meer veranderen, ook de cijfers in woorden niet. Moet het toch anders? Begin een nieuwe ronde met een kopie van deze, of laat de beslisser beslissen dat deze ronde stopt.

## Brieven
part-letters = Brieven
part-letters-intro = In elke brief staat al wat de wet vraagt: het besluit, de redenen en wat iemand kan doen. Wilt u zelf iets toevoegen? Schrijf het hier.
setup-letter-won = Aan wie het perceel krijgt
setup-letter-lost = Aan wie het perceel niet krijgt
setup-letter-refused = Aan wie niet mee mocht doen
shelf-letters = Teksten voor brieven
shelf-letters-intro = Wat u kiest, komt als kopie in uw brieven. Daar kunt u de tekst veranderen.
shelf-letter-for = Voor de brief:
shelf-link-letters = Kies teksten uit de bibliotheek
change-letters = De eigen tekst in de brieven is anders.
journal-word-letters = brieven

## Lessen
lessons-title = Wat leerde u van eerdere rondes?
lessons-intro = Dit zijn de lessen van de laatste drie rondes met een besluit, en van uw overlegtafels. Ze staan ook bij het onderdeel zelf.
lessons-none = Er zijn nog geen lessen. Ze komen hier als een ronde van uw gemeente een besluit heeft, of als een overlegtafel er een deelt.
lessons-of-lot = { $lot }: { $text }
lessons-said = { $text } Dit zei { $holder }.
lessons-criteria = zo ver lagen de inschrijvingen uit elkaar: { $list }.
lessons-requirements = deze eis hield inschrijvingen tegen: { $list }.
