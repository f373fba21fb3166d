## De stemming van de leden, en bewoners die een plan steunen.

bid-beside-vote = Laat uw leden stemmen
bid-beside-support = Verzamel steun in de buurt

vote-title = Laat uw leden stemmen
vote-back = Terug naar het besluit van uw leden
vote-intro = Uw leden stemmen met een eigen link in een mail. Zij hebben geen account nodig.
vote-both-ways = Stemden uw leden al in een vergadering? Dan hoeft u hier niets te doen. Voeg het verslag toe als bijlage. Beide manieren zijn goed.
vote-forgotten = E-mailadressen van leden worden 30 dagen na de laatste inleverdag gewist. Hoeveel mensen stemden, blijft bewaard.
vote-reads-along = U leest mee. Een lid dat meeschrijft, kan een stemming beginnen.
vote-set-up = Begin een stemming
vote-set-up-text = U kunt tegelijk maar één stemming voor deze inschrijving hebben. De gemeente ziet hier niets van tot de inschrijvingen open zijn.
vote-question = De vraag
vote-question-hint = Leden antwoorden met voor, tegen of blanco.
vote-question-usual = Doen wij mee met dit plan?
vote-about = Waarover uw leden stemmen
vote-about-hint = Zet hier de kern van uw plan. Deze tekst verandert niet meer als de stemming begonnen is.
vote-secrecy = Soort stemming
vote-secrecy-choose = Is de stemming geheim?
vote-secrecy-secret = Geheim
vote-secrecy-secret-hint = Niemand kan zien wie wat stemde, ook wij niet. Leden kunnen hun stem daarom niet meer veranderen.
vote-secrecy-open = Open
vote-secrecy-open-hint = Na afloop ziet u wie wat stemde. Leden kunnen hun stem veranderen tot de stemming sluit.
vote-quorum = Hoeveel leden moeten stemmen
vote-quorum-choose = Hoeveel leden moeten stemmen?
vote-quorum-hint = Kijk in uw statuten. Een blanco stem telt hierbij mee.
vote-quorum-none = Er is geen minimum
vote-quorum-number = Een vast aantal leden
vote-quorum-share = Een deel van de leden, in procenten
vote-quorum-amount = Aantal of percentage
vote-quorum-amount-hint = Alleen als er een minimum is. Bijvoorbeeld 20 leden, of 50 procent.
vote-quorum-needed =
    { $count ->
        [one] Ten minste 1 lid
       *[other] Ten minste { $count } leden
    }
vote-quorum-reached =
    { $count ->
        [one] Gehaald: er was 1 stem nodig
       *[other] Gehaald: er waren { $count } stemmen nodig
    }
vote-quorum-missed =
    { $count ->
        [one] Niet gehaald: er was 1 stem nodig
       *[other] Niet gehaald: er waren { $count } stemmen nodig
    }
vote-opens = Begin van de stemming
vote-opens-hint = Laat leeg als de stemming meteen begint. Op dat moment krijgen de leden hun mail.
vote-closes = Einde van de stemming
vote-closes-hint = Ten minste een uur na het begin, en voor { $when }. Dan moet uw inschrijving binnen zijn.
vote-members = Leden die mogen stemmen
vote-members-hint = Plak de e-mailadressen, elk op een eigen regel. Ten minste 2 en ten hoogste 5.000. Ieder lid heeft een eigen adres nodig.
vote-members-count =
    { $count ->
        [one] 1 lid
       *[other] { $count } leden
    }
vote-look = Controleer en ga door
vote-preview = Klopt dit?
vote-preview-text = Kijk het goed na. Na het versturen kunt u de tekst en de lijst niet meer veranderen.
vote-send =
    { $count ->
        [one] Verstuur 1 uitnodiging
       *[other] Verstuur { $count } uitnodigingen
    }
vote-change = Wijzig eerst iets
vote-doubles =
    { $count ->
        [one] 1 adres stond er vaker in en telt één keer: { $names }.
       *[other] { $count } adressen stonden er vaker in en tellen één keer, zoals { $names }.
    }
vote-address-line = Regel { $line }: { $text }.
vote-address-more =
    { $count ->
        [one] En nog 1.
       *[other] En nog { $count }.
    }
