# What leaves the program: citations, the README of a package, tables of a report.
citation-style-plain = Plain text
citation-style-bibtex = BibTeX
citation-style-ris = RIS
citation-style-csl-json = CSL-JSON

cite-keeper = { $who } ({ $year })
cite-figure = Figure made with Belt Explorer from { $dataset }, version { $version }, as of { $date }
cite-figure-alone = Figure made with Belt Explorer, version { $version } of the dataset, as of { $date }
cite-figure-from = Figure made with Belt Explorer from { $dataset }
cite-dataset = Dataset, version { $version }, as of { $date }
cite-filter = Filter: { $text }
cite-licence = Licence: { $text }
cite-checksum = Checksum of the dataset: { $text }
cite-sources = Sources:
cite-undated = n.d.

readme-shows = What it shows
readme-filter = Filter: { $text }
readme-filter-none = Filter: none; everything in the dataset counts.
readme-files = Files
readme-columns = Columns
readme-column-key = Key
readme-column-name = Name
readme-column-unit = Unit
readme-conventions = Conventions
readme-missing = An empty cell (null in JSON) means that the number is not known. It is never zero.
readme-numbers = Numbers are exact, with a point for decimals and nothing between thousands. Years of a series without a number are left out, not filled.
readme-lists = Several ids in one cell of the CSV are separated by a semicolon and a blank.
readme-encoding = Text is UTF-8. CSV follows RFC 4180.
readme-sources = Sources
readme-sources-none = No figure here rests on a source.
readme-licence-of = Licence: { $text }
readme-licence = Licence and credits
readme-licence-unknown = The dataset names no licence.
readme-dataset = Dataset
readme-dataset-title = Title
readme-dataset-id = Id
readme-dataset-version = Version
readme-dataset-as-of = As of
readme-dataset-checksum = Checksum
readme-again = How to see it again
readme-again-how = Open the dataset in Belt Explorer and paste this view:
readme-citation = Citation

table-not-known = not known
table-source = Source { $number }
table-sources = { $count } sources
