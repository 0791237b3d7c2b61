# The frame of the window: tabs, menus, commands, messages.
app-name = Belt Explorer
tab-overview = Overview
tab-projects = Projects
tab-trade = Trade
tab-transit = Transit
tab-sources = Sources

menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help

command-reload = Read the dataset again
command-reload-tip = Read the open dataset from disk again; the view stays
command-built-in = Back to the built-in dataset
command-built-in-tip = Close the open dataset and show the built-in one
command-quit = Quit
command-quit-tip = Close the window; view and settings are remembered
command-undo = Undo
command-undo-tip = Take back the last change of the view
command-redo = Redo
command-redo-tip = Do again what was taken back
command-search = Search
command-search-tip = Put the cursor into the search field
command-clear-search = Clear the search
command-clear-search-tip = Empty the search field of the projects
command-clear-filter = Clear all filters
command-clear-filter-tip = Show all projects again
command-tab-overview = Overview
command-tab-overview-tip = What the dataset holds, the headline statement, events
command-tab-projects = Projects
command-tab-projects-tip = What was built, by whom, for how much
command-tab-trade = Trade
command-tab-trade-tip = What the two countries trade, by both recorders
command-tab-transit = Transit
command-tab-transit-tip = Routes for your cargo by time and cost
command-tab-sources = Sources
command-tab-sources-tip = Where every figure comes from
command-filters = Show or hide filters
command-filters-tip = The panel at the left
command-inspector = Show or hide the inspector
command-inspector-tip = The panel at the right
command-theme-system = Theme of the system
command-theme-system-tip = Light or dark as the system says
command-theme-light = Light theme
command-theme-light-tip = Always light
command-theme-dark = Dark theme
command-theme-dark-tip = Always dark
command-shortcuts = Keyboard shortcuts
command-shortcuts-tip = All commands that have a key
command-about = About
command-about-tip = Version, licences, credits of the dataset

undo-search = search
undo-chart = chart options
undo-sort = order of the table
undo-filter = filter
undo-trade = trade options
undo-transit = cargo and route options
undo-view = view

status-projects = { $shown } of { $all } projects
status-sources = { $shown } of { $all } sources
status-reading = Reading the files
status-parsing = Parsing
status-checking = Checking
status-indexing = Indexing
status-loading = Reading the dataset…
status-built-in = built-in dataset
status-dataset = { $title } · as of { $date } · { $origin }
cancel = Cancel
close = Close
dismiss = Dismiss
show = Show
details = details
clear-all = Clear all

message-loaded = Opened: { $title }
message-refused = { $errors ->
    [one] The dataset has 1 error and was not opened; the one before stays open.
   *[other] The dataset has { $errors } errors and was not opened; the one before stays open.
}
message-load-panicked = Reading failed because of a defect in the program; what was open before stays open. What the defect says of itself: { $text }
message-export-panicked = Nothing was written or copied because of a defect in the program; the rest goes on. What the defect says of itself: { $text }
message-preview-panicked = The preview could not be drawn because of a defect in the program; the rest goes on. What the defect says of itself: { $text }

stopped = Belt Explorer stopped unexpectedly last time. A report is at { $report }
stopped-restore = Show the last view
stopped-copy = Copy the report's path

about-version = Version { $version }
about-text = Explore what two countries do together on the Belt and Road: projects, trade and transit routes, every figure next to its source. Works offline; nothing leaves this computer.
about-licences = Program: MIT or Apache-2.0. Fonts: Inter and Noto Sans SC, SIL Open Font License 1.1.
about-credits = Credits
about-notes = Notes on the data
shortcuts-title = Keyboard shortcuts
shortcuts-more = Arrows, Home and End move through a table; Enter or Space presses what has the focus; Ctrl with + or − changes the size of everything.

sources-count = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
sources-of = { $count ->
    [one] 1 source of { $of }
   *[other] { $count } sources of { $of }
}
copy-link = Copy the link
show-in-sources = Show in Sources
show-source = Details of the source: { $title }
not-stated = not stated
undated = undated
planned = { $what } (planned)
at-least = at least { $value }
at-most = at most { $value }
qualifier-about = about { $value }
qualifier-nearly = nearly { $value }
qualifier-more-than = more than { $value }
qualifier-up-to = up to { $value }
status-exporting = Writing
command-export = Export figure or table
command-export-tip = As a picture, as data, or as a citation, with sources and the way it was made
