## Openen, toelaten, beoordelaars, belangen en cijfers geven. B1, u-vorm, geen verwijt.

## Openen
opening-title = Open de inschrijvingen
opening-record-title = De opening
opening-intro = Twee sleutelhouders openen de inschrijvingen samen. De tweede sleutel draait u binnen 10 minuten na de eerste. Duurt het langer? Dan begint u opnieuw.
opening-not-yet = Inschrijven kan nog. U kunt openen na
opening-sealed = De inschrijvingen zijn dicht. Niemand van de gemeente kan zien wie er inschreef of hoeveel inschrijvingen er zijn.
opening-turn = Draai uw sleutel
opening-mine = U draaide de eerste sleutel.
opening-theirs = { $name } draaide de eerste sleutel.
opening-minutes-left =
    { $count ->
        [one] Nog 1 minuut,
       *[other] Nog { $count } minuten,
    }
opening-until = tot
opening-reload = Vraag de andere sleutelhouder om nu de tweede sleutel te draaien. Ververs daarna deze pagina.
opening-others = Alleen de sleutelhouders kunnen openen.
opening-opened = Geopend op
opening-closed-at = Inschrijven kon tot
opening-count =
    { $count ->
        [0] Er is geen inschrijving ontvangen
        [one] 1 inschrijving ontvangen
       *[other] { $count } inschrijvingen ontvangen
    }
opening-keys = Wie draaiden de sleutels
opening-record = Wat er binnenkwam
opening-bidder = Inschrijver
opening-received = Ontvangen
opening-receipt = Nummer en controlegetal
opening-withdrawn = Weer ingetrokken op
opening-none = Op dit perceel is geen inschrijving ontvangen.
refusal-key-same-person = U draaide de eerste sleutel al. De tweede sleutel is van een andere sleutelhouder.
refusal-opening-not-published = Deze ronde is nog niet gepubliceerd. Er is dus nog niets om te openen.
refusal-opening-takes-bids = Inschrijven kan nog. U kunt pas openen als de tijd voorbij is.
refusal-opening-already = De inschrijvingen zijn al open.
refusal-changed = Iemand anders veranderde dit net. Ververs de pagina en kijk wat er nu staat.
refusal-review-not-now = Dit kan in deze fase niet meer veranderen.
refusal-no-reason = Schrijf waarom. Dit komt in het dossier.

## Toelaten
admission-title = Toelaten
admission-intro = Kijk per inschrijving of zij aan de eisen voldoet. Pas daarna geven beoordelaars cijfers. De prijs ziet u hier niet: die gaat later open.
admission-line = Inschrijving { $code }. { $checked } van de { $of } eisen bekeken
admission-back = Alle inschrijvingen
admission-bid-intro = Voor beoordelaars heet dit inschrijving { $code }. Zij zien de naam niet.
admission-files =
    { $count ->
        [one] Bewijsstuk bij deze inschrijving (1)
       *[other] Bewijsstukken bij deze inschrijving ({ $count })
    }
admission-knock-out = Moet
admission-usual = Gewoon bewijs:
admission-no-answer = Hier is niets ingevuld.
admission-verdict = Uw oordeel
admission-reason = Waarom?
admission-whole = De hele inschrijving
admission-whole-hint = Dit besluit neemt u als alle eisen bekeken zijn. Verandert u later een oordeel? Dan bevestigt u dit besluit opnieuw.
admission-decision = Doet deze inschrijving mee?
admission-reason-hint = De inschrijver krijgt dit te lezen.
admission-saved = Uw oordeel is bewaard.
check-accepted = Akkoord
check-accepted_with_condition = Akkoord met een voorwaarde
check-refused = Niet akkoord
admission-admitted = Toegelaten
admission-admitted_with_condition = Toegelaten met een voorwaarde
admission-refused = Niet toegelaten
answer-status-met = Voldoet
answer-status-equivalent = Heeft iets gelijkwaardigs
answer-status-plan = Heeft een plan met een datum
answer-status-not_applicable = Geldt hier niet
refusal-admission-unknown-requirement = Deze eis hoort niet bij deze ronde.
refusal-admission-unchecked = Geef eerst een oordeel over elke eis. Daarna kunt u over de hele inschrijving besluiten.
refusal-admission-knock-out = Een eis die moet, is niet akkoord. Dan kan deze inschrijving niet meedoen.
refusal-admission-condition-stands = Niet alle eisen zijn zonder meer akkoord. Kies ‘Toegelaten met een voorwaarde’ of ‘Niet toegelaten’.

