//! Statistics and levels: the worked examples of their definitions, edges, and properties.

use belt_explorer::analysis::amount::Amount;
use belt_explorer::analysis::levels::{
    Balance, Window, Yearly, compound_growth, constant_prices, growth, index_to, log_trend_growth,
    rolling_mean, shares,
};
use belt_explorer::analysis::stats::{
    Concentration, Sample, linear_trend, weighted_mean, weighted_median, wilson,
};
use proptest::prelude::*;

fn assert_close(actual: impl Into<Option<f64>>, expected: f64) {
    let actual = actual.into().expect("a number");
    let scale = expected.abs().max(1e-9);
    assert!(
        (actual - expected).abs() <= 1e-6 * scale,
        "{actual} is not {expected}"
    );
}

fn yearly(values: &[(i32, f64)]) -> Yearly {
    values.iter().copied().collect()
}

#[test]
fn quantiles_are_of_type_7() {
    let days = Sample::new([27.0, 14.0, 15.0, 15.0, 16.0, 16.0, 17.0, 18.0, 20.0, 22.0]);
    assert_close(days.mean(), 18.0);
    assert_close(days.median(), 16.5);
    assert_close(days.quantile(0.25), 15.25);
    assert_close(days.quantile(0.75), 19.5);
    assert_close(days.quantile(0.90), 22.5);
    assert_close(days.quantile(0.95), 24.75);
    assert_close(days.quantile(0.0), 14.0);
    assert_close(days.quantile(1.0), 27.0);
}

#[test]
fn quantiles_of_one_none_and_outside() {
    assert_close(Sample::new([7.0, f64::NAN]).quantile(0.3), 7.0);
    let empty = Sample::new([f64::NAN]);
    assert_eq!(
        (empty.median(), empty.mean(), empty.min()),
        (None, None, None)
    );
    assert_eq!(Sample::new([1.0]).quantile(1.5), None);
}

#[test]
fn weighted_mean_and_median() {
    let items = [(10.0, 1.0), (30.0, 1.0), (20.0, 2.0), (99.0, 0.0)];
    assert_close(weighted_mean(&items), 20.0);
    assert_close(weighted_median(&items), 20.0);
    assert_close(weighted_median(&[(1.0, 1.0), (2.0, 1.0)]), 1.0);
    assert_close(weighted_median(&[(1.0, 0.0), (2.0, 1.0)]), 2.0);
    assert_eq!(weighted_mean(&[(1.0, 0.0)]), None);
    assert_eq!(weighted_median(&[(1.0, -1.0), (2.0, 3.0)]), None);
}

#[test]
fn wilson_interval() {
    for (hits, n, low, high) in [
        (12, 55, 0.129_460, 0.343_700),
        (0, 10, 0.0, 0.277_533),
        (10, 10, 0.722_467, 1.0),
    ] {
        let interval = wilson(hits, n).expect("an interval");
        assert!((interval.low - low).abs() < 5e-7, "{interval:?}");
        assert!((interval.high - high).abs() < 5e-7, "{interval:?}");
    }
    assert_eq!(wilson(0, 0), None);
    assert_eq!(wilson(3, 2), None);
}

#[test]
fn linear_trend_is_least_squares() {
    let trend = linear_trend(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0), (3.0, 8.0)]).expect("a line");
    assert_close(trend.slope, 2.3);
    assert_close(trend.intercept, 0.8);
    assert_close(trend.r_squared, 26.45 / 26.75);
    assert_eq!(linear_trend(&[(1.0, 1.0), (1.0, 2.0)]), None);
    assert_eq!(linear_trend(&[]), None);
    let flat = linear_trend(&[(0.0, 4.0), (1.0, 4.0)]).expect("a line");
    assert_eq!(flat.r_squared, None);
}

