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
