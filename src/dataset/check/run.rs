//! The rules shared among threads.
//!
//! Rules are bound by memory: a large dataset is far from fitting into the processor's cache. So
//! rules that look at one record at a time are all asked about the same few hundred projects
//! before the next ones. Whatever the sharing, the findings come in the order of the table and,
//! of each rule, in the order of a single walk.

use super::sink::{Counts, Kept, Sink};
use super::slice::Part;
use super::{Context, Findings, RULES, Reach, Rule, Slice, ids};
use crate::dataset::read::limits::MAX_OF_A_KIND;
use crate::dataset::read::{Stage, Stopped, Watch, tell};
use crate::dataset::schema::Dataset;
use crate::dataset::section::Section;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// Records from which on the rules are shared among threads.
const MANY_RECORDS: usize = 20_000;
/// Projects that rules are asked about one after the other: some hundred kilobytes of records.
const WINDOW: usize = 256;

/// How the work is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sharing {
    /// Threads, the caller's included.
    pub threads: usize,
    /// Projects that the rules are asked about at a time; `None` for everything at once.
    pub window: Option<usize>,
}

impl Sharing {
    fn of(data: &Dataset) -> Self {
        let records: usize = Section::ALL.iter().map(|section| section.len(data)).sum();
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let threads = if records < MANY_RECORDS { 1 } else { cores };
        Self {
            threads,
            window: Some(WINDOW),
        }
    }

    /// The parts of a dataset that rules about single records are asked about.
    fn parts(self, projects: usize) -> Vec<Part> {
        let Some(window) = self.window else {
            return vec![Part::Whole];
        };
        let window = window.max(1);
        let starts = (0..projects).step_by(window);
        let windows = starts.map(|from| Part::Projects(from..projects.min(from + window)));
        [Part::Rest].into_iter().chain(windows).collect()
    }
}

/// Runs all rules over a dataset.
///
/// # Errors
/// Only when `watch` stops it.
pub fn run(data: &Dataset, watch: &mut Watch<'_>) -> Result<Findings, Stopped> {
    run_shared(data, Sharing::of(data), watch)
}

/// Runs all rules over a dataset, shared in a given way.
///
/// # Errors
/// Only when `watch` stops it.
pub fn run_shared(
    data: &Dataset,
    sharing: Sharing,
    watch: &mut Watch<'_>,
) -> Result<Findings, Stopped> {
    let context = Context::new(data);
    let parts = sharing.parts(data.projects.len());
    let tasks = tasks(&parts);
    let found: Vec<Found> = RULES.iter().map(|_| Found::default()).collect();
    let next = AtomicUsize::new(0);
    // Does tasks as long as there are some and `go_on` agrees.
    let work = |go_on: &mut dyn FnMut(usize) -> Result<(), Stopped>| {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(number) else {
                return Ok(());
            };
            go_on(number)?;
            for (rule, found) in RULES.iter().zip(&found) {
                if task.is_for(rule) {
                    found.add(number, rule, &context, task.part());
                }
            }
        }
    };
    let total = tasks.len() + 1;
    thread::scope(|scope| {
        for _ in 1..sharing.threads {
            scope.spawn(|| work(&mut |_| Ok(())));
        }
        work(&mut |number| {
            let told = tell_done(watch, number, total);
            if told.is_err() {
                next.store(tasks.len(), Ordering::Relaxed);
            }
            told
        })
    })?;
    for (rule, found) in RULES.iter().zip(&found) {
        if matches!(rule.reach, Reach::Afterwards(_)) {
            found.add(0, rule, &context, &Part::Whole);
        }
    }
    tell_done(watch, total, total)?;
    Ok(joined(found, context))
}

fn tell_done(watch: &mut Watch<'_>, done: usize, total: usize) -> Result<(), Stopped> {
    let number = |count| u64::try_from(count).unwrap_or(u64::MAX);
    tell(watch, Stage::Checking, number(done), number(total))
}

/// What a thread takes at a time.
enum Task<'a> {
    /// One rule, over all that it looks at in one go.
    Rule(&'a Rule, &'a Part),
    /// All rules about single records, over some projects.
    Window(&'a Part),
}

/// The long tasks come first, so that no thread is left alone with one at the end.
fn tasks(parts: &[Part]) -> Vec<Task<'_>> {
    let whole = RULES.iter().filter_map(|rule| match rule.reach {
        Reach::Dataset(_) => Some(Task::Rule(rule, &Part::Whole)),
        Reach::Record(_) | Reach::Afterwards(_) => None,
    });
    let (first, windows) = parts.split_at(parts.len().min(1));
    let rest = first.iter().flat_map(|part| {
        let records = RULES.iter().filter(|rule| rule.is_about_records());
        records.map(move |rule| Task::Rule(rule, part))
    });
    whole
        .chain(rest)
        .chain(windows.iter().map(Task::Window))
        .collect()
}

impl Task<'_> {
    fn is_for(&self, rule: &Rule) -> bool {
        match self {
            Self::Rule(one, _) => std::ptr::eq(*one, rule),
            Self::Window(_) => rule.is_about_records(),
        }
    }

    fn part(&self) -> &Part {
        match self {
            Self::Rule(_, part) | Self::Window(part) => part,
        }
    }
}

impl Rule {
    fn is_about_records(&self) -> bool {
        matches!(self.reach, Reach::Record(_))
    }
}

/// What a rule has found by now, of each task that found something.
#[derive(Default)]
struct Found {
    tasks: Mutex<Vec<Done>>,
}

/// What a rule found in one task.
struct Done {
    number: usize,
    counts: Counts,
    kept: Vec<Kept>,
}

impl Found {
    /// Adds what a rule finds in a part.
    fn add(&self, number: usize, rule: &'static Rule, context: &Context<'_>, part: &Part) {
        let slice = Slice::new(context, part);
        let mut sink = Sink::new(&rule.about, &slice, self.before(number));
        match rule.reach {
            Reach::Record(run) => run(&slice, &mut sink),
            Reach::Dataset(run) | Reach::Afterwards(run) => run(context, &mut sink),
        }
        let Sink { counts, kept, .. } = sink;
        if counts.iter().any(|count| *count > 0) {
            self.tasks().push(Done {
                number,
                counts,
                kept,
            });
        }
    }

    fn tasks(&self) -> MutexGuard<'_, Vec<Done>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What surely comes before the findings of a task, on each of their legs: all of the legs before,
    /// and of the same leg the tasks with smaller numbers. Others may be done with later ones already.
    fn before(&self, number: usize) -> Counts {
        let mut before = Counts::default();
        for done in self.tasks().iter() {
            let mut legs_before = 0;
            for (before, own) in before.iter_mut().zip(done.counts) {
                *before += legs_before;
                *before += if done.number < number { own } else { 0 };
                legs_before += own;
            }
        }
        before
    }

    /// The findings in the order of a single walk, and how many more there were.
    fn into_order(self) -> (Vec<Kept>, usize) {
        let tasks = self.tasks.into_inner();
        let mut tasks = tasks.unwrap_or_else(PoisonError::into_inner);
        let count: usize = tasks.iter().flat_map(|done| done.counts).sum();
        tasks.sort_by_key(|done| done.number);
        let mut kept: Vec<Kept> = tasks.into_iter().flat_map(|done| done.kept).collect();
        kept.sort_by_key(|kept| kept.leg);
        kept.truncate(MAX_OF_A_KIND);
        (kept, count.saturating_sub(MAX_OF_A_KIND))
    }
}

/// The findings of all rules, in the order of the rules.
fn joined(found: Vec<Found>, context: Context<'_>) -> Findings {
    let mut all = Findings::default();
    for (rule, found) in RULES.iter().zip(found) {
        let (mut kept, omitted) = found.into_order();
        ids::suggest(&context, &mut kept);
        all.findings
            .extend(kept.into_iter().map(|kept| kept.finding));
        if omitted > 0 {
            all.omitted.push((&rule.about, omitted));
        }
    }
    all.index = context.index;
    all
}

#[cfg(test)]
mod tests {
    use super::{Context, Found, Part, RULES};
    use crate::dataset::read::limits::MAX_OF_A_KIND;
    use crate::dataset::schema::{Dataset, Project};

    /// A thread may be done with later projects before another one is with earlier ones.
    #[test]
    fn of_too_many_findings_the_first_are_kept_whoever_is_done_first() {
        let nameless = |_| -> Project {
            ron::from_str(r#"(id: "", name: {}, sector: "", sources: [])"#).expect("a project")
        };
        let data = Dataset {
            projects: (0..MAX_OF_A_KIND + 2_000).map(nameless).collect(),
            ..Dataset::default()
        };
        let context = Context::new(&data);
        let mut rules = RULES.iter();
        let rule = rules.find(|rule| rule.about.code == "no-source");
        let rule = rule.expect("a rule");
        let (half, all) = (MAX_OF_A_KIND / 2 + 1_000, data.projects.len());
        let parts = [Part::Projects(0..half), Part::Projects(half..all)];
        let kept = |order: [usize; 2]| {
            let found = Found::default();
            for number in order {
                found.add(number, rule, &context, &parts[number]);
            }
            let (kept, omitted) = found.into_order();
            let places = kept.into_iter().map(|kept| kept.finding.at);
            (places.collect::<Vec<_>>(), omitted)
        };
        assert_eq!(kept([1, 0]), kept([0, 1]));
    }
}
