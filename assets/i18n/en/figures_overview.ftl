# Figures of the Overview tab that are handed out.
figure-claims = The headline statement against the data
figure-claims-sub = { $speaker }, { $date }: { $summary }
figure-claims-verdict = Each number is laid over every number that could be meant; one that fits only some of them holds only under their definitions
figure-claims-points = { $count ->
    [one] 1 point of the statement has no number and is not drawn
   *[other] { $count } points of the statement have no number and are not drawn
}
figure-claims-band = what the stated number can mean
figure-claims-fits = a number that could be meant, and fits
figure-claims-other = one that does not fit
figure-claims-compared = Can mean { $meaning }. Compared with: { $list }
figure-claims-statements = { $count } statements about the list: { $range }
figure-list-title = { $name }: projects and money as stated, { $years }
figure-list-sub = Number of projects, and money in bn { $currency } as stated at the time; { $count ->
    [one] 1 statement
   *[other] { $count } statements
}, one point each
figure-list-note = Speakers do not always count the same projects: nothing is drawn between the points
figure-list-left-out = { $count ->
    [one] 1 statement about more than the list, a part of it or something beside it is not drawn
   *[other] { $count } statements about more than the list, a part of it or something beside it are not drawn
}
figure-list-own = about the list itself
figure-list-other = about more than the list, a part of it, or something beside it
figure-events-title = { $home } and { $partner }: events by kind, { $years }
figure-events-sub = { $count ->
    [one] 1 dated event
   *[other] { $count } dated events
}, one dot each; darker where dots lie on each other
figure-events-note = A date of which only the year or the month is known lies in its middle
figure-key-figures = Key figures
figure-key-title = { $home } and { $partner } in figures
figure-key-sub = Each from the lowest to the highest that its sources give; one mark a recorder or a statement
figure-key-note = Recorders count by rules of their own; where they differ, none is taken for the right one
figure-stages-done = { $count } done
figure-stages-under-way = { $count } under way
figure-stages-planned = { $count } planned
figure-stages-other = { $count } stopped or unknown

data-claim-above = no: the claim is above
data-claim-below = no: the claim is below
data-claim-id = Claim id
data-claim-number = Number of the claim
data-claim-sources = Source ids of the claim
data-compared-high = Compared number, highest
data-compared-low = Compared number, lowest
data-compared-sources = Source ids of the compared number
data-description = What happened
data-differs = Claim differs by
data-estimated = An estimate is part of it
data-event-id = Event id
data-fits = Fits
data-key-figure = Figure
data-list = List
data-list-id = List id
data-mean-high = Can mean up to
data-mean-low = Can mean from
data-missing-years = Years without a number
data-origin = Made of
data-origin-ids = Ids of series, list or route
data-origin-list = statement about a list
data-origin-route = quotes for a route
data-origin-series = sum of series
data-recorder = Recorder, speaker or stage
data-recorder-id = Recorder id
data-said-about = Said about
data-said-on = Said on
data-stage-done = done
data-stage-planned = planned
data-stage-stopped = stopped
data-stage-under-way = under way
data-stage-unknown = status unknown
