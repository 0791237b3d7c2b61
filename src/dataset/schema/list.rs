//! Lists that take just as much memory as they need.

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use smallvec::SmallVec;
use std::fmt;
use std::marker::PhantomData;

/// Elements that are kept beside the list until it is known how many there are; most lists of a
/// record have no more.
const FEW: usize = 4;

/// Reads a list whose length is not known beforehand; for `#[serde(deserialize_with)]`. A list
/// that grows by itself keeps room for more elements, which in millions of short lists adds up.
pub(super) fn exact<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct Elements<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Elements<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Vec<T>, A::Error> {
            let mut few = SmallVec::<[T; FEW]>::new();
            while let Some(element) = access.next_element()? {
                few.push(element);
            }
            let mut list = few.into_vec();
            list.shrink_to_fit();
            Ok(list)
        }
    }

    deserializer.deserialize_seq(Elements(PhantomData))
}
