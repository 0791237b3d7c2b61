//! Ids and other short words, kept in the record itself.
//!
//! A large dataset is mostly ids: every figure, state and step names its sources. Kept in a piece
//! of memory of its own, each would take several times its length.

use ecow::EcoString;
use smallvec::SmallVec;

/// The id of a record, or another short word such as a unit; up to 15 bytes need no memory of their own.
pub type Id = EcoString;

/// Some ids; a single one needs no memory of its own.
pub type Ids = SmallVec<[Id; 1]>;
