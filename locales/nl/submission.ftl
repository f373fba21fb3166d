## Eigen inschrijvingen
bids-intro =
    { $count ->
        [one] Uw coöperatie heeft 1 inschrijving.
       *[other] Uw coöperatie heeft { $count } inschrijvingen.
    }
bids-standing-draft = Nog niet ingediend
bids-standing-submitted = Ingediend
bids-standing-withdrawn = Ingetrokken
bids-standing-judged = Ingediend. De gemeente is aan de beurt.
bids-standing-decided = De uitslag is er
bids-standing-missed = Niet ingediend
bids-received-at = Ingediend op { $when }
bids-open-until = Open tot en met
bids-closed-at = Gesloten op
bids-next-receipt = Bekijk de ontvangstbevestiging
bids-next-result = Bekijk de uitslag
bids-next-read = Lees wat u schreef
bids-none = Uw coöperatie heeft nog geen inschrijving. Zo begint u:
bids-start-choose = Zoek een ronde en kies een perceel dat bij u past. Een perceel is een deel van de opdracht.
bids-start-begin = Lees wat de gemeente vraagt. Kies dan ‘Begin uw inschrijving’.
bids-start-write = Schrijf samen. Alles wordt vanzelf bewaard. U kunt altijd stoppen en later verdergaan.
bids-start-submit = Is alles klaar? Dan dient iemand met tekenbevoegdheid de inschrijving in.
bids-see-rounds = Bekijk de rondes
bids-no-member = U hoort nog niet bij een coöperatie. Vraag iemand van uw coöperatie om u uit te nodigen. Daarna ziet u hier de inschrijvingen.
list-and = en

## Controleren
check-title = Controleer uw antwoorden
check-missing =
    { $count ->
        [one] U kunt nog niet indienen. Er ontbreekt 1 ding:
       *[other] U kunt nog niet indienen. Er ontbreken { $count } dingen:
    }
check-complete = Alles is ingevuld. Lees het nog één keer rustig door. Klopt het? Dan kunt u indienen.
check-submitted = Dit heeft u ingediend.
check-to-submission = Ga door naar indienen
check-only-signatories = Alles is klaar. Alleen { $names } mag indienen. Vraag het aan een van hen.

## Indienen
submission-title = Dien uw inschrijving in
submission-back = Terug naar uw antwoorden
submission-until = U kunt indienen tot en met
submission-next = Wat gebeurt er daarna?
submission-next-receipt = U krijgt meteen een nummer. Iedereen die tekent of trekker is, krijgt een mail met de ontvangstbevestiging.
submission-next-sealed = Uw inschrijving blijft dicht tot na de sluiting. De gemeente kan haar niet lezen en weet niet dat u meedoet.
submission-next-change = Tot de sluiting kunt u intrekken, wijzigen en opnieuw indienen. Alleen de laatste versie telt.
submission-preference = Uw coöperatie heeft { $count } inschrijvingen in deze ronde. Hoe graag wilt u dit perceel?
submission-preference-hint = Dit telt alleen als u op meer percelen de beste bent dan u mag krijgen.
submission-place = { $place }e keus
submission-declare = Wat u verklaart
submission-truth = Wij hebben alles naar waarheid ingevuld.
submission-mandate = Ik mag namens de coöperatie tekenen. De leden weten hiervan.
submission-promise = Krijgen wij de opdracht? Dan houden wij ons aan wat hier staat.
submission-truth-open = Zet een vinkje als alles naar waarheid is ingevuld.
submission-mandate-open = Zet een vinkje als u namens de coöperatie mag tekenen.
submission-promise-open = Zet een vinkje als u zich houdt aan wat hier staat.
submission-name = Teken met uw naam
submission-name-hint = Typ uw naam zoals die bij uw account staat: { $name }
submission-name-wrong = Typ uw eigen naam zoals die bij uw account staat: { $name }.
submission-submit = Onderteken en dien in
submission-not-yet = Nog niet
submission-not-ready = U kunt nog niet indienen. Er ontbreekt nog iets.
submission-late = De tijd is voorbij. U kunt niet meer indienen.
submission-late-closed = U kon indienen tot en met { $when }.
submission-late-came = Uw inschrijving kwam hier aan op { $when }.
submission-late-kept = Uw teksten en bestanden zijn bewaard. U kunt ze lezen, maar niet meer wijzigen.
submission-late-read = Bekijk uw antwoorden
submission-late-fault = Was er een storing? Bel of mail de gemeente dan vandaag nog:
submit-refused-late = De tijd is voorbij. U kunt niet meer indienen.
submit-refused-already = Deze inschrijving is al ingediend.
submit-refused-incomplete = Er is iets veranderd sinds u deze pagina opende. Er ontbreekt nu iets. Vul dat eerst aan.
submit-refused-preference = Deze plek gaf u al aan een inschrijving die is ingediend. Kies een andere plek. Of trek die inschrijving eerst in.
submit-refused-no-preference = Kies een plek uit de lijst.

