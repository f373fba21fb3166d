## Cijfers geven: notities en punten
score-questions = Vragen van deze inschrijving
own-notes-title = Uw notities
notes-hint = Alleen u ziet deze notities. Sterke en zwakke punten ziet u straks weer aan tafel. Niemand anders leest ze.
note-at = Alinea
note-at-label = Maak een notitie bij alinea { $place }
note-kind = Wat is het?
note-kind-mark = Markering
note-kind-strength = Sterk punt
note-kind-weakness = Zwak punt
note-text = Notitie
note-text-hint = Ten hoogste { $most } tekens. Bij een markering mag dit leeg blijven.
note-add = Bewaar deze notitie
note-remove = Haal weg
note-old = (bij een eerdere versie)
refusal-note-no-place = Kies een alinea uit de lijst.
refusal-note-no-text = Schrijf wat er sterk of zwak aan is.
refusal-note-too-long = Maak deze notitie korter: ten hoogste 500 tekens.
refusal-note-too-many = U heeft al 200 notities bij deze inschrijving. Haal er eerst een weg.
item-own-points = Uw eigen punten. Alleen u ziet deze.

## Toetsen
keys-title = Sneltoetsen
keys-on = Gebruik sneltoetsen
keys-grade = Kies het cijfer. 1 is 10 als er geen 1 is.
keys-next = Naar de volgende
keys-before = Naar de vorige
keys-save = Sla op en ga verder
keys-help = Toon of verberg deze lijst

## Vastzetten
lock-all = Al uw cijfers met uitleg

## Zonder internet
form-link = Werkt u zonder internet? Gebruik het formulier.
form-back = Terug naar uw cijfers
form-title = Cijfers geven zonder internet
form-intro = U kunt uw cijfers ook geven op een computer zonder internet. U haalt het formulier op, vult het in en stuurt het later terug. U ziet eerst wat er verandert.
form-out = 1. Haal het formulier op
form-out-how = Het is een werkblad voor Excel of LibreOffice. Op de eerste pagina vult u cijfers en uitleg in. Op de tweede pagina leest u de teksten, met een nummer bij elke alinea.
form-download = Haal het formulier op
form-out-careful = De teksten zijn vertrouwelijk. Bewaar het bestand waar alleen u erbij kunt, en gooi het weg als u klaar bent. In het logboek staat dat u het ophaalde.
form-in = 2. Stuur het ingevulde formulier terug
form-other-file = Een ander bestand
form-choose = Uw ingevulde formulier
form-choose-hint = Een .xlsx-bestand van ten hoogste { $max } MB. Er verandert nog niets.
form-look = Bekijk wat er verandert
form-take-over = Neem dit over
form-saved = Gelukt. De cijfers uit uw formulier zijn overgenomen.
form-saved-clash = De cijfers uit uw formulier zijn overgenomen. Bij een of meer cijfers veranderde hier tegelijk iets. Beide teksten zijn bewaard: open dat cijfer en kies.
form-same = In dit bestand staat niets anders dan hier. Er verandert niets.
form-changes =
    { $count ->
        [one] Dit verandert: 1 ding
       *[other] Dit verandert: { $count } dingen
    }
form-nothing-yet = Er is nog niets veranderd. Lege vakken in het formulier veranderen niets.
form-table = Wat er verandert
form-what = Wat
form-is-here = Staat hier nu
form-in-file = Staat in uw bestand
form-empty = Leeg
form-clashes =
    { $count ->
        [one] 1 ding veranderde ook hier. Kies wat blijft.
       *[other] { $count } dingen veranderden ook hier. Kies wat blijft.
    }
form-clashes-hint = U veranderde dit in het bestand, en na het ophalen ook hier.
form-choose-one = Wat blijft?
form-here = Wat hier staat
form-file = Wat in het bestand staat
form-faults = Dit nemen wij niet over
form-faults-hint = Pas dit aan in het bestand en stuur het nog een keer, of vul het hier in.
form-off_scale = Dit cijfer staat niet in de schaal.
form-too_long = Deze uitleg is te lang: ten hoogste 150 woorden.
form-strange =
    { $count ->
        [one] 1 regel hoort niet (meer) bij uw cijfers. Die slaan wij over.
       *[other] { $count } regels horen niet (meer) bij uw cijfers. Die slaan wij over.
    }
