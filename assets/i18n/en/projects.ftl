# The Projects tab.
search-projects = Search projects
search-projects-hint = Search projects  (Ctrl+F)
table-columns = Columns
table-columns-tip = Choose columns and their order
table-columns-fitting = Shown are those that have room.
table-columns-default = Those that have room
column-earlier = Move { $column } to the front
column-later = Move { $column } to the back
column-width = Width of { $column }
column-width-tip = Drag to make { $column } wider or narrower; click twice for the width of its content
column-width-head = Width
column-frozen = Freeze up to { $column }: these columns stay while the others roll sideways
column-frozen-head = Frozen
table-widths-fit = Widths by content
table-widths-default = Usual widths
column-host = From { $home }
column-started = Started
table-group = Gather rows
table-group-none = No groups
table-group-by = By { $facet }
table-group-head = { $name } ({ $count })
table-group-full = { $head }: { $money } million { $currency } in { $n } that count and state an amount; projects with several values stand in several groups
table-totals = { $count ->
    [one] 1 project
   *[other] { $count } projects
} · { $money } in { $n }{ $stages ->
    [0] {""}
   *[other] , stages mixed
} · { $missing } without an amount · { $left_out } left out
sort-then = Shift+click sorts equal rows by it
sort-rank = Order { $rank }; Shift+click turns it
search-complete = { $text } – { $about }
search-keys = ↓ chooses, Enter takes it
search-key-years = Years, such as 2013..2019
search-key-amount = Amount, such as 500.. or 10..100
search-key-area = Part of the map, such as 41..44,60..75
search-key-picture = The picture above the table
search-key-table = How the table is laid out
search-key-sort = Order of the table, such as name/asc
search-key-chart = A choice of the chart

facet-group = Sector
facet-status = Status
facet-programme = Official list
facet-party = Party from { $partner }
facet-host = Party from { $home }
facet-contractor = Contractor
facet-lender = Lender
facet-region = Region
facet-sector = Detailed sector
facet-instrument = Form of money
facet-place = How exact the place is
precision-site = The site itself
precision-town = The town
precision-region = Only the region
precision-country = Only the country
facet-evidence = Kind of source
facet-proof = Best source
proof-official = State body or statistic
proof-collected = Collection or research
proof-company = Company itself
proof-press = Press or wiki alone
facet-conflict = Do sources differ?
conflict-yes = Sources differ
conflict-no = No difference known
facet-contested = Contested?
contested-yes = Contested in public
contested-no = Nothing known
facet-counted = In totals?
counted-yes = Counts in totals
facet-remark = projects · { $currency } bn
facet-not-stated = Not stated
facet-show = Show the facet { $facet }
facet-all = Show all { $count }
facet-fewer = Show fewer
facet-find = Find in { $facet }
facet-value = { $name }: { $count ->
    [one] 1 project
   *[other] { $count } projects
}, { $n ->
    [0] no amount stated
   *[other] { $money } in { $n } with an amount
}
facet-tip = Click to show only these; Alt+click or right click to leave them out.
programme-on = On: { $name }
programme-not = Not on: { $name }
programme-disputed = Disputed: { $name }
programme-dropped = Dropped from: { $name }
instrument-equity = Equity
instrument-joint-venture = Joint venture
instrument-contract = Construction contract
instrument-loan = Loan
instrument-grant = Grant
instrument-mixed = Mixed
years-name = Years { $years }
years-tip = Click a year or drag over several; with the focus the arrows move the choice, Shift its end.
years-all = All years

filter-none = No filter
filter-and = {" and "}
filter-or = {" or "}
filter-text = text contains “{ $text }”
filter-years = { $basis } { $years }
amount-between = amount from { $from } to { $to }
amount-from = amount at least { $from }
amount-to = amount at most { $to }
amount-any = any stated amount
amount-not-stated = no amount stated
amount-or-not-stated = { $amounts }, or none stated
sizes-title = Amount
sizes-name = Projects by amount, { $amounts }. Click or drag to choose amounts.
sizes-tip = Each bar is half a power of ten. Click to choose one, drag to choose several; with the focus the arrows move the choice, Shift its end.
sizes-all = All amounts
sizes-not-stated = No amount stated: { $count ->
    [one] 1 project
   *[other] { $count } projects
}
sizes-median = median { $median } · sum { $sum }
filter-area = between { $south } and { $north }, { $west } and { $east }
degrees-north = { $degrees }° N
degrees-south = { $degrees }° S
degrees-east = { $degrees }° E
degrees-west = { $degrees }° W
filter-is = { $facet } is { $values }
filter-is-not = { $facet } is not { $values }
chip-drop = Drop filter: { $filter }

