## Samen schrijven: opmerkingen, wie doet wat, wie is er nu, wat veranderde.

bid-names-and = { $names } en { $last }
bid-section-presence =
    { $count ->
        [one] { $names } is hier nu ook. Schrijft u in hetzelfde vak? Dan bewaren wij alle teksten.
       *[other] { $names } zijn hier nu ook. Schrijft u in hetzelfde vak? Dan bewaren wij alle teksten.
    }
bid-task-at-work =
    { $count ->
        [one] { $names } is hier nu.
       *[other] { $names } zijn hier nu.
    }
bid-person-here = Kijkt nu naar deze inschrijving

bid-versions-changes = Wat veranderde ({ $added } erbij, { $removed } weg)
bid-versions-added = [erbij:
bid-versions-added-end = einde]
bid-versions-removed = [weg:
bid-versions-removed-end = einde]

comments-title = Opmerkingen
comments-none = Schrijf een opmerking
comments-open =
    { $count ->
        [one] 1 opmerking
       *[other] { $count } opmerkingen
    }
comments-all-resolved = Opmerkingen, alles is besproken
comments-resolved =
    { $count ->
        [one] 1 opmerking is besproken
       *[other] { $count } opmerkingen zijn besproken
    }
comments-on-page =
    { $count ->
        [one] Op deze pagina staat 1 opmerking open. U vindt die onder de vraag.
       *[other] Op deze pagina staan { $count } opmerkingen open. U vindt ze onder de vragen.
    }
comments-in-section =
    { $count ->
        [one] Er staat 1 opmerking open.
       *[other] Er staan { $count } opmerkingen open.
    }
comments-write = Uw opmerking
comments-hint = Alleen uw coöperatie leest dit. De gemeente ziet het nooit.
comments-who = Wie moet dit lezen?
comments-who-hint = Die persoon krijgt een mail. U kunt ook @ en een naam in uw tekst zetten.
comments-nobody = Niemand in het bijzonder
comments-post = Plaats opmerking
comments-resolve = Alles is besproken
comments-reopen = Open opnieuw
comments-take-back = Neem terug
comments-taken-back = Deze opmerking is teruggenomen.
comments-to = Voor { $names }
comments-nothing = Er is nog niets gezegd over deze vraag.
comment-refused-empty = Schrijf eerst een opmerking.
comment-refused-too-long = Deze opmerking is te lang. Gebruik ten hoogste 2.000 tekens.
comment-refused-stranger = Kies iemand die meeschrijft aan deze inschrijving.
comment-refused-not-yours = Alleen wie een opmerking schreef, kan die terugnemen.

todo-title = Wie doet wat
todo-none = Er is nu niets te doen. Spreek hieronder af wie wat doet.
todo-none-open = Er is nu niets afgesproken.
todo-all = Bekijk alles
todo-all-or-new = Bekijk alles of vraag iemand iets
todo-new = Vraag iemand iets te doen
todo-what = Wat moet er gebeuren?
todo-what-hint = Een korte zin, bijvoorbeeld: de begroting nakijken.
todo-for = Wie doet dit?
todo-due = Wanneer moet het klaar zijn?
todo-section = Bij welk onderdeel hoort het?
todo-no-section = Bij de hele inschrijving
todo-ask = Leg vast
todo-finish = Klaar
todo-reopen = Toch niet klaar
todo-who = { $name }.
todo-by = Klaar op { $day }.
todo-done-at = Klaar: { $day }.
todo-section-of = Onderdeel: { $section }.
todo-today = Vandaag klaar
todo-over = De dag is voorbij: { $day }
todo-done-count =
    { $count ->
        [one] 1 ding is klaar
       *[other] { $count } dingen zijn klaar
    }
todo-refused-empty = Schrijf op wat er moet gebeuren.
todo-refused-too-long = Dit is te lang. Gebruik ten hoogste 200 tekens.
todo-refused-nobody = Kies wie dit doet.
todo-refused-section = Kies een onderdeel dat op de lijst staat.

mail-mention-subject = { $name } vraagt u iets te lezen
mail-mention-body = { $name } schreef een opmerking voor u bij de vraag ‘{ $question }’.
mail-mention-link = U leest de opmerking hier:
mail-todo-subject = { $name } vraagt u iets te doen
mail-todo-body = { $name } vraagt u om iets te doen voor uw inschrijving.
mail-todo-due = Klaar op: { $day }
mail-todo-link = Hier ziet u wie wat doet. Is het klaar? Zet het dan op ‘Klaar’:
