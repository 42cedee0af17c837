//! A server that fails: a copy has the right bytes, or it is an error and leaves nothing.

use hyper::Method;

use super::cases::{WAYS, bytes, sha256};
use super::s3_server::Fault;
use super::{FAR, World, path};

/// Ways on which the server is asked at all.
fn far_ways() -> impl Iterator<Item = (&'static str, &'static str)> {
    WAYS.into_iter().filter(|(from, into)| [from, into].contains(&&FAR))
}

#[tokio::test]
async fn what_passes_is_borne() {
    for fault in [Fault::Unavailable, Fault::Cut] {
        for method in [Method::GET, Method::PUT, Method::POST, Method::HEAD] {
            let world = World::new().await;
            for (from, into) in far_ways() {
                let bytes = bytes(17_000_000);
                let (source, target) = (path((from, "from", "a")), path((into, "into", "a")));
                world.objects.put(&source, bytes.clone()).await.unwrap();
                world.server.order(method.clone(), fault, 2);
                let copied = world.objects.copy(&source, &target).await.unwrap().run().await.unwrap();
                assert_eq!(copied.sha256, sha256(&bytes), "{fault:?} {method} {from} {into}");
                assert_eq!(std::fs::read(world.file((into, "into", "a"))).unwrap(), bytes);
            }
            assert_eq!(world.leftovers(), [""; 0], "{fault:?} {method}");
        }
    }
}

#[tokio::test]
async fn what_does_not_pass_is_an_error_and_leaves_nothing() {
    for fault in [Fault::Unavailable, Fault::Cut] {
        for (method, ways) in
            [(Method::GET, [(FAR, super::NEAR), (FAR, FAR)]), (Method::PUT, [(super::NEAR, FAR), (FAR, FAR)])]
        {
            for (from, into) in ways {
                let world = World::new().await;
                let (source, target) = (path((from, "from", "a")), path((into, "into", "a")));
                world.objects.put(&source, bytes(17_000_000)).await.unwrap();
                // The first piece goes well.
                let mut copying = world.objects.copy(&source, &target).await.unwrap();
                copying.step().await.unwrap();
                world.server.order(method.clone(), fault, 1_000);
                let error = copying.run().await.unwrap_err();
                assert!(error.is_retryable(), "{fault:?} {method} {from} {into}: {error}");
                assert!(world.server.ordered() > 900, "it was tried without end");
                assert_eq!(world.objects.length(&target).await.unwrap(), None, "{fault:?} {method}");
                assert_eq!(world.leftovers(), [""; 0], "{fault:?} {method} {from} {into}");
            }
        }
    }
}

#[tokio::test]
async fn a_server_that_is_away_is_no_missing_object() {
    let world = World::new().await;
    world.server.order(Method::HEAD, Fault::Unavailable, 1_000);
    world.server.order(Method::GET, Fault::Unavailable, 1_000);
    let object = path((FAR, "from", "a"));
    assert!(world.objects.length(&object).await.unwrap_err().is_retryable());
    assert!(world.objects.has_bucket(&object).await.unwrap_err().is_retryable());
}
