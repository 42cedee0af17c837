//! The catalogue against a small model of what it should do.

#![expect(clippy::large_futures, reason = "a test is no request: nobody waits for the copy of its future")]

mod as_of;
mod catalogue;
#[path = "../common/database.rs"]
mod database;
mod random_calls;
mod reference;
mod world;

/// How many cases are tried on this kind of database, of those that are on an embedded one: on a server each takes some five
/// times as long, and most of what they look for lies in what both have in common.
fn cases(embedded: u32) -> u32 {
    #[expect(clippy::disallowed_methods, reason = "which tests are run is no setting of the server")]
    let kind = std::env::var("IMAGEKIN_TEST_DATABASE");
    if kind.is_ok_and(|kind| kind == "postgres") { embedded.div_ceil(4) } else { embedded }
}
