//! TLS: handshakes with the certificate of now, and the next one that takes its place while connections go on.

use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use tokio::net::TcpStream;
use tokio::sync::{Notify, watch};
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::config::{TlsFiles, TlsSettings};

mod files;
#[cfg(test)]
mod tests;

use files::Stamp;
pub use files::TlsError;

/// HTTP/1.1, as a client asks for it in its handshake.
const HTTP1: &[u8] = b"http/1.1";
/// HTTP/2, as a client asks for it in its handshake.
const HTTP2: &[u8] = b"h2";

/// What new connections shake hands with.
#[derive(Clone)]
pub(super) struct Tls(watch::Receiver<Arc<ServerConfig>>);

/// Sees to it that it is what the files hold.
pub(super) struct Renewal {
    files: Arc<TlsFiles>,
    look_every: Duration,
    current: watch::Sender<Arc<ServerConfig>>,
    /// The files that are served, and those of the last look.
    served: Stamp,
    seen: Stamp,
    /// What the log has last been told of files that cannot be used.
    told: Option<String>,
}

/// Reads the files.
///
/// # Errors
/// [`TlsError`] where they cannot be used.
pub(super) fn open(files: TlsFiles, settings: &TlsSettings) -> Result<(Tls, Renewal), TlsError> {
    // Before the files are read: what is written meanwhile is seen at the next look.
    let stamp = files.stamp();
    let (current, receiver) = watch::channel(files.read()?);
    let renewal = Renewal {
        files: Arc::new(files),
        look_every: Duration::from_millis(settings.look_every_ms),
        current,
        served: stamp.clone(),
        seen: stamp,
        told: None,
    };
    Ok((Tls(receiver), renewal))
}

impl Tls {
    /// Shakes hands with a client; `None` where that fails, or takes longer than `limit`.
    pub(super) async fn accept(&self, stream: TcpStream, limit: Duration) -> Option<TlsStream<TcpStream>> {
        let acceptor = TlsAcceptor::from(Arc::clone(&self.0.borrow()));
        // Whatever speaks no TLS, or trusts another authority, ends here.
        match timeout(limit, acceptor.accept(stream)).await {
            Ok(Ok(stream)) => return Some(stream),
            Ok(Err(error)) => tracing::debug!(%error, "A TLS handshake failed"),
            Err(_) => tracing::debug!("A TLS handshake took too long"),
        }
        None
    }
}

/// Did the client ask for HTTP/2?
pub(super) fn is_http2(stream: &TlsStream<TcpStream>) -> bool {
    stream.get_ref().1.alpn_protocol() == Some(HTTP2)
}

impl Renewal {
    /// Looks at the files now and then, and whenever it is asked to, until the server stops.
    pub(super) async fn run(mut self, asked: Arc<Notify>, mut stopping: watch::Receiver<bool>) {
        while !*stopping.borrow() {
            let is_asked = tokio::select! {
                () = asked.notified() => true,
                () = sleep(self.look_every) => false,
                _ = stopping.changed() => return,
            };
            // On a thread that may wait for a disk.
            let looked = tokio::task::spawn_blocking(move || {
                self.look(is_asked);
                self
            });
            let Ok(renewal) = looked.await else { return };
            self = renewal;
        }
    }

    /// Serves what the files hold, where that is something else than before and can be used.
    fn look(&mut self, is_asked: bool) {
        let stamp = self.files.stamp();
        if !is_asked && stamp == self.served {
            return;
        }
        // What has changed since the last look may be half of a pair, whose other half is being written.
        let is_settled = stamp == self.seen;
        self.seen = stamp.clone();
        if !is_asked && !is_settled {
            return;
        }
        match self.files.read() {
            Ok(config) => {
                self.current.send_replace(config);
                (self.served, self.told) = (stamp, None);
                tracing::info!("New connections get the certificate in {}", self.files.certificate.display());
            }
            Err(error) => self.tell(error.to_string(), is_asked),
        }
    }

    /// Tells the log, once for each thing that is wrong and each time that somebody asks.
    fn tell(&mut self, error: String, is_asked: bool) {
        if !is_asked && self.told.as_ref() == Some(&error) {
            return;
        }
        tracing::error!(
            "The new TLS files cannot be used: {error}. The certificate of before is served on; put a certificate and \
             its key in their place, and they are served within seconds"
        );
        self.told = Some(error);
    }
}
