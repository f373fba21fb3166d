## Een eis in een inschrijving
bid-requirement-risk = Welk risico neemt deze eis weg?
bid-requirement-risk-hint = Noem in uw eigen woorden wat er mis kan gaan. Ten hoogste 60 woorden.
bid-requirement-instead = Wat doet u in plaats daarvan?
bid-requirement-instead-hint = Vertel wat u zelf doet om dat risico weg te nemen. Ten hoogste 100 woorden.
bid-requirement-proof-hint = Noem het bewijs dat er vandaag is, of leg uit waarom de eis niet voor u geldt. Ten hoogste 100 woorden.
bid-requirement-date-hint = Alleen als u een plan heeft.
bid-requirement-check_date = Wanneer mag de gemeente komen kijken?
bid-requirement-check_date-hint = Kies een dag waarop u laat zien dat het werkt.
bid-requirement-vouch = Wie staat ervoor in?
bid-requirement-vouch-hint = Iemand van buiten uw coöperatie die kan zeggen dat het werkt. Beoordelaars zien deze naam niet.
bid-requirement-same_as = Hetzelfde bewijs als bij een andere eis
bid-requirement-same_as-hint = Dient één bewijs voor meer eisen? Kies dan de eis waar u het bewijs al noemt.
bid-requirement-file = Welk bestand is het bewijs?
bid-requirement-file-hint = Kies een bestand dat al bij uw inschrijving staat.
bid-requirement-file-gone = { $name } (staat er niet meer bij)
bid-requirement-valid_until = Tot wanneer is het bewijs geldig?
bid-requirement-valid_until-hint = Alleen als er een einddatum op staat.
bid-requirement-risk-of = { $name }, risico
bid-requirement-instead-of = { $name }, eigen manier
bid-requirement-check_date-of = { $name }, dag om te kijken
bid-requirement-vouch-of = { $name }, wie ervoor instaat
bid-requirement-same_as-of = { $name }, zelfde bewijs
bid-requirement-file-of = { $name }, bestand
bid-requirement-valid_until-of = { $name }, geldig tot
bid-requirement-risk-said = Het risico: { $text }
bid-requirement-instead-said = In plaats daarvan: { $text }
bid-requirement-check_date-said = Komen kijken kan op { $text }
bid-requirement-vouch-said = Staat ervoor in: { $text }
bid-requirement-same_as-said = Zelfde bewijs als bij: { $text }
bid-requirement-file-said = Bestand: { $text }
bid-requirement-valid_until-said = Geldig tot { $text }
bid-requirement-waits = Dit bewijs mag later.
bid-requirement-waits-note = U laat het zien als u voorlopig wint, voordat de gunning definitief is.
bid-requirement-steps = Alleen als u kiest voor uw eigen manier. U legt dat uit in vijf stappen: het risico, wat u doet, het bewijs, een dag om te kijken, en wie ervoor instaat.
bid-requirement-paper = Bestand, einddatum of één bewijs voor meer eisen
bid-requirement-accepted =
    { $count ->
        [one] Eerder aangenomen in deze gemeente: 1 manier
       *[other] Eerder aangenomen in deze gemeente: { $count } manieren
    }
bid-requirement-accepted-note = Wat eerder is aangenomen, geeft u houvast. De gemeente kijkt elke keer opnieuw.
bid-requirement-start = Gebruik dit als begin
bid-gap-step-risk = Schrijf op welk risico deze eis wegneemt.
bid-gap-step-instead = Schrijf op wat u in plaats daarvan doet.
bid-gap-step-check_date = Kies een dag waarop de gemeente mag komen kijken.
bid-gap-step-vouch = Noem iemand die ervoor instaat.
bid-gap-shared-chain = Die eis verwijst zelf door naar een andere eis. Kies de eis waar het bewijs echt staat.
bid-gap-shared-nothing = Bij die eis staat nog geen bewijs. Kies een eis waar u wel aan voldoet.
bid-proof-ends-early = Het bewijs is geldig tot { $until }. Het werk begint pas op { $starts }. Vraag op tijd een nieuw bewijs aan.
bid-proof-file-gone = Het bestand { $name } staat niet meer bij deze inschrijving.
check-doubts = Kijk hier nog een keer naar. U kunt wel indienen.

