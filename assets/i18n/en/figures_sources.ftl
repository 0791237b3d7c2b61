# The list of sources that is handed out.
figure-sources-area = used for { $areas }
data-source-id = Source id
data-source-kind-id = Kind id
data-source-url = Link
