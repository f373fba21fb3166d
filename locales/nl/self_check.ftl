## Vragen vooraf, in de opzet van een ronde.

part-self_check = Vragen vooraf
part-self_check-intro = Wie twijfelt, kan zich een paar vragen stellen voordat het schrijven begint. Niemand ziet de antwoorden. Vragen die niet passen bij wat u vraagt, staan hier niet. U kunt ook eigen vragen maken.
setup-self-check = Deze vragen staan er
setup-self-check-text = Eigen vraag { $number } (met ja of nee te beantwoorden)
setup-self-check-advice = Wat kan iemand doen als het antwoord op eigen vraag { $number } nee is?
setup-self-check-no-text = Schrijf ook de vraag, of haal de tip weg.
setup-self-check-no-advice = Schrijf ook wat iemand kan doen als het antwoord nee is.
change-self_check = De vragen vooraf zijn anders.
journal-word-self_check = vragen vooraf
