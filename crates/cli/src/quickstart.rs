//! `imagekin quickstart`: see it work in one command.

use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Args;
use imagekin_catalog::RegionId;
use imagekin_rpc::sign::Signer;
use imagekin_rpc::{Service, SigningKey};
use imagekin_server::{
    App, Clock, Config, OsRandom, Profile, Random, SANDBOX_ACCOUNT, SANDBOX_KEY, SystemClock, serve,
};
use imagekin_store::ObjectPath;
use imagekin_store::disk::write_qcow2;
use serde_json::Value;
use tokio::time::Instant;

use crate::serve::{EndSignals, access_key};

const REGION: &str = "cn-hangzhou";
const BUCKET: &str = "golden-images";
const OBJECT: &str = "hangzhou-daily-update.qcow2";
const FAMILY: &str = "hangzhou-daily-update";
/// Size of the disk that is made, in bytes: 5 GiB, of which the file holds next to nothing.
const DISK_BYTES: u64 = 5 << 30;
/// How long the import may take.
const IMPORT_TIMEOUT: Duration = Duration::from_secs(30);

/// Flags of `imagekin quickstart`.
#[derive(Args)]
pub(crate) struct Quickstart {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:7070")]
    listen: SocketAddr,
    /// Folder to work in, kept afterwards [default: a temporary one]
    #[arg(long)]
    dir: Option<PathBuf>,
    /// End after the answer instead of serving on
    #[arg(long)]
    once: bool,
}

impl Quickstart {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let temporary = tempfile::Builder::new().prefix("imagekin-").tempdir()?;
        let folder = self.dir.clone().unwrap_or_else(|| temporary.path().to_owned());
        let config =
            Config { listen: self.listen, data_dir: folder.clone(), ..Config::defaults(Profile::Sandbox) };
        let (id, secret) = SANDBOX_KEY;
        let key = access_key(SANDBOX_ACCOUNT, id, secret.to_owned())?;
        let app = App::open(config, Some(key), Arc::new(SystemClock), Arc::new(OsRandom)).await?;
        say(&format!("A sandbox in {}", folder.display()))?;
        put_image(&app, &folder).await?;
        let running = serve(Arc::clone(&app)).await?;
        let client = Client { host: running.address.to_string(), key: SigningKey::new(secret) };
        let shown = {
            let client = client.clone();
            tokio::task::spawn_blocking(move || show(&client)).await?
        };
        if self.once || shown.is_err() {
            running.stop().await;
            return shown.map(|()| ExitCode::SUCCESS);
        }
        let mut signals = EndSignals::listen()?;
        say(&format!("\nlistening on http://{}   (Ctrl-C ends it)", running.address))?;
        signals.received().await;
        Ok(signals.stop(running).await)
    }
}

/// Makes a small, real qcow2 and puts it into a bucket.
async fn put_image(app: &App, folder: &Path) -> anyhow::Result<()> {
    let region = RegionId::parse(REGION).context("a region")?;
    let path = ObjectPath::new(&region, BUCKET, OBJECT).context("an object")?;
    let (image, maker) = match by_qemu_img(folder) {
        Some(image) => (image, "qemu-img"),
        None => (write_qcow2(DISK_BYTES, b"imagekin").context("a disk")?, "imagekin itself"),
    };
    say(&format!("A qcow2 image of {} bytes (made by {maker}) in oss://{BUCKET}/{OBJECT}", image.len()))?;
    Ok(app.objects().put(&path, image).await?)
}

/// The image made by `qemu-img`, if that is installed.
fn by_qemu_img(folder: &Path) -> Option<Vec<u8>> {
    let file = folder.join("quickstart.qcow2");
    let size = DISK_BYTES.to_string();
    let mut command = Command::new("qemu-img");
    command.args(["create", "-q", "-f", "qcow2"]).arg(&file).arg(size);
    let made =
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    let image = made.then(|| std::fs::read(&file).ok()).flatten();
    let _ = std::fs::remove_file(&file);
    image
}