## Wie beoordeelt wat
assignments-title = Beoordelaars
assignments-intro = Kies per perceel wie beoordeelt. Zijn de inschrijvingen al open? Dan krijgen nieuwe beoordelaars meteen een mail. Anders krijgen zij die bij het openen.
assignments-advice = Ten minste 3 beoordelaars per perceel. Een oneven aantal is beter, liefst 5. Wie al cijfers gaf, vervangt u bij Voortgang: die cijfers blijven in het dossier.
assignments-assessor = Beoordelaar
assignments-count =
    { $count ->
        [0] nog geen beoordelaars
        [one] 1 beoordelaar
       *[other] { $count } beoordelaars
    }
assignments-too-few = Kies er ten minste 3
assignments-even = Een oneven aantal is beter
assignments-cell = { $name } beoordeelt perceel { $lot }
assignments-at-work = Geeft al cijfers
assignments-nobody = Er zijn nog geen beoordelaars. De beheerder kan hen uitnodigen.
assignments-saved = De verdeling is bewaard.
refusal-assignment-no-assessor = Deze persoon is geen beoordelaar van uw gemeente. Ververs de pagina en kies opnieuw.
refusal-assignment-has-scores = Deze beoordelaar gaf al cijfers. Die blijven in het dossier. Ga naar Voortgang en kies Vervang.

## Belangen: de beoordelaar
declare-title = Kent u een inschrijver?
declare-intro = Vul dit in voordat u de teksten leest. U ziet hier de namen. Bij het beoordelen ziet u alleen een letter.
declare-examples = Denk aan familie en vrienden, werk of vrijwilligerswerk, lidmaatschap, geld, of een conflict in het verleden. Ook die van uw partner of kinderen.
declare-question = Heeft u iets te maken met { $name }?
interest-none = Nee
interest-none-hint = Ik kan eerlijk oordelen over deze inschrijver.
interest-possible = Misschien
interest-possible-hint = De procesleider beslist of u mag beoordelen.
interest-yes = Ja
interest-yes-hint = Ik heb een belang. U krijgt deze inschrijving niet te zien.
declare-note = Wat is het?
declare-note-hint = Alleen bij Misschien of Ja. Schrijf kort wie of wat u kent. De procesleider leest dit.
declare-save = Bewaar
declare-first = De teksten gaan open als u over elke inschrijver iets heeft ingevuld.
declare-to-sheet = Ga naar uw cijfers
declare-waits = De procesleider beslist hierover. Tot die tijd ziet u deze inschrijving niet.
ruled-harmless = De procesleider besloot: u mag beoordelen.
ruled-recused = De procesleider besloot: u beoordeelt deze inschrijving niet.
refusal-conflict-no-note = Schrijf wat het is. De procesleider heeft dat nodig om te beslissen.
refusal-conflict-taken-back = U gaf eerder een belang aan. Alleen de procesleider kan besluiten dat het geen probleem is. Bel of mail de procesleider.
refusal-conflict-unanswered = Kies een antwoord bij elke inschrijver.

## Belangen: de procesleider
rulings-title = Belangen
rulings-intro = Beoordelaars geven aan of zij een inschrijver kennen. Bij Misschien of Ja beslist u. Tot die tijd ziet de beoordelaar die inschrijving niet.
rulings-waiting =
    { $count ->
        [0] Wacht op uw besluit
        [one] 1 verklaring wacht op uw besluit
       *[other] { $count } verklaringen wachten op uw besluit
    }
rulings-nothing = Er wacht nu niets op u.
rulings-about = { $assessor } over { $cooperative }
rulings-rule = Neem een besluit
rulings-ruled = Besluiten
rulings-change = Wijzig dit besluit
rulings-others = De anderen
rulings-clear =
    { $count ->
        [0] Nog niemand gaf aan dat er geen belang is.
        [one] 1 keer gaf een beoordelaar aan: geen belang.
       *[other] { $count } keer gaf een beoordelaar aan: geen belang.
    }
rulings-silent = Deze beoordelaars vulden nog niets in:
rulings-back = Alle belangen
ruling-label = Wat besluit u?
ruling-harmless = De beoordelaar mag beoordelen
ruling-harmless-hint = Er is geen belang bij de uitkomst.
ruling-recused = De beoordelaar doet niet mee bij deze inschrijving
ruling-recused-hint = De beoordelaar ziet de teksten niet meer en geeft geen cijfer, ook niet aan tafel.
ruling-reason = Waarom?
ruling-reason-hint = De beoordelaar leest dit, en het komt in het dossier.