vote-weak-term = Let op
vote-weak = Er zijn minder dan 5 stemmen. Dan is de geheimhouding zwak: anderen kunnen soms raden wie wat stemde.
vote-current = De stemming
vote-stage-planned = Begint nog
vote-stage-open = Loopt nu
vote-stage-closed = Gesloten
vote-stage-stopped = Gestopt
vote-turnout = Opkomst
vote-turnout-of = { $voted } van de { $count } leden
vote-reminded = Laatste herinnering
vote-remind = Stuur een herinnering aan wie nog niet stemde
vote-close = Sluit de stemming eerder
vote-close-text = Heeft iedereen gestemd die wil? Dan kunt u nu sluiten. Links in de mails werken dan niet meer om te stemmen. In de uitslag staat dat u eerder sloot.
vote-close-sure = Ja, sluit de stemming nu
vote-close-sure-open = Zet een vinkje als u de stemming nu wilt sluiten.
vote-close-do = Sluit de stemming
vote-stop = Stop de stemming zonder uitslag
vote-stop-text = Klopt de vraag of de lijst niet? Stop dan. Er komt geen uitslag. U kunt daarna opnieuw beginnen.
vote-stop-reason = Waarom stopt u?
vote-stop-reason-hint = Leden die hun link openen, lezen deze reden.
vote-stop-do = Stop de stemming
vote-stopped = Deze stemming is gestopt. De reden: { $reason }
vote-outcome = Uitslag
vote-outcome-adopted = Uw leden zijn voor.
vote-outcome-rejected = Uw leden zijn niet voor. Er zijn niet meer stemmen voor dan tegen.
vote-outcome-no-quorum = Er stemden te weinig leden. De uitslag telt niet.
vote-choice-for = Voor
vote-choice-against = Tegen
vote-choice-blank = Blanco
vote-choice-none = Stemde niet
vote-votes =
    { $count ->
        [one] 1 stem
       *[other] { $count } stemmen
    }
vote-closed-on = Gesloten op
vote-closed-early = { $day }, eerder dan aangekondigd
vote-who = Wie stemde wat?
vote-who-text = Dit was een open stemming. Alleen uw coöperatie ziet dit. Het gaat niet mee met uw inschrijving.
vote-as-answer = { $voted } van de { $members } leden; { $for } voor, { $against } tegen, { $blank } blanco
vote-adopt-title = Zet de uitslag in uw inschrijving
vote-adopt-text = Dit komt in het onderdeel over het besluit van uw leden. Wat er stond, blijft te vinden bij de eerdere teksten. De uitslag gaat ook mee als u indient: aantallen en dagen, geen namen.
vote-adopt = Neem de uitslag over
vote-minutes-title = Verslag en besluit
vote-minutes = Verslag
vote-minutes-hint = Wat werd er gezegd, en welke zorgen waren er? Dit blijft bij uw coöperatie. Wilt u het meesturen? Voeg het dan toe als bijlage.
vote-statement = Slotverklaring van het bestuur
vote-statement-hint = Bijvoorbeeld: het bestuur stelt vast dat de leden voor zijn en dient de inschrijving in.
vote-earlier = Eerdere stemmingen
vote-earlier-stopped = Gestopt op { $day }. Reden: { $reason }
vote-earlier-closed = Gesloten op { $day }.

vote-refused-running = Er loopt al een stemming voor deze inschrijving, of die begint nog. Stop die eerst.
vote-refused-question = Schrijf een vraag van ten hoogste 200 tekens.
vote-refused-about = Schrijf waarover uw leden stemmen, in ten hoogste 500 woorden.
vote-refused-secrecy = Kies of de stemming geheim of open is.
vote-refused-quorum = Vul een heel getal in: een aantal leden, of een percentage van 1 tot en met 100.
vote-refused-quorum-high = Het minimum is hoger dan het aantal leden in uw lijst.
vote-refused-short = Geef uw leden ten minste een uur om te stemmen.
vote-refused-past = Dit moment is voorbij. Kies een later moment, of laat het leeg.
vote-refused-after-round = Sluit de stemming voordat de inschrijving binnen moet zijn.
vote-refused-few = Vul ten minste 2 verschillende e-mailadressen in.
vote-refused-many = Dit zijn meer dan 5.000 adressen. Zoveel uitnodigingen kunnen wij niet versturen. Houd dan een vergadering en voeg het verslag toe.
vote-refused-address = Niet alle regels zijn een e-mailadres.
vote-refused-not-open = De stemming is nu niet open.
vote-refused-not-closed = De stemming is nog niet gesloten.
vote-refused-voted = U heeft al gestemd. Deze stemming is geheim, dus uw stem kan niet meer veranderen.
vote-refused-reason = Schrijf waarom u stopt, in ten hoogste 500 tekens.
vote-refused-reminded = U stuurde vandaag al een herinnering. Wacht 24 uur.
vote-refused-everybody = Iedereen heeft al gestemd.
vote-refused-too-long = Het verslag mag 1.000 woorden hebben en de verklaring 500 tekens.

