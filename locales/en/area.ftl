## The own area of a bid
area-title = Your area
area-beside = Your area on the map
area-back = Back to the bid
area-go = Choose your area on the map
area-intro = Do you take the whole lot, or a part? Choose your area here. Then you see how many people live there.
area-choice = Which area do you take?
area-choice-whole = The whole lot
area-choice-areas = One or more areas from the list
area-choice-drawn = An area that I draw myself
area-list = Areas in this lot
area-people =
    { $count ->
        [one] 1 inhabitant
       *[other] { $count } inhabitants
    }
area-map = Map of the lot. The list below says the same.
area-no-map = There is no map of this lot yet. You can only choose the whole lot.
area-points = Corner points of your drawing
area-points-hint = One point on each line: first the latitude, then the longitude. For example 53.5866 3.5388. Do you choose to draw? Then press the map to set a point.
area-undo = Take the last point away
area-save = Save this area
area-picked = This is what you chose
area-picked-whole = The whole lot
area-picked-areas =
    { $count ->
        [one] A part of the lot: 1 area
       *[other] A part of the lot: { $count } areas
    }
area-picked-drawn = An area of its own, drawn on the map
area-word- = Not chosen
area-word-whole = The whole lot
area-word-areas = A part of the lot
area-word-drawn = An area of its own, drawn on the map
area-facts = Who lives there
area-name = Area
area-total = Together
area-no-data = Not known
area-part-of = { $name } ({ $share } per cent of the area)
area-part-of-little = { $name } (less than 1 per cent of the area)
area-note-year = Figures of { $year }. The share of 65 and older is weighed by inhabitants and rounded to whole per cents.
area-note-unknown =
    { $count ->
        [one] Of 1 area a figure is not known, for example because few people live there. It does not count.
       *[other] Of { $count } areas a figure is not known, for example because few people live there. They do not count.
    }
area-note-estimate = This is an estimate. We reckon as if people live evenly over an area.
area-clash = Somebody else chose another area meanwhile. Your choice has not been saved yet.
area-clash-what = Your choice stands below. Save it if you want to replace the other one, or go back.
area-file-title = Do you have your area in a file?
area-file = Choose a file with 1 area (GeoJSON)
area-file-hint = With longitude and latitude (WGS84), without holes, at most 500 points and 512 kB.
area-file-read = Take this area

area-refused-nothing = Choose the whole lot, or choose at least 1 area.
area-refused-not-in-lot = One of the areas does not belong to this lot. Choose again.
area-refused-no-map = There is no map of this lot yet. Choose the whole lot.
area-refused-few-points = An area has at least 3 corner points. Add points.
area-refused-many-points = These are too many points. Use at most 500.
area-refused-not-a-point = A line is not a place. Write the latitude first and then the longitude, for example 53.5866 3.5388.
area-refused-crosses = The line crosses itself. Put the points in the order in which you walk around the area.
area-refused-outside = { $percent } per cent of what you drew lies outside the lot. Draw within the lines of the lot.
area-refused-file = We cannot read an area from this. Choose a GeoJSON file with 1 area without holes.
area-refused-changed = Somebody else chose another area meanwhile.

ask-kind-decimal = A number with decimals ({ $unit })
ask-kind-area = An area on the map
setup-answer-decimal = With a number with decimals
setup-answer-area = With an area on the map
bid-error-decimal = Fill in a number from { $min } to { $max }, with at most { $places } decimals. For example 8,5.
admission-area = The area that this bidder takes
journal-picked_area = { $actor } chose the area of the bid on lot { $object }.
journal-label-area = Area
