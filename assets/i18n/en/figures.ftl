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