## Wat bij een eis te lezen is
requirement-waits = Het bewijs mag later: alleen wie voorlopig wint, laat het zien.
requirement-accepted = Eerder aangenomen in deze gemeente
setup-proof-due = Wanneer moet het bewijs er zijn?
setup-proof-due-hint = Laat bewijs dat tijd of geld kost liever zien door wie voorlopig wint.
setup-proof-at_submission = Bij het indienen
setup-proof-before_award = Voor de definitieve gunning
setup-explain = Wat legt een inschrijver uit die het op een eigen manier doet?
setup-explain-own_words = Dat zegt de inschrijver in eigen woorden
setup-explain-steps = Vijf stappen: het risico, wat u doet, het bewijs, een dag om te kijken, wie ervoor instaat
answer-proof = Het bewijs dat er vandaag is
answer-same-as = Hetzelfde bewijs als bij
answer-file = Bestand:
answer-valid-until = Geldig tot
admission-waits = Dit bewijs mag wachten tot de voorlopige gunning.

## De bibliotheek van de gemeente
equivalents-title = Eerder aangenomen
equivalents-back = Terug naar uw rondes
equivalents-intro = Dit heeft uw gemeente eerder aangenomen in plaats van het gewone bewijs. Er staan geen namen in. Iedereen die een ronde van u bekijkt, leest het bij de eis.
equivalents-empty = Hier staat nog niets. Neemt u bij een inschrijving een eigen manier aan? Dan kunt u die daar in deze bibliotheek zetten.
equivalents-taken-out =
    { $count ->
        [one] 1 eruit gehaald
       *[other] { $count } eruit gehaald
    }
equivalent-title = Zet in de bibliotheek
equivalent-back = Terug naar de inschrijving
equivalent-intro = U heeft deze eigen manier aangenomen. Schrijf hem zo op dat de volgende inschrijver er iets aan heeft, en dat niemand kan zien van wie hij kwam.
equivalent-said = Wat de inschrijver schreef
equivalent-what = Wat heeft u aangenomen?
equivalent-what-hint = Zonder naam, plaats of nummer. Ten hoogste 1.000 tekens.
equivalent-conditions = Onder welke voorwaarde?
equivalent-conditions-hint = Laat leeg als er geen voorwaarde was.
equivalent-traces = Lees de tekst nog een keer. Dit kan zeggen van wie hij kwam:
equivalent-trace-name = de naam: { $value }
equivalent-trace-place = de plaats: { $value }
equivalent-trace-number = het KVK-nummer: { $value }
equivalent-sure = Ik heb het gelezen. Dit zegt niet van wie het kwam
equivalent-keep = Zet in de bibliotheek
equivalent-kept = Het staat in de bibliotheek van uw gemeente.
equivalent-offer = Zet in de bibliotheek
equivalent-on-condition = Voorwaarde:
equivalent-accepted-on = Aangenomen op
equivalent-accepted-in = Aangenomen in { $round }, op
equivalent-take-out = Haal eruit
equivalent-because = Waarom eruit:
equivalent-taken-out = Het staat niet meer in de bibliotheek.
equivalent-removal-title = Uit de bibliotheek halen
equivalent-removal-intro = Inschrijvers zien dit dan niet meer. U kunt het hier nog wel lezen, met uw reden.
equivalent-removal-reason = Waarom haalt u dit eruit?
equivalent-refused-empty = Schrijf op wat u heeft aangenomen.
equivalent-refused-long = Dit is te lang. Gebruik ten hoogste 1.000 tekens.
equivalent-refused-named = Deze tekst kan zeggen van wie hij kwam. Verander hem, of zet het vinkje.
equivalent-refused-not-accepted = Deze eigen manier is niet aangenomen. Alleen wat u heeft aangenomen, kan in de bibliotheek.
equivalent-refused-out = Iemand anders heeft dit er al uit gehaald.
journal-kept_equivalent = { $actor } zette een eigen manier voor ‘{ $object }’ in de bibliotheek.
journal-took_out_equivalent = { $actor } haalde een eigen manier voor ‘{ $object }’ uit de bibliotheek.
journal-label-what = Wat
journal-label-conditions = Voorwaarde
