# Figures that are handed out.
figure-filter = Filter: { $filter }
figure-sources = Sources: { $publishers }{ $more ->
    [0] {""}
    [one] ; and 1 more publisher
   *[other] ; and { $more } more publishers
} ({ $count ->
    [one] 1 source
   *[other] { $count } sources
}).
figure-credit = { $title }, version { $version }, facts up to { $date }. Drawn with Belt Explorer.
figure-size-column = Column
figure-size-page = Page
figure-size-square = Square
figure-size-slide = Slide
figure-projects = Table of projects
figure-project-figures = All figures of the projects
figure-projects-note = An empty cell means that no source states it, never zero.
figure-investment-sub = { $subtitle }; { $stage }; { $basis }
figure-investment-sub-count = { $subtitle }; { $basis }
figure-ladder-note = Steps are never added up: the same project can stand on several.
figure-ladder-left-out = { $count ->
    [0] No project is left out
    [one] 1 project is left out so that no money counts twice
   *[other] { $count } projects are left out so that no money counts twice
}

# Heads of columns in tables that are handed out.
data-amount = Amount
data-date = Date or period
data-division = Division
data-division-id = Division id
data-firm = done or being built
data-fraction = fraction of 1
data-high = High
data-in-filter = In the chosen years
data-kind = Kind
data-lat = Latitude, °N
data-left-out = Left out of totals because
data-line = Line
data-lon = Longitude, °E
data-low = Low
data-midpoint = Middle of a range
data-money = Money
data-no = no
data-note = Note
data-part = Part
data-part-of = Part of the project
data-planned = only planned
data-precision = Precision of the place
data-project-id = Project id
data-row = Row
data-outcome = State
data-share = Share
data-years-to-end = Years from announcement to completion, median
data-years-n = Projects with both years
data-years-between = From the first to the last date
data-late = Later than planned
data-overdue = Past the planned end
data-years = years
data-in-words = In words
data-project-ids = Project ids
data-projects = projects
data-projects-count = Projects
data-qualifier = Qualifier
data-quantity = Quantity
data-sector-id = Sector id
data-source-ids = Source ids
data-stage = Stage of money
data-status-id = Status id
data-unit = Unit
data-used = Stands for the project
data-value = Value
data-whole-year = Whole year
data-year = Year
data-year-of = Which year
data-yes = yes

# A figure in words.
alt-one = { $name }: { $high }, { $highat }
alt-line = { $name }: from { $start } ({ $first }) to { $end } ({ $last }); lowest { $low } ({ $lowat }), highest { $high } ({ $highat })
alt-line-gaps = { $name }: from { $start } ({ $first }) to { $end } ({ $last }); lowest { $low } ({ $lowat }), highest { $high } ({ $highat }); no figure for { $gaps }
alt-group = { $name }: { $count } figures{ $missing ->
    [0] {""}
   *[other] , { $missing } not stated
}; highest { $high } ({ $highat }), lowest { $low } ({ $lowat })
alt-more = And { $count } more

# Files of a package, and formats.
package-svg = The figure as vectors; text stays text
package-png = The figure in pixels
package-csv = The numbers drawn, one row each
package-json = The same for programs, with what they are
package-citation = How to cite the figure, with its sources
format-png = PNG picture
format-svg = SVG picture
format-csv = CSV table
format-json = JSON data
format-zip = Package (ZIP)
format-txt = Citation as text
format-bib = Citation for BibTeX
format-ris = Citation as RIS
format-csl = Citation as CSL-JSON

# The export dialog.
export-title = Export
export-nothing = This tab has nothing to export.
record-gone = This project is not in the dataset any more.
export-figure = Figure
export-format = Format
export-size = Size
export-scale = Pixels
export-theme = Theme
export-light = Light
export-dark = Dark
export-with-title = With title
export-alt = Alternative text
export-alt-tip = For people who do not see the picture. It is made from the numbers; change it if you know better.
export-alt-reset = Reset
export-folder = Folder
export-name = File name
export-exists = There is a file of that name.
export-replace = Replace it
export-save = Save
export-copy = Copy
export-copy-picture = Copy picture
export-copy-tip = Put it on the clipboard: pictures as pixels, tables with tabs between the cells.
export-drawing = Drawing the preview
export-preview = Preview: { $figure }
figure-size-screen = As on screen
message-exists = { $path } is there already; nothing was written.
message-exported = Saved { $path }
message-picture-copied = The picture is on the clipboard.
message-text-copied = It is on the clipboard.

# Figures opened again.
figure-reopened = This is the view that made { $file }.
figure-other-dataset = { $file } was made from the dataset { $dataset }, version { $version }; open it first. Open now is { $open }.
figure-data-differs = The figure was made from version { $then } of the dataset; open is version { $now } with other contents.
figure-changes = { $count ->
    [0] Its numbers are the same.
    [one] 1 of its numbers has changed since:
   *[other] { $count } of its numbers have changed since:
}
figure-changes-more = … and { $count } more
figure-no-number = none
export-button = Export
export-of = Export: { $figure }
message-rows-copied = { $count ->
    [one] 1 row is on the clipboard, with its head and tabs between the cells.
   *[other] { $count } rows are on the clipboard, with their head and tabs between the cells.
}
