## Bestanden van een ronde, voor de procesleider.

manage-step-exports = Bestanden ophalen
exports-title = Bestanden
exports-intro = Hier haalt u op wat u van deze ronde wilt bewaren of nakijken. U krijgt alleen wat op dit moment geen geheim is. Wie wat ophaalt, staat in het logboek.
exports-shut = De inschrijvingen zijn nog dicht. Er is nog niets op te halen, ook geen aantallen.
exports-lists = Lijsten
exports-formats = XLSX is voor een rekenprogramma. CSV en de beschrijving zijn voor andere programma’s.
exports-list = Lijst
exports-when = Wanneer
exports-get = Ophalen
export-as-xlsx = XLSX
export-as-csv = CSV
export-as-description = Beschrijving van de CSV
export-now = U kunt deze lijst nu ophalen.
export-partly = Nu van { $lots } van de { $of } percelen.
export-since-opening = Na de opening van de inschrijvingen.
export-since-signature = Per perceel, als de tafel de cijfers heeft getekend.
export-since-price = Per perceel, als de prijs is geopend.
export-since-decision = Als het besluit bekend is gemaakt.

export-bids = Inschrijvingen
export-bids-about = Wie wat wanneer inleverde, met het controlegetal en het oordeel of de inschrijving meedoet. De prijs staat er pas in als die is geopend.
export-requirements = Eisen
export-requirements-about = Het oordeel per eis, met de reden en wie het gaf.
export-progress = Voortgang
export-progress-about = Wie welk perceel beoordeelt en hoe ver dat is, zonder cijfers.
export-questions = Vragen en antwoorden
export-questions-about = Alle vragen over de ronde met het antwoord, zonder namen.
export-journal = Logboek
export-journal-about = Wie wat deed en wanneer.
export-scores = Cijfers
export-scores-about = De cijfers van de beoordelaars en van de tafel, met de redenen.
export-ranking = Rangorde
export-ranking-about = De plaats van elke inschrijving, met alle stappen van de berekening.
export-decisions = Besluiten
export-decisions-about = Wie elk perceel krijgt en waarom.
export-csv-guard = Begint een tekst met een teken waar een rekenprogramma een formule van maakt, dan staat er een apostrof voor. Begint een tekst zelf met een apostrof, dan staat er nog een voor.

export-column-lot_number = Nummer van het perceel
export-column-lot = Perceel
export-column-receipt = Ontvangstbewijs
export-column-bid_code = Letter van de inschrijving
export-column-municipality = Gemeente
export-column-bid_id = Kenmerk van de inschrijving
export-column-cooperative = Coöperatie
export-column-place = Plaats
export-column-preference = Voorkeur van de coöperatie
export-column-received_at = Ontvangen op
export-column-withdrawn_at = Ingetrokken op
export-column-sha256 = Controlegetal (SHA-256)
export-column-admission = Doet mee
export-column-admission_reason = Reden bij het meedoen
export-column-price = Prijs per eenheid in euro
export-column-requirement_code = Code van de eis
export-column-requirement = Eis
export-column-verdict = Oordeel
export-column-reason = Reden
export-column-by = Door
export-column-at = Op
export-column-condition_by = Voorwaarde uiterlijk op
export-column-assessor = Beoordelaar
export-column-given = Gegeven
export-column-of = Van in totaal
export-column-locked_at = Vastgezet op
export-column-reminded_at = Herinnerd op
export-column-number = Nummer
export-column-secrecy = Voor wie
question-secrecy-public = voor iedereen
question-secrecy-private = alleen voor de vrager
export-column-asked_at = Gevraagd op
export-column-question = Vraag
export-column-answered_at = Beantwoord op
export-column-answer = Antwoord
export-column-actor = Wie
export-column-verb = Code van de handeling
export-column-act = Wat er gebeurde
export-column-particulars = Bijzonderheden
export-column-criterion_code = Code van de vraag
export-column-criterion = Vraag die telt
export-column-given_by = Gegeven door
export-column-grade = Cijfer
export-column-outside = Waarom buiten de eerste cijfers
export-column-rank = Plaats in de rangorde
export-column-standing = Uitkomst
export-column-total = Totaal
export-column-step = Stap
export-column-points = Punten
export-column-decision = Besluit
export-column-ground = Grond
export-column-reasons = Redenen
export-column-advantages = Voordelen van de gekozen inschrijving
export-column-deviation = Reden om af te wijken van het voorstel
export-column-yearly_cost = Kosten per jaar in euro

export-given-table = de tafel
export-standing-ranked = heeft een plaats
export-standing-admitted = toegelaten
export-standing-excluded = valt af
export-standing-unsettled = nog niet klaar
export-step-total = totaal
export-step-quality = kwaliteit
export-step-criterion = vraag
export-step-group = groep vragen
export-step-price = prijs
export-step-ratio = kwaliteit en prijs samen
export-decision-award = gegund
export-decision-no_award = niemand krijgt het

complete-title = Het hele dossier
complete-intro = Alles van de ronde in één ZIP-bestand: de inschrijvingen zoals ze zijn ingeleverd, de oordelen, cijfers en verslagen, de berekening, het besluit, de brieven en het logboek. Er zit een inhoudsopgave als PDF bij.
complete-ask = Maak het hele dossier
complete-ask-hint = Het maken kan een paar minuten duren. U kunt intussen iets anders doen.
complete-waits = Staat klaar om gemaakt te worden.
complete-making = Wordt gemaakt: stap { $done } van { $of }.
complete-ready = { $files ->
    [one] Klaar: { $files } bestand. U kunt het ophalen tot { $until }.
   *[other] Klaar: { $files } bestanden. U kunt ze ophalen tot { $until }.
}
complete-gone = Weggehaald. Maak het dossier opnieuw als u het nog nodig hebt.
complete-again = Kijk hoe ver het is
complete-asked = Gevraagd door { $by },
complete-hash = Controlegetal (SHA-256):
complete-file-name = dossier.zip
complete-index = Deze inhoudsopgave: elk bestand, wat het is en zijn controlegetal.
complete-check = Zo kijkt u dit dossier na
complete-check-text = Bij elk bestand staat een controlegetal (SHA-256). Is het controlegetal van het bestand op uw computer hetzelfde, dan heeft niemand het veranderd. Dezelfde getallen staan in het bestand SHA256SUMS. Daarmee kijkt een computer alles in één keer na.
complete-made-at = Gevraagd op
complete-files = Aantal bestanden
complete-bytes = { $bytes } bytes. Controlegetal:
complete-keys = Sleutels voor de prijs
complete-present = Wie erbij was
complete-signed = Getekend op { $when }
complete-alone = Eerste cijfers: { $grades }.
complete-not-settled = Nog niet vastgesteld.
complete-settled = Vastgesteld op { $when }: cijfer { $grade }, door { $by }.
complete-outside = Waarom het cijfer buiten de eerste cijfers ligt: { $why }
complete-about-readme = Uitleg bij dit dossier.
complete-about-definition = De ronde zoals die is gepubliceerd.
complete-about-terms = De voorwaarden zoals ze op een moment golden.
complete-about-amendments = Elke publicatie en elk uitstel, met de reden.
complete-about-opening = Het verslag van de opening: wie de sleutels gaven en wat er binnen was.
complete-about-description = Wat de kolommen van de CSV betekenen.
complete-about-bid = De inschrijving van { $name }, zoals die is ingeleverd.
complete-about-bid-json = Dezelfde inschrijving als gegevens.
complete-about-receipt = Het ontvangstbewijs.
complete-about-file = Een bijlage bij het onderdeel { $section }.
complete-about-file-gone = Deze bijlage is weggehaald, omdat er een virus in zat.
complete-about-file-waits = Deze bijlage zit er niet bij. Zij is nog niet op virussen gecontroleerd.
complete-about-minutes = Het verslag van de tafel.
complete-about-calculation = De berekening van de rangorde. Het programma buurtbod rank rekent haar na.
complete-about-letter = Een brief zoals die is verstuurd.
complete-about-inquiries = Wat deze inschrijver is gevraagd na de opening, met de antwoorden.
complete-about-answer-file = Een bestand bij een antwoord van deze inschrijver.
complete-about-refusals = Elk voorstel om een inschrijving af te wijzen: door wie, waarom, en wie het bevestigde of terugstuurde.
complete-about-refusal-letter = De brief van een afwijzing, zoals die is verstuurd.
complete-about-note = Een nota van inlichtingen, zoals die is gepubliceerd op { $when }.
complete-about-complaints = De klachten over de regels met het antwoord, zonder wie klaagde.
complete-about-assessors = Wie welk perceel beoordeelde, en waarom diegene dat kan.
complete-about-replaced = Wie stopte met beoordelen, waarom, en wie het overnam.
complete-about-declarations = Wat beoordelaars zeiden over banden met inschrijvers, en het oordeel daarover.
complete-about-journal = Het logboek: één handeling per regel, met het controlegetal uit het logboek van de dienst.
complete-readme =
    Het dossier van de ronde { $round }
    Gemeente { $municipality }, gevraagd op { $when }

    Wat zit hierin?
    index.pdf         de inhoudsopgave: elk bestand, wat het is en zijn controlegetal
    SHA256SUMS        dezelfde controlegetallen, voor een computer
    round/            de ronde, alle voorwaarden, de nota’s van inlichtingen, de klachten en het
                      verslag van de opening
    lists/            lijsten als XLSX en als CSV
    bids/             elke inschrijving: als PDF, als gegevens en met de bijlagen; ook wat de
                      inschrijver daarna is gevraagd
    review/           wie beoordeelde en waarom diegene dat kan, banden met inschrijvers, en de
                      afwijzingen
    tables/           per perceel het verslag van de tafel en de berekening
    letters/          de brieven zoals ze zijn verstuurd
    journal.jsonl     wie wat deed en wanneer

    Hoe kijkt u het na?
    1. Pak het ZIP-bestand uit in een lege map.
    2. Open in die map een opdrachtvenster.
    3. Typ: sha256sum --check SHA256SUMS
       Op een Mac typt u: shasum -a 256 --check SHA256SUMS
    4. Staat er achter elk bestand OK, dan heeft niemand iets veranderd.

    Klopt een inschrijving? Op het ontvangstbewijs staat een controlegetal. Hetzelfde getal staat in
    bid.json. Op de pagina Ontvangstbewijs nakijken ziet u of het echt is.

    Wat zit er niet in?
    - Inschrijvingen die nooit zijn ingeleverd, en wat coöperaties onder elkaar deden.
    - De inhoud van inschrijvingen die op tijd zijn ingetrokken.
    - De prijs op percelen waar de prijs nooit is geopend.
    - Wat beoordelaars alleen voor zichzelf opschreven.

    In dit dossier staan namen en bedrijfsgegevens. Bewaar het zoals uw gemeente dat voorschrijft.

refusal-export-early = Wat hierin staat, is nu nog geheim. Op de pagina Bestanden ziet u vanaf wanneer u het kunt ophalen.
refusal-export-busy = Het dossier wordt al gemaakt.

journal-exported_list = { $actor } haalde het bestand { $object } op.
journal-asked_complete_file = { $actor } vroeg om het hele dossier van { $object }.
journal-finished_complete_file = { $actor } maakte het hele dossier van { $object }.
journal-fetched_complete_file = { $actor } haalde het hele dossier van { $object } op.
journal-removed_complete_file = { $actor } haalde het bestand met het hele dossier van { $object } weg.
journal-label-rows = Aantal regels
