//! HTTP itself: what clients send that is fine, connections that live on, and clients that are slow or go away.

mod connections;
mod requests;
mod slow;
