preview-title = Bestand bekijken
preview-back = Terug
preview-look = Bekijken
preview-page = Pagina { $number } van { $of }
preview-picture = Afbeelding van pagina { $number } van { $name }
preview-read-aloud = Dit is een afbeelding van de pagina. Wilt u de tekst laten voorlezen, sla dan het bestand op.
preview-cannot = Dit bestand kunnen wij hier niet laten zien. U kunt het wel opslaan en zelf openen.
preview-save = PDF, om op te slaan
