//! HTTP itself: what clients send that is fine, connections that live on, and clients that are slow or go away.

mod connections;
mod http2;
mod requests;
mod slow;
mod tls;