form-of-grade = Inschrijving { $code }, { $name }: cijfer
form-of-reason = Inschrijving { $code }, { $name }: uitleg
form-none = Kies eerst een bestand.
form-too-large = Dit bestand is te groot. Een formulier is ten hoogste { $max } MB.
form-unreadable = Dit bestand kunnen wij niet lezen. Sla het formulier op als .xlsx, zonder wachtwoord, en probeer het opnieuw.
form-no-form = Dit is niet het formulier van deze website. Haal hier een formulier op en vul dat in.
form-other-form = Dit formulier is van een andere beoordelaar, een ander perceel of een andere ronde. Haal hier uw eigen formulier op.
form-formula = In het formulier staat een formule. Typ het cijfer en de uitleg gewoon in.
form-too-much = Er staan te veel regels in dit bestand. Haal een nieuw formulier op en vul dat in.
form-twice = Een vraag staat 2 keer in het formulier, met verschillende antwoorden. Haal er 1 weg.
form-file-name = cijfers-formulier.xlsx
form-page-scores = Cijfers
form-page-reading = Lezen
form-page-scale = Schaal
form-bid = Inschrijving
form-question = Vraag
form-grade = Cijfer
form-reason = Uitleg
form-place = Alinea
form-text = Tekst
form-grade-name = Naam
form-grade-text = Wanneer
form-how = Vul alleen Cijfer en Uitleg in. De teksten staan op de pagina Lezen. Sla op als .xlsx en stuur het bestand terug op de website.
form-wrong-grade = Kies een cijfer uit de schaal.

## Oefenen
sample-title = Oefenen met een voorbeeld
sample-desk = Doe dit eerst. Het telt niet mee.
sample-make = Laat beoordelaars eerst oefenen met een voorbeeld
sample-intro = Lees dit verzonnen antwoord en geef een cijfer met uitleg. Daarna ziet u wat de procesleider ervan vindt. Dit telt nergens voor mee.
sample-lead-intro = Schrijf een verzonnen antwoord. Beoordelaars geven er een cijfer voor voordat zij beginnen. Daarna zien zij uw cijfer en uw uitleg. U ziet alleen wie oefende, niet welk cijfer iemand gaf. Het telt nergens voor mee.
sample-saved = Het voorbeeld is bewaard.
sample-criterion = Bij welke vraag?
sample-choose = Kies
sample-text = Het voorbeeld
sample-text-hint = Gebruik geen tekst van een echte inschrijver. Laat een lege regel tussen alinea’s.
sample-grade = Welk cijfer geeft u?
sample-explanation = Waarom?
sample-explanation-hint = Beoordelaars lezen dit nadat zij zelf een cijfer gaven.
sample-names = Wie al oefende
sample-names-hint = Er oefende al iemand. Het voorbeeld verandert nu niet meer.
sample-why-hint = Schrijf wat goed is en wat beter kan.
sample-judge = Geef dit cijfer
sample-write = Schrijf waarom u dit cijfer geeft.
sample-feedback = Zo deed u het
sample-own = Uw cijfer
sample-of-lead = Cijfer van de procesleider
sample-group = De groep
sample-group-small = U ziet hier wat de groep gaf als ten minste 3 mensen oefenden.
sample-own-too = (ook u)
sample-times =
    { $count ->
        [one] 1 keer
       *[other] { $count } keer
    }
sample-nothing = Dit telt niet mee. Niemand ziet welk cijfer u hier gaf.
refusal-sample-no-criterion = Kies een vraag van deze ronde.
refusal-sample-no-text = Schrijf een voorbeeld.
refusal-sample-no-reason = Schrijf waarom u dit cijfer geeft.
refusal-sample-too-long = Deze tekst is te lang om te bewaren. Maak hem korter.
refusal-sample-in-use = Er oefende al iemand met dit voorbeeld. Het verandert nu niet meer.
refusal-sample-changed = Iemand anders veranderde dit voorbeeld. Kopieer uw tekst, ververs de pagina en kijk wat er nu staat.
refusal-sample-done = U oefende al met dit voorbeeld.