ballot-title = Uw stem
ballot-step-1 = Stap 1 van 2
ballot-step-2 = Stap 2 van 2
ballot-about = Waar gaat het over?
ballot-vote = Stem
ballot-until = U kunt stemmen tot { $when }.
ballot-secret = Deze stemming is geheim. Niemand ziet wat u stemt. Wij bewaren alleen dat u stemde. Daarom kunt u uw stem straks niet meer veranderen.
ballot-open = Dit is een open stemming. Na afloop ziet het bestuur wat u stemde. Tot het einde kunt u uw stem veranderen.
ballot-blank-hint = U stemt mee, maar kiest niet. Uw stem telt voor de opkomst.
ballot-next = Ga verder
ballot-check = Klopt uw keuze?
ballot-you-vote = U stemt:
ballot-secret-final = Na deze stap kan uw stem niet meer veranderen.
ballot-open-change = U kunt uw stem daarna nog veranderen tot { $when }.
ballot-cast = Breng uw stem uit
ballot-other = Kies iets anders
ballot-planned = De stemming begint op { $when }. Bewaar uw mail en kom dan terug.
ballot-closed = De stemming is gesloten.
ballot-voted-secret = Bedankt, uw stem is geteld. Uw stem is geheim en kan niet meer veranderen. De uitslag staat hier als de stemming gesloten is.
ballot-voted-open = Bedankt, uw stem is geteld. U stemde: { $choice }. U kunt dat hieronder nog veranderen.
ballot-link-own = Deze link is alleen voor u. Geef hem niet door: wie hem heeft, kan voor u stemmen.

mail-vote-subject = Stem mee bij { $cooperative }
mail-vote-text = { $cooperative } vraagt u als lid te stemmen. Het duurt een paar minuten. U heeft geen account nodig.
mail-vote-reminder-subject = Herinnering: stem mee bij { $cooperative }
mail-vote-reminder-text = { $cooperative } vroeg u als lid te stemmen. U heeft dat nog niet gedaan. Het mag nog.
mail-vote-link = Open deze link en stem:
mail-vote-until = U kunt stemmen tot { $when }.
mail-vote-both = De link uit de vorige mail werkt ook nog. U kunt één keer stemmen.
mail-vote-own = De link is alleen voor u. Stuur deze mail niet door.
mail-vote-stranger = Bent u geen lid van deze coöperatie? Dan hoeft u niets te doen.

support-title = Verzamel steun in de buurt
support-back = Terug naar de steun in de buurt
support-intro = Bewoners laten met een code weten dat zij uw plan steunen. Zij hebben geen account nodig.
support-both-ways = Heeft u handtekeningen op papier, of brieven? Voeg die toe als bijlage. Dat is ook goed.
support-forgotten = Namen en zinnen van bewoners worden 30 dagen na de laatste inleverdag gewist. De aantallen per buurt blijven bewaard.
support-reads-along = U leest mee. Een lid dat meeschrijft, kan een pagina openen.
support-begin = Open een pagina voor bewoners
support-begin-text = U krijgt een code en een poster om op te hangen. Wie de code heeft, ziet dat uw coöperatie met dit plan bezig is. Hoeveel mensen steunen, staat er niet op.
support-begin-do = Open de pagina
support-about = Wat vertelt u bewoners over uw plan?
support-about-hint = Schrijf kort en gewoon. Iedereen met de code kan dit lezen.
support-open = Uw pagina is open
support-open-text = Deel het adres of hang de poster op.
support-address = Adres
support-code = Code
support-poster = Bekijk en print de poster
support-close = Sluit de pagina
support-close-text = De code werkt daarna niet meer. Wat bewoners al zeiden, blijft staan. U kunt later een pagina met een nieuwe code openen.
support-close-do = Sluit de pagina
support-counts =
    { $count ->
        [one] 1 bewoner steunt uw plan
       *[other] { $count } bewoners steunen uw plan
    }
