# The Overview tab: headline figures, claims, the official list, events.
overview-question = What do { $home } and { $partner } really do together, and who says so?
overview-answer = { $projects } projects, { $values } yearly numbers, { $routes } transit routes, { $claims } claims, { $events } events up to { $date }, from { $sources } sources: where they differ, both are shown.
overview-doorway = Open { $tab }
overview-marks = { $title }: { $values }

figure-turnover = Trade in goods, { $year }
figure-turnover-tip = Exports plus imports in the latest year that both national services recorded, as each of them counts it; nominal.
figure-stock = Investment held, { $year }
figure-stock-tip = What direct investors from { $partner } hold in { $home } at the end of the latest year with more than one recorder.
figure-list = Official list
figure-list-tip = Number and money of the projects on the list “{ $name }”, as stated in the two years up to { $date }.
figure-list-count = { $count } projects
figure-list-marks = { $money }, said { $years }
figure-stages = Projects described
figure-stages-tip = The projects of this dataset by their latest known status. It is not complete.
figure-stages-value = { $done } of { $total } done
figure-stages-marks = { $under_way } under way · { $planned } planned
figure-stages-more = { $stopped } stopped · { $unknown } unknown
figure-none = no figure

claims-none = This dataset has no headline statement.
claims-summary = { $compared } of { $numbers } numbers compared: { $match } fit, { $only } fit only some definitions, { $off } fit none
claims-points = Also said
claim-row = { $value }: { $text } { $verdict }
claim-point = Point: { $text }
claim-strip = What { $value } can mean, against { $count ->
    [one] 1 number
   *[other] { $count } numbers
}
claim-legend = Band: what the stated number can mean. Dots: what could be meant; filled where it fits.
verdict-none = cannot be checked here
verdict-match-one = matches { $label }
verdict-match = matches all { $count } numbers it can be compared with
verdict-only-one = matches only { $label }; not the { $others ->
    [one] other one
   *[other] { $others } others
}
verdict-only = matches { $label } and { $more } more; not the { $others ->
    [one] other one
   *[other] { $others } others
}
verdict-above-one = above { $label }, by { $share }
verdict-above = above all { $count } numbers, by at least { $share }
verdict-below-one = below { $label }, by { $share }
verdict-below = below all { $count } numbers, by at least { $share }
verdict-list = fits all { $count } other statements about the list
verdict-list-only = fits { $matching } of { $count } other statements about the list
verdict-between = between the { $count } numbers, fits none
candidate-route = { $name } ({ $count ->
    [one] 1 quote
   *[other] { $count } quotes
})
interval-open = from { $low } to under { $high } { $unit }
interval-closed = from { $low } to { $high } { $unit }
interval-zeros = zeros at the end read as rounded

list-title = The official list over time
list-sub = { $name }: { $count } statements; one point each, labelled by who said it
list-coverage = This dataset names { $known } of { $count } projects and { $own } of { $money }
list-coverage-full = Stated: { $count } projects ({ $count_year }) and { $money } ({ $money_year }), by officials. Known here: { $known } projects that sources put on the list, with { $own } in the { $n } that count in totals and state an amount: the latest known of each, announced, contracted and paid money mixed. Of all of them { $done } are done, { $under_way } under way, { $planned } planned, { $stopped } stopped, { $unknown } of unknown status. { $doubtful } more are disputed or were dropped. A click lists them.
list-count = Projects on the list
list-money = Money, bn { $currency }, as stated
list-all = also wider or other lists
list-none = This dataset has no official list.
list-scope-wider = more than the list
list-scope-other = a part of the list, or something beside it

events-title = Events
events-sub = { $count } dated events by kind; click one to read it, then ← and → step through
events-none = This dataset has no events.
event-agreement = Agreements
event-visit = Visits
event-policy = Policy
event-infrastructure = Infrastructure
event-finance = Finance
event-trade = Trade
event-dispute = Disputes
event-protest = Protests

part-total = Whole list
part-implemented = Finished
part-launching = To be launched
part-under-way = Under way
part-preparation = In preparation

inspect-holds = What is in here
inspect-select = Click a claim, a point or an event to read it here.
inspect-claim = Claim
inspect-event = Event
inspect-state = The list as stated
inspect-said = Said by
inspect-date = Date
inspect-period = About
inspect-number = Number
inspect-means = Can mean
inspect-verdict = Verdict
inspect-compared = Compared with
inspect-fits = fits
inspect-below = claim is { $share } below it
inspect-above = claim is { $share } above it
inspect-estimate = an estimate
inspect-missing = no number for { $years }
inspect-unmet = No full-year number: { $label }
inspect-note = Note
inspect-sources = Sources ({ $count })
inspect-projects = Projects
inspect-kind = Kind
inspect-parts = Parts against the whole
inspect-part = { $count } · { $money }
inspect-projects-count = { $count ->
    [one] 1 project
   *[other] { $count } projects
}
inspect-share = { $share } of the projects
inspect-average = on average { $money } each
inspect-rest = Not stated
inspect-rest-count = { $count } projects are not split among the unstated parts
inspect-rest-money = { $money } is not split among the unstated parts; nothing is spread over them
inspect-exceeds = The stated parts exceed the whole by { $amount }.
inspect-jobs = Jobs promised
close-selection = Close
section-projects = Projects
section-organisations = Organisations
section-programme_states = Statements about official lists
section-series = Series
section-series_values = Yearly numbers
section-routes = Transit routes
section-observations = Quotes for routes
section-borders = Border measures
section-claims = Claims
section-events = Events
section-sources = Sources
section-figures = Figures of projects
section-nodes = Nodes of routes
section-factors = Emission factors
section-products = Products
section-countries = Countries
start-title = Your own data
start-words = Any two countries: open a dataset file or folder, or drop it on the window.
start-findings = { $count ->
    [one] The check found 1 thing in this dataset
   *[other] The check found { $count } things in this dataset
}
