# Figures of the Transit tab that are handed out.
figure-routes = Ranking of the routes
figure-route-days = Days quoted for a route
figure-route-cost = Cost quoted for a route
figure-route-legs = Legs of a route
figure-no-route = No route can be shown: none is selected and none can be compared.
figure-filter-modes = modes { $modes }
figure-time-cost-title = Time against cost of freight, { $trip }
figure-time-cost-sub = Days on the way, and USD for a forty-foot container (FEU) at the prices of the time; median of what sources publish for each route, { $scopes }, { $years }
figure-value-cost-title = Cost of freight by value of the cargo, { $trip }
figure-value-cost-sub = { $made }, USD for the shipment at typical figures and the prices of the time, over the value of the cargo; { $scopes }, { $years }
figure-routes-sub = { $trip }; { $scopes }, { $years }; prices of the time
figure-compared = { $compared ->
    [one] 1 route compared
   *[other] { $compared } routes compared
}{ $missing ->
    [0] {""}
   *[other] ; { $missing } not compared ({ $reasons }; a route can lack more than one thing)
}
figure-trip-note = Routes count whose ends lie within { $km } km of { $from } and of { $to }, in either direction
figure-forecasts-note = Promises and plans count too, not only what was seen
figure-cargo-note = The shipment: { $value } in { $feu } FEU, { $tonnes } t; a day on the way costs { $share } of the value ({ $day })
figure-holding-accounting = capital of { $year } a year and { $day } a day of lost value
figure-holding-market = what buyers were seen to pay for a day less
figure-reliability-note = Unreliable days count: { $ratio } of a day for each day of standard deviation
figure-carbon-note = Emissions count: { $price } for each tonne of CO2 equivalents
figure-cheapest = Cheapest at typical figures: { $list }
figure-own-cargo = the shipment { $value }
figure-others = Thin lines, cheapest at no value, with their cost for a cargo of { $value }: { $list }
figure-route-first = No route was chosen: this is the one that costs least, time included, for the cargo in question
figure-route-days-title = Days quoted for the route { $route }
figure-route-days-sub = { $place }; days on the way, each figure at the middle of the period it is about
figure-route-cost-title = Freight cost quoted for the route { $route }
figure-route-cost-sub = { $place }; USD for a forty-foot container (FEU) at the prices of the time, each figure at the middle of the period it is about
figure-route-legs-title = Legs of the route { $route }
figure-route-legs-sub = { $place }; length of each leg in km, bars as long as the leg, and days as stated
figure-dot-counts = counts
figure-dot-range = counts; middle of a range, or a limit
figure-dot-aside = does not count
figure-dot-ends = lowest to highest
figure-quoted-counts = { $used ->
    [one] 1 of these figures counts
   *[other] { $used } of these figures count
} ({ $scopes }, { $years }){ $left ->
    [0] {""}
   *[other] , { $left } do not: { $list }
}
figure-legs-missing = An outline alone: the length is not known
figure-legs-totals = Quoted for the whole route less the sum of the legs that are known, at typical values, is what is not located on any leg

data-beaten-by = Beaten by
data-cheaper-than = Cheaper from there on than
data-cheapest-from = Cheapest from a cargo value of
data-cheapest-to = Cheapest up to a cargo value of
data-compared = Compared
data-counts = Counts
data-days = Days
data-days-of = Legs or figures behind the days
data-days-sources = Source ids of the days
data-days-unit = days
data-detour = Length over great circle
data-direction = Direction
data-drawn = Drawn
data-drawn-at = Drawn at year
data-emissions = Emissions
data-figures-behind = { $name }, number of figures
data-fixed = Cost at cargo value zero
data-forecast = Promise or plan
data-freight = Freight
data-freight-sources = Source ids of the freight
data-from = From
data-from-id = From, id
data-from-year = First year of the figures
data-about-from = About, first year
data-about-to = About, last year
data-handling = Handling
data-highest = { $name }, highest
data-inbound = towards the origin
data-leg = Leg
data-left-out-because = Does not count because
data-legs-estimated = Legs with an estimated length
data-length-estimated = estimated
data-length-is = Length is
data-length-missing = not known
data-length-of = Legs or figures behind the length
data-length-stated = stated
data-limited-to = Limited to
data-lowest = { $name }, lowest
data-mode = Mode
data-not-compared = Not compared because
data-outbound = towards the destination
data-own-value = Value of the cargo
data-part-circle = Great circle between the ends
data-part-difference = Quoted less known
data-part-known = Sum of the known legs
data-part-leg = Leg
data-part-quoted = Quoted for the whole route
data-per-value = Cost for each unit of cargo value
data-quartile-1 = { $name }, first quartile
data-quartile-3 = { $name }, third quartile
data-rank = Rank
data-route-id = Route id
data-scopes = Scopes of the figures
data-share-of-length = Share of the route’s length
data-share-unit = fraction of the value
data-stated-high = As stated, highest
data-stated-low = As stated, lowest
data-stated-typical = As stated, typical
data-stated-unit = As stated, unit
data-threshold-range = Range of that value in words
data-to = To
data-to-id = To, id
data-to-year = Last year of the figures
data-usd-shipment = USD for the shipment
