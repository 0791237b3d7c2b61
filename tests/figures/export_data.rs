//! Numbers as they leave the program: CSV, tab-separated text, JSON, HTML and the README.

use belt_explorer::{
    dataset::schema::{Attribution, SourceKind},
    export::{
        citation::SourceRef,
        data::{Cell, Column, ColumnRole, DataTable, csv, exact, json, tsv},
        html::{escape_attribute, escape_text, table_html},
        markdown,
        readme::{DatasetFacts, Readme},
    },
    i18n::Words,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Investment by year and sector, with everything that a cell can be.
fn table() -> DataTable {
    let mut table = DataTable::new(vec![
        Column::with_role("year", "Year", ColumnRole::Axis),
        Column::with_role("sector", "Sector", ColumnRole::Series),
        Column::with_role("amount_usd_m", "Amount", ColumnRole::Value).unit("million USD"),
        Column::plain("records", "Records"),
        Column::with_role("sources", "Sources", ColumnRole::Sources),
    ]);
    table.rows = vec![
        vec![
            Cell::whole(2019),
            Cell::text("Oil, gas & \"pipelines\""),
            Cell::number(1234.5),
            Cell::count(12_000),
            Cell::list(["ministry-2020", "times-2019"]),
        ],
        vec![
            Cell::whole(2020),
            Cell::text("Рельсы\nи 铁路"),
            Cell::Missing,
            Cell::count(0),
            Cell::list(["times-2019"]),
        ],
    ];
    table
}

#[test]
fn csv_is_what_rfc_4180_says() {
    assert_eq!(
        csv(&table()),
        "year,sector,amount_usd_m,records,sources\r\n\
         2019,\"Oil, gas & \"\"pipelines\"\"\",1234.5,12000,ministry-2020; times-2019\r\n\
         2020,\"Рельсы\nи 铁路\",,0,times-2019\r\n"
    );
    assert_eq!(csv(&DataTable::default()), "");
}

#[test]
fn the_clipboard_has_names_for_people_and_no_breaks_inside_cells() {
    assert_eq!(
        tsv(&table()),
        "Year\tSector\tAmount (million USD)\tRecords\tSources\n\
         2019\tOil, gas & \"pipelines\"\t1234.5\t12000\tministry-2020; times-2019\n\
         2020\tРельсы и 铁路\t\t0\ttimes-2019\n"
    );
}

#[test]
fn numbers_are_exact_and_short() {
    for (number, text) in [
        (1234.5, "1234.5"),
        (0.1, "0.1"),
        (0.1 + 0.2, "0.30000000000000004"),
        (3_000_000.0, "3000000"),
        (-12.25, "-12.25"),
        (0.0, "0"),
        (0.000_001, "0.000001"),
        (1e300, "1e300"),
        (1e-300, "1e-300"),
        (f64::NAN, ""),
        (f64::INFINITY, ""),
    ] {
        assert_eq!(exact(number), text);
    }
}

#[test]
fn json_keeps_the_order_of_the_columns() {
    let text = json(&table());
    let rows = text.lines().skip_while(|line| !line.contains("\"rows\""));
    let first = rows.clone().nth(1).expect("a row");
    assert_eq!(
        first,
        "  {\"year\": 2019, \"sector\": \"Oil, gas & \\\"pipelines\\\"\", \"amount_usd_m\": 1234.5, \
         \"records\": 12000, \"sources\": [\"ministry-2020\",\"times-2019\"]},"
    );
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        value["columns"][2],
        serde_json::json!({
            "key": "amount_usd_m", "name": "Amount", "unit": "million USD", "role": "value"
        })
    );
    assert!(value["columns"][0]["unit"].is_null());
    assert!(value["rows"][1]["amount_usd_m"].is_null());
    let empty: serde_json::Value =
        serde_json::from_str(&json(&DataTable::default())).expect("JSON");
    assert_eq!(empty, serde_json::json!({"columns": [], "rows": []}));
}

#[test]
fn a_row_that_is_too_short_lacks_its_last_cells() {
    let mut table = table();
    table.rows = vec![vec![Cell::whole(2019)]];
    assert_eq!(csv(&table).lines().nth(1), Some("2019,,,,"));
    let value: serde_json::Value = serde_json::from_str(&json(&table)).expect("JSON");
    assert!(value["rows"][0]["sources"].is_null());
}

/// Words with everything that formats quote.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z\",;\r\n\t' \\\\=+-]{0,12}",
        "[а-яҚқӘә中国哈萨克斯坦«»“”, \"\n]{0,12}",
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Missing),
        words().prop_map(Cell::text),
        any::<f64>().prop_map(Cell::number),
        (-1e7..1e7).prop_map(Cell::number),
        any::<i64>().prop_map(Cell::Whole),
        prop::collection::vec("[a-z0-9,\"-]{1,8}", 0..4).prop_map(Cell::list),
    ]
}

fn tables() -> impl Strategy<Value = DataTable> {
    (1..5_usize).prop_flat_map(|width| {
        let rows = prop::collection::vec(prop::collection::vec(cell(), width), 0..6);
        let names = prop::collection::vec(words(), width);
        (rows, names).prop_map(|(rows, names)| {
            let columns = names.iter().enumerate();
            let columns = columns.map(|(position, name)| {
                // Keys are unique.
                Column::plain(&format!("{name}{position}"), name)
            });
            DataTable {
                columns: columns.collect(),
                rows,
            }
        })
    })
}

/// Whether a field of a CSV file holds what the cell does.
fn reads_back(cell: &Cell, text: &str) -> bool {
    match cell {
        Cell::Missing => text.is_empty(),
        Cell::Text(own) => text == own,
        Cell::Number(number) => text
            .parse::<f64>()
            .is_ok_and(|read| read.to_bits() == number.to_bits()),
        Cell::Whole(number) => text.parse() == Ok(*number),
        Cell::List(items) => text.split("; ").eq(items.iter().map(String::as_str)),
    }
}

/// This reader of JSON may be off by the last bit of a number; the text may not.
fn is_exact(text: &str, read: &serde_json::Value, number: f64) -> bool {
    let close = read
        .as_f64()
        .is_some_and(|read| (read - number).abs() <= number.abs() * 1e-15);
    let written = serde_json::Value::from(number).to_string();
    let exact = written
        .parse::<f64>()
        .is_ok_and(|read| read.to_bits() == number.to_bits());
    close && exact && text.contains(&written)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_reads_back_as_it_was(table in tables()) {
        let text = csv(&table);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let records: Vec<_> = reader.records().collect::<Result<_, _>>().expect("CSV");
        prop_assert_eq!(records.len(), table.rows.len() + 1);
        let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
        prop_assert_eq!(records[0].iter().collect::<Vec<_>>(), keys);
        for (row, record) in table.rows.iter().zip(&records[1..]) {
            prop_assert_eq!(row.len(), record.len());
            for (cell, text) in row.iter().zip(record) {
                prop_assert!(reads_back(cell, text), "{:?} was written as {:?}", cell, text);
            }
        }
    }

    #[test]
    fn json_reads_back_as_it_was(table in tables()) {
        let text = json(&table);
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let rows = value["rows"].as_array().expect("rows");
        prop_assert_eq!(rows.len(), table.rows.len());
        for (row, object) in table.rows.iter().zip(rows) {
            for (column, cell) in table.columns.iter().zip(row) {
                let read = &object[&column.key];
                let same = match cell {
                    Cell::Missing => read.is_null(),
                    Cell::Text(text) => read.as_str() == Some(text),
                    Cell::Number(number) => is_exact(&text, read, *number),
                    Cell::Whole(number) => read.as_i64() == Some(*number),
                    Cell::List(items) => read == &serde_json::json!(items),
                };
                prop_assert!(same, "{:?} was written as {}", cell, read);
            }
        }
    }

    #[test]
    fn the_clipboard_has_one_line_a_row_and_one_tab_between_cells(table in tables()) {
        let text = tsv(&table);
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        prop_assert_eq!(lines.len(), table.rows.len() + 1);
        for line in lines {
            prop_assert_eq!(line.split('\t').count(), table.columns.len());
            prop_assert!(!line.contains('\r'));
        }
    }

    #[test]
    fn escaped_html_is_read_as_the_text_it_was(text in "[a-z<>&\"'=/ а-я中]{0,20}") {
        let document = format!("<p title=\"{}\">{}</p>", escape_attribute(&text), escape_text(&text));
        let document = roxmltree::Document::parse(&document).expect("well formed");
        let root = document.root_element();
        prop_assert_eq!(root.attribute("title"), Some(text.as_str()));
        prop_assert_eq!(root.text().unwrap_or_default(), text);
    }
}

