//! How long large datasets take to open, and how much memory, beside plain RON and beside polars.
//!
//! `cargo bench --bench loading` makes a dataset, then reads it in a process of its own for each
//! way: by this program, by `ron::from_str` into the same types, and by polars from the same rows
//! as CSV and as JSON. It prints times, ratios and the highest memory. Set in the environment:
//! `LOADING_PROJECTS` (sizes, `100000,1000000`), `LOADING_RUNS` (the fastest of so many counts, 3)
//! and `LOADING_PYTHON` (a Python that has polars, `python3`).

#![expect(clippy::cast_precision_loss, reason = "a file's size is far from that")]

use belt_explorer::{
    app::state::OpenDataset,
    dataset::{
        generate::{self, Plan},
        read::{self, Origin, ron_options},
        schema::{Dataset, Id, Project},
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
    time::{Duration, Instant},
};

/// The one that the program uses.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Asks for one way of reading in this process.
const CHILD: &str = "LOADING_CHILD";

fn main() -> Outcome<()> {
    if let Ok(way) = env::var(CHILD) {
        let path = env::args().nth(1).ok_or("no file")?;
        return child(&way, Path::new(&path));
    }
    println!("{}\n", machine());
    let sizes = env::var("LOADING_PROJECTS").unwrap_or_else(|_| "100000,1000000".to_owned());
    for size in sizes.split(',') {
        compare(size.trim().parse()?)?;
    }
    Ok(())
}

/// What reading took: seconds, and the highest memory in MB.
#[derive(Clone, Copy)]
struct Taken {
    seconds: f64,
    peak_mb: f64,
}

/// Reads in this process, and says how long it took.
fn child(way: &str, path: &Path) -> Outcome<()> {
    let start = Instant::now();
    match way {
        "open" => {
            let origin = Origin::Path(path.to_owned());
            let mut stages = Vec::new();
            let loaded = read::load(&origin, &mut |progress| {
                if stages
                    .last()
                    .is_none_or(|(stage, _)| *stage != progress.stage)
                {
                    stages.push((progress.stage, start.elapsed()));
                }
                ControlFlow::Continue(())
            });
            let loaded = loaded.map_err(|_| "stopped")?;
            let catalog = loaded.catalog.ok_or("the dataset has errors")?;
            let loading = start.elapsed();
            let open = OpenDataset::new(origin, catalog, loaded.report);
            say(loading);
            eprintln!(
                "    {stages:.2?}, loaded {loading:.2?}, columns {:.2?}",
                start.elapsed()
            );
            // What is open is not part of what is measured.
            std::mem::forget(open);
        }
        "ron" => {
            let text = fs::read_to_string(path)?;
            let data: Dataset = ron_options().from_str(&text)?;
            say(start.elapsed());
            std::mem::forget(data);
        }
        _ => return Err("no such way".into()),
    }
    Ok(())
}

fn say(time: Duration) {
    println!("{} {}", time.as_secs_f64(), peak_mb().unwrap_or(f64::NAN));
}

/// The highest memory of this process by now.
fn peak_mb() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kb: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kb / 1024.0)
}

/// The fastest of several runs of a command that prints seconds and megabytes.
fn fastest(command: &mut Command) -> Outcome<Taken> {
    let runs = env::var("LOADING_RUNS").ok();
    let runs: usize = runs.map_or(Ok(3), |runs| runs.parse())?;
    let mut best: Option<Taken> = None;
    for _ in 0..runs.max(1) {
        let output = command.output()?;
        let said = String::from_utf8(output.stdout)?;
        let mut numbers = said.split_whitespace().map(str::parse::<f64>);
        let (Some(Ok(seconds)), Some(Ok(peak_mb))) = (numbers.next(), numbers.next()) else {
            let why = String::from_utf8_lossy(&output.stderr);
            return Err(why.lines().last().unwrap_or("it says nothing").into());
        };
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        if best.is_none_or(|best| seconds < best.seconds) {
            best = Some(Taken { seconds, peak_mb });
        }
    }
    best.ok_or_else(|| "no run".into())
}

fn compare(projects: u64) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let [ron, csv, json] =
        ["made-up.ron", "rows.csv", "rows.ndjson"].map(|n| folder.path().join(n));
    let mut out = BufWriter::new(File::create(&ron)?);
    generate::write(Plan { projects, seed: 1 }, &mut out)?;
    out.flush()?;
    drop(out);
    rows(&ron, &csv, &json)?;

    println!("{projects} projects");
    let own = |way: &str| -> Outcome<Taken> {
        fastest(Command::new(env::current_exe()?).arg(&ron).env(CHILD, way))
    };
    let open = own("open")?;
    line("open: read, check, index", &ron, Ok(open), open);
    line("ron::from_str into the same types", &ron, own("ron"), open);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/polars_rows.py");
    let python = env::var("LOADING_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    for (what, path) in [
        ("polars, a row a figure as CSV", &csv),
        ("polars, a row a project as JSON", &json),
    ] {
        let taken = fastest(Command::new(&python).arg(&script).arg(path));
        line(what, path, taken, open);
    }
    println!();
    Ok(())
}

