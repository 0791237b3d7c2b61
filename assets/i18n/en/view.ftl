# The view as text: copied, pasted, and what of it was left out.
command-copy-view = Copy link to this view
command-copy-view-tip = Put tab, filters, choices and selection on the clipboard, as a line of text to keep or to send
command-paste-view = Paste view
command-paste-view-tip = Show the view that the text on the clipboard describes

command-views = Saved views…
command-views-tip = Keep what is on screen under a name, or show what was kept
views-title = Saved views
views-words = A saved view keeps the tab, filters, choices and selection, not the data: with newer data it shows newer numbers.
views-name = Name for what is on screen
views-save = Save
views-none = Nothing is saved for this dataset yet.
views-open = Show “{ $name }”
views-copy = Copy
views-copy-name = Copy “{ $name }” as text, to keep or to send
views-remove = Forget “{ $name }”
views-restore = “{ $name }” is forgotten. Keep it after all
views-full = No more views can be kept. Forget one first.
message-view-copied = The view is on the clipboard. Paste it here with Ctrl+V, or hand it to “render --view”.
message-view-restored = The pasted view is shown.
message-view-in-part = The pasted view is shown, except for what was not understood:
message-view-none = The clipboard holds no view: its text would begin with “view:”.
message-view-dropped = This dataset does not have all that was on screen. Left out:
    { $parts }

view-problem = { $part }: { $reason }
view-problems-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
view-did-you-mean = { $reason }; did you mean “{ $suggestion }”?
view-no-such-part = there is no such part
view-no-such-value = “{ $found }” is none of { $allowed }
view-not-in-dataset = the dataset has no “{ $id }”
view-other-dataset = this view was made of the dataset “{ $id }”, which is not the open one
view-newer = this view was made by a later version of the program
view-twice = given twice; the first one counts
view-not-of-filter = only what filters projects belongs here
view-not-excludable = only facets can be excluded with a minus
view-out-of-range = the number must lie between { $low } and { $high }
view-expected-value = a value is missing
view-expected-one-value = only one value fits here
view-expected-quote = a quote is not closed
view-expected-version = the version is a whole number from 1
view-expected-year = write a year such as 2019
view-expected-years = write years in order, such as 2013..2019, 2013.. or 2019
view-expected-amounts = write amounts in order, such as 500.., 10..100, >500 or not-stated
view-expected-number = write a number such as 0.5
view-expected-margin = write world, landlocked, or three fractions in order, such as 0.04/0.08/0.15
view-expected-holding = write owner/0.1/0.003 (rate for a year, loss for a day) or market/0.01
view-expected-ends = write any, or two nodes
view-expected-area = write parallels and meridians in order, such as 41.5..44,60..75.25
view-expected-frame = write latitude, longitude and a zoom from 1 to 24, such as 43.2,76.9,6, or projects
view-expected-record = write claim/…, event/… or list/…/1
