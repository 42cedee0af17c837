//! What the report says of the store of ten million images.

use super::super::huge::{ASKED, Beside, Huge, PAGE_CONNECTIONS, WARM_UP_ROUNDS};
use super::super::work::Asked;
use super::{Bar, Plan, Ratios, at_most, thousands};

pub(super) fn bars(huge: &Huge) -> Vec<Bar> {
    let Ratios { requests_per_s, requests_per_cpu_s, .. } = huge.zipf.of_small;
    let mut bars = vec![Bar {
        what: "V1, GET, by Zipf's law: huge store, of the small store's requests per server-CPU-second and \
               requests/s"
            .to_owned(),
        bar: "≥ 0.80".to_owned(),
        measured: format!("{requests_per_cpu_s:.2} and {requests_per_s:.2}"),
        is_met: requests_per_cpu_s >= 0.8 && requests_per_s >= 0.8,
    }];
    for ((asked, name), round) in ASKED.iter().zip(&huge.pages) {
        if !matches!(asked, Asked::CommonTag | Asked::CommonPrefix) {
            let what = format!("DescribeImages, huge store, by {name}: p99");
            bars.push(at_most(&what, round.p99_us / 1_000.0, 5.0, "ms"));
        }
    }
    bars
}

pub(super) fn section(plan: &Plan, huge: &Huge) -> String {
    let mut text = format!(
        "\n## Ten million images\n\nA third store has {images} images in {families} families of {accounts} accounts; \
         all accounts hold the same. The system reads \
         its database once before, so that it is in the page cache. Families are resolved (V1, GET, {connections} connections) by Zipf's law with \
         exponent 1, the ranks scattered over the accounts, and then uniformly; each after every family was resolved \
         once and for another {warm_up} s in the same order, in turns with the small store.\n\n\
         | | requests/s | of the small store's | per server-CPU-s | of the small store's | p50 µs | p99 µs |\n\
         |---|--:|--:|--:|--:|--:|--:|\n",
        images = thousands(f64::from(plan.huge.images_total())),
        families = thousands(f64::from(plan.huge.families_total())),
        accounts = thousands(f64::from(plan.huge.accounts)),
        connections = super::resolve::CONNECTIONS,
        warm_up = (plan.round * WARM_UP_ROUNDS).as_secs(),
    );
    for (name, Beside { huge, of_small }) in [("Zipf", huge.zipf), ("uniform", huge.uniform)] {
        text.push_str(&format!(
            "| {name} | {} | {:.2} | {} | {:.2} | {:.0} | {:.0} |\n",
            thousands(huge.requests_per_s),
            of_small.requests_per_s,
            thousands(huge.requests_per_cpu_s),
            of_small.requests_per_cpu_s,
            huge.p50_us,
            huge.p99_us,
        ));
    }
    text.push_str(&format!(
        "\nThe first time that each family was resolved: {} requests/s, {} per CPU second. Anonymous memory after \
         these rounds: {:.0} MiB.\n\nDescribeImages gives the first page (10 images) of an account drawn at random, \
         and counts all that fit, over {PAGE_CONNECTIONS} connections:\n\n\
         | by | pages/s | per server-CPU-s | p50 ms | p99 ms |\n|---|--:|--:|--:|--:|\n",
        thousands(huge.cold.requests_per_s),
        thousands(huge.cold.requests_per_cpu_s),
        huge.anonymous_mib,
    ));
    for ((_, name), round) in ASKED.iter().zip(&huge.pages) {
        text.push_str(&format!(
            "| {name} | {} | {} | {:.2} | {:.2} |\n",
            thousands(round.requests_per_s),
            thousands(round.requests_per_cpu_s),
            round.p50_us / 1_000.0,
            round.p99_us / 1_000.0,
        ));
    }
    text
}