## Voortgang
progress-title = Voortgang
progress-intro = Hier ziet u hoe ver de beoordelaars zijn. De cijfers zelf ziet niemand voordat de tafel begint.
progress-due = Klaar vóór
progress-lot = { $locked } van de { $of } beoordelaars zijn klaar.
progress-given = Cijfers gegeven
progress-of = { $given } van { $of }
progress-state = Stand
progress-acts = Wat u kunt doen
progress-locked = Vastgezet
progress-no-bids = Geen inschrijvingen
progress-undeclared = Vulde belangen nog niet in
progress-nothing = Niets te beoordelen
progress-unsettled = Wacht op uw besluit
progress-not-locked = Nog vastzetten
progress-nobody = Dit perceel heeft nog geen beoordelaars.
progress-remind = Stuur een herinnering
progress-remind-hint = Alleen wie nog iets moet doen, krijgt een mail. Ten hoogste 1 keer per 12 uur.
progress-reminded =
    { $count ->
        [0] Er ging geen mail uit. Iedereen is klaar of kreeg net al een herinnering.
        [one] Er gaat 1 herinnering uit.
       *[other] Er gaan { $count } herinneringen uit.
    }
progress-reminded-at = Herinnerd op
progress-reopen = Zet weer open
reopening-title = Cijfers weer openzetten
reopening-heading = Zet de cijfers van { $name } weer open
reopening-intro = { $name } kan de cijfers dan weer veranderen en krijgt een mail. Dit staat in het logboek.
reopening-locked = Ze staan vast sinds
reopening-reason = Waarom zet u de cijfers weer open?
reopening-reason-hint = Bijvoorbeeld: de beoordelaar zag een bijlage over het hoofd.
reopening-do = Zet open
reopening-back = Voortgang

## Mijn beoordelingen
desk-title = Mijn beoordelingen
desk-empty = U heeft nu niets te beoordelen. U krijgt een mail als er iets voor u klaarstaat.
desk-given =
    { $of ->
        [0] Er zijn nog geen cijfers te geven.
       *[other] U gaf { $given } van de { $of } cijfers.
    }
desk-alone = U beoordeelt alleen. Anderen zien uw cijfers pas aan tafel.
desk-due = Klaar vóór
desk-go-on = Ga verder
desk-not-open = De inschrijvingen zijn nog dicht.
desk-no-bids = Op dit perceel is geen inschrijving ontvangen.
desk-declare = Geef eerst aan of u een inschrijver kent.
desk-progress = U gaf { $given } van de { $of } cijfers.
desk-waits = De gemeente kijkt nog welke inschrijvingen u gaat lezen.
desk-nothing = U heeft op dit perceel niets te beoordelen.
desk-lock = Alle cijfers zijn er. Zet ze nog vast.
desk-locked = Uw cijfers staan vast.

## Cijfers geven
score-title = Geef een cijfer
score-bid = Inschrijving { $code }
score-bids = Inschrijvingen
score-question = Vraag { $number } van { $of }: { $name }. Telt voor { $weight }
score-note-done = cijfer gegeven
score-note-open = nog geen cijfer
score-answer = Het antwoord
score-words =
    { $count ->
        [one] (1 woord)
       *[other] ({ $count } woorden)
    }
score-files =
    { $count ->
        [one] Bijlagen bij dit antwoord (1)
       *[other] Bijlagen bij dit antwoord ({ $count })
    }
