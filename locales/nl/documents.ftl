## De inschrijving als bestand
documents-title = Download uw inschrijving
documents-intro = Hier haalt u de hele inschrijving op als bestand. U kunt haar zo printen, voorlezen of bewaren.
documents-draft = Zoals zij er nu staat
documents-draft-note = Dit is een concept. Op elke pagina staat dat het niet is ingediend.
documents-handed-in = Ingediend: { $number }
documents-handed-in-at = Ingediend op { $when }.
documents-withdrawn = Ingetrokken op { $when }.
documents-pdf = PDF
documents-pdf-note = Om te printen en te mailen. Ook goed te lezen met een voorleesprogramma.
documents-odt = Tekstdocument (ODT)
documents-odt-note = Om voor te lezen, groter te maken of te bewerken. Te openen met LibreOffice, Word en Google Documenten.
documents-json = Gegevens (JSON)
documents-json-note = Om te bewaren, of om er een nieuwe inschrijving mee te beginnen. Bestanden die u toevoegde, zitten er niet in.
documents-receipt = Ontvangstbevestiging (PDF)
documents-receipt-note = Het nummer, de tijd en het controlegetal op één pagina. Er staat niet in wat u schreef.
documents-verify = Wilt u of iemand anders nagaan of een bestand echt is wat u indiende?
documents-verify-link = Controleer een bestand

## Woorden op papier
paper-page = Pagina
paper-of = van
paper-contents = Inhoud
paper-draft-mark = Concept: niet ingediend
paper-draft-at = Gemaakt op { $when }.
paper-draft-note = Dit is een concept. De inschrijving is niet ingediend en kan nog veranderen.
paper-bid-title = Inschrijving op perceel { $number }: { $name }
paper-name = inschrijving-{ $number }
paper-draft-name = inschrijving-perceel-{ $number }-concept
paper-cooperative = Coöperatie
paper-place = Plaats
paper-registration = KVK-nummer
paper-handed-in-note = Dit is wat de coöperatie indiende. Of deze versie nog geldt, ziet u op { $address }.
paper-costs = Ingevulde kosten
paper-costs-what = Onderdeel
paper-costs-answer = Ingevuld
paper-files = Bestanden bij deze inschrijving
paper-files-text = Deze bestanden horen bij de inschrijving. Ze zitten niet in dit document. Het getal onder elke naam is het controlegetal (SHA-256) van dat bestand.
paper-file-about = Bij: { $section }. Grootte: { $size }.
paper-check = Zo controleert u dit document
paper-check-lead = Iedereen kan nagaan of dit document klopt. Daarvoor hoeft u niet in te loggen.
paper-check-page = Ga naar { $address }.
paper-check-number = Vul het nummer in: { $number }. U ziet wanneer de inschrijving is ingediend en of zij is ingetrokken.
paper-check-file = Kies daar ook dit bestand. Dan ziet u of er niets aan is veranderd.
paper-check-hash = Dit getal hoort bij precies deze inschrijving. U rekent het zelf na met het JSON-bestand: het is de SHA-256 van de inhoud in dat bestand.
paper-receipt-check = Iedereen kan dit nagaan op { $address }. Daarvoor hoeft u niet in te loggen.

## Beginnen met een bestand
bid-start-from-file = Heeft u een inschrijving als bestand?
bid-start-from-file-link = Begin met een bestand
bid-file-title = Begin met een bestand
bid-file-explain = Heeft u eerder een inschrijving gedownload als JSON? Dan kunt u daarmee beginnen. Eerst ziet u wat er past. Er verandert nog niets.
bid-file-choose = Kies uw bestand
bid-file-hint = Een JSON-bestand van deze dienst, ten hoogste { $max } MB.
bid-file-look = Bekijk wat er past
bid-file-none = Kies eerst een bestand.
bid-file-too-large = Dit bestand is te groot. Een inschrijving is ten hoogste { $max } MB.
bid-file-not-json = Dit bestand kunnen wij niet lezen. Kies het JSON-bestand dat u hier eerder downloadde. Heeft u het zelf aangepast? Kijk dan of er nergens een teken te veel of te weinig staat.
bid-file-not-a-bid = Dit is geen inschrijving van deze dienst. Kies het JSON-bestand dat u hier eerder downloadde.
bid-file-newer = Dit bestand is gemaakt met een andere versie van deze dienst. Download het daar opnieuw, of vraag de beheerder om hulp.
bid-file-fits =
    { $count ->
        [one] 1 antwoord past
       *[other] { $count } antwoorden passen
    }
