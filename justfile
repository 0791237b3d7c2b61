# The checks of the continuous integration and the daily commands.

# Everything a change must pass
check:
    .ci/run

# Formatting, spelling and lints only
lint:
    cargo fmt --check
    typos
    cargo clippy --all-targets -- -D warnings

test *ARGS:
    cargo test {{ARGS}}

# The window on the embedded dataset, or on another
run *DATASET:
    cargo run --release -- {{DATASET}}

# What is wrong with a dataset
data *DATASET:
    cargo run --quiet -- check {{DATASET}}

bench:
    cargo bench

# README's pictures, as the program draws them
pictures:
    cargo run --release -- render --tab all --size 1440x900 --out docs
