//! What tells the contents of datasets apart; it does not resist forgery.

/// XXH64 (Collet, 2012) with the seed 0 over the name of each file and its bytes, one after the
/// other: far faster than files are read.
pub(super) struct Checksum {
    lanes: [u64; 4],
    /// What does not fill a block yet.
    rest: Vec<u8>,
    length: u64,
}

const PRIMES: [u64; 5] = [
    0x9e37_79b1_85eb_ca87,
    0xc2b2_ae3d_27d4_eb4f,
    0x1656_67b1_9e37_79f9,
    0x85eb_ca77_c2b2_ae63,
    0x27d4_eb2f_1656_67c5,
];
/// Bytes of a block: eight for each lane.
const BLOCK: usize = 32;

impl Checksum {
    pub(super) fn new() -> Self {
        let [one, two, ..] = PRIMES;
        let lanes = [one.wrapping_add(two), two, 0, 0_u64.wrapping_sub(one)];
        Self {
            lanes,
            rest: Vec::with_capacity(BLOCK),
            length: 0,
        }
    }

    /// Takes in a file.
    pub(super) fn add(&mut self, name: &str, contents: &[u8]) {
        self.take(name.as_bytes());
        // A zero byte after the name keeps it apart from the contents.
        self.take(&[0]);
        self.take(contents);
    }

    fn take(&mut self, mut bytes: &[u8]) {
        self.length = self.length.wrapping_add(super::bytes(bytes.len()));
        if !self.rest.is_empty() {
            let wanted = (BLOCK - self.rest.len()).min(bytes.len());
            let (first, others) = bytes.split_at(wanted);
            self.rest.extend_from_slice(first);
            bytes = others;
            if self.rest.len() < BLOCK {
                return;
            }
            let block = std::mem::take(&mut self.rest);
            self.blocks(&block);
        }
        let whole = bytes.len() - bytes.len() % BLOCK;
        let (blocks, rest) = bytes.split_at(whole);
        self.blocks(blocks);
        self.rest.extend_from_slice(rest);
    }

    fn blocks(&mut self, blocks: &[u8]) {
        let mut lanes = self.lanes;
        for block in blocks.chunks_exact(BLOCK) {
            for (lane, word) in lanes.iter_mut().zip(block.chunks_exact(8)) {
                *lane = round(*lane, little_endian(word));
            }
        }
        self.lanes = lanes;
    }

    /// The checksum as 16 hexadecimal digits.
    pub(super) fn finish(self) -> String {
        let [one, two, three, four, five] = PRIMES;
        let mut sum = if self.length < super::bytes(BLOCK) {
            five
        } else {
            let turned = self.lanes.iter().zip([1, 7, 12, 18]);
            let turned = turned.map(|(lane, by)| lane.rotate_left(by));
            let sum = turned.fold(0, u64::wrapping_add);
            self.lanes.iter().fold(sum, |sum, lane| {
                (sum ^ round(0, *lane)).wrapping_mul(one).wrapping_add(four)
            })
        };
        sum = sum.wrapping_add(self.length);
        let mut words = self.rest.chunks_exact(8);
        for word in words.by_ref() {
            sum ^= round(0, little_endian(word));
            sum = sum.rotate_left(27).wrapping_mul(one).wrapping_add(four);
        }
        let mut halves = words.remainder().chunks_exact(4);
        for half in halves.by_ref() {
            sum ^= little_endian(half).wrapping_mul(one);
            sum = sum.rotate_left(23).wrapping_mul(two).wrapping_add(three);
        }
        for byte in halves.remainder() {
            sum ^= u64::from(*byte).wrapping_mul(five);
            sum = sum.rotate_left(11).wrapping_mul(one);
        }
        for (shift, prime) in [(33, two), (29, three)] {
            sum = (sum ^ (sum >> shift)).wrapping_mul(prime);
        }
        format!("{:016x}", sum ^ (sum >> 32))
    }
}

fn round(lane: u64, word: u64) -> u64 {
    let [one, two, ..] = PRIMES;
    let lane = lane.wrapping_add(word.wrapping_mul(two));
    lane.rotate_left(31).wrapping_mul(one)
}

/// Up to eight bytes as a number, the lowest first.
fn little_endian(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    for (to, from) in eight.iter_mut().zip(bytes) {
        *to = *from;
    }
    u64::from_le_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::Checksum;

    fn of(text: &str) -> String {
        let mut checksum = Checksum::new();
        checksum.take(text.as_bytes());
        checksum.finish()
    }

    #[test]
    fn it_is_xxh64() {
        assert_eq!(of(""), "ef46db3751d8e999");
        assert_eq!(of("a"), "d24ec4f1a98c6e5b");
        assert_eq!(of("abc"), "44bc2cf5ad770999");
        assert_eq!(
            of("Nobody inspects the spammish repetition"),
            "fbcea83c8a378bf1"
        );
    }

    #[test]
    fn pieces_of_any_length_add_up() {
        let text: String = ('a'..='z').cycle().take(200).collect();
        for first in 0..text.len() {
            let mut checksum = Checksum::new();
            checksum.take(&text.as_bytes()[..first]);
            checksum.take(&text.as_bytes()[first..]);
            assert_eq!(checksum.finish(), of(&text), "{first}");
        }
    }
}
