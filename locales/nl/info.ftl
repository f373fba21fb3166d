## Uitleg, hulp, privacy, toegankelijkheid en over deze website.

guide-title = Zo werkt het
guide-lead = Van een open perceel tot een besluit: dit gebeurt er, en dit doet u zelf.
guide-lots-title = 1. De gemeente vraagt, u kiest
guide-lots-text =
    Een gemeente opent een ronde. Een ronde bestaat uit percelen. Een perceel is een deel van de opdracht: een dorp, een wijk of een soort hulp.

    Bij elk perceel staat hoeveel mensen hulp krijgen, hoeveel geld er is en waarop de gemeente let. Heeft u een vraag? Stel hem op de pagina van de ronde. Iedereen kan het antwoord lezen. Niemand ziet wie de vraag stelde.
guide-bid-title = 2. U schrijft samen uw plan
guide-bid-text =
    U schrijft uw plan in onderdelen. Een lijst laat zien wat klaar is en wat nog ontbreekt. U kunt met meer mensen tegelijk schrijven. Uw werk wordt vanzelf opgeslagen.

    Schreef iemand anders net in hetzelfde vak? Dan bewaren wij beide teksten. U kiest zelf wat er blijft staan.

    Voor eisen aan kwaliteit mag u uw eigen bewijs geven. Leg uit waarom het net zo goed is.
guide-sealed-title = 3. U dient in, en alles blijft dicht
guide-sealed-text =
    Iemand die mag tekenen, dient het plan in. U krijgt een ontvangstbewijs per mail. Tot de sluitingstijd kunt u uw plan intrekken, veranderen en opnieuw indienen.

    Tot die tijd kan niemand van de gemeente uw plan lezen. Daarna openen twee sleutelhouders samen de ronde. Dat moeten twee verschillende mensen zijn.
guide-review-title = 4. Beoordelaars geven elk apart een cijfer
guide-review-text =
    Eerst kijkt de gemeente of uw plan aan de eisen voldoet. Daarna lezen de beoordelaars. Zij zien geen namen, geen prijzen en niet elkaars cijfers. Bij elk cijfer schrijven zij waarom.

    Kent een beoordelaar een inschrijver goed? Dan doet die beoordelaar daar niet mee.
guide-table-title = 5. De tafel bespreekt de verschillen
guide-table-text =
    De beoordelaars komen bij elkaar aan een tafel met een voorzitter. Waar de cijfers het meest verschillen, beginnen zij. Samen bepalen zij één cijfer, met een reden.

    Telt de prijs mee? Die gaat pas open als alle cijfers vaststaan.
guide-decision-title = 6. De gemeente besluit en legt uit
guide-decision-text =
    De gemeente besluit per perceel. Iedere inschrijver krijgt een brief met de cijfers, de redenen en de tijd om bezwaar te maken. De uitslag staat ook op deze website.

    Alles wat er gebeurt, komt in een logboek. Niemand kan daar later iets in veranderen zonder dat het opvalt.
guide-words-title = Moeilijke woorden
guide-words-text =
    Wmo: de wet voor hulp en ondersteuning thuis. De gemeente voert die wet uit.

    Perceel: een deel van de opdracht waarop u kunt inschrijven.

    Inschrijving: uw plan voor één perceel.

    Eis: wat u in elk geval moet hebben of doen.

    Bezwaar maken: schrijven dat u het niet eens bent met het besluit, en waarom.

help-title = Hulp en contact
help-lead = Komt u er niet uit? Kijk eerst hier. Bel anders de gemeente van de ronde.
help-round-title = Wie kan ik bellen of mailen?
help-round-text = Op de pagina van elke ronde staan de naam, het e-mailadres en het telefoonnummer van de contactpersoon. Gaat uw vraag over de opdracht zelf? Stel hem dan op de pagina van de ronde. Zo krijgt iedereen hetzelfde antwoord.
help-account-title = Ik kan niet inloggen
help-account-text = Kies bij het inloggen voor een nieuw wachtwoord. U krijgt dan een mail met een link. Krijgt u geen mail? Kijk bij ongewenste mail. Vraag daarna de persoon die u uitnodigde of uw e-mailadres klopt.
help-saving-title = Is mijn werk bewaard?
help-saving-text =
    Onder elk vak staat wanneer uw tekst is opgeslagen. Staat er dat opslaan niet lukt? Laat de pagina dan open. Uw tekst blijft staan en wij proberen het opnieuw.

    Werkt u zonder JavaScript? Kies dan onder aan de pagina Opslaan.
