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
