//! Plain values to the types of the file format, by way of serde.
//!
//! Accepts only what the full reader accepts too, and makes the same of it; a property test
//! compares the two.

use super::Quit;
use super::cursor::Cursor;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Bytes that a piece of memory takes beyond what is in it, and the fewest it takes at all.
const PIECE_OVERHEAD: usize = 8;
const SMALLEST_PIECE: usize = 32;

/// Makes one value after the other and counts the memory that they take.
pub(super) struct Values<'t> {
    pub(super) cursor: Cursor<'t>,
    /// Bytes of memory taken, roughly.
    pub(super) taken: usize,
}

impl fmt::Display for Quit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain")
    }
}

impl std::error::Error for Quit {}

/// What is wrong is for the full reader to say.
impl Error for Quit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Surprise
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self::Surprise
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::Surprise
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::Surprise
    }
}

impl<'t> Values<'t> {
    pub(super) fn new(cursor: Cursor<'t>) -> Self {
        Self { cursor, taken: 0 }
    }

    fn whole<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Quit> {
        let number = self.cursor.number()?;
        // So many digits that the number surely fits.
        if number.len() > 18 || number.contains('.') {
            return Err(Quit::Surprise);
        }
        visitor.visit_i64(number.parse().map_err(|_| Quit::Surprise)?)
    }

    fn text(&mut self) -> Result<&'t str, Quit> {
        let text = self.cursor.string()?;
        self.taken += (text.len() + PIECE_OVERHEAD).max(SMALLEST_PIECE);
        Ok(text)
    }

    /// What stands between brackets.
    fn inside<T>(
        &mut self,
        open: u8,
        close: u8,
        make: impl FnOnce(Inside<'_, 't>) -> Result<T, Quit>,
    ) -> Result<T, Quit> {
        self.cursor.expect(open)?;
        if open != b'(' {
            self.taken += PIECE_OVERHEAD;
        }
        let value = make(Inside {
            values: self,
            close,
            had_comma: true,
        })?;
        self.cursor.skip_blank()?;
        self.cursor.expect(close)?;
        Ok(value)
    }
}

macro_rules! not_plain {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'t>>(self, _: V) -> Result<V::Value, Quit> {
            Err(Quit::Surprise)
        })*
    };
}

macro_rules! whole_numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
            self.whole(visitor)
        })*
    };
}

impl<'t> Deserializer<'t> for &mut Values<'t> {
    type Error = Quit;

    not_plain! {
        deserialize_any deserialize_f32 deserialize_char deserialize_bytes deserialize_byte_buf
        deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_f64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
        let number = self.cursor.number()?;
        visitor.visit_f64(number.parse().map_err(|_| Quit::Surprise)?)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
        match self.cursor.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Quit::Surprise),
        }
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
        self.deserialize_str(visitor)
    }

    /// Optional values stand without `Some`.
    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
        if self.cursor.is_at("None") {
            self.cursor.word()?;
            return visitor.visit_none();
        }
        if self.cursor.is_at("Some") {
            return Err(Quit::Surprise);
        }
        visitor.visit_some(self)
    }

    fn deserialize_unit_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Quit> {
        Err(Quit::Surprise)
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Quit> {
        Err(Quit::Surprise)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
        self.inside(b'[', b']', |inside| visitor.visit_seq(inside))
    }

    fn deserialize_tuple<V: Visitor<'t>>(self, _: usize, visitor: V) -> Result<V::Value, Quit> {
        self.inside(b'(', b')', |inside| visitor.visit_seq(inside))
    }

    fn deserialize_tuple_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, Quit> {
        Err(Quit::Surprise)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Quit> {
        self.inside(b'{', b'}', |inside| {
            visitor.visit_map(Entries {
                inside,
                keys: [""; MAX_KEYS],
                count: 0,
            })
        })
    }

    /// A struct stands without its name.
    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Quit> {
        self.inside(b'(', b')', |inside| visitor.visit_map(inside))
    }

    /// A variant is a word.
    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Quit> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.cursor.word()?))
    }
}

/// The elements of a list or the fields of a struct.
pub(super) struct Inside<'a, 't> {
    values: &'a mut Values<'t>,
    close: u8,
    had_comma: bool,
}

impl<'t> Inside<'_, 't> {
    fn has_more(&mut self) -> Result<bool, Quit> {
        self.values.cursor.skip_blank()?;
        let is_over = self.values.cursor.peek() == Some(self.close);
        if is_over || self.had_comma {
            Ok(!is_over)
        } else {
            Err(Quit::Surprise)
        }
    }

    fn colon(&mut self) -> Result<(), Quit> {
        self.values.cursor.skip_blank()?;
        self.values.cursor.expect(b':')?;
        self.values.cursor.skip_blank()
    }

    /// An element, or what stands behind a colon, and the comma behind it.
    fn element<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Quit> {
        let element = seed.deserialize(&mut *self.values)?;
        self.had_comma = self.values.cursor.comma()?;
        Ok(element)
    }
}

impl<'t> SeqAccess<'t> for Inside<'_, 't> {
    type Error = Quit;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Quit> {
        if !self.has_more()? {
            return Ok(None);
        }
        self.values.taken += size_of::<S::Value>();
        self.element(seed).map(Some)
    }
}

/// The fields of a struct.
impl<'t> MapAccess<'t> for Inside<'_, 't> {
    type Error = Quit;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Quit> {
        if !self.has_more()? {
            return Ok(None);
        }
        let name = self.values.cursor.word()?;
        let name = seed.deserialize(BorrowedStrDeserializer::<Quit>::new(name))?;
        self.colon()?;
        Ok(Some(name))
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Quit> {
        self.element(seed)
    }
}

/// Most keys of a map that are texts: a text is given in a few languages.
const MAX_KEYS: usize = 8;

/// The entries of a map.
struct Entries<'a, 't> {
    inside: Inside<'a, 't>,
    /// Keys that are texts, and how many there were.
    keys: [&'t str; MAX_KEYS],
    count: usize,
}

impl<'t> Entries<'_, 't> {
    /// A key given twice would be lost without a word.
    fn note_key(&mut self, key: &'t str) -> Result<(), Quit> {
        let free = self.keys.get_mut(self.count).ok_or(Quit::Surprise)?;
        *free = key;
        let earlier = self.keys.get(..self.count).unwrap_or_default();
        if earlier.contains(&key) {
            return Err(Quit::Surprise);
        }
        self.count += 1;
        Ok(())
    }
}

impl<'t> MapAccess<'t> for Entries<'_, 't> {
    type Error = Quit;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Quit> {
        if !self.inside.has_more()? {
            return Ok(None);
        }
        let before = self.inside.values.cursor;
        let key = seed.deserialize(&mut *self.inside.values)?;
        if before.peek() == Some(b'"') {
            let to = self.inside.values.cursor.at();
            let text = before.text().get(before.at()..to);
            self.note_key(text.unwrap_or_default())?;
        }
        self.inside.values.taken += size_of::<S::Value>();
        self.inside.colon()?;
        Ok(Some(key))
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Quit> {
        self.inside.values.taken += size_of::<S::Value>();
        self.inside.element(seed)
    }
}
