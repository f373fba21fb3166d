## Inloggen en accounts
sign-in-title = Inloggen
sign-in-email = E-mailadres
sign-in-password = Wachtwoord
sign-in-wrong = Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw of kies een nieuw wachtwoord.

menu-rounds = Rondes
menu-bids = Mijn inschrijvingen
menu-manage = Beheer
menu-review = Mijn beoordelingen
menu-tables = Tafels
menu-guide = Uitleg

role-lead = Trekker
role-writer = Schrijver
role-signatory = Mag indienen
role-member = Lid
role-administrator = Beheerder
role-process_lead = Procesleider
role-assessor = Beoordelaar
role-key_holder = Sleutelhouder
role-chair = Voorzitter van de tafel
role-secretary = Secretaris
role-adviser = Adviseur
role-observer = Waarnemer
role-decision_maker = Beslisser

## Wat een rol doet
role-does-lead = Nodigt mensen uit, schrijft mee en mag een inschrijving intrekken.
role-does-writer = Schrijft mee aan inschrijvingen.
role-does-signatory = Schrijft mee en dient inschrijvingen in namens de coöperatie.
role-does-member = Leest mee.
role-does-administrator = Nodigt collega's uit en beheert de gegevens van de gemeente.
role-does-process_lead = Maakt rondes, beantwoordt vragen en bewaakt de tijd. Geeft geen cijfers.
role-does-assessor = Leest inschrijvingen en geeft cijfers.
role-does-key_holder = Opent samen met een ander de inschrijvingen, en later de prijs. Geeft geen cijfers.
role-does-chair = Leidt het gesprek aan de tafel.
role-does-secretary = Zorgt voor het verslag van de tafel.
role-does-adviser = Denkt mee aan de tafel, zonder cijfers te geven.
role-does-observer = Kijkt mee aan de tafel.
role-does-decision_maker = Neemt namens de gemeente het besluit.

## Inloggen
sign-in-empty = Vul uw e-mailadres en uw wachtwoord in.
sign-in-forgot = Wachtwoord vergeten?
sign-in-new = Nog geen account?
sign-in-register = Maak een account

## Een account maken
register-title = Maak een account
register-intro = Met een account stelt u vragen en schrijft u mee aan een inschrijving. Kreeg u een uitnodiging per mail? Gebruik dan de link in die mail.
register-name = Uw naam
register-name-hint = Zo zien andere mensen u, bijvoorbeeld: Jan de Wit.
register-email-hint = Wij sturen een mail naar dit adres. Daarmee logt u later in.
password-hint = Ten minste 12 tekens. Een zinnetje is sterk en makkelijk te onthouden. Hoofdletters of cijfers hoeven niet.
register-button = Maak account
register-known = Heeft u al een account?
person-name-empty = Vul uw naam in.
person-name-too-long = Maak uw naam korter: ten hoogste 80 tekens.
person-name-signs = Vul alleen uw naam in, zonder link en zonder tekens als / @ en :.
password-too-short = Kies een wachtwoord van ten minste 12 tekens.
password-too-long = Kies een wachtwoord van ten hoogste 200 tekens.
password-common = Veel mensen kiezen dit wachtwoord. Kies iets wat niemand kan raden, bijvoorbeeld vier losse woorden.
password-own = Kies een wachtwoord dat niet uw eigen naam of e-mailadres is.
password-old-wrong = Dit is niet uw wachtwoord van nu. Probeer het opnieuw.

mail-sent-title = Kijk in uw mail
mail-sent-register = Wij stuurden u een mail. Open de link in die mail. Dan is uw account klaar. De link werkt 48 uur.
mail-sent-reset = Wij stuurden u een mail, als dit adres bij ons bekend is. Open de link in die mail en kies een nieuw wachtwoord. De link werkt 2 uur.
mail-sent-none = Geen mail gekregen?
mail-sent-spam = Kijk in de map met ongewenste mail.
mail-sent-again = Probeer het opnieuw en kijk of het adres klopt
mail-sent-demo = Dit is een voorbeeld: mail gaat nergens heen. Lees hem hier:

verification-title = Bevestig uw e-mailadres
verification-intro = Vul het wachtwoord in dat u net koos. Dan weten wij dat u het bent, en is uw account klaar.
verification-email = Uw e-mailadres
verification-button = Bevestig en log in
verification-wrong = Dit is niet het wachtwoord dat u koos. Probeer het opnieuw, of maak opnieuw een account.

## Nieuw wachtwoord
reset-title = Nieuw wachtwoord
reset-intro = Vul uw e-mailadres in. Wij sturen een mail met een link. Daarmee kiest u een nieuw wachtwoord.
reset-button = Stuur de mail
new-password-title = Kies een nieuw wachtwoord
new-password-for = Dit is het nieuwe wachtwoord voor { $email }. Na deze stap bent u overal uitgelogd. U logt daarna in met het nieuwe wachtwoord.
new-password = Nieuw wachtwoord
new-password-button = Bewaar het wachtwoord

## Uw account
account-title = Uw account
account-you = Over u
account-language = Taal
language-name = Nederlands
account-email = E-mailadres
account-organisations = Uw organisaties
account-none = U hoort nog niet bij een organisatie. Begin zelf een coöperatie, of vraag de trekker van uw coöperatie om een uitnodiging.
account-found = Begin een coöperatie
account-people = Mensen en rollen
account-password = Wachtwoord veranderen
account-password-note = Na deze stap bent u op andere apparaten uitgelogd.
account-old = Wachtwoord van nu
account-sessions = Waar u bent ingelogd
account-sessions-intro = Herkent u een apparaat niet? Log het uit en verander uw wachtwoord.
session-device = { $browser } op { $system }
session-unknown = Onbekend apparaat
session-current = Dit apparaat
session-seen = Laatst gebruikt:
session-address = Internetadres:
session-end = Log uit
session-end-others = Log alle andere apparaten uit

