## Stemmen en voorstellen aan tafel

talk-title = Het gesprek
talk-now-open = Bespreek de cijfers. Daarna vraagt de voorzitter om een geheime stemming.
talk-now-voting = De stemming loopt. Niemand ziet een stem voordat iedereen heeft gestemd.
talk-now-consensus = De tafel is het bijna of helemaal eens. De voorzitter schrijft het voorstel op.
talk-now-answering = De voorzitter heeft een voorstel gedaan. Iedere beoordelaar zegt ja of nee.
talk-now-fallback = Na twee stemmingen is de tafel het niet eens. Nu geldt wat vooraf was afgesproken.
talk-now-over = Dit gesprek is klaar of uitgesteld.
talk-since = Begonnen om
talk-minutes = { $count ->
    [one] Hiervoor is { $count } minuut bedoeld. Niemand wordt afgekapt.
   *[other] Hiervoor is { $count } minuten bedoeld. Niemand wordt afgekapt.
  }
talk-reads = { $who } leest de vraag en de cijferteksten voor.
talk-mine = U bent { $who }.
talk-order = Volgorde van spreken
talk-vote = { $number ->
    [1] Eerste stemming
   *[other] Tweede stemming
  }
talk-progress = { $count } van { $total } hebben gestemd.
talk-grade-count = Cijfer { $grade }: { $count ->
    [one] { $count } stem
   *[other] { $count } stemmen
  }
talk-outside-reasons = Waarom iemand buiten de eerste cijfers stemde
talk-proposal = Voorstel
talk-proposed-by = Voorstel van { $name }.
talk-yes = { $count } van { $total } zeggen ja.
talk-refused = Waarom iemand nee zei
talk-ballot = Uw stem
talk-ballot-reason = Waarom dit cijfer?
talk-ballot-reason-hint = Nodig als uw cijfer lager of hoger is dan alle eerste cijfers.
talk-vote-now = De tafel stemt.
talk-answer-now = Er ligt een voorstel.
talk-to-ballot = Naar uw stem
talk-to-answer = Naar uw antwoord
talk-ballot-send = Stem
talk-cast = U stemde een { $grade }. Zolang de stemming loopt, kunt u uw stem veranderen.
talk-say-yes = Ja, ik ben het eens
talk-say-no = Nee, ik ben het niet eens
talk-why-not = Wat mist het cijfer of de reden?
talk-send-no = Verstuur mijn nee
talk-ask = Vraag om een geheime stemming
talk-close = Sluit de stemming
talk-take-back = Haal het voorstel terug
talk-propose = Doe dit voorstel
talk-consensus = De meeste beoordelaars stemden een { $grade }, en de andere stemmen liggen daar vlak bij. Schrijf de reden op in de woorden van dit cijfer.
talk-fallback-median = Er is geen overeenstemming. Afgesproken is dan het middelste cijfer: een { $grade }. Schrijf op wat de meerderheid vindt en wat de minderheid vindt.
talk-fallback-mean = Er is geen overeenstemming. Afgesproken is dan het cijfer dat het dichtst bij het gemiddelde ligt: een { $grade }. Schrijf op wat de meerderheid vindt en wat de minderheid vindt.
item-minority = Wat vindt de minderheid?
item-minority-hint = Dit komt in het verslag naast de reden van de meerderheid.
item-minority-label = De minderheid vindt:
way-agreed = Iedere beoordelaar die erbij was, zei ja.
way-fallback = Vastgesteld na twee stemmingen zonder overeenstemming.
comparison-title = Vergelijk de inschrijvingen
comparison-link = Vergelijk per vraag
comparison-intro = Lees per vraag alle cijfers en redenen naast elkaar. Dezelfde bevinding hoort hetzelfde cijfer te krijgen. Klopt iets niet? Open het punt en neem het cijfer terug, met een reden.
comparison-bid-head = Inschrijving
comparison-bid = Inschrijving { $code }
comparison-reason = Reden
comparison-waits = { $count ->
    [one] Nog { $count } inschrijving heeft hier geen cijfer.
   *[other] Nog { $count } inschrijvingen hebben hier geen cijfer.
  }
comparison-done = Vergeleken
comparison-confirm = De tafel heeft “{ $name }” vergeleken
step-compare-title = Alle punten hebben een cijfer
step-compare = Vergelijk nu per vraag de cijfers van alle inschrijvingen. Daarna kan de tafel tekenen.
refusal-table-vote-first = De beoordelaars stemmen eerst. Dit cijfer volgt niet uit de stemming.
refusal-table-no-votes = In deze ronde stemt de tafel niet.
refusal-table-vote-open = Er loopt een stemming. Wacht tot iedereen heeft gestemd.
refusal-table-no-vote-open = Er loopt geen stemming meer.
refusal-table-no-more-votes = De tafel heeft al twee keer gestemd.
refusal-table-too-few-ballots = Sluiten kan pas als meer dan de helft heeft gestemd.
refusal-table-no-voter = Alleen beoordelaars die aan tafel zitten, stemmen.
refusal-table-proposal-open = Er ligt een voorstel. Wacht op de antwoorden of haal het voorstel terug.
refusal-table-no-proposal = Er ligt geen voorstel meer.
refusal-table-already-answered = U heeft al geantwoord.
refusal-table-no-minority = Schrijf op wat de minderheid vindt, in een paar woorden.
refusal-table-not-compared = Vergelijk eerst per vraag de cijfers van alle inschrijvingen.

# In the set-up of a round
setup-meeting-heading = De beoordelingstafel
setup-settling = Hoe komt de tafel tot een cijfer?
setup-settling-hint = Dit staat in de publicatie. Tijdens de tafel kan niemand het veranderen.
setup-settling-median = Geheim stemmen. Is er na twee stemmingen geen overeenstemming, dan geldt het middelste cijfer.
setup-settling-mean = Geheim stemmen. Is er na twee stemmingen geen overeenstemming, dan geldt het cijfer dat het dichtst bij het gemiddelde ligt.
setup-settling-chair = De voorzitter schrijft na het gesprek op wat de tafel vindt.
setup-meeting-minutes = Bedoelde tijd per punt
setup-meeting-unit = minuten
setup-meeting-minutes-hint = Een klok laat deze tijd zien. Niemand wordt afgekapt.
wrong-meeting = Vul 1 tot 120 minuten in.
setup-bands-unit = % van de schaal
setup-bands-orange = Vanaf welk verschil bespreekt de tafel een punt?
setup-bands-orange-hint = Het verschil tussen het hoogste en het laagste cijfer. Is het kleiner, dan bespreekt de tafel het punt alleen als iemand erom vraagt.
setup-bands-red = Boven welk verschil bespreekt de tafel een punt als eerste?
setup-bands-red-hint = Dit is meer dan het vorige getal, en minder dan 100.
wrong-bands = Vul hele getallen in van 1 tot en met 99. Het tweede getal is groter dan het eerste.
method-meeting = Zo komen de beoordelaars samen tot een cijfer:
method-bands = De tafel kijkt eerst hoe ver de cijfers van de beoordelaars uit elkaar liggen. Is dat meer dan { $red }% van de schaal, dan bespreekt de tafel dit als eerste. Daarna komt wat { $orange }% tot en met { $red }% uit elkaar ligt. Is het verschil kleiner dan { $orange }%, dan praat de tafel er alleen over als iemand dat vraagt.
method-minutes = { $count ->
    [one] Voor elk punt is 1 minuut bedoeld. Niemand wordt afgekapt.
   *[other] Voor elk punt zijn { $count } minuten bedoeld. Niemand wordt afgekapt.
  }
minutes-vote = { $number ->
    [1] Eerste stemming: { $grades }.
   *[other] Tweede stemming: { $grades }.
  }
minutes-vote-outside = Buiten de eerste cijfers, omdat: { $why }
minutes-minority = De minderheid vindt: { $why }
minutes-pdf = Verslag van de tafel (pdf)
minutes-remarks = Opmerkingen bij het verslag
minutes-no-remarks = Er zijn nog geen opmerkingen.
minutes-remark = Nieuwe opmerking
minutes-remark-hint = Wat u toevoegt, blijft staan. Niemand kan het veranderen of weghalen.
minutes-add = Voeg toe aan het verslag
minutes-record = Controlegetal van het verslag
minutes-record-text = Dit getal hoort bij alle cijfers, redenen en handtekeningen. Verandert daar later iets in, dan klopt het getal niet meer.
refusal-table-too-long = De opmerking is te lang. Gebruik ten hoogste 2000 tekens.
join-code = Code van de tafel
join-hint = Zes tekens. De code staat op het grote scherm.
join-go = Ga naar de tafel
join-unknown = Met deze code is er geen tafel waar u een plaats heeft. Kijk of u de code goed heeft overgenomen.
join-wall = Code van deze tafel: { $code }