investment-title = Investment over time
investment-name = { $title }. { $subtitle }; { $stage }; { $basis }
investment-sub-money = Billion { $currency }
investment-sub-count = Number of projects
investment-sub-cumulative = Billion { $currency }, summed up
investment-sub-share = Per cent of each year's total
investment-sub-change = Billion { $currency } more or less than the year before
unit-money = Money
unit-count = Number of projects
unit-cumulative = Cumulative money
unit-share = Share of money
unit-change = Change of money
unit-in-prices = { $unit }, { $year } prices
stack-group = By sector
stack-status = By status
stack-instrument = By form of money
stack-party = By party from { $partner }
stack-host = By party from { $home }
stack-lender = By lender
stack-contractor = By contractor
stack-region = By region
stack-several = Several of them
stack-other = All others
choose-stack = Divide the bars
choose-basis = Which year counts
choose-stage = Which stage of money
basis-announced = Year announced
basis-started = Year started
basis-completed = Year completed
stage-latest = Latest known amount
stage-announced = Announced or agreed
stage-contracted = Contracted
stage-financed = Financed
stage-paid = Paid or final
stage-unstated = Stage not stated
kind-announced = announced
kind-agreed = agreed
kind-contracted = contracted
kind-financed = financed
kind-paid = paid
kind-measured = measured
kind-estimated = estimate
kind-unstated = stage not stated
legend-planned = pale: only planned
partial-year = Year not complete: drawn hollow
tip-planned = { $value }, of it planned { $planned }
tip-total = Total { $value }
tip-net = Together { $value }
tip-unpriced = No price index for this year
moments-year = { $year }: { $events ->
    [0] {""}
    [one] 1 event
   *[other] { $events } events
}{ $statements ->
    [0] {""}
    [one] { $events ->
        [0] {""}
       *[other] , {""}
    }1 statement
   *[other] { $events ->
        [0] {""}
       *[other] , {""}
    }{ $statements } statements
}
moments-legend = numbers: events and statements
notice-unpriced = { $count ->
    [one] 1 of a year without a price index
   *[other] { $count } of years without a price index
} ({ $money })
notice-unpriced-full = The price index has no value for their year, so that their amounts cannot be given in the prices asked for.
notice-prices = Prices of { $year }
notice-prices-full = Each amount is turned from the prices of its { $basis } into those of { $year } by the price index of the dataset ({ $index }).
tip-count = { $count ->
    [0] No project
    [one] 1 project{ $missing ->
        [0] {""}
       *[other] , without an amount
    }
   *[other] { $count } projects{ $missing ->
        [0] {""}
       *[other] , { $missing } without an amount
    }
}
notice-money = { $drawn } of { $shown } projects are drawn{ $missing ->
    [0] {""}
    [one] ; 1 has no amount
   *[other] ; { $missing } have no amount
}{ $undated ->
    [0] {""}
    [one] ; 1 has an amount but no year
   *[other] ; { $undated } have an amount but no year
}
notice-count = { $drawn } of { $shown } projects are drawn{ $undated ->
    [0] {""}
    [one] ; 1 has no year
   *[other] ; { $undated } have no year
}
notice-left-out = { $count } left out ({ $money })
notice-left-out-full = Left out so that no money counts twice: { $reasons }. They stay in the table.
notice-mixed = Mixed stages of money
notice-mixed-full = The amounts are: { $stages }. Choose one stage to see it alone.
notice-partial = { $year } is not complete
notice-midpoints = { $count } ranges drawn at their middle
left-out-umbrella = umbrella
left-out-replaced = replaced
left-out-overlap = same money as another record
left-out-stopped = suspended or cancelled
empty-dataset = This dataset has no projects.
empty-filter = No project passes the filter.
empty-money = No project with such an amount and year.
empty-map = No project of these has a point on the map.
empty-drop = Without “{ $filter }” there are { $count }

column-name = Project
column-sector = Sector
column-status = Status
column-region = Region
column-party = Party from { $partner }
column-year = Year
column-completed = Completed
column-amount = { $currency } m
column-sources = Src
sort-by = Sort by { $column }

