//! The file of outlines: whole, as described, and read with every number checked.

use super::DATA;

use belt_explorer::analysis::map::{Outlines, OutlinesError, outlines};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn the_outlines_are_whole() {
    let file = include_bytes!("../../../assets/map/outlines.bin");
    let outlines = Outlines::read(file).expect("readable");
    assert!(outlines.countries.len() > 230);
    assert!(outlines.arcs.iter().all(|arc| arc.len() > 1));
    let codes: Vec<_> = outlines
        .countries
        .iter()
        .filter_map(|one| one.code)
        .collect();
    let once: BTreeSet<_> = codes.iter().collect();
    assert!(codes.len() > 230 && codes.len() - once.len() < 3);
    let mut used = BTreeSet::new();
    for country in &outlines.countries {
        for ring in country.polygons.iter().flatten() {
            assert!(outlines.ring(ring).count() > 2, "{:?}", country.code);
            // Arcs join, and the ring closes.
            let ends = |signed: &i32| {
                let arc = outlines.arc(*signed).expect("known");
                let (first, last) = (arc[0], arc[arc.len() - 1]);
                if *signed < 0 {
                    (last, first)
                } else {
                    (first, last)
                }
            };
            let next = ring.iter().cycle().skip(1);
            for (arc, next) in ring.iter().zip(next) {
                // They are the same points of the file, so nothing is rounded.
                let (end, start) = (ends(arc).1, ends(next).0);
                assert!(
                    end.iter()
                        .zip(&start)
                        .all(|(a, b)| a.to_bits() == b.to_bits()),
                    "{:?}",
                    country.code
                );
                used.insert(if *arc < 0 { -1 - arc } else { *arc });
            }
        }
    }
    assert_eq!(used.len(), outlines.arcs.len(), "every arc is of a country");
}

#[test]
fn the_countries_of_the_dataset_are_among_them() {
    let (catalog, _) = &*DATA;
    for id in [catalog.home(), catalog.partner()] {
        let code = id.as_bytes().try_into().expect("three letters");
        let country = outlines().country(code).expect("an outline");
        assert!(outlines().mainland(country).is_some());
    }
}

/// A square of two arcs with a code.
fn small() -> Vec<u8> {
    let mut file = b"BXMAP1".to_vec();
    // Two arcs: (0,0) (1,0) (1,1) and (1,1) (0,1) (0,0), in hundredths.
    file.extend([2, 3, 0, 0, 2, 0, 0, 2, 3, 2, 2, 1, 0, 0, 1]);
    // One country with one polygon of one ring of both arcs, then the second one backwards.
    file.extend([1]);
    file.extend(b"ABC");
    file.extend([1, 1, 2, 0, 2]);
    file
}

#[test]
fn a_small_file_is_read_as_described() {
    let read = Outlines::read(&small()).expect("readable");
    assert_eq!(read.arcs.len(), 2);
    assert_eq!(read.arcs[0], [[0.0, 0.0], [0.01, 0.0], [0.01, 0.01]]);
    let country = read.country(*b"ABC").expect("a country");
    assert_eq!(country.polygons, [[[0, 1]]]);
    let ring: Vec<_> = read.ring(&[0, 1]).collect();
    assert_eq!(ring, [[0.0, 0.0], [0.01, 0.0], [0.01, 0.01], [0.0, 0.01]]);
    let back: Vec<_> = read.ring(&[-2, -1]).collect();
    assert_eq!(back, [[0.0, 0.0], [0.0, 0.01], [0.01, 0.01], [0.01, 0.0]]);
}

#[test]
fn no_spoilt_file_is_read() {
    let file = small();
    for end in 0..file.len() {
        let cut = Outlines::read(&file[..end]).expect_err("cut");
        let start = end < 6;
        assert_eq!(cut == OutlinesError::Start, start, "{end}: {cut}");
    }
    let with = |at: usize, value: u8| {
        let mut file = file.clone();
        file[at] = value;
        Outlines::read(&file)
    };
    assert_eq!(
        with(6, 0x7F),
        Err(OutlinesError::Short),
        "more than there is"
    );
    assert_eq!(with(file.len() - 1, 4), Err(OutlinesError::Arc));
    let mut long = file.clone();
    long.push(0);
    assert_eq!(Outlines::read(&long), Err(OutlinesError::Long));
    let far = [b"BXMAP1".as_slice(), &[1, 1, 0xC2, 0x99, 0x02, 0]].concat();
    assert_eq!(Outlines::read(&far), Err(OutlinesError::Position));
    let huge = [b"BXMAP1".as_slice(), &[0xFF, 0xFF, 0xFF, 0xFF, 0x7F]].concat();
    assert_eq!(Outlines::read(&huge), Err(OutlinesError::Number));
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Outlines::read(&[b"BXMAP1".as_slice(), &bytes].concat());
    }
}