fn line(what: &str, path: &Path, taken: Outcome<Taken>, open: Taken) {
    let bytes = fs::metadata(path).map_or(0, |file| file.len());
    let mb = bytes as f64 / (1024.0 * 1024.0);
    match taken {
        Ok(Taken { seconds, peak_mb }) => println!(
            "{what:<36} {seconds:>7.2} s {:>6.0} MB/s  peak {peak_mb:>6.0} MB = {:.2} x file  opening takes {:.2} x this",
            mb / seconds,
            peak_mb / mb,
            open.seconds / seconds,
        ),
        Err(why) => println!("{what:<36} not measured: {why}"),
    }
}

/// Writes the projects as rows: a row a figure as CSV, which knows no lists; a row a project as
/// JSON, with everything in it.
fn rows(ron: &Path, csv: &Path, json: &Path) -> Outcome<()> {
    let loaded = read::load(&Origin::Path(ron.to_owned()), &mut |_| {
        ControlFlow::Continue(())
    });
    let catalog = loaded.map_err(|_| "stopped")?.catalog.ok_or("errors")?;
    let mut flat = csv::Writer::from_path(csv)?;
    let mut nested = BufWriter::new(File::create(json)?);
    for project in &catalog.data().projects {
        for row in flat_rows(project) {
            flat.serialize(row)?;
        }
        let mut record = serde_json::to_value(project)?;
        without_nothing(&mut record);
        serde_json::to_writer(&mut nested, &record)?;
        nested.write_all(b"\n")?;
    }
    flat.flush()?;
    nested.flush()?;
    Ok(())
}

/// A figure with what its project says of itself.
#[derive(serde::Serialize)]
struct Flat<'a> {
    id: &'a str,
    name: &'a str,
    description: &'a str,
    sector: &'a str,
    status: &'a str,
    status_date: String,
    announced: String,
    region: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    partner: &'a str,
    host: &'a str,
    instrument: String,
    what: String,
    kind: String,
    value: Option<f64>,
    unit: &'a str,
    date: String,
    source: &'a str,
}

fn flat_rows(project: &Project) -> impl Iterator<Item = Flat<'_>> {
    let party = |nth: usize| {
        project
            .parties
            .get(nth)
            .map_or("", |p| p.organisation.as_str())
    };
    let status = project.status.last();
    project.figures.iter().map(move |figure| Flat {
        id: &project.id,
        name: project.name.values().next().unwrap_or_default(),
        description: project.description.values().next().unwrap_or_default(),
        sector: &project.sector,
        status: status.map_or("", |status| status.status.as_str()),
        status_date: status
            .and_then(|s| s.date)
            .map(|d| d.to_string())
            .unwrap_or_default(),
        announced: project
            .milestones
            .first()
            .map(|m| m.date.to_string())
            .unwrap_or_default(),
        region: project.regions.first().map_or("", Id::as_str),
        lat: project.place.as_ref().and_then(|place| place.lat),
        lon: project.place.as_ref().and_then(|place| place.lon),
        partner: party(0),
        host: party(1),
        instrument: project
            .instrument
            .map(|i| format!("{i:?}"))
            .unwrap_or_default(),
        what: format!("{:?}", figure.what),
        kind: format!("{:?}", figure.kind),
        value: figure.value,
        unit: &figure.unit,
        date: figure.date.map(|date| date.to_string()).unwrap_or_default(),
        source: figure.sources.first().map_or("", Id::as_str),
    })
}

/// Takes out what is absent, as it is absent from the dataset's file.
fn without_nothing(value: &mut serde_json::Value) {
    use serde_json::Value::{Array, Null, Object};
    let is_nothing = |value: &serde_json::Value| match value {
        Null => true,
        Array(list) => list.is_empty(),
        Object(fields) => fields.is_empty(),
        _ => false,
    };
    match value {
        Object(fields) => {
            fields.values_mut().for_each(without_nothing);
            fields.retain(|_, value| !is_nothing(value));
        }
        Array(list) => list.iter_mut().for_each(without_nothing),
        _ => {}
    }
}

/// What this is measured on.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown", |model| {
        model.trim_start_matches([' ', '\t', ':'])
    });
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let rustc = rustc.unwrap_or_else(|_| "rustc unknown".to_owned());
    format!("{cores} cores, {model}, {rustc}, {}", env::consts::OS)
}