close-record = Close the record
record-money = Money
record-in-totals = in totals
record-used = Totals take the { $stage } figure that says most about the whole, from the more official source.
record-used-latest = Totals take the figure that says most about the whole at its latest stage ({ $stage }), from the more official source.
record-conflict = { $count } values for { $what } ({ $kind }) differ by { $spread }
record-figures = Other figures
record-history = History
record-parties = Parties
record-party-tip = Show only projects of { $name }
record-programmes = Official lists
record-place = Place
record-map = { $place } on a small map
record-map-region = The region of { $place } on a small map: the point stands for all of it
record-part = part: { $part }
record-conflicts = Sources differ
record-print = Page to print…
record-on-map = Show on the map
related-title = Related projects
related-umbrella = Part of
related-parts = Its parts
related-replaces = Replaces
related-replaced-by = Replaced by
related-overlaps = Some of the same money
related-events = Events
record-controversy = Contested
record-disagreement = Sources differ: { $about }
record-note = Note
record-sources = Sources ({ $count })
quantity-cost = Whole cost
quantity-partner-investment = Partner's part
quantity-loan = Loan
quantity-contract = Contract
quantity-acquisition = Price paid
quantity-grant = Grant
quantity-partner-stake = Partner's share
quantity-capacity = Capacity
quantity-output = Output
quantity-length = Length
quantity-jobs-construction = Jobs, building
quantity-jobs-permanent = Jobs, lasting
quantity-progress = Progress
quantity-other = Other
role-partner-side = Partner's side
role-host-side = Host's side
role-investor = Investor
role-contractor = Contractor
role-lender = Lender
role-operator = Operator
role-seller = Seller
role-other = Other
milestone-announced = Announced
milestone-started = Work started
milestone-completed = Completed

reading-title = How to read this
reading-select = Click a row to see its figures, history, parties and sources. Click a bar to show one year, drag over several.
reading-amount-title = Which amount
reading-amount = A project can have several stated amounts. Its whole cost comes first, then a price paid, a contract, the partner's part, a loan. Among equals the later stage and the more official source count. The record names the one used.
reading-stage-title = Stages are not equal
reading-stage = Announced, contracted, financed and paid money are different things. “Latest known amount” mixes them and says so; choose one stage to see it alone. Pale bars are only planned.
reading-double-title = Nothing counts twice
reading-double = Umbrellas whose parts are listed, replaced records, second records of the same money, and suspended or cancelled projects stay in the table but not in sums.
reading-missing-title = Missing is not zero
reading-missing = Projects without an amount or a year are counted under the chart, never drawn as zero.