#[test]
fn concentration_is_exact_or_an_interval() {
    let exact = Concentration::of(&[0.5, 0.3, 0.2, 0.0], 0.0).expect("an index");
    assert_eq!(exact.n, 3);
    assert_close(exact.index(), 0.38);
    assert_close(exact.number_equivalent(), 2.631_578_947);
    assert_close(exact.normalised(), 0.07);
    let open = Concentration::of(&[0.5, 0.3], 0.2).expect("an interval");
    assert_close(open.low, 0.34);
    assert_close(open.high, 0.38);
    assert_eq!((open.index(), open.normalised()), (None, None));
    assert_close(
        Concentration::of(&[1.0], 0.0).and_then(|c| c.normalised()),
        1.0,
    );
    assert_eq!(Concentration::of(&[], 0.0), None);
    assert_eq!(Concentration::of(&[1.2, -0.2], 0.0), None);
}

#[test]
fn balance_and_turnover() {
    let balance = Balance::of(9_800.0, 8_200.0);
    assert_close(balance.balance, 1_600.0);
    assert_close(balance.turnover, 18_000.0);
    assert_close(balance.cover_ratio, 1.195_121_951);
    assert_close(balance.normalised, 0.088_888_889);
    assert_eq!(Balance::of(5.0, 0.0).cover_ratio, None);
    assert_eq!(Balance::of(0.0, 0.0).normalised, None);
}

#[test]
fn shares_refuse_negative_parts_and_an_empty_whole() {
    assert_eq!(shares(&[1.0, 3.0]), Some(vec![0.25, 0.75]));
    assert_eq!(shares(&[1.0, -3.0]), None);
    assert_eq!(shares(&[0.0]), None);
    assert_eq!(shares(&[]), None);
}

#[test]
fn compound_growth_counts_years_not_points() {
    let turnover = yearly(&[(2018, 11_700.0), (2022, 18_200.0)]);
    let growth = compound_growth(&turnover).expect("a rate");
    assert_eq!((growth.first_year, growth.last_year), (2018, 2022));
    assert!((growth.rate - 0.116_790).abs() < 5e-7);
    assert!((growth.rate.ln_1p() - 0.110_458).abs() < 5e-7);
    assert_eq!(compound_growth(&yearly(&[(2018, 1.0)])), None);
    assert_eq!(compound_growth(&yearly(&[(2018, 0.0), (2019, 1.0)])), None);
}

#[test]
fn growth_needs_the_year_before() {
    let rates = growth(&yearly(&[
        (2018, 0.0),
        (2019, 7.0),
        (2021, 15_400.0),
        (2022, 18_200.0),
    ]));
    assert_eq!(rates.keys().copied().collect::<Vec<_>>(), [2022]);
    assert_close(rates[&2022], 0.181_818_182);
}

#[test]
fn log_trend_recovers_constant_growth() {
    let values = yearly(&[(2000, 100.0), (2001, 110.0), (2002, 121.0), (2003, 133.1)]);
    assert_close(log_trend_growth(&values), 0.1);
    assert_eq!(log_trend_growth(&yearly(&[(2000, 1.0), (2001, 0.0)])), None);
    assert_eq!(log_trend_growth(&yearly(&[(2000, 1.0)])), None);
}

#[test]
fn index_has_its_base_at_100() {
    let values = yearly(&[
        (2018, 11_700.0),
        (2019, 14_400.0),
        (2020, 15_400.0),
        (2022, 18_200.0),
    ]);
    let index = index_to(&values, 2018).expect("an index");
    let expected = [100.0, 123.076_923, 131.623_932, 155.555_556];
    for (value, expected) in index.values().zip(expected) {
        assert_close(*value, expected);
    }
    assert_eq!(index_to(&values, 2021), None);
    assert_eq!(index_to(&yearly(&[(2018, 0.0)]), 2018), None);
}

