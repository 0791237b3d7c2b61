//! The program: everything it does is in the library.

fn main() -> std::process::ExitCode {
    belt_explorer::cli::run()
}