picture-chart = Chart
picture-map = Map
picture-breakdown = Breakdown
picture-outcomes = Outcomes
picture-sizes = Sizes
picture-schedule = Schedule
choose-rows = What the rows hold
outcomes-title = What became of them
outcomes-sub-count = Share of the projects of each row
outcomes-sub-money = Share of the money of each row; { $stage }
outcomes-figure-sub = { $subtitle }; { $rows }
outcomes-cohort = By year announced
outcomes-division = By what the bars are divided by
outcomes-all = All
outcomes-undated = Year not stated
outcomes-n = whole
outcomes-years = years (n)
outcomes-no-money = no amount stated
outcome-done = done
outcome-under-way = being built
outcome-planned = only planned
outcome-stopped = stopped
outcome-unknown = state not stated
outcomes-note = Stopped and not stated stay in the whole. Years: announcement to completion, median of n.
outcomes-share = { $name }, { $outcome }: { $share }, { $count ->
    [one] 1 project
   *[other] { $count } projects
}, { $money } in { $n }
spread-title = How large they are
spread-sub = Million and billion { $currency }, nominal, logarithmic
spread-dot = a project
spread-hollow = middle of a stated range
spread-box = middle half, with a line to the last that is no outlier
spread-median = median
spread-note = n = { $n }, median { $median }
spread-drawn = { $drawn ->
    [one] 1 project
   *[other] { $drawn } projects
} with an amount{ $missing ->
    [0] {""}
   *[other] ; { $missing } without
}{ $left ->
    [0] {""}
   *[other] ; { $left } left out so that no money counts twice
}{ $zero ->
    [0] {""}
   *[other] ; { $zero } of nothing or less, which the axis cannot show
}{ $crowded ->
    [0] {""}
    [one] ; of 1 row with too many dots only the box is drawn
   *[other] ; of { $crowded } rows with too many dots only the boxes are drawn
}
schedule-title = When they were built
schedule-sub = In the order of the table; of several stated dates the earliest
schedule-announced = announced
schedule-started = started
schedule-building = being built
schedule-completed = completed
schedule-planned = planned end
schedule-late = later than planned
schedule-overdue = overdue
schedule-late-by = { $years } years late
schedule-early-by = { $years } years early
schedule-on-time = on time
schedule-overdue-by = overdue by { $years } years
schedule-dated = { $count ->
    [one] 1 project
   *[other] { $count } projects
} with a date{ $undated ->
    [0] {""}
   *[other] ; { $undated } without
}; { $late } of { $compared } with a planned and a real end were late{ $overdue ->
    [0] {""}
   *[other] ; { $overdue } more are past their planned end
}
schedule-on-paper = The first { $shown } of { $count } rows; the data has all.
empty-dates = None of these projects has a date.
breakdown-title = Who, what, when
breakdown-sub = { $subtitle } · { $stage } · { $division }
breakdown-status = and status
breakdown-years = and years
breakdown-undated = No year
breakdown-total = { $count ->
    [one] 1 project
   *[other] { $count } projects
}: { $money } in { $n }; { $missing } without money that counts
breakdown-shared = A click shows these, and those that several of them share.
breakdown-note = Each project stands in one row and one column. Rows and columns sum to the total.
breakdown-cell = { $name }, { $column }: { $count ->
    [one] 1 project
   *[other] { $count } projects
}, { $n ->
    [0] no money that counts
   *[other] { $money } in { $n }
}
breakdown-row = { $name }: { $count ->
    [one] 1 project
   *[other] { $count } projects
}, { $n ->
    [0] no money that counts
   *[other] { $money } in { $n }
}
choose-unit = What is counted
choose-columns = What stands in the columns
data-column = Column
data-with-money = Projects with money
data-all = All
map-title = Where the projects are
map-name = { $subtitle }: map with { $count ->
    [one] 1 project
   *[other] { $count } projects
}. Drag to move, wheel or + and − to zoom, arrows to move, 0 or a double click for the first view; Shift and a drag choose an area.
map-sub = Area of a bubble: { $currency }, nominal; { $stage }; { $color }
map-closer = Zoom in
map-farther = Zoom out
map-whole = Show everything
map-first = Back to where most projects are
map-outside = { $count ->
    [one] 1 project lies outside of the picture
   *[other] { $count } projects lie outside of the picture
}
map-exact = site or town
map-region = only the region known
map-no-amount = no amount in totals
map-line = line
map-line-schematic = schematic line
map-drawn = { $drawn } of { $shown } projects are on the map
map-off = { $count } not on the map
map-off-title = Not on the map
map-off-words = A point would say more than is known: of these only the country or no place is stated.
map-off-country = only the country is known
map-off-nowhere = no place stated
map-off-more = and { $count } more
map-off-show = Show the record of { $name }
map-note-region = { $count ->
    [one] 1 project is known only by its region: its point stands for the region
   *[other] { $count } projects are known only by their region: their points stand for it
}
map-note-country = { $count ->
    [one] 1 project is not drawn because only its country is known
   *[other] { $count } projects are not drawn because only their country is known
}
map-note-nowhere = { $count ->
    [one] 1 project is not drawn because no place is stated
   *[other] { $count } projects are not drawn because no place is stated
}
map-note-without = { $count ->
    [one] 1 project on the map states no amount
   *[other] { $count } projects on the map state no amount
}
map-note-left-out = { $count ->
    [one] The amount of 1 project on the map is not drawn, so that no money counts twice
   *[other] The amounts of { $count } projects on the map are not drawn, so that no money counts twice
}
map-note-beyond = { $count ->
    [one] The smallest project is not drawn
   *[other] The { $count } smallest projects are not drawn
}: there are too many
map-borders = Outlines: Natural Earth. They show who controls an area and take no position on disputes
map-tip-no-amount = No amount stated
map-tip-left-out = Not in totals: { $reason }
map-place-none = No place stated
reading-map-title = On the map
reading-map = The area of a bubble is its amount. Where only the region is known the rim is dashed; a dashed line joins the places that a railway, a road or a pipeline passes; what is known by its country alone is counted below the map, not drawn. Drag to move, turn the wheel to zoom; Shift and a drag choose an area, as a filter.

ladder-title = Money ladder
ladder-sub = Billion { $currency } by stage, of the projects shown; stages are never added up
ladder-step = { $stage }: { $count ->
    [one] 1 project
   *[other] { $count } projects
}, { $money }
ladder-none = No amount stated at any stage: { $count }
ladder-tip = Click to draw this stage alone.
bridge-title = From the sum of everything to a sum without double counting
bridge-words = All projects under the filter that state an amount of the chosen kind, dated or not.
bridge-naive = everything added up
bridge-clean = what counts in totals
bridge-count = { $count ->
    [one] 1 record
   *[other] { $count } records
}{ $missing ->
    [0] {""}
   *[other] , { $missing } without an amount
}
bridge-list = List what is left out: { $reason }
bridge-tip = Click a reason to list its records.