#[test]
fn constant_prices_use_the_base_year_over_the_year() {
    let prices = yearly(&[(2019, 100.0), (2025, 120.0), (2026, 0.0)]);
    let nominal = yearly(&[(2019, 27_000.0), (2020, 5.0), (2025, 1.0), (2026, 2.0)]);
    let real = constant_prices(&nominal, &prices, 2025).expect("real values");
    assert_close(real.values[&2019], 32_400.0);
    assert_close(real.values[&2025], 1.0);
    assert_eq!(real.missing, [2020, 2026]);
    assert_eq!(constant_prices(&nominal, &prices, 2021), None);
    assert_eq!(constant_prices(&nominal, &prices, 2026), None);

    let inflation = yearly(&[(2000, 100.0), (2008, 100.0 * 1.02_f64.powi(8))]);
    let real = constant_prices(&yearly(&[(2008, 1_000.0)]), &inflation, 2000);
    assert_close(real.map(|real| real.values[&2008]), 853.490_371);
}

#[test]
fn rolling_mean_strict_and_lenient() {
    let values = yearly(&[(0, 10.0), (1, 12.0), (3, 16.0), (4, 20.0), (5, 24.0)]);
    assert_eq!(
        rolling_mean(&values, 3, Window::Strict),
        yearly(&[(5, 20.0)])
    );
    assert_eq!(
        rolling_mean(&values, 3, Window::Lenient),
        yearly(&[(2, 11.0), (3, 14.0), (4, 18.0), (5, 20.0)])
    );
    assert!(rolling_mean(&values, 0, Window::Strict).is_empty());
    assert!(rolling_mean(&Yearly::new(), 3, Window::Lenient).is_empty());
}

#[test]
fn a_sum_over_nothing_is_missing() {
    let mut sum = Amount::empty("USD m");
    sum.add(None, &["unused".into()]);
    sum.add(Some(f64::INFINITY), &[]);
    assert_eq!((sum.value, sum.n_used, sum.n_missing), (None, 0, 2));
    assert!(sum.sources.is_empty());
    sum.add(Some(0.0), &["b".into(), "a".into()]);
    sum.add(Some(2.5), &["a".into()]);
    assert_eq!((sum.value, sum.n_used, sum.n_asked()), (Some(2.5), 2, 4));
    assert_eq!(sum.sources.iter().collect::<Vec<_>>(), ["a", "b"]);
}

proptest! {
    #[test]
    fn shares_sum_to_one(parts in prop::collection::vec(0.001..1e6_f64, 1..40)) {
        let sum: f64 = shares(&parts).expect("positive parts").iter().sum();
        prop_assert!((sum - 1.0).abs() < 1e-9);
    }

    #[test]
    fn concentration_lies_between_even_and_one(parts in prop::collection::vec(0.001..1e6_f64, 1..40)) {
        let shares = shares(&parts).expect("positive parts");
        let index = Concentration::of(&shares, 0.0).and_then(|c| c.index()).expect("no rest");
        let even = 1.0 / f64::from(u32::try_from(shares.len()).expect("small"));
        prop_assert!(index >= even - 1e-12 && index <= 1.0 + 1e-12);
    }

    #[test]
    fn quantiles_grow_with_p(values in prop::collection::vec(-1e6..1e6_f64, 1..40), p in 0.0..1.0_f64, q in 0.0..1.0_f64) {
        let sample = Sample::new(values);
        let (low, high) = (sample.quantile(p.min(q)), sample.quantile(p.max(q)));
        prop_assert!(low <= high);
        prop_assert!(sample.min() <= low && high <= sample.max());
    }

    #[test]
    fn changing_the_price_base_scales_by_the_ratio(value in 1.0..1e6_f64, a in 1.0..500.0_f64, b in 1.0..500.0_f64) {
        let prices = yearly(&[(2000, a), (2001, b)]);
        let nominal = yearly(&[(2000, value)]);
        let in_first = constant_prices(&nominal, &prices, 2000).expect("base").values[&2000];
        let in_second = constant_prices(&nominal, &prices, 2001).expect("base").values[&2000];
        prop_assert!((in_second / in_first - b / a).abs() < 1e-9 * (b / a));
    }
}
