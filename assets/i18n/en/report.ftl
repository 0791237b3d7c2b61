# The report: one page with all figures of a view.
report-title = { $title } ({ $version }): report
report-subtitle = { $home } and { $partner }: version { $version }, facts up to { $date }
report-skip = Skip to the report
report-contents = Contents
report-about = About this report
report-countries = Countries
report-missing = A dash (–) means that the number is not known. It is never zero, and nothing is filled in.
report-kinds = Every figure says what kind it is: announced, agreed, contracted, financed, paid, measured or estimated. Kinds are never mixed without saying so.
report-stages = Stages of money are never added up: the same project can stand on several.
report-recorders = A line never changes the body that recorded it. Where sources differ, all their numbers stand side by side.
report-rounded = Numbers in tables are rounded for reading; the exact ones are in the CSV and JSON files that the program exports.
report-numbered = Numbers in brackets lead to the list of sources at the end.
report-notes = What the keepers of the dataset say about it
report-citation-how = Cite the dataset with its version, so that others find the same numbers:
report-made = Made with Belt Explorer { $program } from { $title }, version { $version }.
report-absent = Not in this view:
report-no-picture = The picture could not be drawn: { $reason }
report-sources-of = Sources:
report-sources-column = Sources
report-table = { $title }: the numbers
report-numbers = Table, { $count } rows
report-same = The same in all rows: { $values }
report-conflicts = Where sources differ
report-conflicts-about = What different sources say about the same thing, side by side. Nothing is averaged, and no source is called wrong.
report-conflicts-none = No sources differ in this view.
report-conflicts-caption = { $title }: { $count } { $count ->
    [one] case
   *[other] cases
}
report-conflicts-projects = Figures of projects
report-conflicts-projects-rule = Figures of one project for the same quantity, kind, unit and part that differ by more than rounding.
report-conflicts-trade = Years of trade
report-conflicts-trade-rule = Numbers of one recorder for one year, from different editions, of which one is more than 5 % away from the number drawn.
report-conflict-of = What
report-conflict-value = Stated
report-conflict-remark = Date and remarks
report-conflict-sources = Sources
report-conflict-spread = Difference
report-drawn = drawn
report-sources = Sources
report-sources-about = { $count ->
    [0] Nothing here rests on a source.
    [one] The 1 source that is cited above.
   *[other] All { $count } sources that are cited above, in the order of their first mention.
}

# The page of one record.
record-page = { $name }: record in { $title } ({ $version })
record-page-title = Page of this record to print
record-page-about = One page of HTML that needs nothing beside itself: open it in a browser to read or print it.
record-page-dataset = Where this record stands
record-page-missing = What is not stated is not known; it is never zero.