fn show(client: &Client) -> anyhow::Result<()> {
    let image_id = client.import()?;
    client.call("ModifyImageAttribute", &[("ImageId", &image_id), ("ImageFamily", FAMILY)])?;
    say(&format!("Imported as {image_id}, now of the family {FAMILY}"))?;
    let resolve = [("ImageFamily", FAMILY), ("RegionId", REGION)];
    let answer = client.get("DescribeImageFromFamily", &resolve)?;
    say("\nWhich image is the newest usable one of this family?\n")?;
    say(&format!("  curl '{}'\n", client.url("DescribeImageFromFamily", &resolve)))?;
    say("  (signed: good once, within 15 minutes; the clients below sign for themselves)\n")?;
    say(&serde_json::to_string_pretty(&answer)?)?;
    say(&other_clients(&client.host))
}

/// How to ask the same with clients that sign for themselves.
fn other_clients(host: &str) -> String {
    let (id, secret) = SANDBOX_KEY;
    format!(
        r#"
With the aliyun CLI:

  export ALIBABA_CLOUD_ACCESS_KEY_ID={id} ALIBABA_CLOUD_ACCESS_KEY_SECRET={secret} ALIBABA_CLOUD_REGION_ID={REGION}
  aliyun ecs DescribeImageFromFamily --RegionId {REGION} --ImageFamily {FAMILY} --endpoint {host} --insecure

With Python (pip install alibabacloud_ecs20140526):

  from alibabacloud_ecs20140526.client import Client
  from alibabacloud_ecs20140526.models import DescribeImageFromFamilyRequest
  from alibabacloud_tea_openapi.models import Config
  client = Client(Config(access_key_id='{id}', access_key_secret='{secret}', endpoint='{host}', protocol='http'))
  request = DescribeImageFromFamilyRequest(region_id='{REGION}', image_family='{FAMILY}')
  print(client.describe_image_from_family(request).body.image.image_id)"#
    )
}

/// A client of the sandbox.
#[derive(Clone)]
struct Client {
    host: String,
    key: SigningKey,
}

impl Client {
    /// A signed URL, good once.
    fn url(&self, action: &str, params: &[(&str, &str)]) -> String {
        let nonce = format!("{:032x}", OsRandom.bits());
        let signer = Signer {
            access_key_id: SANDBOX_KEY.0,
            key: &self.key,
            security_token: None,
            service: Service::Ecs,
            now: SystemClock.now().as_seconds(),
            nonce: &nonce,
        };
        let mut all = vec![("Format", "JSON")];
        all.extend_from_slice(params);
        format!("http://{}/?{}", self.host, signer.v1("GET", action, &all))
    }

    fn get(&self, action: &str, params: &[(&str, &str)]) -> anyhow::Result<Value> {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let mut response = agent.get(self.url(action, params)).call()?;
        let text = response.body_mut().read_to_string()?;
        let answer: Value = serde_json::from_str(&text).with_context(|| text.clone())?;
        match answer.get("Code").and_then(Value::as_str) {
            None => Ok(answer),
            Some(code) => bail!("{action}: {code}: {}", answer["Message"].as_str().unwrap_or_default()),
        }
    }

    fn call(&self, action: &str, params: &[(&str, &str)]) -> anyhow::Result<Value> {
        let mut all = vec![("RegionId", REGION)];
        all.extend_from_slice(params);
        self.get(action, &all)
    }

    /// Imports the image and waits until it is Available.
    fn import(&self) -> anyhow::Result<String> {
        let name = format!("quickstart-{:08x}", OsRandom.bits() as u32);
        let imported = self.call(
            "ImportImage",
            &[
                ("ImageName", &name),
                ("Platform", "Ubuntu"),
                ("Description", "A golden image, made by imagekin quickstart"),
                ("DiskDeviceMapping.1.OSSBucket", BUCKET),
                ("DiskDeviceMapping.1.OSSObject", OBJECT),
                ("DiskDeviceMapping.1.Format", "QCOW2"),
            ],
        )?;
        let image_id = imported["ImageId"].as_str().context("no ImageId in the answer")?.to_owned();
        let deadline = Instant::now() + IMPORT_TIMEOUT;
        loop {
            let images = self.call("DescribeImages", &[("ImageId", &image_id), ("Status", "ALL")])?;
            let image = &images["Images"]["Image"][0];
            match image["Status"].as_str() {
                Some("Available") => return Ok(image_id),
                Some("Creating") if Instant::now() < deadline => {}
                status => bail!("{image_id} is {}", status.unwrap_or("not there")),
            }
            #[expect(clippy::disallowed_methods, reason = "this thread is for blocking calls")]
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn say(text: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