score-file = Bijlage { $number }
score-hidden = De naam van de inschrijver is verborgen totdat alle cijfers vaststaan. Denkt u te weten wie dit is en kunt u niet eerlijk oordelen?
score-report = Meld het
score-ready = Klaar met lezen?
score-give = Geef een cijfer
score-own = Uw cijfer
score-legend = Kies een cijfer voor { $title }
score-why = Waarom dit cijfer?
score-why-hint = Schrijf wat goed is en wat beter kan. De inschrijver krijgt dit te lezen.
score-save-to-bid = Opslaan en naar { $code }
score-save-to-question = Opslaan en naar de volgende vraag
score-save-to-overview = Opslaan en naar uw overzicht
score-later = Later afmaken
score-so-far = Bekijk uw cijfers tot nu toe
score-so-far-for = Uw cijfers voor { $name }
score-compare-question = Vergelijk met de vraag, niet met andere inschrijvingen.
score-bid-word = Inschrijving
score-grade-word = Cijfer
score-this = (deze)
score-overview = Al uw cijfers voor dit perceel
score-choose = Kies een cijfer.
score-write = Schrijf waarom u dit cijfer geeft. De inschrijver krijgt dit te lezen.
score-too-long = Maak uw uitleg korter: ten hoogste { $max } woorden.
score-compares = U vergelijkt met een andere inschrijving. Schrijf liever wat deze inschrijving goed doet of mist. Het gaat om de woorden ‘{ $words }’. U mag ook zo verder.
score-promise = Nu: { $baseline }. Straks: { $target } { $unit }.
score-promise-by = Uiterlijk op
score-promise-evidence = Zo laten zij het zien:
score-clash-waits = U had deze pagina twee keer open. Er staan nu twee teksten.
score-clash-title = Er zijn twee teksten
score-clash-intro = U had deze pagina in twee vensters open, en veranderde in allebei iets. Beide teksten zijn bewaard. Kies wat blijft.
score-clash-kept = Dit is opgeslagen
score-clash-other = Dit kwam uit het andere venster
score-clash-empty = Geen uitleg
score-clash-choose = Wat blijft?
score-clash-hint = Hier staat de tekst uit het andere venster. U kunt hem aanpassen.
refusal-sheet-locked = Uw cijfers staan vast. Alleen de procesleider kan ze weer openzetten.
refusal-sheet-not-locked = Deze cijfers staan niet vast.
refusal-sheet-unsettled = De gemeente kijkt nog welke inschrijvingen u gaat lezen. Daarna kunt u uw cijfers vastzetten.
refusal-sheet-incomplete = Er mist nog een cijfer of een uitleg. Kijk in uw overzicht wat er mist.
refusal-sheet-empty = U heeft op dit perceel niets te beoordelen.
refusal-sheet-off-scale = Kies een cijfer uit de lijst.
refusal-sheet-too-long = Deze tekst is te lang om te bewaren. Maak hem korter: ten hoogste 150 woorden.

## Overzicht en vastzetten
sheet-title = Uw cijfers
sheet-question = Vraag
sheet-weight = Telt voor { $weight }
sheet-cell = Inschrijving { $code }, { $name }
sheet-missing =
    { $count ->
        [one] Er mist nog 1 ding
       *[other] Er missen nog { $count } dingen
    }
sheet-lacks-grade = Inschrijving { $code }, { $name }: kies een cijfer
sheet-lacks-reason = Inschrijving { $code }, { $name }: schrijf waarom
sheet-lacks-words = Inschrijving { $code }, { $name }: maak uw uitleg korter
sheet-unsettled = De gemeente kijkt nog welke inschrijvingen u gaat lezen. Er kan er nog 1 bij komen.
sheet-empty = U heeft op dit perceel niets te beoordelen.
sheet-lock = Zet uw cijfers vast
sheet-back = Terug naar mijn beoordelingen
sheet-conflicts = Belangen: kent u een inschrijver?
sheet-locked = Uw cijfers staan vast sinds
sheet-locked-next = De tafel ziet ze pas als u ze samen bespreekt.
sheet-locked-short = Uw cijfers staan vast.
sheet-locked-now = Gelukt. Uw cijfers staan vast.
lock-title = Zet uw cijfers vast
lock-intro = U gaf alle { $given } cijfers, met uitleg.
lock-final = Daarna kunt u ze niet meer veranderen. Alleen de procesleider kan ze weer openzetten, met een reden. De anderen aan tafel zien uw cijfers pas als u ze samen bespreekt.
lock-do = Zet vast

## Mail
mail-opened-subject = De inschrijvingen voor { $round } zijn open
mail-opened-body = Twee sleutelhouders openden vandaag de inschrijvingen voor { $round }. Ook uw inschrijving op perceel { $lot } is nu open.
mail-opened-next = De gemeente kijkt eerst of elke inschrijving aan de eisen voldoet. Daarna geven beoordelaars cijfers. Zij zien uw naam en uw prijs niet. U hoeft nu niets te doen.
mail-opened-link = Uw inschrijving vindt u hier:
mail-assigned-subject = U kunt beoordelen: { $round }
mail-assigned-body = Er staan inschrijvingen voor u klaar in de ronde { $round }. Geef eerst aan of u een inschrijver kent. Daarna gaan de teksten open.
mail-assigned-due = Wij vragen u om klaar te zijn vóór { $due }.
mail-reminder-subject = Herinnering: geef uw cijfers voor { $round }
mail-reminder-body =
    { $open ->
        [0] In de ronde { $round } wacht nog iets op u: geef aan of u een inschrijver kent, of zet uw cijfers vast.
        [one] In de ronde { $round } mist nog 1 cijfer van u.
       *[other] In de ronde { $round } missen nog { $open } cijfers van u.
    }
