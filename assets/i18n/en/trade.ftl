# The Trade tab.
search-products = Search products
search-products-hint = Search products  (Ctrl+F)

trade-show = What
show-to-home = { $partner } → { $home }
show-to-partner = { $home } → { $partner }
show-turnover = Turnover, both directions
show-balance = Balance
show-share = Share of all trade
show-partners = Partners compared
show-products = Products
show-investment = Investment by recorder

trade-recorders = Whose figures
trade-recorder-reconciled = { $name } (neither side's own)
trade-product = Product
trade-product-all = All goods
trade-product-drop = Drop the product { $product }
trade-product-none = No product has this name or code.
trade-prices = Prices
prices-nominal = Nominal
prices-constant = Constant
prices-base = Base year
trade-years = Years
years-from = First year
years-to = Last year
trade-freight = Freight and insurance
trade-freight-value = { $typical } of FOB, band { $low }–{ $high }
trade-freight-cif = { $typical } of FOB is { $share } of CIF. FOB leaves out freight and insurance to the importer's border, CIF holds them.
freight-world = World average
freight-landlocked = Landlocked neighbour (assumption)
freight-own = Own band
freight-choose = Band of margins
trade-partners = Partners
trade-partners-hint = Click a partner in the ranking to draw or hide its line.
trade-partners-largest = Back to the largest

display-level = Amount
display-growth = Growth
display-index = Index
traded-exports = Exports
traded-imports = Imports
traded-turnover = Both
role-flow = Flow
role-stock = Stock
role-deals = Listed deals
gap-amount = Amount
gap-exporter = % of exporter's
gap-importer = % of importer's
gap-mean = % of mean

trade-title-goods = Goods from { $from } to { $to }
trade-title-turnover = Trade turnover of { $home } and { $partner }
trade-title-balance = Trade balance of { $home } and { $partner }
trade-title-share = Share of { $partner } in the trade of { $home }
trade-title-partners = Trade of { $home } by partner
trade-title-products = Products in the trade of { $home } with { $partner }
trade-title-investment = Investment between { $home } and { $partner }
trade-title-product = { $title }: { $product }
gap-title = Gap between the two recorders
gap-turnover-title = Gap between the two turnovers

unit-billion = Billion { $currency }
unit-million = Million { $currency }
unit-percent = Per cent
unit-ratio = Ratio
unit-index = { $year } = 100
sub-nominal = { $unit }, nominal
sub-constant = { $unit }, in prices of { $year }
sub-growth = Growth on the year before, per cent
sub-share = Per cent of { $home }'s { $traded } with the world, by the same recorder
sub-share-turnover = turnover
sub-share-exports = exports
sub-share-imports = imports
sub-balance = { $unit }: exports less imports, as the country of each recorder sees it
sub-investment = { $unit }: each recorder's each measure is a line of its own, never added
sub-recorder = { $sub }; { $recorder }
gap-sub-amount = { $unit }: exporter's record less importer's
gap-sub-exporter = Per cent of the exporter's record: exporter's less importer's
gap-sub-importer = Per cent of the importer's record: exporter's less importer's
gap-sub-mean = Per cent of the mean of both: exporter's less importer's
gap-sub-turnover = { $unit }: { $partner }'s turnover less { $home }'s; two directional gaps that can cancel

track-exports = { $recorder }, exports
track-imports = { $recorder }, imports
track-with = { $what } with { $partner }
track-measure = { $measure }, { $recorder }
what-exports = Exports
what-imports = Imports
what-turnover = Turnover
what-goods = Goods
what-balance = Balance
what-cover-ratio = Exports over imports
what-share = Share
what-growth = Growth
what-gap = Gap
what-gap-exporter = Gap, % of exporter's
what-gap-importer = Gap, % of importer's
what-gap-mean = Gap, % of mean
what-adjusted = Gap adjusted for freight
what-turnover-gap = Gap of turnovers
what-investment = Investment

legend-band-freight = Shaded: adjusted, freight { $low }–{ $high }

standing-estimate = estimate
standing-partial = part of the year
standing-forecast = forecast
mark-provisional = provisional
mark-derived = derived from another published number
mark-rounded = published rounded
mark-at-least = at least
mark-at-most = at most
valuation-fob = FOB
valuation-cif = CIF
valuation-unknown = valuation not stated

notice-no-series = The dataset has no numbers for this choice.
notice-no-record = { $recorder }: no record for { $years }
notice-estimated = { $recorder }: estimates for { $years } (dashed), in no gap
notice-not-full = { $recorder }: not full years or forecasts: { $years } (hollow or dashed), left out of sums, growth and gap
notice-valuation = { $recorder }: valuation not stated for { $years }
notice-conflict = { $recorder }: editions differ by more than 5 % for { $years }
notice-no-record-of = { $partner }: no record for { $years }
notice-not-shown = Also recorded, not shown: { $recorders }
notice-other-unit = { $count ->
    [one] 1 series in another unit is left out
   *[other] { $count } series in another unit are left out
}
notice-no-price-index = The dataset has no price index for this base year: nominal values are shown
notice-no-deflator = No price index for { $years }: missing in constant prices
notice-no-base = { $recorder }: no trade with the world, so no share
notice-no-index-base = { $recorder }: no number for the base year { $year }
notice-parts-exceed = The parts sum up to { $excess } more than the published total
notice-other-edition = { $count ->
    [one] 1 product in another edition of the classification is left out
   *[other] { $count } products in other editions of the classification are left out
}
notice-one-sided = Only one side has a record for { $years }: no gap
notice-not-adjusted = Not adjusted for { $years }: that needs FOB exports and CIF imports
empty-show-recorder = Show { $recorder }
empty-all-years = Show all years
empty-all-goods = Show all goods

table-year = Year
table-marks = e estimate · p part of the year · f forecast · ≠ editions differ by more than 5 %
table-row = { $year }

ranking-partners-title = Partners in { $year }
ranking-year = Year of the ranking
ranking-recorder = Whose record of products
ranking-other = Other (computed)
ranking-territories = Territories apart
ranking-groups = Groups, overlapping
ranking-remark = { $n } listed, { $missing } without a number · { $coverage } of { $base }
ranking-base-published = the published total, { $whole }
ranking-base-listed = their own sum, { $whole }: no total was published
ranking-concentration = Concentration (Herfindahl, 0 to 1): { $value }
ranking-concentration-tip = The sum of the squared shares: 1 if all trade is with one, near 0 if it is spread evenly. An interval where the rest is not split.
ranking-row = { $rank }. { $name }: { $value }, { $share }
ranking-row-plain = { $name }: { $value }
ranking-reconciled = { $recorder } reconciles both sides' reports: these are neither side's own figures and never add up with them.

inspector-no-year = Click a year in the chart or the table.
inspector-close = Close the year
inspector-conflict = { $count ->
    [one] 1 other edition; apart by { $spread } ({ $relative } of the median), { $agreement } agree within 5 %
   *[other] { $count } other editions; apart by { $spread } ({ $relative } of the median), { $agreement } agree within 5 %
}
inspector-gap = Gap
inspector-of-exporter = of exporter's
inspector-of-importer = of importer's
inspector-of-mean = of the mean
inspector-gap-ratio = Importer records { $ratio } of what the exporter records
inspector-gap-adjusted = On one valuation
inspector-gap-band = { $typical }, { $low } to { $high }
inspector-effect-widens = The exporter records more. Freight and insurance would make the importer's figure the larger one, so they cannot explain this gap: taking them out widens it.
inspector-effect-narrows = The importer records more. Freight and insurance explain a part of the gap.
inspector-effect-reverses = The importer records more, but no more than freight and insurance can explain.
inspector-one-sided = Only { $recorder } has a record of this year: there is no gap to compute.
inspector-recorders = How they record
inspector-missing = no record

status-trade = { $title }, { $years }
