//! A server that fails: a copy has the right bytes, or it is an error and leaves nothing.

use hyper::Method;
use imagekin_store::{At, Far, Objects, Placement, Protocol};

use super::cases::{WAYS, bytes, sha256};
use super::s3_server::{Fault, S3Server};
use super::{FAR, World, far, path, region};

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

/// What could not be written over what is there has not taken that away.
#[tokio::test]
async fn what_is_not_replaced_stays() {
    for fault in [Fault::Unavailable, Fault::Cut] {
        for from in [super::NEAR, FAR] {
            let world = World::new().await;
            let (source, target) = (path((from, "from", "a")), path((FAR, "into", "a")));
            // So short that all of it is written when the copy ends.
            world.objects.put(&source, bytes(1_000)).await.unwrap();
            world.objects.put(&target, b"older".to_vec()).await.unwrap();
            let copying = world.objects.copy(&source, &target).await.unwrap();
            world.server.order(Method::PUT, fault, 1_000);
            assert!(copying.run().await.unwrap_err().is_retryable(), "{fault:?} {from}");
            assert_eq!(world.objects.length(&target).await.unwrap(), Some(5), "{fault:?} {from}");
            assert_eq!(world.leftovers(), [""; 0], "{fault:?} {from}");
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

/// A server that sends its clients elsewhere is not followed: nobody else is asked for what is read, or hears what is signed.
#[tokio::test]
async fn nobody_is_sent_elsewhere() {
    let (world, elsewhere) = (World::new().await, S3Server::start().await);
    for method in [Method::GET, Method::HEAD, Method::PUT] {
        world.server.order(method.clone(), Fault::Moved(elsewhere.address), 1_000);
        elsewhere.order(method, Fault::Unavailable, 1_000);
    }
    let object = path((FAR, "from", "a"));
    world.objects.length(&object).await.unwrap_err();
    world.objects.has_bucket(&object).await.unwrap_err();
    world.objects.put(&object, bytes(1_000)).await.unwrap_err();
    assert!(world.server.ordered() < 3_000, "nobody was asked");
    assert_eq!(elsewhere.ordered(), 3_000, "somebody was asked who is not in the settings");
}

/// What tells secrets to whoever runs on a machine is not asked for objects.
#[test]
fn a_bucket_is_at_no_metadata_service() {
    let world = |may_lead_inside| {
        let at = At::Far(Far {
            endpoint: "http://100.100.100.200".to_owned(),
            protocol: Protocol::S3,
            remote_bucket: None,
            root: None,
            signing_region: "us-east-1".to_owned(),
            virtual_host: false,
            may_lead_inside,
            access_key_id: "id".to_owned(),
            access_key_secret: "secret".to_owned(),
        });
        let folder = tempfile::tempdir().unwrap();
        Objects::open_with(folder.path(), vec![Placement { region: region(FAR), bucket: None, at }]).map(drop)
    };
    let refused = world(false).unwrap_err().to_string();
    assert!(refused.contains("metadata service"), "{refused}");
    world(true).unwrap();
}

/// Names are resolved by what refuses metadata services: of one that stands for nothing it is heard in its own words.
#[tokio::test]
async fn names_are_resolved_by_what_knows_metadata_services() {
    let (world, folder) = (World::new().await, tempfile::tempdir().unwrap());
    let length = async |host: &str| {
        let far = far(format!("http://{host}:{}", world.server.address.port()));
        let objects = Objects::open_with(folder.path(), vec![far]).unwrap();
        objects.length(&path((FAR, "from", "a"))).await
    };
    assert_eq!(length("localhost").await.unwrap(), None);
    // Too long to be asked of any other machine.
    let nowhere = format!("{}.invalid", "a".repeat(64));
    let told = format!("{:?}", length(&nowhere).await.unwrap_err());
    assert!(told.contains(&format!("{nowhere} cannot be resolved")), "{told}");
}
