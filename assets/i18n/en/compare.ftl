# Two filters side by side.
command-compare = Compare with this filter
command-compare-tip = Keep the present filter as side B; what is filtered from now on is side A
command-swap-sides = Swap A and B
command-swap-sides-tip = The filter of B becomes that of A, and the other way round
command-end-comparison = End comparison
command-end-comparison-tip = Drop side B and show A alone

compare-a = A
compare-b = B
compare-of-side = { $side }: { $words }
compare-all = all projects
compare-start = Compare with this filter
compare-swap = Swap
compare-end = End comparison
compare-axes = Same axes
compare-axes-tip = Equal lengths are equal amounts on both sides. Without it each side has axes of its own.
compare-axes-none = This picture has no axis that could differ
compare-sum = { $count ->
    [one] 1 project
   *[other] { $count } projects
} · { $n ->
    [0] no amount
   *[other] { $money } in { $n }{ $stages ->
        [0] {""}
       *[other] , stages mixed
    }
}
compare-sum-tip = Money counts each dollar once, at the stage that is chosen for the picture
compare-difference = { $projects }; { $money }. { $both }
compare-projects-more = B has { $more } more projects{ $times ->
    [none] {""}
   *[other] {" "}({ $times } times as many)
}
compare-projects-less = B has { $more } fewer projects{ $times ->
    [none] {""}
   *[other] {" "}({ $times } times as many)
}
compare-projects-same = B has as many projects
compare-money-more = { $more } more money{ $times ->
    [none] {""}
   *[other] {" "}({ $times } times as much)
}
compare-money-less = { $more } less money{ $times ->
    [none] {""}
   *[other] {" "}({ $times } times as much)
}
compare-money-same = as much money
compare-money-missing = money is not compared, because a side states none
compare-money-stages = money is not compared, because it is not of one stage: choose a stage
compare-both = { $count ->
    [0] No project is in both.
    [one] 1 project is in both, so the sides must not be added up.
   *[other] { $count } projects are in both, so the sides must not be added up.
}
compare-same = Both sides have the same filter. Change the filter: it is that of A.
compare-full = { $words }
    Money: { $stage }. Filters, table and record are of A.
compare-own-axes = Each side has axes of its own: equal lengths are not equal amounts
compare-only-a = This picture shows A alone.
compare-filter = A: { $a }; B: { $b }
search-key-against = A filter to compare with, such as "sector:rail"
data-side = Side
