//! The program: everything it does is in the library.

/// A large dataset is millions of small pieces of memory, asked for by several threads at once:
/// with this allocator it opens in about two thirds of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    belt_explorer::cli::run()
}
