//! The binary: for now it only parses the files it is given.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use belt_explorer::dataset::schema::Dataset;
    let options = ron::Options::default().with_default_extension(
        ron::extensions::Extensions::IMPLICIT_SOME
            | ron::extensions::Extensions::UNWRAP_NEWTYPES,
    );
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        match options.from_str::<Dataset>(&text) {
            Ok(data) => println!("{path}: ok, {} projects, {} sources, {} series", data.projects.len(), data.sources.len(), data.series.len()),
            Err(error) => println!("{path}: {error}"),
        }
    }
    Ok(())
}