support-counts-caption = Aantal bewoners per buurt
support-area = Buurt
support-people = Bewoners
support-area-here = In dit gebied
support-area-elsewhere = Ergens anders
support-doubles = Dezelfde naam in dezelfde buurt telt één keer. Wat u verbergt, telt niet mee.
support-adopt = Neem { $count } over als aantal handtekeningen
support-who = Wat bewoners zeiden
support-who-text = Alleen uw coöperatie ziet deze lijst. De gemeente krijgt na het indienen de aantallen per buurt, en de zinnen waarvoor bewoners toestemming gaven.
support-nobody = Nog niemand. Deel het adres of hang de poster op.
support-forgotten-name = Naam gewist
support-consent-count-said = De gemeente krijgt alleen het aantal.
support-consent-sentence-said = De gemeente mag de zin lezen.
support-consent-sentence_and_name-said = De gemeente mag de zin en de naam lezen.
support-hidden = Verborgen: { $reason }
support-hide = Verberg
support-hide-of = Verberg wat { $name } zei
support-hide-reason = Waarom verbergt u dit?
support-hide-hint = Alleen voor scheldwoorden, reclame of een verzonnen naam. De reden komt in het logboek. Noem de naam daar niet.
support-show = Laat weer zien

support-refused-area = Kies waar u woont.
support-refused-consent = Zet een vinkje als u het goed vindt dat wij dit bewaren.
support-refused-sentence = Gebruik ten hoogste 200 tekens.
support-refused-about = Schrijf iets over uw plan, in ten hoogste 150 woorden.
support-refused-open = Er is al een pagina open. Sluit die eerst.
support-refused-closed = Deze pagina is gesloten.
support-refused-reason = Schrijf waarom u dit verbergt, in ten hoogste 200 tekens.

support-find-title = Steun een plan in uw buurt
support-find-hint = De code staat op de poster of in een bericht, bijvoorbeeld 7K2M-X9QP.
support-find-do = Ga verder
support-find-unknown = Deze code kennen wij niet. Kijk of u hem goed heeft overgenomen.
support-sign-title = Steun een plan
support-sign-heading = Steunt u het plan van { $cooperative }?
support-closed = Deze pagina is gesloten. U kunt hier niets meer laten weten.
support-name = Uw naam
support-name-hint = Wij gebruiken uw naam om dubbele tellingen te voorkomen.
support-where = Waar woont u?
support-sentence = Waarom steunt u dit plan?
support-sentence-short = Uw zin
support-sentence-hint = Eén zin van ten hoogste { $max } tekens.
support-publish = Wat mag de gemeente lezen?
support-consent-count = Alleen dat er iemand uit mijn buurt steunt
support-consent-sentence = Ook mijn zin, zonder naam
support-consent-sentence_and_name = Ook mijn zin, met mijn naam
support-what-happens = Wat gebeurt er met wat u invult?
support-happens-see = { $cooperative } ziet uw naam, uw buurt en uw zin. Anderen zien die niet.
support-happens-counts = De gemeente krijgt het aantal mensen per buurt. Uw zin en naam krijgt zij alleen als u dat kiest.
support-happens-back = U krijgt een eigen link. Daarmee wist u alles, wanneer u wilt. Wist u het na { $when }? Dan heeft de gemeente misschien al gekregen wat u goedvond.
support-happens-forgotten = Uw naam en zin wissen wij 30 dagen na dat moment.
support-consent = Ik steun dit plan en vind het goed dat dit zo bewaard wordt.
support-sign = Ik steun dit plan
support-own-title = Uw steun
support-thanks = Bedankt. Uw steun is geteld.
support-own-said = Dit liet u weten
support-take-back = Wilt u het terugnemen?
support-keep-link = Bewaar deze link. Alleen hiermee kunt u uw steun terugnemen:
support-take-back-text = Dan wissen wij alles wat u invulde. Heeft de coöperatie al ingediend? Dan houdt de gemeente wat zij toen kreeg.
support-take-back-do = Neem mijn steun terug
support-gone-title = Uw steun is teruggenomen
support-gone-text = Wij hebben gewist wat u invulde. Wilt u later toch steunen? Gebruik dan opnieuw de code.
support-poster-title = Poster
support-poster-print = Druk deze pagina af en hang de poster op. Het menu komt niet op papier.
support-poster-scan = Scan de code met uw telefoon, of ga naar:
support-poster-or = Of ga naar { $address } en vul de code in: { $code }
support-poster-until = U kunt steunen tot { $when }.
support-poster-minimal = U vult uw naam en uw buurt in. U heeft geen account nodig. U kunt uw steun altijd terugnemen.
support-qr = QR-code naar { $address }

content-members_mandate = Stemming van de leden
content-support = Steun van bewoners
content-support-sentences = Wat zij zeiden
