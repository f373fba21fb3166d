## Verdelen, vervangen, deskundigheid en stilzetten. B1, u-vorm, geen verwijt.

## Wat er mist
staff-lacks = Dit mist nog
staff-complete = Op elk perceel kijken genoeg mensen naar elke vraag.
staff-short-lot =
    { $has ->
        [0] { $lot }: er is nog niemand. Nodig: { $minimum }.
        [one] { $lot }: er is 1 persoon. Nodig: { $minimum }.
       *[other] { $lot }: er zijn { $has } mensen. Nodig: { $minimum }.
    }
staff-short-lot-free =
    { $free ->
        [0] { $lot }: er is niemand zonder belang. Nodig: { $minimum }.
        [one] { $lot }: er is maar 1 persoon zonder belang. Nodig: { $minimum }.
       *[other] { $lot }: er zijn maar { $free } mensen zonder belang. Nodig: { $minimum }.
    }
staff-short-item =
    { $has ->
        [0] { $lot }, { $item }: er is nog niemand. Nodig: { $minimum }.
        [one] { $lot }, { $item }: er is 1 persoon. Nodig: { $minimum }.
       *[other] { $lot }, { $item }: er zijn { $has } mensen. Nodig: { $minimum }.
    }
staff-short-item-free =
    { $free ->
        [0] { $lot }, { $item }: er is niemand zonder belang. Nodig: { $minimum }.
        [one] { $lot }, { $item }: er is maar 1 persoon zonder belang. Nodig: { $minimum }.
       *[other] { $lot }, { $item }: er zijn maar { $free } mensen zonder belang. Nodig: { $minimum }.
    }
staff-lay = { $lot }, { $item }: niemand van deze mensen noemt kennis van dit onderwerp.

## Verdelen
assignments-propose = Laat een verdeling voorstellen
assignments-propose-intro = Het voorstel verdeelt het werk eerlijk. Het houdt rekening met belangen, kennis en ander werk. U past het aan en u beslist. Tot die tijd verandert er niets.
assignments-way-lot = Per perceel
assignments-way-criterion = Per vraag
assignments-way-both = Per perceel en vraag
assignments-items = Verdeel zelf per vraag
assignments-by-lot = Verdeling per perceel
assignments-part = Alleen: { $names }
assignments-reserves = Reserves
assignments-reserves-intro = Een reserve kan het werk van een beoordelaar overnemen. Dat doet u bij Voortgang.
assignments-reserve-of = Reserve: { $names }.
assignments-reserve-cell = { $name } is reserve voor perceel { $lot }
assignments-assesses = Beoordeelt al
assignments-terms = Hoeveel mensen en welke kennis
assignments-minimum = Hoeveel mensen beoordelen elke vraag ten minste?
assignments-minimum-hint = Een getal van 1 tot en met 15. Gewoon is 3, beter is 5.
assignments-fields-intro = Welke kennis vraagt elke vraag? Iemand met een van deze onderwerpen is deskundig. Kiest u niets, dan kan iedereen de vraag beoordelen.
assignments-records = Waarom zij dit kunnen beoordelen
assignments-records-intro = Dit is bewaard bij het aanwijzen. Wat iemand later over zichzelf schrijft, verandert dit niet.
assignments-record-none = Niets ingevuld. Vraag de beoordelaar om de eigen kennis in te vullen.
refusal-assignment-no-criterion = Kies ten minste 1 vraag.
refusal-assignment-already = Deze persoon beoordeelt dit perceel al. Kies iemand anders.
refusal-assignment-minimum = Vul een getal in van 1 tot en met 15.

## Per vraag
items-title = Verdeling per vraag
items-intro = Elke rij is een vraag. Vink aan wie die vraag beoordeelt. Meer krijgt die persoon niet te zien.
items-count =
    { $count ->
        [one] 1 vraag
       *[other] { $count } vragen
    }
