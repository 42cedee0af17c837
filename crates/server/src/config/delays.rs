//! How long tasks take at least: at once, always the same, or call by call, so that a client's waiter is put to the test.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use imagekin_catalog::task::TaskAction;
use serde::{Deserialize, Serialize};

use super::Config;

/// Delays in milliseconds: the n-th call takes the n-th, further calls the last. Without a list, `creation_delay_ms`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DelaySettings {
    /// Of CreateImage.
    pub create_image_ms: Vec<u64>,
    /// Of ImportImage.
    pub import_image_ms: Vec<u64>,
    /// Of CopyImage.
    pub copy_image_ms: Vec<u64>,
    /// Of ExportImage.
    pub export_image_ms: Vec<u64>,
}

/// The delays of a running server: counts the calls.
#[derive(Debug)]
pub(crate) struct Delays {
    scripts: [Script; TaskAction::ALL.len()],
}

#[derive(Debug)]
struct Script {
    delays: Vec<Duration>,
    calls: AtomicUsize,
}

impl Delays {
    pub(crate) fn new(config: &Config) -> Self {
        let script = |action: TaskAction| {
            let listed = match action {
                TaskAction::CreateImage => &config.delays.create_image_ms,
                TaskAction::ImportImage => &config.delays.import_image_ms,
                TaskAction::CopyImage => &config.delays.copy_image_ms,
                TaskAction::ExportImage => &config.delays.export_image_ms,
            };
            let millis = if listed.is_empty() { vec![config.creation_delay_ms] } else { listed.clone() };
            Script {
                delays: millis.into_iter().map(Duration::from_millis).collect(),
                calls: AtomicUsize::new(0),
            }
        };
        Self { scripts: TaskAction::ALL.map(script) }
    }

    /// The delay of the next call.
    pub(crate) fn next(&self, action: TaskAction) -> Duration {
        let Script { delays, calls } = &self.scripts[action as usize];
        let call = calls.fetch_add(1, Ordering::Relaxed);
        delays.get(call).or(delays.last()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;

    #[test]
    fn each_call_takes_its_own_and_the_last_one_stays() {
        let mut config = Config::defaults(Profile::Sandbox);
        config.creation_delay_ms = 7;
        config.delays.copy_image_ms = vec![0, 500];
        let delays = Delays::new(&config);
        let copies: Vec<u128> = (0..3).map(|_| delays.next(TaskAction::CopyImage).as_millis()).collect();
        assert_eq!(copies, [0, 500, 500]);
        assert_eq!(delays.next(TaskAction::ImportImage).as_millis(), 7);
    }
}