## Ontvangstbevestiging
receipt-title = Ontvangstbevestiging
receipt-done = Gelukt. Uw inschrijving is binnen.
receipt-received = Wij ontvingen uw inschrijving op { $when }.
receipt-number = Nummer
receipt-time = Tijd van ontvangst
receipt-by = Ingediend door
receipt-to = Ingediend bij
receipt-hash = Controlegetal (SHA-256)
receipt-hash-meaning = Dit getal hoort bij precies deze inschrijving. Verandert iemand later één letter, dan komt er een ander getal uit. Zo kunt u altijd laten zien wat u heeft ingediend.
receipt-content = Download wat u indiende
receipt-content-note = Het bestand waarvan het controlegetal is gemaakt (JSON)
receipt-mailed = Deze gegevens staan ook in uw mail.
receipt-change-until = U kunt uw inschrijving nog wijzigen tot en met { $when }. Trek haar dan eerst in.
receipt-closed = De tijd is voorbij. De gemeente opent de inschrijvingen met 2 mensen tegelijk. U krijgt dan een mail.
receipt-print = U kunt deze pagina afdrukken of als pdf bewaren.
receipt-withdraw = Trek in of wijzig
receipt-withdrawn = Ingetrokken op { $when }.
receipt-withdrawn-reason = De reden: { $reason }
receipt-again = Controleer en dien opnieuw in
receipt-earlier = Eerdere versies
receipt-earlier-text = Deze versies tellen niet meer mee. De bewijzen blijven bewaard.

## Intrekken
bid-withdrawal-title = Trek uw inschrijving in
bid-withdrawal-warning = Na het intrekken telt uw inschrijving niet meer mee. Wilt u toch meedoen? Dien dan opnieuw in, op tijd.
bid-withdrawal-until = U kunt wijzigen en opnieuw indienen tot en met
bid-withdrawal-kept = Uw teksten en bestanden blijven staan. Uw ontvangstbevestiging blijft ook bewaard.
bid-withdrawal-reason = Waarom trekt u de inschrijving in?
bid-withdrawal-reason-hint = Dit komt in het logboek. De gemeente leest het pas na de sluiting.
bid-withdrawal-reason-empty = Schrijf kort op waarom u intrekt.
bid-withdrawal-confirm = Ik weet dat de inschrijving nu niet meer meetelt.
bid-withdrawal-confirm-open = Zet een vinkje als u zeker weet dat u wilt intrekken.
bid-withdrawal-submit = Trek de inschrijving in
withdraw-refused-late = De tijd is voorbij. U kunt uw inschrijving niet meer intrekken. Bel de gemeente als u toch niet mee wilt doen.
withdraw-refused-not-submitted = Deze inschrijving is niet ingediend. U hoeft haar dus niet in te trekken.

## Mails
mail-receipt-subject = Ontvangen: uw inschrijving { $number }
mail-receipt-body = Wij ontvingen de inschrijving van { $cooperative }.
mail-receipt-lot = Perceel: { $lot }
mail-receipt-round = Ronde: { $round }
mail-receipt-number = Nummer: { $number }
mail-receipt-time = Tijd van ontvangst: { $when }
mail-receipt-by = Ingediend door: { $name }
mail-receipt-hash = Controlegetal (SHA-256):
mail-receipt-hash-meaning = Bewaar deze mail. Met het controlegetal kunt u altijd laten zien wat u heeft ingediend.
mail-receipt-until = U kunt de inschrijving nog wijzigen tot en met { $when }. Trek haar dan eerst in.
mail-receipt-page = De ontvangstbevestiging staat ook hier:
mail-withdrawn-subject = Ingetrokken: uw inschrijving { $number }
mail-withdrawn-body = { $name } trok de inschrijving van { $cooperative } in op { $when }. De inschrijving telt nu niet meer mee.
mail-withdrawn-again = Uw teksten zijn bewaard. U kunt ze wijzigen en opnieuw indienen tot en met { $when }:
