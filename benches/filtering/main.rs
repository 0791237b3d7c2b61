//! How long questions to a large dataset take, beside polars and `DuckDB` on the same rows.
//!
//! `cargo bench --bench filtering` makes up projects, asks this program, then polars and `DuckDB` the
//! same questions, all in one run, compares the answers, and prints times and ratios. The others get
//! the projects as a table that fits the questions, in memory, so that only the questions are measured.
//! Then it measures what a key or a click costs in the window, and a frame. Set in the environment:
//! `FILTERING_PROJECTS` (1000000), `FILTERING_RUNS` (the fastest of so many counts, 5) and
//! `FILTERING_PYTHON` (a Python that has polars and duckdb, `python3`).

mod questions;
mod window;

use belt_explorer::{
    analysis::projects::ProjectTable,
    app::state::OpenDataset,
    dataset::{
        diagnostic::Report,
        generate::{self, Plan},
        read::{self, Origin},
    },
};
use std::{
    env,
    error::Error,
    fs::{self, File},
    io::{BufWriter, Write},
    ops::ControlFlow,
    path::Path,
    process::Command,
    time::Instant,
};

/// The one that the program uses.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn number(variable: &str, otherwise: usize) -> Outcome<usize> {
    let said = env::var(variable).ok();
    Ok(said.map_or(Ok(otherwise), |said| said.parse())?)
}

fn main() -> Outcome<()> {
    let runs = number("FILTERING_RUNS", 5)?.max(1);
    let projects = number("FILTERING_PROJECTS", 1_000_000)?;
    let folder = tempfile::tempdir()?;
    let dataset = made_up(projects, folder.path())?;
    let table = &dataset.projects;
    let own = questions::answers(&dataset.catalog, table, runs);
    let rows = folder.path().join("rows.csv");
    write_rows(table, &rows)?;
    let asked = folder.path().join("questions.csv");
    questions::write(&asked)?;
    let python = env::var("FILTERING_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/filtering/peers.py");
    let arguments = [rows.as_path(), asked.as_path()];
    let runs = runs.to_string();
    let output = Command::new(python)
        .arg(script)
        .args(arguments)
        .arg(runs)
        .output()?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    questions::compare(&own, &String::from_utf8(output.stdout)?)?;
    fs::remove_file(&rows)?;
    window::measure(dataset);
    Ok(())
}

/// Made-up projects, opened as a file is.
fn made_up(projects: usize, folder: &Path) -> Outcome<OpenDataset> {
    let path = folder.join("made-up.ron");
    let mut out = BufWriter::new(File::create(&path)?);
    let projects = u64::try_from(projects)?;
    generate::write(Plan { projects, seed: 1 }, &mut out)?;
    out.flush()?;
    drop(out);
    let origin = Origin::Path(path.clone());
    let loaded = read::load(&origin, &mut |_| ControlFlow::Continue(()));
    fs::remove_file(&path)?;
    let loaded = loaded.map_err(|_| "stopped")?;
    let catalog = loaded.catalog.ok_or("the dataset has errors")?;
    let start = Instant::now();
    let dataset = OpenDataset::new(origin, catalog, Report::default());
    println!(
        "{projects} projects, columns built in {:.2?}\n",
        start.elapsed()
    );
    Ok(dataset)
}

/// The projects as the other programs get them: the text and the columns that are asked about.
fn write_rows(table: &ProjectTable, path: &Path) -> Outcome<()> {
    let mut out = csv::Writer::from_path(path)?;
    let mut header = vec!["search".to_owned(), "year".to_owned(), "money".to_owned()];
    let facets = belt_explorer::analysis::projects::FACETS.iter();
    header.extend(facets.map(|facet| facet.id.to_owned()));
    out.write_record(&header)?;
    let (basis, stage) = (questions::BASIS, questions::STAGE);
    for row in 0..table.len {
        let text = table.search.of(row).replace('\n', " | ");
        let year = basis.year(table, row).map(|year| year.to_string());
        let money_m = table
            .counted_m(row, stage)
            .map(|money_m| money_m.to_string());
        let mut record = vec![text, year.unwrap_or_default(), money_m.unwrap_or_default()];
        for column in &table.facets {
            let values = column.of(row).iter();
            let ids = values.filter_map(|at| column.values.get(*at as usize));
            let ids: Vec<&str> = ids.map(|value| value.id.as_str()).collect();
            record.push(ids.join(";"));
        }
        out.write_record(&record)?;
    }
    out.flush()?;
    Ok(())
}