help-late-title = De sluitingstijd komt dichtbij
help-late-text = De klok van de website telt, niet die van uw computer. U kunt indienen tot en met de seconde die er staat. Dien liever een dag eerder in. Tot de sluitingstijd mag u altijd nog iets veranderen.
help-disruption-title = De website doet het niet
help-disruption-text = Bel de contactpersoon van de ronde. Schrijf op hoe laat het misging. Duurt een storing lang? Dan kan de gemeente meer tijd geven. Alle inschrijvers horen dat tegelijk.

privacy-title = Privacy
privacy-lead = Wij vragen zo weinig mogelijk van u. Hier leest u wat wij bewaren en waarom.
privacy-what-title = Wat bewaren wij?
privacy-what-text =
    Uw naam, uw e-mailadres en bij welke organisatie u hoort. Ook bewaren wij wat u schrijft, welke bestanden u toevoegt en wat u doet: bijvoorbeeld wanneer u indient of een cijfer geeft.

    Schrijf geen gegevens van cliënten in uw plan. Die heeft de gemeente niet nodig om te kiezen.
privacy-why-title = Waarom?
privacy-why-text = De gemeente moet later kunnen laten zien dat zij eerlijk koos. Daarom staat elke stap in een logboek, met de naam van wie het deed.
privacy-who-title = Wie kan het zien?
privacy-who-text = Uw plan is vóór de sluitingstijd alleen te lezen voor mensen van uw coöperatie. Daarna ook voor de mensen van de gemeente die het nodig hebben voor hun werk. Beoordelaars zien uw naam niet. Op de website komt alleen de uitslag.
privacy-long-title = Hoelang?
privacy-long-text = Zolang de gemeente de stukken volgens de Archiefwet moet bewaren. De gemeente kan u vertellen hoelang dat voor deze ronde is.
privacy-cookies-title = Cookies
privacy-cookies-text = Wij gebruiken alleen cookies die nodig zijn: om u ingelogd te houden, om formulieren te beveiligen en om uw taal te onthouden. Wij volgen u niet en tonen geen reclame.
privacy-rights-title = Wat kunt u vragen?
privacy-rights-text = U mag vragen welke gegevens wij van u hebben en fouten laten verbeteren. Vraag dat aan de gemeente van de ronde. Bent u niet tevreden met het antwoord? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.

accessibility-title = Toegankelijkheid
accessibility-lead = Iedereen moet mee kunnen doen, ook met een oude telefoon, een schermlezer of alleen een toetsenbord.
accessibility-how-title = Zo is de website gemaakt
accessibility-how-text = Wij volgen de regels van WCAG 2.2 op niveau AA. Alles werkt ook zonder muis, zonder JavaScript, op een smal scherm en op papier. Elke grafiek heeft een tabel of een zin met hetzelfde erin.
accessibility-tested-title = Zo testen wij
accessibility-tested-text = Bij elke verandering loopt een programma langs de pagina's en zoekt fouten. Ook spelen wij de hele weg na met alleen het toetsenbord.
accessibility-not-yet-title = Wat nog niet zeker is
accessibility-not-yet-text = Een programma vindt niet alle fouten. Een onderzoek met mensen die een schermlezer gebruiken, moet nog komen. Bestanden van inschrijvers kunnen minder goed leesbaar zijn.
accessibility-tell-title = Ziet u een fout?
accessibility-tell-text = Laat het de contactpersoon van de ronde weten. Vertel op welke pagina u was en wat er misging. U krijgt binnen 5 werkdagen antwoord.

about-title = Over deze website
about-lead = Met Buurtbod nemen zorgcoöperaties hulp en zorg over van hun gemeente, en kiest de gemeente eerlijk en zichtbaar.
about-what-title = Wat is Buurtbod?
about-what-text = Buurtbod is vrije software. Elke gemeente mag het gebruiken, bekijken en verbeteren. Niemand betaalt voor een licentie.
about-source-title = Licentie
about-source-text = Buurtbod valt onder de European Union Public Licence, versie 1.2 (EUPL-1.2). De volledige tekst staat in het bestand LICENSE bij de broncode.
about-others-title = Werk van anderen
about-others-text =
    De vormgeving gebruikt onderdelen van NL Design System en van de gemeente Utrecht (EUPL-1.2).

    De letter is Noto Sans van de Noto Project Authors (SIL Open Font License 1.1).
about-maps-title = Kaarten
about-maps-text = De grenzen van wijken en buurten komen van het CBS en het Kadaster (CC BY 4.0). De kaarten van de voorbeelden zijn verzonnen.
about-version-title = Versie
about-version-text = Dit is Buurtbod { $version }.
