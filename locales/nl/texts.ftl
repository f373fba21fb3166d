## Hoe het werkt
guide-title = Hoe het werkt
guide-intro =
    Inwoners kunnen zelf hulp en zorg regelen in hun dorp of wijk. Zij maken samen een coöperatie en doen een aanbod aan de gemeente. Op Buurtbod gaat dat open en eerlijk.

    Hier leest u het hele verhaal, van begin tot eind. Onderaan staan de woorden die u tegenkomt.
guide-steps = In negen stappen
guide-words = Woorden
guide-1-title = De gemeente maakt een ronde
guide-1-text =
    De gemeente schrijft op welke hulp zij zoekt en in welke buurten. Zij schrijft ook op hoeveel geld er is, en wanneer u uiterlijk kunt indienen.

    Zij zegt vooraf waar zij op let en hoeveel punten dat waard is. Na de publicatie ligt dat vast.
guide-2-title = U kijkt rond en stelt vragen
guide-2-text =
    Iedereen kan de rondes en de percelen bekijken. Een perceel is een deel van het werk, bijvoorbeeld hulp bij het huishouden in één dorp.

    Is iets niet duidelijk? Log in en stel een vraag. De gemeente ziet niet wie de vraag stelt. Het antwoord is voor iedereen te lezen.
guide-3-title = U begint een inschrijving
guide-3-text =
    U begint een coöperatie op deze website, of u krijgt een uitnodiging. Daarna kiest u een perceel en begint u.

    U schrijft samen met anderen. Een takenlijst laat zien wat klaar is en wat nog moet. Uw werk wordt vanzelf opgeslagen.
guide-4-title = U laat zien dat uw hulp goed is
guide-4-text =
    De gemeente stelt eisen, zodat de hulp veilig en goed is. Bij elke eis zegt u hoe u eraan voldoet.

    Werkt u anders dan gewoon? Leg dan uit waarom uw manier even goed is. Of zeg wanneer u het geregeld heeft.
guide-5-title = U dient in
guide-5-text =
    Een van u mag indienen. Die persoon kijkt alles na, tekent en dient in. U krijgt een bewijs met een nummer, de tijd en een controlegetal.

    Tot de sluitingstijd kunt u de inschrijving intrekken, wijzigen en opnieuw indienen. De klok van deze website telt.
guide-6-title = De inschrijvingen gaan open
guide-6-text =
    Tot de sluitingstijd kan niemand van de gemeente uw inschrijving lezen op deze website. Daarna openen twee sleutelhouders alle inschrijvingen tegelijk. De een kan niet zonder de ander.

    De gemeente kijkt dan eerst of u mag meedoen. Zij geeft altijd een reden.
guide-7-title = Beoordelaars lezen, ieder voor zich
guide-7-text =
    Elke beoordelaar zegt eerst of hij of zij een inschrijver kent. Wie een belang heeft, ziet die inschrijving niet.

    Beoordelaars zien geen namen en geen prijs. Zij geven cijfers en schrijven erbij waarom.
guide-8-title = De tafel bespreekt de cijfers
guide-8-text =
    De beoordelaars komen bij elkaar aan een tafel. Zij bespreken eerst waar hun cijfers het meest verschillen. Samen kiezen zij één cijfer, met een reden.

    Telt de prijs mee? Die gaat pas open als alle cijfers vaststaan. Buurtbod rekent de punten uit en laat elke stap zien.
guide-9-title = De gemeente neemt een besluit
guide-9-text =
    U krijgt een brief met uw cijfers en de redenen. Er staat ook in wat u kunt doen als u het er niet mee eens bent, en tot wanneer.

    De uitslag komt op deze website. Wie won, maakt afspraken met de gemeente en begint.