items-proposed =
    { $count ->
        [0] Dit is een voorstel. Er komt niets bij.
        [one] Dit is een voorstel. Er komt 1 vinkje bij.
       *[other] Dit is een voorstel. Er komen { $count } vinkjes bij.
    }
items-proposed-next = Pas het aan en bevestig het onderaan. Tot die tijd verandert er niets.
items-cell = { $name } beoordeelt { $item } op perceel { $lot }
items-near = Heeft een belang
items-expert = Deskundig
items-confirm = Bevestig deze verdeling

## Kennis
expertise-link = Uw kennis: waar weet u veel van?
expertise-title = Uw kennis
expertise-intro = Wie beoordeelt, moet er verstand van hebben. Vertel waar u veel van weet en waarvan. De procesleider ziet dit. Het staat in het dossier als u beoordelaar wordt.
expertise-know = Ik weet veel van: { $name }
expertise-source = Waarvan weet u dit?
expertise-note = Vertel er iets over
expertise-note-hint = Bijvoorbeeld: verpleegkundige sinds 2011, of inkoper bij de gemeente.
expertise-saved = Uw kennis is bewaard.
refusal-expertise-no-note = Schrijf waarvan u dit weet.
refusal-expertise-too-long = Maak deze tekst korter: ten hoogste 300 tekens.
field-care = Zorg
field-care-hint = Verzorging, verpleging, dagbesteding, huishoudelijke hulp.
field-support = Begeleiding
field-support-hint = Begeleiding thuis, jeugd, geestelijke gezondheid.
field-community = Dorp en buurt
field-community-hint = Samenleven, vrijwilligers, bewonersinitiatieven.
field-living = Wonen
field-living-hint = Huizen, gebouwen, vervoer en bereikbaarheid.
field-finance = Geld
field-finance-hint = Kosten, tarieven, begroting, risico.
field-quality = Kwaliteit en toezicht
field-quality-hint = Normen, klachten, privacy, veiligheid.
field-law = Recht en inkoop
field-law-hint = Aanbesteden, subsidie, contracten.
field-experience = Eigen ervaring
field-experience-hint = U kreeg zelf zorg, of u bent mantelzorger.
source-role = Functie
source-training = Opleiding
source-work = Eerder werk
source-life = Eigen leven

## Vervangen
progress-replace = Vervang
progress-replaced = De beoordelaar is vervangen.
progress-question = Vraag { $number }
progress-questions = Welke vraag is welke?
progress-item = { $given }/{ $of }
progress-not-asked = niet gevraagd
progress-people = Mensen per vraag
progress-short = Te weinig mensen
progress-remind-self = Er gaat ook vanzelf een mail uit: 2 dagen van tevoren, op de dag zelf en een dag erna.
progress-former = Vervangen
progress-former-line = { $name } beoordeelt perceel { $lot } niet meer.
progress-former-marks =
    { $count ->
        [0] Deze persoon gaf nog geen cijfers.
        [one] 1 cijfer blijft in het dossier. Het telt niet mee.
       *[other] { $count } cijfers blijven in het dossier. Ze tellen niet mee.
    }
replacement-title = Beoordelaar vervangen
replacement-heading = Vervang { $name }
replacement-intro = { $name } kan de inschrijvingen meteen niet meer zien.
replacement-marks =
    { $count ->
        [0] Er zijn nog geen cijfers.
        [one] Het ene cijfer dat er is, blijft in het dossier en telt niet mee. De nieuwe beoordelaar ziet het niet en begint zelf.
       *[other] De { $count } cijfers die er zijn, blijven in het dossier en tellen niet mee. De nieuwe beoordelaar ziet ze niet en begint zelf.
    }
replacement-part = Het gaat alleen om: { $names }.
replacement-who = Wie neemt het over?
replacement-reserve = Reserve voor dit perceel.
replacement-near = Heeft een belang bij een inschrijver op dit perceel.
replacement-knows = Weet veel van: { $fields }.
replacement-nobody = Niemand
replacement-nobody-hint = Er is dan 1 beoordelaar minder op dit perceel.
replacement-reason = Waarom?
replacement-reason-hint = Dit komt in het dossier. Schrijf geen medische gegevens op.
replacement-do = Vervang

