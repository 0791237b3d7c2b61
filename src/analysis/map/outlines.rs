//! Reads the outlines of countries, `assets/map/outlines.bin`; its README describes the form.
//!
//! Every number is checked against what is left of the file, so that no file makes it read or keep more.

use std::{fmt, sync::LazyLock};

/// A country's code of three letters, ISO 3166-1 alpha-3.
pub type Code = [u8; 3];

/// Outlines of all countries, borders kept once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outlines {
    /// Lines of points as longitude and latitude in degrees.
    pub arcs: Vec<Vec<[f64; 2]>>,
    /// The countries.
    pub countries: Vec<Country>,
}

/// One country or territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// Its code, if it has one.
    pub code: Option<Code>,
    /// Polygons of rings, the outer one first; a ring is arcs that join. A negative number is the arc
    /// `-1 - n`, backwards.
    pub polygons: Vec<Vec<Vec<i32>>>,
}

/// Why a file is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlinesError {
    /// It does not begin as such a file does.
    Start,
    /// It ends in the middle of something.
    Short,
    /// A number is larger than can be.
    Number,
    /// A position is not on the globe.
    Position,
    /// A ring names an arc that is not there.
    Arc,
    /// Something follows after the end.
    Long,
}

impl fmt::Display for OutlinesError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Start => "the file does not begin with the word for outlines",
            Self::Short => "the file ends too early",
            Self::Number => "a number is too large",
            Self::Position => "a position is not on the globe",
            Self::Arc => "a ring names an arc that is not there",
            Self::Long => "something stands behind the end of the file",
        })
    }
}

impl std::error::Error for OutlinesError {}

const START: &[u8] = b"BXMAP1";
/// What stands for no code.
const NO_CODE: Code = *b"---";
/// Steps of the stored grid in one degree.
const STEPS: f64 = 100.0;

/// The outlines that the program carries, read when they are first asked for. Without them the map has no land
/// but is no less right, so a file that is not understood is no reason to stop; a test reads it.
#[must_use]
pub fn outlines() -> &'static Outlines {
    static READ: LazyLock<Outlines> = LazyLock::new(|| {
        let file = include_bytes!("../../../assets/map/outlines.bin");
        Outlines::read(file).unwrap_or_default()
    });
    &READ
}

impl Outlines {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is not of the described form.
    pub fn read(file: &[u8]) -> Result<Self, OutlinesError> {
        let rest = file.strip_prefix(START).ok_or(OutlinesError::Start)?;
        let mut reader = Reader { rest };
        let arcs = reader.list(Reader::arc)?;
        let arc_count = i32::try_from(arcs.len()).map_err(|_| OutlinesError::Number)?;
        let countries = reader.list(|reader| reader.country(arc_count))?;
        if reader.rest.is_empty() {
            Ok(Self { arcs, countries })
        } else {
            Err(OutlinesError::Long)
        }
    }

    /// The country with a code.
    #[must_use]
    pub fn country(&self, code: Code) -> Option<&Country> {
        let mut all = self.countries.iter();
        all.find(|country| country.code == Some(code))
    }

    /// The points of a ring; each where two arcs join stands once, the first is not repeated at the end.
    pub fn ring<'a>(&'a self, ring: &'a [i32]) -> impl Iterator<Item = [f64; 2]> + Clone + 'a {
        ring.iter().flat_map(move |signed| {
            let points = self.arc(*signed).map_or(&[][..], Vec::as_slice);
            let count = points.len();
            // The last point of an arc is the first of the next.
            (0..count.saturating_sub(1)).filter_map(move |at| {
                let at = if *signed < 0 { count - 1 - at } else { at };
                points.get(at).copied()
            })
        })
    }

    /// The arc that a signed number names.
    #[must_use]
    pub fn arc(&self, signed: i32) -> Option<&Vec<[f64; 2]>> {
        self.arcs.get(place(signed))
    }

    /// The outer ring of a country that encloses most, in square degrees: the mainland.
    #[must_use]
    pub fn mainland<'a>(&self, country: &'a Country) -> Option<&'a [i32]> {
        let outer = country
            .polygons
            .iter()
            .filter_map(|polygon| polygon.first());
        outer
            .max_by(|a, b| self.enclosed(a).total_cmp(&self.enclosed(b)))
            .map(Vec::as_slice)
    }

    fn enclosed(&self, ring: &[i32]) -> f64 {
        let points: Vec<[f64; 2]> = self.ring(ring).collect();
        let next = points.iter().cycle().skip(1);
        let twice: f64 = points
            .iter()
            .zip(next)
            .map(|([x, y], [next_x, next_y])| x * next_y - next_x * y)
            .sum();
        twice.abs() / 2.0
    }
}

/// Position of the arc that a signed number names.
pub(super) fn place(signed: i32) -> usize {
    let at = if signed < 0 { -1 - signed } else { signed };
    usize::try_from(at).unwrap_or(usize::MAX)
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, OutlinesError> {
        let (byte, rest) = self.rest.split_first().ok_or(OutlinesError::Short)?;
        self.rest = rest;
        Ok(*byte)
    }

    fn number(&mut self) -> Result<u32, OutlinesError> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(OutlinesError::Number)
    }

    fn signed(&mut self) -> Result<i32, OutlinesError> {
        let value = self.number()?;
        let half = i32::try_from(value >> 1).map_err(|_| OutlinesError::Number)?;
        Ok(if value & 1 == 0 { half } else { -half - 1 })
    }

    /// A list with its length before it. Each item takes a byte or more, so no more are expected than bytes
    /// are left.
    fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, OutlinesError>,
    ) -> Result<Vec<T>, OutlinesError> {
        let count = usize::try_from(self.number()?).map_err(|_| OutlinesError::Number)?;
        if count > self.rest.len() {
            return Err(OutlinesError::Short);
        }
        (0..count).map(|_| item(self)).collect()
    }

    fn arc(&mut self) -> Result<Vec<[f64; 2]>, OutlinesError> {
        let (mut lon, mut lat) = (0_i32, 0_i32);
        self.list(|reader| {
            // A step has at most 28 bits and a position few: the sums stay far from the limits.
            lon += reader.signed()?;
            lat += reader.signed()?;
            let [x, y] = [lon, lat].map(|steps| f64::from(steps) / STEPS);
            let on_globe = (-180.0..=180.0).contains(&x) && (-90.0..=90.0).contains(&y);
            on_globe.then_some([x, y]).ok_or(OutlinesError::Position)
        })
    }

    fn country(&mut self, arcs: i32) -> Result<Country, OutlinesError> {
        let code = [self.byte()?, self.byte()?, self.byte()?];
        let polygons = self.list(|reader| {
            reader.list(|reader| {
                reader.list(|reader| {
                    let arc = reader.signed()?;
                    let known = (-arcs..arcs).contains(&arc);
                    known.then_some(arc).ok_or(OutlinesError::Arc)
                })
            })
        })?;
        Ok(Country {
            code: (code != NO_CODE).then_some(code),
            polygons,
        })
    }
}