## De woorden; de pagina zet ze op volgorde van het alfabet
word-1-title = Ronde
word-1-text = Een vraag van de gemeente naar hulp of zorg, met regels en een sluitingstijd. Heet ook wel opdracht of aanbesteding.
word-2-title = Perceel
word-2-text = Een deel van een ronde: een soort hulp, in een gebied. U schrijft in op één of meer percelen.
word-3-title = Inschrijving
word-3-text = Uw aanbod op een perceel. Heet ook wel bod of bieding.
word-4-title = Inschrijver
word-4-text = De coöperatie die een aanbod doet.
word-5-title = Zorgcoöperatie
word-5-text = Inwoners die samen hulp en zorg regelen. De leden beslissen samen.
word-6-title = In oprichting
word-6-text = De coöperatie is er bijna: de notaris moet de statuten nog maken.
word-7-title = Uitdaagrecht
word-7-text = Inwoners mogen de gemeente vragen of zij een taak mogen overnemen.
word-8-title = Wmo
word-8-text = Wet maatschappelijke ondersteuning. Daarin staat dat de gemeente mensen helpt om thuis te blijven wonen.
word-9-title = Eis
word-9-text = Iets waaraan u moet voldoen, zoals een klachtenregeling.
word-10-title = Even goed (gelijkwaardig)
word-10-text = U voldoet op een andere manier aan een eis. U legt uit waarom dat even goed is.
word-11-title = Vraag met punten (criterium)
word-11-text = Een onderwerp waarop de gemeente uw inschrijving beoordeelt, zoals wachttijd. Er staat bij hoeveel punten het waard is.
word-12-title = Cijfer
word-12-text = Hoe goed een beoordelaar uw antwoord vindt, op een schaal met woorden.
word-13-title = Punten
word-13-text = Het cijfer, gerekend naar wat de vraag waard is. De punten samen geven de volgorde.
word-14-title = Beoordelaar
word-14-text = Iemand die inschrijvingen leest en cijfers geeft.
word-15-title = Belang
word-15-text = Een band met een inschrijver, zoals familie of werk. Wie een belang heeft, beoordeelt die inschrijving niet.
word-16-title = Tafel
word-16-text = Het gesprek waarin beoordelaars samen één cijfer kiezen.
word-17-title = Voorzitter van de tafel
word-17-text = Leidt het gesprek en zorgt dat iedereen aan de beurt komt.
word-18-title = Sleutelhouder
word-18-text = Een ambtenaar die geen cijfers geeft. Er zijn er twee nodig om de inschrijvingen te openen.
word-19-title = Procesleider
word-19-text = Leidt de ronde namens de gemeente. Geeft geen cijfers.
word-20-title = Trekker
word-20-text = Leidt de coöperatie op deze website en nodigt anderen uit.
word-21-title = Belofte
word-21-text = Iets wat u toezegt, zoals een korte wachttijd. Wint u, dan komt het in de afspraken.
word-22-title = Bewijsstuk
word-22-text = Een bestand dat laat zien dat iets klopt, zoals de statuten.
word-23-title = Reële prijs
word-23-text = Een prijs waarvoor u de hulp goed kunt geven en mensen eerlijk kunt betalen.
word-24-title = Uitslag
word-24-text = Wie de opdracht krijgt, met de reden.
word-25-title = Bezwaartijd
word-25-text = De dagen na de uitslag waarin u kunt zeggen dat u het er niet mee eens bent. In uw brief staat hoe lang en hoe.
word-26-title = Controlegetal
word-26-text = Een lange code die bij uw tekst hoort. Verandert er één letter, dan klopt de code niet meer.
word-27-title = Logboek
word-27-text = De lijst van wat er gebeurde: wie deed wat, en wanneer. Niemand kan er een regel uit halen zonder dat het opvalt.
word-28-title = KvK-nummer
word-28-text = Het nummer van uw coöperatie in het Handelsregister. Het heeft 8 cijfers.

## Hulp en contact
help-title = Hulp en contact
help-intro = Staat uw vraag er niet bij? Vraag het aan de trekker van uw coöperatie, of aan de beheerder van uw gemeente. Zij kunnen zien wie welke rol heeft.
help-1-title = Ik kan niet inloggen
help-1-text =
    Kijk of uw e-mailadres klopt. Weet u uw wachtwoord niet meer? Kies op de pagina Inloggen: Wachtwoord vergeten.

    Probeerde u het heel vaak? Dan moet u even wachten. Op de pagina staat hoe lang.
help-2-title = Ik krijg geen mail
help-2-text =
    Kijk in de map met ongewenste mail. Soms duurt het een paar minuten. Nog niets? Probeer het opnieuw en kijk of het adres klopt.

    Een uitnodiging werkt 7 dagen. Is die tijd voorbij? Vraag een nieuwe uitnodiging.