## Stilzetten
paused-for = Het beoordelen staat stil: { $reason } U kunt lezen, maar nog geen cijfers bewaren. U krijgt een mail als het verdergaat.
pause-stop-link = Zet het beoordelen stil
pause-start-link = Laat het beoordelen weer verdergaan
pause-title-stop = Zet het beoordelen stil
pause-title-start = Ga verder met beoordelen
pause-since = Stil sinds
pause-intro-stop = Niemand kan dan nog een cijfer geven of veranderen. Alles wat er is, blijft bewaard. Alle beoordelaars lezen uw reden.
pause-intro-start = Beoordelaars die nog iets moeten doen, krijgen een mail. Alle cijfers zijn er nog.
pause-reason = Waarom?
pause-reason-hint = Schrijf een hele zin. Die komt ook in het dossier. Noem geen inschrijver bij naam.
refusal-sheet-paused = Het beoordelen staat stil. Uw tekst staat hier nog, maar is niet bewaard. Bewaar een kopie en probeer het later opnieuw.

## Belangen van partners, en aan de deur van de tafel
declare-partner-of = Partner in het plan van { $name }
declare-subcontractor-of = Onderaannemer in het plan van { $name }
rulings-bid-of = In het plan van { $name }
refusal-conflict-own = U kunt niet over uzelf beslissen. Vraag een andere procesleider.
refusal-conflict-own-party = U hoort zelf bij deze inschrijver of partner. U kunt deze inschrijving niet beoordelen. Kies ‘Ja’ en schrijf wat u er doet.
door-title = Voordat u gaat zitten
door-intro = Kijk nog eens wie er meedoen. Heeft u met iemand iets te maken? Zeg het dan nu.
door-said = U zei eerder:
door-said-at = Laatste keer ingevuld:
door-still = Klopt het nog?
door-same = Ja. Wat ik eerder zei klopt nog, of ik heb met niemand iets te maken.
door-changed = Nee, er is iets veranderd
door-about = Bij wie?
door-choose = Kies een naam
door-interest = Heeft u een belang?
door-note-hint = Schrijf kort wie of wat u kent. De procesleider leest dit. U hoort en ziet van deze inschrijving meteen niets meer.
door-back = Terug naar de tafel

## Overzicht
desk-part = U beoordeelt alleen: { $names }.

## Mail
mail-reminder-subject-two-days = Nog 2 dagen: geef uw cijfers voor { $round }
mail-reminder-subject-today = Vandaag is de laatste dag: geef uw cijfers voor { $round }
mail-reminder-subject-overdue = De dag is voorbij: uw cijfers voor { $round }
mail-restarted-subject = U kunt weer beoordelen: { $round }
mail-restarted-body = Het beoordelen in de ronde { $round } gaat weer verder. Alles wat u al invulde, is er nog.

## Logboek
journal-changed_assignment = { $actor } veranderde welke vragen een beoordelaar beoordeelt op perceel { $object }.
journal-replaced_assessor = { $actor } verving een beoordelaar op perceel { $object }.
journal-named_reserves = { $actor } wees reserves aan voor perceel { $object }.
journal-set_review_terms = { $actor } stelde in hoeveel mensen beoordelen en welke kennis nodig is: { $object }.
journal-paused_review = { $actor } zette het beoordelen stil: { $object }.
journal-restarted_review = { $actor } liet het beoordelen verdergaan: { $object }.
journal-renewed_declaration = { $actor } keek bij de deur van de tafel nog eens naar belangen op perceel { $object }.
journal-label-criteria = Vragen
journal-label-expertise = Kennis
journal-label-successor = Neemt over
journal-label-reserves = Reserves
journal-label-minimum = Ten minste
journal-label-changes = Aantal veranderingen
