## De laatste inleverdag: herinneringen, en verschuiven na een storing.

bid-beside-reminders = Herinneringen per mail
reminders-title = Herinneringen per mail
reminders-intro = Is uw inschrijving nog niet ingediend? Dan sturen wij u een herinnering. Indienen kan tot { $when }.
reminders-moments = U krijgt een mail op:
reminders-none = Er komen geen herinneringen meer.
reminders-muted = U krijgt geen herinneringen voor deze inschrijving.
reminders-mute = Stuur mij geen herinneringen
reminders-remind = Stuur mij weer herinneringen
reminders-what = Dit geldt alleen voor u en alleen voor deze inschrijving. In de mail staat hoeveel onderdelen nog open staan, niet wat u schreef.
ahead-14_days = nog 14 dagen
ahead-7_days = nog 7 dagen
ahead-2_days = nog 2 dagen
ahead-1_day = nog 1 dag
ahead-3_hours = nog 3 uur
mail-deadline-subject = Uw inschrijving: { $left }
mail-deadline-text = Uw inschrijving is nog niet ingediend. Dat kan tot { $when }.
mail-deadline-open =
    { $count ->
        [0] Alle { $total } onderdelen zijn klaar. U hoeft alleen nog te ondertekenen en in te dienen.
        [one] 1 van de { $total } onderdelen is nog niet klaar.
       *[other] { $count } van de { $total } onderdelen zijn nog niet klaar.
    }
mail-deadline-link = Ga verder met uw inschrijving:
mail-deadline-mute = Wilt u deze herinneringen niet meer? Open dan deze link:

manage-step-extension = Laatste inleverdag verschuiven
extension-title = Verschuif de laatste inleverdag
extension-intro = Deed de website het niet, of konden inschrijvers door iets anders niet indienen? Geef dan iedereen meer tijd. Dit kan alleen naar later, en alleen zolang geen inschrijving open is.
extension-now = Indienen kan nu tot { $when }.
extension-first = Eerst was dat { $when }.
extension-closes = Nieuwe laatste inleverdag
extension-closes-hint = Later dan nu, en voor de dag waarop de cijfers klaar moeten zijn.
extension-reason = Reden
extension-reason-hint = Iedereen leest dit. Bijvoorbeeld: de website was op 15 januari tussen 9.00 en 11.00 uur niet bereikbaar.
extension-look = Controleer en ga door
extension-preview = Klopt dit?
extension-moved = Van { $before } naar { $after }.
extension-questions = Vragen stellen kan dan tot { $when }.
extension-reason-is = Reden: { $reason }
extension-who-hears = Dit staat meteen op de pagina van de ronde. Iedereen met een inschrijving, ook een concept, en iedereen die een vraag stelde, krijgt een mail. Wat gepubliceerd is, blijft hetzelfde, ook het controlegetal.
extension-do = Verschuif en laat het weten
extension-change = Wijzig eerst iets
extension-late = De tijd is voorbij, maar er is nog niets open. U kunt de inleverdag nog verschuiven. Inschrijvers kunnen dan weer schrijven en indienen.
extension-earlier = Eerder verschoven
extension-refused-draft = Deze ronde is nog niet gepubliceerd. U kunt de data nog gewoon wijzigen.
extension-refused-opened = De inschrijvingen zijn open. De laatste inleverdag kan niet meer verschuiven.
extension-refused-past = Dit moment is voorbij. Kies een later moment.
extension-refused-earlier = Kies een later moment dan de laatste inleverdag van nu. Eerder sluiten kan niet.
extension-refused-scores = Dit is te laat: op die dag moeten de cijfers al klaar zijn. Kies een dag daarvoor.
extension-refused-reason = Schrijf waarom u verschuift, in ten hoogste 500 tekens.
extension-banner = De laatste inleverdag is verschoven
extension-banner-text = Eerst was het { $before }. Nu is het { $after }.
mail-moved-subject = Meer tijd: { $round }
mail-moved-text = De gemeente geeft iedereen meer tijd om in te schrijven op { $round }.
mail-moved-before = Eerst: { $when }
mail-moved-after = Nu: { $when }
mail-moved-reason = Reden: { $reason }
mail-moved-link = Lees meer op de pagina van de ronde:
mail-deadline-next = Lukt het niet op tijd? Het volgende moment om in te stappen is { $day }.