help-3-title = Ik heb een vraag over een ronde
help-3-text =
    Stel uw vraag op de pagina van de ronde. De gemeente ziet niet wie u bent, en iedereen kan het antwoord lezen.

    Bij elke ronde staat ook een contactpersoon van de gemeente, met telefoonnummer en e-mailadres.
help-4-title = Ik zie een pagina niet
help-4-text = Wat u ziet, hangt af van uw rol. Kijk bij Uw account welke rollen u heeft. Mist u een rol? Vraag die aan wie u uitnodigde.
help-5-title = Is mijn werk bewaard?
help-5-text =
    Onder elk vak staat wanneer uw tekst is opgeslagen. Staat er dat opslaan niet lukt? Laat de pagina dan open. Uw tekst blijft staan en wij proberen het opnieuw.

    Werkt u zonder JavaScript? Kies dan onder aan de pagina Opslaan.
help-6-title = De sluitingstijd komt dichtbij
help-6-text = De klok van de website telt, niet die van uw computer. U kunt indienen tot en met de seconde die er staat. Dien liever een dag eerder in. Tot de sluitingstijd kunt u nog alles veranderen en opnieuw indienen.
help-7-title = Er ging iets mis
help-7-text =
    Probeer het over 5 minuten opnieuw. Wat al was opgeslagen, is bewaard. Staat er een nummer op de pagina? Noem dat nummer als u iemand om hulp vraagt.

    Lukt het indienen niet en is de sluitingstijd dichtbij? Bel dan meteen de contactpersoon van de ronde, en schrijf op hoe laat het misging.
help-8-title = Ik gebruik geen muis, of ik zie minder goed
help-8-text = Alles werkt met het toetsenbord en met vergrote letters. Werkt iets toch niet? Meld het, dan kan het beter worden. Kijk ook bij Toegankelijkheid.

## Privacy
privacy-title = Privacy
privacy-intro = Wij vragen zo weinig mogelijk van u. Hier leest u wat deze website bewaart en wie het ziet.
privacy-1-title = Wat wij van u bewaren
privacy-1-text =
    Uw naam, uw e-mailadres en uw taal. Uw wachtwoord bewaren wij niet, alleen een code waarmee wij het kunnen controleren.

    Ook bewaren wij wat u schrijft, welke bestanden u toevoegt, en welke rollen u heeft. Schrijf geen gegevens van cliënten in uw plan. Die heeft de gemeente niet nodig om te kiezen.

    Stemt u als lid van een coöperatie? Dan bewaren wij uw e-mailadres en dat u stemde. Is de stemming geheim, dan bewaren wij niet wat u stemde. Steunt u een plan in uw buurt? Dan bewaren wij uw naam, uw buurt en uw zin, tot u ze zelf wist.
privacy-2-title = Als u bent ingelogd
privacy-2-text =
    Wij bewaren waar u bent ingelogd: soort apparaat, internetadres en tijd. U ziet dat zelf bij Uw account en kunt daar apparaten uitloggen.

    Wij tellen hoe vaak iemand probeert in te loggen, zodat niemand kan blijven raden. Daarvoor bewaren wij een code van het adres, hooguit enkele uren tot de volgende telling.
privacy-3-title = Cookies
privacy-3-text =
    Deze website gebruikt twee cookies: een om te weten dat u het bent, en een voor uw taal. Meer zijn er niet.

    Wij volgen u niet. Er zijn geen advertenties, en uw browser haalt niets op bij andere bedrijven.
privacy-4-title = Wie uw gegevens ziet
privacy-4-text =
    Leden van uw organisatie zien uw naam en uw rollen. Wie de leiding heeft, ziet ook uw e-mailadres.

    De gemeente ziet uw inschrijving pas na de sluitingstijd. Beoordelaars zien de naam van uw coöperatie niet. Na het besluit is openbaar wie de opdracht kreeg.
