//! A client that signs, and tells an error from a connection that was lost.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use imagekin_rpc::SigningKey;
use imagekin_rpc::sign::Signer;
use serde_json::Value;

const REGION: &str = "cn-hangzhou";

/// What became of a call.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It was answered.
    Done(Value),
    /// It was answered with this code.
    Refused(String),
    /// No answer came: it may have been carried out or not.
    Doubtful,
}

pub(crate) struct Client {
    address: String,
    agent: ureq::Agent,
    access_key_id: &'static str,
    key: SigningKey,
    number: u64,
    nonces: u64,
}

impl Client {
    /// A client of its own number: its nonces are nobody else's.
    pub(crate) fn new(address: &str, number: u64) -> Self {
        Self::with_key(address, number, ("testid", "testsecret"))
    }

    /// The same with another access key.
    pub(crate) fn with_key(
        address: &str,
        number: u64,
        (access_key_id, secret): (&'static str, &str),
    ) -> Self {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let key = SigningKey::new(secret);
        Self { address: address.to_owned(), agent, access_key_id, key, number, nonces: 0 }
    }

    pub(crate) fn call(&mut self, action: &str, params: &[(&str, &str)]) -> Outcome {
        self.nonces += 1;
        let nonce = format!("{}-{}", self.number, self.nonces);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let now = i64::try_from(now).unwrap();
        let signer = Signer { access_key_id: self.access_key_id, key: &self.key, now, nonce: &nonce };
        let mut all = vec![("RegionId", REGION), ("Format", "JSON")];
        all.retain(|(name, _)| params.iter().all(|(given, _)| given != name));
        all.extend_from_slice(params);
        let url = format!("http://{}/?{}", self.address, signer.v1("GET", action, &all));
        let Ok(mut response) = self.agent.get(url).call() else { return Outcome::Doubtful };
        let Ok(text) = response.body_mut().read_to_string() else { return Outcome::Doubtful };
        let Ok(value) = serde_json::from_str::<Value>(&text) else { return Outcome::Doubtful };
        match value.get("Code").and_then(Value::as_str) {
            None => Outcome::Done(value),
            Some(code) => Outcome::Refused(code.to_owned()),
        }
    }

    /// The answer of a call that must succeed.
    pub(crate) fn must(&mut self, action: &str, params: &[(&str, &str)]) -> Value {
        match self.call(action, params) {
            Outcome::Done(value) => value,
            other => panic!("{action} {params:?}: {other:?}"),
        }
    }

    /// The image of this name, if there is one.
    pub(crate) fn image_named(&mut self, name: &str) -> Option<Value> {
        let images = self.must("DescribeImages", &[("ImageName", name), ("Status", "ALL")]);
        let found = images["Images"]["Image"].as_array().unwrap();
        assert!(found.len() <= 1, "{name} is there {} times", found.len());
        found.first().cloned()
    }

    /// Waits until an image has been made.
    pub(crate) fn wait_until_made(&mut self, image_id: &str) -> Value {
        self.wait_until_made_in(REGION, image_id)
    }

    /// The same in another region.
    pub(crate) fn wait_until_made_in(&mut self, region: &str, image_id: &str) -> Value {
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let here = [("RegionId", region), ("ImageId", image_id), ("Status", "ALL")];
            let images = self.must("DescribeImages", &here);
            let image = images["Images"]["Image"][0].clone();
            if image["Status"] != "Creating" && image["Status"] != "Waiting" {
                return image;
            }
            assert!(Instant::now() < deadline, "{image_id} is still Creating");
            std::thread::park_timeout(Duration::from_millis(10));
        }
    }

    /// Waits until a task has ended; gives its status.
    pub(crate) fn wait_until_ended(&mut self, task_id: &str) -> String {
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let task = self.must("DescribeTaskAttribute", &[("TaskId", task_id)]);
            let status = task["TaskStatus"].as_str().unwrap().to_owned();
            if status != "Processing" && status != "Waiting" {
                return status;
            }
            assert!(Instant::now() < deadline, "{task_id} is still {status}");
            std::thread::park_timeout(Duration::from_millis(10));
        }
    }

    /// Imports an image and gives its snapshot.
    pub(crate) fn first_snapshot(&mut self) -> String {
        let imported = self.must("ImportImage", &import("base"));
        let image = self.wait_until_made(imported["ImageId"].as_str().unwrap());
        assert_eq!(image["Status"], "Available");
        image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"].as_str().unwrap().to_owned()
    }
}

/// The parameters of an import of this name.
pub(crate) fn import(name: &str) -> [(&str, &str); 3] {
    [
        ("ImageName", name),
        ("DiskDeviceMapping.1.OSSBucket", "golden-images"),
        ("DiskDeviceMapping.1.OSSObject", "base.raw"),
    ]
}
