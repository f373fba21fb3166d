## Conditions on which a bid joins: for the bidder, the process lead and whoever decides.

condition-by = By { $day } at the latest.
condition-passed = This day has passed.
condition-passed-long = The day of this condition has passed: { $day }. See whether the bidder meets it.
happening-conditions = Your bid joins on these conditions:
decision-conditions = Conditions
decision-conditions-intro = These bids join on a condition. The winner reads its own conditions in the letter.
mail-condition-passed-subject = The day of a condition has passed: { $round }
mail-condition-passed-body = A bid on lot { $lot } ({ $round }) joins on a condition. The day of that condition has passed. See whether the bidder meets it.
