//! The built binary, started and killed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running `imagekin serve`.
pub(crate) struct Server {
    child: Child,
    address: String,
}

impl Server {
    /// Starts the server on the folder and waits until it says that it listens.
    pub(crate) fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_imagekin"))
            .args(["serve", "--profile", "sandbox", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder)
            .env("IMAGEKIN_QUOTAS__IMAGES_PER_FAMILY_MAX", "1000000")
            .env("IMAGEKIN_QUOTAS__IMAGES_PER_REGION_MAX", "1000000")
            .env("IMAGEKIN_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address =
            line.trim().strip_prefix("listening on http://").expect("a server that listens").to_owned();
        Self { child, address }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// kill -9.
    pub(crate) fn kill(self) {
        drop(self);
    }

    /// SIGTERM: the server answers what is under way and exits with 0.
    pub(crate) fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Server {
    /// A test that fails leaves no server behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Puts a disk image where ImportImage finds it.
pub(crate) fn put_object(folder: &Path) {
    std::fs::create_dir_all(folder.join("objects/cn-hangzhou").join(crate::ledger::EXPORTS)).unwrap();
    let bucket = folder.join("objects/cn-hangzhou/golden-images");
    std::fs::create_dir_all(&bucket).unwrap();
    let mut image = vec![0; 256 * 1024];
    image[510..512].copy_from_slice(&[0x55, 0xaa]);
    std::fs::write(bucket.join("base.raw"), image).unwrap();
}
