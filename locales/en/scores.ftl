## Scores, points and outcomes of a round, on every page and in letters
points-of = { $points } points
grade-word = score { $grade }
price-word = Price
earned-off = { $amount } off the price
earned-on = { $amount } on top of the price
outcome-points = { $total } points of 100
outcome-euros = a calculated price of { $total }
outcome-euros-per-point = an outcome of { $total } per point of quality
outcome-index = an outcome of { $total }
outcome-note-points = of 100
outcome-note-euros = calculated price, the lowest wins
outcome-note-euros-per-point = price per point, the lowest wins
outcome-note-index = the highest wins
score-table = Outcome per bidder and per question
score-table-bid = Place and bidder
score-table-total = Total
score-table-not-scored = This bid has no outcome.

## How the price counts, for bidders
price-rule-fixed-how = The price is fixed. Only the quality of your plan counts.
price-rule-weighted-absolute-how = The lower the price between floor and ceiling, the more points. The prices of others do not count.
price-rule-award-on-value-how = Quality is worth money. That value is taken off your price. The lowest outcome wins. The prices of others do not count.
price-rule-value-for-money-how = The quality is divided by the price. The highest outcome wins. The prices of others do not count.
price-rule-price-per-point-how = The price is divided by the points for quality. The lowest outcome wins. The prices of others do not count.
price-rule-log-price-how = The lowest price gets all points. A price of { $multiple } times the lowest price gets 0, and above that points are taken off. So the lowest price of all bids counts.
price-rule-low-bid-inverse-how = The lowest price gets all points. A price that is twice as high gets half. So the lowest price of all bids counts.
price-rule-low-bid-linear-how = The lowest price gets all points. A price of { $multiple } times the lowest price or more gets 0. So the lowest price of all bids counts.
price-rule-utility-index-how = Quality counts beside the best quality, and the price beside the lowest price. The highest outcome wins. So the other bids count.
falls-away-keep-order = Does a bid fall away after the result? Then the others keep their points and their order.
falls-away-recompute = Does a bid fall away after the result? Then we calculate the points of the others again. The order may change.
total-threshold-least = The total must be at least { $total }. Otherwise a bid gets no place.
total-threshold-most = The outcome may be at most { $total }. Otherwise a bid gets no place.
