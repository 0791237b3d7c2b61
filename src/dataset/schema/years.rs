//! Maps from years that refuse a year given twice, which would otherwise lose a number in silence.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// How the message about a year given twice starts.
pub(in crate::dataset) const TWICE: &str = "given twice: ";

/// Reads a map from years; for `#[serde(deserialize_with)]`.
pub(super) fn once_each<'de, D, V>(deserializer: D) -> Result<BTreeMap<i32, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    struct Years<V>(PhantomData<V>);

    impl<'de, V: Deserialize<'de>> Visitor<'de> for Years<V> {
        type Value = BTreeMap<i32, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map from years, such as {2019: …}")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut years = BTreeMap::new();
            while let Some(year) = access.next_key()? {
                if years.contains_key(&year) {
                    return Err(A::Error::custom(format_args!("{TWICE}the year {year}")));
                }
                years.insert(year, access.next_value()?);
            }
            Ok(years)
        }
    }

    deserializer.deserialize_map(Years(PhantomData))
}
