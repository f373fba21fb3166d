## Een ronde maken en publiceren.

refusal-round-published = Deze ronde is gepubliceerd. Daarom kunt u haar niet meer veranderen.
refusal-round-changed = Iemand anders heeft deze ronde net veranderd. Kijk eerst wat er nu staat.
refusal-round-incomplete = Deze ronde is nog niet klaar. Kijk op de controlelijst wat er nog moet gebeuren.
refusal-area-unknown = Dit gebied staat niet op de kaart. Kies een ander gebied.
