## Besluit, brieven en uitslag.

refusal-decision-published = De uitslag van deze ronde is al gepubliceerd. Daarna kan een besluit niet meer veranderen.
refusal-decision-not-opened = De inschrijvingen zijn nog niet open. Daarna kunt u besluiten.
refusal-decision-not-ripe = Over dit perceel kunt u nog niet besluiten. Eerst moeten de tafels klaar zijn.
refusal-decision-changed = Er is iets veranderd sinds u deze pagina opende. Ga terug, ververs de pagina en kijk wat er nu staat.
refusal-decision-lacks = Dit besluit is nog niet compleet. Ga terug en vul aan wat er mist.
refusal-decision-lots-open = Nog niet elk perceel heeft een besluit. Neem eerst die besluiten.