bid-file-fits-none = Geen enkel antwoord past bij deze ronde.
bid-file-made-for = Het bestand is gemaakt voor: { $lot }.
bid-file-left = Wat niet past
bid-file-left-hint = Deze antwoorden komen niet mee. U kunt ze later zelf overnemen.
bid-file-left-more =
    { $count ->
        [one] En nog 1 ander antwoord.
       *[other] En nog { $count } andere antwoorden.
    }
bid-file-left-not-asked = Deze ronde vraagt dit niet.
bid-file-left-not-offered = Deze keuze is er niet in deze ronde.
bid-file-left-too-long = De tekst is te lang.
bid-file-left-hidden = Er zitten onzichtbare tekens in.
bid-file-files = Bestanden die niet meekomen
bid-file-files-hint = Een JSON-bestand bevat alleen de namen. Voeg deze bestanden later zelf toe.
bid-file-unknown = Onderdelen die wij niet kennen
bid-file-unknown-hint = Deze onderdelen van het bestand slaan wij over.
bid-file-take = Begin met deze antwoorden
bid-file-undo = Er komt een nieuwe inschrijving. U kunt daarna alles nog veranderen.
bid-file-other = Kies een ander bestand
bid-file-refused-not-empty = Uw coöperatie heeft al een inschrijving op dit perceel, en daar staat al iets in. Wij schrijven daar niets overheen.

## Een ontvangstbewijs controleren
receipts-title = Controleer een ontvangstbevestiging
receipts-intro = Heeft u een nummer of een bestand van een inschrijving? Hier ziet u wat er is ingediend en wanneer.
receipts-number = Nummer van de ontvangstbevestiging
receipts-number-hint = Bijvoorbeeld BB-7K2M-X9QP. Dit staat op de ontvangstbevestiging en onder aan elke pagina.
receipts-file = Bestand
receipts-file-hint = Mag u overslaan. Kies het PDF- of JSON-bestand dat u wilt controleren. Wij bewaren het niet.
receipts-look = Controleer
receipts-nothing = Vul een nummer in of kies een bestand.
receipts-no-number = Dit is geen nummer van een ontvangstbevestiging. Het begint met BB en heeft daarna 8 letters of cijfers.
receipts-unknown = Dit nummer kennen wij niet. Kijk of u het goed heeft overgenomen.
receipts-not-ours = Dit bestand kunnen wij niet controleren. Kies een PDF- of JSON-bestand dat hier is gedownload.
receipts-file-no-number = Wij vinden geen nummer in dit bestand. Vul het nummer zelf in.
receipts-found = Dit is ingediend op { $when }
receipts-found-place = De inschrijving is voor { $lot }, in de ronde ‘{ $round }’ van { $municipality }.
receipts-place-hidden = Tot de opening laten wij niet zien waarvoor de inschrijving is. Wie het bestand zelf heeft, kan het hier laten vergelijken.
receipts-withdrawn = Deze versie is ingetrokken op { $when }. Zij telt niet meer mee.
receipts-same-content = Dit bestand klopt. De inhoud is precies wat is ingediend.
receipts-other-content = De inhoud van dit bestand is niet wat onder dit nummer is ingediend. Er is iets veranderd, of het hoort bij een ander nummer.
receipts-same-pdf = Dit bestand klopt. Het is tot op de letter het bestand dat wij onder dit nummer geven.
receipts-other-pdf = Dit PDF-bestand is niet het bestand dat wij nu onder dit nummer geven. Misschien is er iets veranderd, of het is met een eerdere versie van deze dienst gemaakt. Vergelijk het controlegetal, of controleer het JSON-bestand: dat blijft altijd gelijk.
receipts-again = Nog iets controleren
receipts-what = Wat ziet u hier niet?
receipts-what-text = Op deze pagina staat nooit wie inschrijft en wat er is geschreven.
receipt-verify = Wie deze ontvangstbevestiging krijgt, kan haar zelf nagaan op
receipt-documents = Download alles als PDF, tekstdocument of JSON
mail-receipt-verify = Iedereen met dit nummer kan nagaan dat u iets indiende, en wanneer. Wat u schreef, blijft dicht:
