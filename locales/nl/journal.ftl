## Het logboek van een ronde. Elke zin: wie deed wat, met welk ding ($object, een naam of een titel).

journal-title = Logboek
journal-intro = Hier staat wie wat deed in deze ronde, en wanneer. Het nieuwste staat boven. Niemand kan een regel veranderen of weghalen.
journal-sealed = De inschrijvingen zijn nog dicht. Wat inschrijvers doen, staat hier pas als de inschrijvingen open zijn.
journal-own-intro = Hier staat wat uw coöperatie in deze ronde deed met haar inschrijvingen. Het nieuwste staat boven. Niemand kan een regel veranderen of weghalen.
journal-own-bid = Uw inschrijving
journal-filter-verb = Wat er gebeurde
journal-filter-person = Wie
journal-all-acts = Alles
journal-all-people = Iedereen
journal-show = Laat zien
journal-none = Er staat nog niets in dit logboek.
journal-somebody = Iemand
journal-by-itself = Buurtbod

## Wat er gebeurde
journal-created_round = { $actor } begon aan de ronde { $object }.
journal-changed_round = { $actor } wijzigde de ronde { $object }.
journal-added_lot = { $actor } voegde perceel { $object } toe.
journal-changed_lot = { $actor } wijzigde perceel { $object }.
journal-removed_lot = { $actor } haalde perceel { $object } weg.
journal-published_round = { $actor } publiceerde de ronde { $object }.
journal-asked_question = { $actor } stelde een vraag over { $object }.
journal-answered_question = { $actor } beantwoordde een vraag over { $object }.
journal-started_bid = { $actor } begon aan een inschrijving op perceel { $object }.
journal-added_attachment = { $actor } voegde een bijlage toe aan de inschrijving op perceel { $object }.
journal-removed_attachment = { $actor } haalde een bijlage weg bij de inschrijving op perceel { $object }.
journal-restored_attachment = { $actor } zette een bijlage terug bij de inschrijving op perceel { $object }.
journal-submitted_bid = { $actor } diende de inschrijving op perceel { $object } in.
journal-withdrew_bid = { $actor } trok de inschrijving op perceel { $object } in.
journal-turned_key = { $actor } gebruikte de sleutel om de inschrijvingen te openen: { $object }.
journal-opened_round = { $actor } opende de inschrijvingen als tweede sleutelhouder: { $object }.
journal-checked_requirement = { $actor } beoordeelde een eis bij een inschrijving op { $object }.
journal-decided_admission = { $actor } besloot of een inschrijving op { $object } mag meedoen.
journal-assigned_assessor = { $actor } wees een beoordelaar aan voor { $object }.
journal-removed_assessor = { $actor } haalde een beoordelaar weg bij { $object }.
journal-declared_conflict = { $actor } zei of er een belang is bij een inschrijver op { $object }.
journal-ruled_on_conflict = { $actor } besloot over een gemeld belang bij { $object }.
journal-locked_sheet = { $actor } zette de eigen cijfers vast voor { $object }.
journal-reopened_sheet = { $actor } opende vastgezette cijfers opnieuw voor { $object }.
journal-reminded_assessors = { $actor } stuurde beoordelaars een herinnering: { $object }.

## Wat erbij hoort
journal-label-answer = Antwoord
journal-label-assessor = Beoordelaar
journal-label-bidder = Inschrijver
journal-label-bids = Aantal inschrijvingen
journal-label-file = Bestand
journal-label-hash = Controlegetal
journal-label-interest = Belang
journal-label-lot = Perceel
journal-label-lots = Aantal percelen
journal-label-mails = Aantal mails
journal-label-marks = Aantal cijfers
journal-label-name = Naam
journal-label-note = Toelichting
journal-label-number = Nummer
journal-label-part = Onderdeel
journal-label-question = Vraag
journal-label-reason = Reden
journal-label-requirement = Eis
journal-label-ruling = Besluit
journal-label-section = Onderdeel
journal-label-seed = Startgetal van de codeletters
journal-label-size = Grootte
journal-label-verdict = Oordeel

## Woorden van een oordeel
journal-word-accepted = akkoord
journal-word-accepted_with_condition = akkoord, met een voorwaarde
journal-word-admitted = doet mee
journal-word-admitted_with_condition = doet mee, met een voorwaarde
journal-word-basics = titel en contact
journal-word-criteria = criteria
journal-word-dates = data
journal-word-harmless = geen bezwaar
journal-word-lots = percelen
journal-word-none = geen belang
journal-word-possible = misschien een belang
journal-word-recused = mag niet meedoen
journal-word-refused = niet akkoord
journal-word-requirements = eisen
journal-word-rules = regels
journal-word-scale = schaal
journal-word-sections = onderdelen van de inschrijving
journal-word-yes = wel een belang