#[test]
fn a_table_of_a_report_has_heads_numbers_and_links() {
    let numbers = BTreeMap::from([("ministry-2020".to_owned(), 1)]);
    let html = table_html(&Words::new("en"), &table(), "Money <by> sector", &numbers);
    assert_eq!(
        html,
        "<table>\n<caption>Money &lt;by&gt; sector</caption>\n<thead>\n<tr>\
         <th scope=\"col\" class=\"number\">Year</th><th scope=\"col\">Sector</th>\
         <th scope=\"col\" class=\"number\">Amount <span class=\"unit\">million USD</span></th>\
         <th scope=\"col\" class=\"number\">Records</th><th scope=\"col\">Sources</th></tr>\n</thead>\n<tbody>\n\
         <tr><th scope=\"row\" class=\"number\">2019</th>\
         <td>Oil, gas &amp; \"pipelines\"</td><td class=\"number\">1,234.5</td>\
         <td class=\"number\">12,000</td>\
         <td class=\"sources\"><a href=\"#source-ministry-2020\" aria-label=\"Source 1\">[1]</a> times-2019</td></tr>\n\
         <tr><th scope=\"row\" class=\"number\">2020</th><td>Рельсы и 铁路</td>\
         <td class=\"missing number\" title=\"not known\">\u{2013}</td><td class=\"number\">0</td>\
         <td class=\"sources\">times-2019</td></tr>\n</tbody>\n</table>\n"
    );
    roxmltree::Document::parse(&html).expect("well formed");
}

#[test]
fn numbers_of_a_report_are_written_for_people() {
    for (number, shown) in [
        (1_234_567.891, "1,234,567.89"),
        (0.1 + 0.2, "0.3"),
        (0.001_234_56, "0.00123"),
        (-1234.0, "\u{2212}1,234"),
        (0.0, "0"),
    ] {
        let mut table = DataTable::new(vec![Column::plain("x", "X")]);
        table.rows = vec![vec![Cell::number(number)]];
        let html = table_html(&Words::new("en"), &table, "", &BTreeMap::new());
        assert!(html.contains(&format!(">{shown}</td>")), "{html}");
    }
}

#[test]
fn markdown_shows_every_character_as_it_is() {
    for (text, escaped) in [
        ("amount_usd_m", "amount_usd_m"),
        ("_emphasis_ *too*", "\\_emphasis\\_ \\*too\\*"),
        ("a | b", "a \\| b"),
        (
            "[link](x) <b> &amp; R&D, C# # no",
            "\\[link\\](x) \\<b> \\&amp; R\\&D, C# \\# no",
        ),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("1.5 km", "1.5 km"),
        ("two\nlines", "two lines"),
    ] {
        assert_eq!(markdown::escape(text), escaped);
    }
    assert_eq!(markdown::fenced("a ``` b"), "````text\na ``` b\n````\n");
}

fn readme() -> Readme {
    let source = |id: &str, licence: Option<&str>| SourceRef {
        id: id.to_owned(),
        title: format!("Title of {id}"),
        publisher: Some("Ministry".to_owned()),
        date: "2020-05".parse().ok(),
        url: Some(format!("https://example.org/{id}")),
        kind: SourceKind::Official,
        licence: licence.map(str::to_owned),
    };
    Readme {
        title: "Investment over time".to_owned(),
        subtitle: Some("Million USD, contracted".to_owned()),
        definition: Some("Sum of the amounts of all projects by year.".to_owned()),
        filter: Some("sector is rail".to_owned()),
        files: vec![("data.csv".to_owned(), "The numbers".to_owned())],
        columns: table().columns,
        conventions: vec!["Years are those of the contract.".to_owned()],
        sources: vec![
            source("ministry-2020", None),
            source("times_2019", Some("CC BY 4.0")),
        ],
        dataset: DatasetFacts {
            title: "Aurelia and Borea".to_owned(),
            id: "aurelia-borea".to_owned(),
            version: "2026.11".to_owned(),
            as_of: "2026-10".to_owned(),
            checksum: Some("00ff".to_owned()),
            licence: Some("CC BY 4.0".to_owned()),
            credits: vec![Attribution {
                to: "GeoNames".to_owned(),
                text: "Coordinates of places.".to_owned(),
                url: Some("https://www.geonames.org/".to_owned()),
            }],
        },
        view: Some("tab=projects&sector=rail".to_owned()),
        citation: "Somebody (2026). Investment over time.".to_owned(),
    }
}

#[test]
fn a_readme_says_everything_that_is_needed_to_use_and_cite() {
    let text = readme().markdown(&Words::new("en"));
    insta::assert_snapshot!("export-readme", text);
}

#[test]
fn a_readme_of_little_says_what_is_not_known() {
    let readme = Readme {
        title: "Nothing".to_owned(),
        ..Readme::default()
    };
    let text = readme.markdown(&Words::new("en"));
    assert!(text.contains("Filter: none"), "{text}");
    assert!(text.contains("names no licence"), "{text}");
    assert!(text.contains("rests on a source"), "{text}");
    assert!(
        !text.contains("## Columns") && !text.contains("## Citation"),
        "{text}"
    );
}
