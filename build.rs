//! Rebuilds the program when a file of the embedded dataset is added or removed.

fn main() {
    println!("cargo::rerun-if-changed=assets/kazakhstan-china");
}
