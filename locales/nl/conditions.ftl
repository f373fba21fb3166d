## Voorwaarden waarop een inschrijving meedoet: voor de inschrijver, de procesleider en wie besluit.

condition-by = Uiterlijk { $day }.
condition-passed = Deze dag is voorbij.
condition-passed-long = De dag van deze voorwaarde is voorbij: { $day }. Kijk of de inschrijver eraan voldoet.
happening-conditions = Uw inschrijving doet mee op deze voorwaarden:
decision-conditions = Voorwaarden
decision-conditions-intro = Deze inschrijvingen doen mee op een voorwaarde. De winnaar leest de eigen voorwaarden in de brief.
mail-condition-passed-subject = De dag van een voorwaarde is voorbij: { $round }
mail-condition-passed-body = Een inschrijving op perceel { $lot } ({ $round }) doet mee op een voorwaarde. De dag van die voorwaarde is voorbij. Kijk of de inschrijver eraan voldoet.