privacy-5-title = Het logboek
privacy-5-text = In het logboek staat wie wat deed, en wanneer. Dat is nodig om later te laten zien dat het eerlijk ging. Daarom kan niemand er een regel uit halen, ook niet als u daarom vraagt.
privacy-6-title = Hoe lang wij het bewaren
privacy-6-text =
    Het dossier van een ronde hoort bij het archief van de gemeente. De gemeente bepaalt hoe lang het blijft.

    Adressen van leden die stemden, en namen van bewoners die een plan steunen, wissen wij 30 dagen na de laatste inleverdag. Reservekopieën van de website kunnen ze langer bevatten.

    Wilt u uw account weg hebben? Vraag het aan wie deze website beheert. Dat gaat nu nog met de hand.
privacy-7-title = Wie verantwoordelijk is
privacy-7-text =
    De gemeente is verantwoordelijk voor de ronde en de beoordeling. Uw coöperatie is verantwoordelijk voor wat zij zelf schrijft, zolang het nog niet is ingediend.

    Twijfelt u? Vraag het aan de functionaris gegevensbescherming van uw gemeente.
privacy-8-title = Uw rechten
privacy-8-text = U mag vragen welke gegevens er van u zijn, en of iets kan worden verbeterd of verwijderd. Bent u niet tevreden over het antwoord? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.

## Toegankelijkheid
accessibility-title = Toegankelijkheid
accessibility-intro = Iedereen moet deze website kunnen gebruiken. Hier leest u wat wij daarvoor doen, en wat nog niet is gedaan.
accessibility-1-title = Wat u mag verwachten
accessibility-1-text =
    Wij bouwen volgens de regels van WCAG 2.2, niveau A en AA. Alles werkt met het toetsenbord, op een telefoon en zonder script. Teksten zijn in gewone taal.

    Kaarten en grafieken hebben altijd een lijst of tabel ernaast.
accessibility-2-title = Wat wij zelf controleren
accessibility-2-text =
    Bij elke wijziging van het programma controleert een test elke pagina: koppen, labels bij velden, namen van knoppen, en meldingen bij fouten.

    Een tweede test loopt in een echte browser door de belangrijkste stappen, met een controleprogramma (axe) en met alleen het toetsenbord.
accessibility-3-title = Wat nog niet is gedaan
accessibility-3-text =
    Een onafhankelijke deskundige heeft deze website nog niet onderzocht. Ook is zij nog niet getest met schermlezers, en niet met mensen van verschillende leeftijden.

    Een programma vindt maar een deel van de problemen. Daarom zeggen wij niet dat de website aan alle regels voldoet.
accessibility-4-title = De officiële verklaring
accessibility-4-text = Elke gemeente die Buurtbod gebruikt, moet zelf een toegankelijkheidsverklaring geven. Die staat op de website van de gemeente.
accessibility-5-title = Werkt iets niet voor u?
accessibility-5-text = Vertel wat u wilde doen, op welke pagina, en wat er gebeurde. Meld het bij de contactpersoon van de ronde of bij de beheerder van uw gemeente. Zij geven het door.

## Over deze website
about-title = Over deze website
about-intro =
    Buurtbod is gemaakt voor zorgcoöperaties en gemeenten. Coöperaties laten zien wat zij kunnen. De gemeente beoordeelt dat volgens regels die vooraf vaststaan, en legt alles uit.

    Buurtbod rekent de punten uit. Mensen geven de cijfers en nemen het besluit.
about-open = Open broncode
about-open-text =
    Dit is Buurtbod versie { $version }. Iedereen mag het programma gebruiken, bekijken en verbeteren, volgens de licentie EUPL-1.2.

    Wie deze website beheert, geeft u de broncode als u daarom vraagt.
about-licence = Lees de licentie { $name }
about-maps = Kaarten
about-maps-text = De grenzen van wijken en buurten komen van het CBS en het Kadaster (CC BY 4.0). De kaarten van de voorbeelden zijn verzonnen.
about-parts = Wat erin zit
about-part = Onderdeel
about-licence-head = Licentie
about-parts-rest = Dit zijn de belangrijkste onderdelen. De volledige lijst staat in het bestand Cargo.lock bij de broncode.

## De postbus van het voorbeeld
mailbox-title = Postbus van het voorbeeld
mailbox-intro = In het voorbeeld gaat mail nergens heen. U leest de mails hier. De nieuwste staat boven.
mailbox-to = Aan:
mailbox-none = Er is nog geen mail.
