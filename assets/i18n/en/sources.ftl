# The Sources tab.
search-sources = Search sources
search-sources-hint = Search sources  (Ctrl+F)
sources-title = Sources
sources-sub = { $shown } of { $all } sources; { $figures } figures rest on them
sources-kind = Kind
sources-publisher = Publisher
sources-year = Published
sources-area = Used for
sources-remark = sources
sources-undated = { $count } without a date
sources-facet-value = { $name }: { $count ->
    [one] 1 source
   *[other] { $count } sources
}
sources-empty = No source passes the filter.
sources-clear = Show all sources
sources-none = This dataset has no sources.
source-kind-official = Official
source-kind-statistics = Statistics
source-kind-dataset = Dataset
source-kind-research = Research
source-kind-company = Company
source-kind-news = News
source-kind-wiki = Wiki
area-projects = Projects
area-lists = Official lists
area-series = Yearly numbers
area-transit = Transit
area-claims = Claims
area-events = Events

column-title = Title
column-publisher = Publisher
column-date = Date
column-kind = Kind
column-figures = Figures
column-records = Records
column-conflicts = Conflicts

source-select-title = What a source supports
source-select = Click a source to see every figure and record that rests on it, its licence and method, and to copy its citation.
source-figures-title = What counts as a figure
source-figures = A stated number of a project or an official list, a yearly value, a quote for a route, a measured border, an emission factor, a claim with a number. A figure with two sources counts for both.
source-conflicts-title = Conflicts
source-conflicts = Quantities of projects for which this source and others give different values. Both are shown in the project's record; neither is averaged away.
source-open = Open the link
source-cite = Copy the citation
source-licence = Licence
source-licence-unknown = unknown; only facts were taken
source-method = Method
source-note = Note
source-date = Date
source-kind = Kind
source-publisher = Publisher
source-id = Id
source-supports = Supports
source-supports-count = { $records ->
    [one] 1 record
   *[other] { $records } records
}, { $figures ->
    [0] no figure
    [one] 1 figure
   *[other] { $shown } figures
}
source-in-conflicts = { $count ->
    [one] Gives one of several values in 1 conflict.
   *[other] Gives one of several values in { $count } conflicts.
}
source-more = and { $count } more
source-nothing = Nothing cites it.
source-close = Close the source
source-figure-count = { $count ->
    [one] 1 figure
   *[other] { $count } figures
}
source-border = { $place }, { $year }
source-factor = Emission factor: { $label }
citation-undated = n.d.
citation-as-of = as of { $date }
