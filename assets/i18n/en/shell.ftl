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

command-open = Open…
command-open-tip = Open a dataset: a file, or a folder of files
menu-recent = Open recent
command-live-reload = Follow changes on disk
command-live-reload-tip = Read the open files again whenever another program has changed them
command-findings = What the check found
command-findings-tip = Errors, warnings and notes about the dataset, each with its place in the file
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
undo-table = layout of the table
undo-filter = filter
undo-comparison = comparison
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

message-loaded = Opened: { $title } · { $projects ->
    [one] 1 project
   *[other] { $projects } projects
} · { $series } series · { $routes ->
    [one] 1 route
   *[other] { $routes } routes
} · { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} · { $warnings ->
    [0] nothing to warn of
    [one] 1 warning
   *[other] { $warnings } warnings
}
message-reloaded = Read again after a change on disk: { $title } · { $projects ->
    [one] 1 project
   *[other] { $projects } projects
} · { $series } series · { $routes ->
    [one] 1 route
   *[other] { $routes } routes
} · { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} · { $warnings ->
    [0] nothing to warn of
    [one] 1 warning
   *[other] { $warnings } warnings
}
message-unchanged = Read again; nothing has changed.
message-changed-refused = The files changed on disk and now have { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}; what was read before stays open.
message-not-watched = Changes of the open files on disk are not seen: { $text }
message-dropped-many = { $count } files were dropped at once. Put the files of a dataset into a folder and drop the folder.
drop-dataset = Drop to open this dataset
drop-figure = Drop to open this figure again
drop-many = { $count } files at once
drop-many-hint = The files of a dataset open together as a folder: drop the folder.
show-findings = Show findings
message-refused = { $errors ->
    [one] The dataset has 1 error and was not opened; the one before stays open.
   *[other] The dataset has { $errors } errors and was not opened; the one before stays open.
}
message-load-panicked = Reading failed because of a defect in the program; what was open before stays open. What the defect says of itself: { $text }
message-export-panicked = Nothing was written or copied because of a defect in the program; the rest goes on. What the defect says of itself: { $text }
message-browse-panicked = The folder could not be listed because of a defect in the program. What the defect says of itself: { $text }
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
command-print-record = Page of this record to print
command-print-record-tip = The record of the selected project as one page of HTML, with all its figures and sources
command-export-tip = As a picture, as data, or as a citation, with sources and the way it was made

browse-title = Open a dataset
browse-title-folder = Choose a folder
browse-datasets = Datasets
browse-built-in = Built-in dataset
browse-recent = Opened lately
browse-recent-none = none yet
browse-is-open = open
browse-forget = forget
browse-forget-tip = Forget the datasets opened lately
browse-places = Places
place-home = Home
place-documents = Documents
place-downloads = Downloads
browse-up = To the folder above
browse-path = Path
browse-path-hint = Path of a file or folder, then Enter
browse-empty = No folders and no dataset files (*.ron) here.
browse-files = { $count ->
    [0] No dataset files here
    [one] 1 dataset file
   *[other] { $count } dataset files; as a folder they open together as one dataset
}
browse-left-out = { $count } more are not listed
browse-open = Open
browse-open-folder = Open this folder
browse-open-folder-tip = All dataset files of the folder that is shown, as one
browse-take-folder = Take this folder
browse-no-folder = That is a file; choose a folder.
bytes-kb = { $size } KB
bytes-mb = { $size } MB
bytes-gb = { $size } GB

findings-title = What the check found
findings-title-refused = Why the dataset was not opened
findings-of = { $title } { $version } · { $path }
findings-of-refused = { $path } · what was open before is still open
findings-none = Nothing: no errors, no warnings, no notes.
findings-copy = Copy all as text
findings-all = All
findings-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
findings-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
findings-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
findings-code = Kind of finding
findings-all-codes = every kind
findings-choose = Choose a finding to read it in full.
finding-copy = Copy
finding-hint = What to do
finding-about = Why it matters
finding-open = Open in the editor
finding-editor = Editor command
finding-editor-tip = The command that opens a file in your text editor; {"{file}"}, {"{line}"} and {"{column}"} stand for the place
finding-editor-built-in = The built-in dataset is part of the program and has no file to edit
editor-not-set = No editor is set: write its command below the list of findings.
editor-quotes = The quotes in the editor's command do not match.
editor-failed = The editor did not start: { $text }
