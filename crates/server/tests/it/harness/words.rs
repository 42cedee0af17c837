//! Calls in one line, `Name=value&…`, in which `$word` stands for an id or a text that is made first.

use std::collections::BTreeMap;

use serde_json::Value;

use super::REGION;
use super::actor::Actor;
use super::reply::Reply;

/// What words stand for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words(BTreeMap<&'static str, String>);

impl Words {
    /// Says what a word stands for.
    pub(crate) fn insert(&mut self, word: &'static str, text: String) {
        self.0.insert(word, text);
    }

    /// Says what words stand for.
    pub(crate) fn extend(&mut self, words: impl IntoIterator<Item = (&'static str, String)>) {
        self.0.extend(words);
    }

    /// The text that `$word` stands for; any other text stands for itself.
    pub(crate) fn fill(&self, value: &str) -> String {
        let Some(word) = value.strip_prefix('$') else { return value.to_owned() };
        self.0.get(word).unwrap_or_else(|| panic!("${word} stands for nothing")).clone()
    }

    /// The parameters of `Name=value&…`, not encoded, RegionId among them: that of [`REGION`] if it is not there.
    /// `Tag.*21.Key=k` is 21 parameters, `Tag.1.Key=k1` the first.
    pub(crate) fn parameters(&self, params: &str) -> Vec<(String, String)> {
        let mut filled = Vec::new();
        for pair in params.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').expect("Name=value");
            match name.split_once('*') {
                None => filled.push((name.to_owned(), self.fill(value))),
                Some((list, rest)) => {
                    let (count, field) = rest.split_once('.').unwrap_or((rest, ""));
                    let count: u32 = count.parse().expect("a number stands behind *");
                    let name = |n: u32| format!("{list}{n}.{field}").trim_end_matches('.').to_owned();
                    filled.extend((1..=count).map(|n| (name(n), format!("{value}{n}"))));
                }
            }
        }
        if filled.iter().all(|(name, _)| name != "RegionId") {
            filled.push(("RegionId".to_owned(), REGION.to_owned()));
        }
        filled
    }
}

/// Parameters as [`Actor::call`](super::actor::Actor::call) takes them.
pub(crate) fn borrowed(params: &[(String, String)]) -> Vec<(&str, &str)> {
    params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

impl Actor {
    /// Calls an action, its parameters in one line, RegionId added.
    pub(crate) async fn say(&self, action: &str, params: &str) -> Reply {
        self.call(action, &borrowed(&Words::default().parameters(params))).await
    }

    /// Calls an action that must succeed, its parameters in one line.
    pub(crate) async fn ask(&self, action: &str, params: &str) -> Value {
        self.say(action, params).await.ok()
    }
}

/// A field of each item of a list, as texts.
pub(crate) fn each(list: &Value, field: &str) -> Vec<String> {
    let items = list.as_array().unwrap_or_else(|| panic!("{list} is no list"));
    items
        .iter()
        .map(|item| item[field].as_str().map_or_else(|| item[field].to_string(), str::to_owned))
        .collect()
}