done-welcome = Welkom. Uw account is klaar.
done-name = Uw gegevens zijn bewaard.
done-password = Uw wachtwoord is veranderd.
done-session = Dat apparaat is uitgelogd.
done-sessions = Alle andere apparaten zijn uitgelogd.
done-founded = Uw coöperatie is gemaakt. U bent trekker en u mag indienen. Nodig nu de anderen uit.
done-invited = De uitnodiging is verstuurd.
done-withdrawn = De rol of uitnodiging is ingetrokken.
done-joined = U doet mee.

## Een coöperatie beginnen
founding-title = Begin een coöperatie
founding-intro = U wordt trekker: u nodigt anderen uit. U mag ook inschrijvingen indienen. Later kunt u rollen aan anderen geven.
founding-name = Naam van uw coöperatie
founding-name-hint = Zoals in de statuten, of zoals u gaat heten.
founding-place = Plaats
founding-form = Rechtsvorm
founding-number = KvK-nummer
founding-number-hint = 8 cijfers. Nog geen nummer? Laat dit leeg.
founding-button = Maak de coöperatie
founding-too-long = Maak deze tekst korter: ten hoogste 120 tekens.
founding-choose-form = Kies een rechtsvorm. Weet u het nog niet? Kies: in oprichting.
founding-number-wrong = Vul het KvK-nummer in. Dat heeft 8 cijfers. Nog geen nummer? Laat dit leeg.
legal-form-cooperative = Coöperatie
legal-form-association = Vereniging
legal-form-foundation = Stichting
legal-form-in_formation = In oprichting

## Mensen en rollen
members-title = Mensen en rollen
members-since = sinds
members-take = Trek in
members-take-of = : rol { $role } van { $name }
members-open = Uitnodigingen die nog open staan
members-until = geldig tot
members-withdraw = Trek uitnodiging in
members-invite = Nodig iemand uit
members-invite-intro = Wij sturen een mail met een link. De link werkt 7 dagen.
members-email = E-mailadres van die persoon
members-role = Welke rol krijgt die persoon?
members-button = Verstuur de uitnodiging
members-choose-role = Kies een rol.
withdrawal-title = Rol intrekken
withdrawal-question = { $person } heeft dan niet meer de rol: { $role }. Dit geldt bij { $organisation } en werkt meteen. Wat { $person } schreef, blijft staan.
withdrawal-own = Let op: dit is uw eigen rol. U kunt uzelf deze rol niet teruggeven.
withdrawal-button = Trek de rol in
refusal-role-not-here = Deze rol bestaat niet in deze organisatie. Kies een andere rol.
refusal-role-has-already = Deze persoon heeft deze rol al. Kies een andere rol.
refusal-role-last = Dit is de laatste persoon met deze rol. Geef de rol eerst aan iemand anders.

## Uitnodiging
invitation-title = Uitnodiging
invitation-text = U bent uitgenodigd om mee te doen bij { $organisation }. U krijgt de rol: { $role }.
invitation-accept = Doe mee
invitation-account-intro = Maak meteen een account. Uw e-mailadres is { $email }.
invitation-button = Maak account en doe mee
invitation-sign-in = Er is al een account met het adres { $email }. Log in en kom dan hier terug.
invitation-other = Deze uitnodiging is voor { $email }. U bent nu ingelogd met een ander adres. Log uit en open de link in de mail opnieuw.
refusal-invitation-other = Deze uitnodiging is voor een ander e-mailadres. Log uit en open de link in de mail opnieuw.

## Mails
mail-not-you = Heeft u dit niet zelf gedaan? Dan hoeft u niets te doen.
mail-verify-subject = Bevestig uw e-mailadres
mail-verify-text = U maakt een account bij Buurtbod. Open deze link en vul uw wachtwoord in. Dan is uw account klaar:
mail-verify-until = De link werkt 48 uur.
mail-known-subject = U heeft al een account bij Buurtbod
mail-known-text = Iemand wilde een account maken met dit e-mailadres. U heeft al een account. Er is niets veranderd.
mail-known-sign-in = Log hier in:
mail-known-reset = Weet u uw wachtwoord niet meer? Kies een nieuw wachtwoord:
mail-reset-subject = Kies een nieuw wachtwoord
mail-reset-text = U vroeg om een nieuw wachtwoord voor Buurtbod. Open deze link en kies er een:
mail-reset-until = De link werkt 2 uur en maar 1 keer.
mail-reset-not-you = Vroeg u dit niet? Dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.
mail-changed-subject = Uw wachtwoord is veranderd
mail-changed-text = Het wachtwoord van uw account bij Buurtbod is zojuist veranderd. U bent op andere apparaten uitgelogd.
mail-changed-not-you = Deed u dit niet zelf? Kies dan meteen een nieuw wachtwoord:
mail-invitation-subject = Uitnodiging voor { $organisation }
mail-invitation-dear = Goedendag,
mail-invitation-text = { $by } nodigt u uit om mee te doen bij { $organisation }. U krijgt de rol: { $role }.
mail-invitation-what = Open deze link om mee te doen:
mail-invitation-until = De link werkt 7 dagen en maar 1 keer.
mail-invitation-not-you = Kent u deze persoon of organisatie niet? Dan hoeft u niets te doen.
