//! Which of a project's stated amounts stands for it, by a stated rule (`formulas` E1, E7).
//!
//! A figure about a part of a project never stands for the whole. Among the others the rule
//! is, in this order: the quantity that says most about the whole (cost, then price
//! paid, contract, the partner's part, loan, grant); for the mixed view the latest stage;
//! the more official source; the later date; the place in the file.

use crate::dataset::{
    catalog::Catalog,
    schema::{Figure, FigureKind, Project, Quantity, SourceKind},
};

/// Which stage of money an answer is about; stages never add up unmarked.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
pub enum MoneyStage {
    /// The latest known amount of each project: mixed stages, and said so.
    #[default]
    Latest,
    /// Said, planned or agreed in a memorandum.
    Announced,
    /// Signed.
    Contracted,
    /// Lent or otherwise financed.
    Financed,
    /// Paid out, or counted afterwards.
    Paid,
    /// The source does not say, or it is an estimate.
    Unstated,
}

impl MoneyStage {
    /// All stages in the order of the money ladder, the mixed view first.
    pub const ALL: [Self; 6] = [
        Self::Latest,
        Self::Announced,
        Self::Contracted,
        Self::Financed,
        Self::Paid,
        Self::Unstated,
    ];

    /// The stage a kind of figure belongs to.
    #[must_use]
    pub fn of(kind: FigureKind) -> Self {
        match kind {
            FigureKind::Announced | FigureKind::Agreed => Self::Announced,
            FigureKind::Contracted => Self::Contracted,
            FigureKind::Financed => Self::Financed,
            FigureKind::Paid | FigureKind::Measured => Self::Paid,
            FigureKind::Estimated | FigureKind::Unstated => Self::Unstated,
        }
    }

    fn takes(self, kind: FigureKind) -> bool {
        self == Self::Latest || self == Self::of(kind)
    }

    /// Position in [`Self::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        Self::ALL
            .iter()
            .position(|stage| *stage == self)
            .unwrap_or(0)
    }
}

/// The amount that stands for a project in one view, and the figure it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// Millions of the dataset's currency; the middle of the range where only a range is stated.
    pub money_m: f64,
    /// Position of the figure in the project's list.
    pub figure: usize,
    /// Whether only a range was stated.
    pub midpoint: bool,
    /// What the figure measures.
    pub what: Quantity,
    /// The stage the figure belongs to.
    pub stage: MoneyStage,
}

/// How far along a stage is; later beats earlier in the mixed view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StageRank(u8);

impl From<FigureKind> for StageRank {
    fn from(kind: FigureKind) -> Self {
        Self(match kind {
            FigureKind::Measured => 7,
            FigureKind::Paid => 6,
            FigureKind::Contracted => 5,
            FigureKind::Financed => 4,
            FigureKind::Agreed => 3,
            FigureKind::Announced => 2,
            FigureKind::Unstated => 1,
            FigureKind::Estimated => 0,
        })
    }
}

/// The money figures about the whole project in the dataset's currency, with their positions.
pub fn money_figures<'a>(
    project: &'a Project,
    currency: &'a str,
) -> impl Iterator<Item = (usize, &'a Figure)> {
    project
        .figures
        .iter()
        .enumerate()
        .filter(move |(_, figure)| {
            figure.what.is_money()
                && figure.part.is_none()
                && figure
                    .unit
                    .strip_suffix(" m")
                    .is_some_and(|code| code == currency)
        })
}

impl Amount {
    /// The amount that stands for the project at a stage, or nothing if none is stated.
    #[must_use]
    pub fn choose(catalog: &Catalog, project: &Project, stage: MoneyStage) -> Option<Self> {
        let mut kind_of = |id: &str| catalog.source(id).map(|source| source.kind);
        let all = Self::of_stages(project, catalog.currency(), &mut kind_of);
        all.get(stage.index()).copied().flatten()
    }

    /// The amounts that stand for the project, by [`MoneyStage::index`]; `kind_of` knows the
    /// kinds of the sources.
    pub(super) fn of_stages<'a>(
        project: &'a Project,
        currency: &'a str,
        kind_of: &mut dyn FnMut(&'a str) -> Option<SourceKind>,
    ) -> [Option<Self>; MoneyStage::ALL.len()] {
        let mut chosen: [Option<(Rank, Self)>; MoneyStage::ALL.len()] = Default::default();
        for (position, figure) in money_figures(project, currency) {
            let Some(amount) = Self::of(position, figure) else {
                continue;
            };
            let rank = rank(kind_of, position, figure);
            for (stage, chosen) in MoneyStage::ALL.into_iter().zip(&mut chosen) {
                let takes = stage.takes(figure.kind);
                if takes && chosen.as_ref().is_none_or(|(best, _)| *best <= rank) {
                    *chosen = Some((rank, amount));
                }
            }
        }
        chosen.map(|chosen| chosen.map(|(_, amount)| amount))
    }

    fn of(position: usize, figure: &Figure) -> Option<Self> {
        let (money_m, midpoint) = match (figure.value, figure.low, figure.high) {
            (Some(value), _, _) => (value, false),
            (None, Some(low), Some(high)) => (f64::midpoint(low, high), true),
            (None, Some(one), None) | (None, None, Some(one)) => (one, false),
            (None, None, None) => return None,
        };
        Some(Self {
            money_m,
            figure: position,
            midpoint,
            what: figure.what,
            stage: MoneyStage::of(figure.kind),
        })
    }
}

type Rank = (
    u8,
    StageRank,
    std::cmp::Reverse<SourceKind>,
    Option<crate::dataset::schema::Period>,
    std::cmp::Reverse<usize>,
);

fn rank<'a>(
    kind_of: &mut dyn FnMut(&'a str) -> Option<SourceKind>,
    position: usize,
    figure: &'a Figure,
) -> Rank {
    let quantity = match figure.what {
        Quantity::Cost => 5,
        Quantity::Acquisition => 4,
        Quantity::Contract => 3,
        Quantity::PartnerInvestment => 2,
        Quantity::Loan => 1,
        _ => 0,
    };
    let best_source = figure
        .sources
        .iter()
        .filter_map(|id| kind_of(id))
        .min()
        .unwrap_or(SourceKind::Wiki);
    (
        quantity,
        StageRank::from(figure.kind),
        std::cmp::Reverse(best_source),
        figure.date,
        std::cmp::Reverse(position),
    )
}
