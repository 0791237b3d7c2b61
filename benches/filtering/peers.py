"""Asks polars and DuckDB the questions of questions.rs; prints name, question, seconds, projects, money.

Lists of values are made beforehand, texts of few values are categories: only the questions are timed.
"""

import csv
import sys
import time

import duckdb
import polars

rows, asked, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
LISTS = ["programme", "party", "host", "contractor", "lender", "region", "evidence"]
FILTER = "filter by text and two facets"
GROUPS = "the same, and money by year and sector group"
COUNTS = "the same as the first, and counts and money of all facets"
ALL = "all of these at once"
WIDE = "filter by text alone, all facets, years by group"

with open(asked, newline="") as file:
    questions = list(csv.reader(file))
narrow = [one for one in questions if one[1]]
wide = [one for one in questions if not one[1]]


def fastest(name, question, filters, ask):
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        answers = [ask(one) for one in filters]
        best = min(best, time.perf_counter() - start)
    count, money = (sum(part) for part in zip(*answers))
    print(name, question, best, count, money, sep="\t", flush=True)


# polars

frame = polars.read_csv(rows, infer_schema_length=10_000)
facets = [name for name in frame.columns if name not in ("search", "year", "money")]
singles = [name for name in facets if name not in LISTS]
frame = frame.with_columns(
    [polars.col(name).str.split(";") for name in LISTS]
    + [polars.col(name).cast(polars.Categorical) for name in singles]
)


def polars_kept(one):
    text, first, first_value, second, second_value = one
    kept = polars.col("search").str.contains(text, literal=True)
    for name, value in ((first, first_value), (second, second_value)):
        if name in LISTS:
            kept = kept & polars.col(name).list.contains(value)
        elif name:
            kept = kept & (polars.col(name) == value)
    return frame.lazy().filter(kept)


def polars_groups_plan(kept):
    drawn = kept.filter(polars.col("money").is_not_null() & polars.col("year").is_not_null())
    return drawn.group_by("year", "group").agg(polars.len(), polars.col("money").sum())


def polars_counts_plans(kept):
    money = polars.col("money").sum()
    plans = [kept.group_by(name).agg(polars.len(), money) for name in singles]
    for name in LISTS:
        plans.append(kept.select(name, "money").explode(name).group_by(name).agg(polars.len(), money))
    return plans


def polars_count(one):
    return polars_kept(one).select(polars.len()).collect().item()


def polars_groups(one):
    groups = polars_groups_plan(polars_kept(one)).collect()
    return groups["len"].sum(), groups["money"].sum()


def polars_counts(one):
    kept = polars_kept(one).select("money", *facets).collect()
    polars.collect_all(polars_counts_plans(kept.lazy()))
    return kept.height


def polars_all(one):
    kept = polars_kept(one).select("year", "money", *facets).collect()
    plans = [polars_groups_plan(kept.lazy()), *polars_counts_plans(kept.lazy())]
    groups, *_ = polars.collect_all(plans)
    return kept.height, groups["money"].sum()


name = f"polars {polars.__version__}"
fastest(name, FILTER, narrow, lambda one: (polars_count(one), 0.0))
fastest(name, GROUPS, narrow, polars_groups)
fastest(name, COUNTS, narrow, lambda one: (polars_counts(one), 0.0))
fastest(name, ALL, narrow, polars_all)
fastest(name, WIDE, wide, polars_all)

# DuckDB

base = duckdb.connect()
columns = [f'string_split("{name}", \';\') as "{name}"' for name in LISTS]
columns += [f'"{name}"' for name in singles]
types = ", ".join(f"'{name}': 'varchar'" for name in facets)
base.execute(
    f"create table projects as select search, year, money, {', '.join(columns)} from "
    f"read_csv('{rows}', types={{'search': 'varchar', 'year': 'integer', 'money': 'double', {types}}})"
)


def duckdb_where(one):
    text, first, first_value, second, second_value = one
    where = f"contains(search, '{text}')"
    for name, value in ((first, first_value), (second, second_value)):
        if name in LISTS:
            where += f" and list_contains(\"{name}\", '{value}')"
        elif name:
            where += f" and \"{name}\" = '{value}'"
    return where


def duckdb_groups_of(source, where):
    groups = (
        f'select year, "group", count(*) as n, sum(money) as m from {source} '
        f"where {where} and money is not null and year is not null group by all"
    )
    count, money = base.execute(f"select sum(n), sum(m) from ({groups})").fetchone()
    return count or 0, money or 0.0


def duckdb_keep(one):
    some = ", ".join(f'"{name}"' for name in facets)
    base.execute(
        f"create or replace temp table kept as select year, money, {some} from projects "
        f"where {duckdb_where(one)}"
    )
    return base.execute("select count(*) from kept").fetchone()[0]


def duckdb_facets():
    for name in facets:
        value = f'unnest("{name}")' if name in LISTS else f'"{name}"'
        values = f"select {value} as value, money from kept"
        base.execute(f"select value, count(*), sum(money) from ({values}) group by value").fetchall()


def duckdb_counts(one):
    count = duckdb_keep(one)
    duckdb_facets()
    return count


def duckdb_all(one):
    count = duckdb_counts(one)
    return count, duckdb_groups_of("kept", "true")[1]


def duckdb_count(one):
    return base.execute(f"select count(*) from projects where {duckdb_where(one)}").fetchone()[0]


name = f"DuckDB {duckdb.__version__}"
fastest(name, FILTER, narrow, lambda one: (duckdb_count(one), 0.0))
fastest(name, GROUPS, narrow, lambda one: duckdb_groups_of("projects", duckdb_where(one)))
fastest(name, COUNTS, narrow, lambda one: (duckdb_counts(one), 0.0))
fastest(name, ALL, narrow, duckdb_all)
fastest(name, WIDE, wide, duckdb_all)
