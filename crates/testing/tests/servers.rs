//! The servers do what tests rely on.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "no runtime, no settings, and a child that tells its parent"
)]

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use imagekin_testing::{Durability, Postgres, Unavailable, name_in, shared};

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..1_500 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{what} after 30 s");
}

#[test]
fn databases_are_apart_and_what_is_held_is_held() -> Result<(), &'static Unavailable> {
    let server = shared()?;
    let new = || name_in(&server.create_database()).to_owned();
    let (one, other) = (new(), new());
    server.execute(&one, "CREATE TABLE t (n int); INSERT INTO t VALUES (1)").unwrap();
    assert_eq!(server.execute(&one, "SELECT n FROM t").unwrap(), "1\n");
    assert!(server.execute(&other, "SELECT n FROM t").is_err());
    let mut session = server.session(&one).unwrap();
    assert_eq!(session.run("SELECT n FROM t; BEGIN; LOCK TABLE t").unwrap(), "1\n");
    let impatient = "SET lock_timeout = 100; SELECT n FROM t";
    assert!(server.execute(&one, impatient).is_err());
    drop(session);
    wait_until("the table is still locked", || server.execute(&one, impatient).is_ok());
    Ok(())
}

#[test]
fn what_is_committed_outlives_a_kill_and_a_server_its_primary() -> Result<(), Unavailable> {
    let mut primary = Postgres::start(Durability::Durable)?;
    primary.execute("postgres", "CREATE TABLE t (n int); INSERT INTO t VALUES (1)")?;
    primary.kill();
    assert!(primary.execute("postgres", "SELECT 1").is_err());
    primary.start_again()?;
    let standby = primary.standby()?;
    primary.make_synchronous(&standby)?;
    primary.execute("postgres", "INSERT INTO t VALUES (2)")?;
    primary.kill();
    standby.promote()?;
    assert_eq!(standby.execute("postgres", "SELECT n FROM t ORDER BY n")?, "1\n2\n");
    standby.execute("postgres", "INSERT INTO t VALUES (3)")?;
    let (folders, ports) = ([primary.folder().to_owned(), standby.folder().to_owned()], standby.port());
    drop((primary, standby));
    assert!(folders.iter().all(|folder| !folder.exists()), "{folders:?}");
    assert!(TcpStream::connect(("127.0.0.1", ports)).is_err());
    Ok(())
}

/// Whoever connects just then, no process of it is left that stands in the way of the next start.
#[test]
fn it_starts_again_however_many_connect_while_it_is_killed() -> Result<(), Unavailable> {
    let mut server = Postgres::start(Durability::Fast)?;
    let (port, stop) = (server.port(), Arc::new(AtomicBool::new(false)));
    let connect = || {
        let stop = Arc::clone(&stop);
        std::thread::spawn(move || {
            while !stop.load(Ordering::SeqCst) {
                // Each is a process of the server, for a moment.
                let _ = TcpStream::connect(("127.0.0.1", port));
                std::thread::park_timeout(Duration::from_millis(1));
            }
        })
    };
    let connecting = [connect(), connect()];
    let started = (0..10).try_for_each(|_| {
        server.kill();
        server.start_again()
    });
    stop.store(true, Ordering::SeqCst);
    connecting.into_iter().for_each(|thread| thread.join().unwrap());
    started
}

/// A test that is killed leaves no server behind: this one is run once more, as the one that is killed.
#[test]
fn a_server_ends_with_its_process() -> Result<(), Unavailable> {
    const CHILD: &str = "IMAGEKIN_TEST_KILLED";
    if std::env::var_os(CHILD).is_some() {
        let server = Postgres::start(Durability::Fast)?;
        println!("server {} {}", server.port(), server.folder().display());
        loop {
            std::thread::park();
        }
    }
    let mut child = Command::new(std::env::current_exe()?)
        .args(["--exact", "a_server_ends_with_its_process", "--nocapture"])
        .env(CHILD, "1")
        .stdout(Stdio::piped())
        .spawn()?;
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let told = lines.filter_map(|line| line.split_once("server ").map(|(_, told)| told.to_owned())).next();
    let told = told.expect("it tells where its server is");
    let (port, folder) = told.split_once(' ').unwrap();
    let address = ("127.0.0.1", port.parse::<u16>().unwrap());
    assert!(TcpStream::connect(address).is_ok());
    child.kill()?;
    child.wait()?;
    wait_until("the server still runs", || TcpStream::connect(address).is_err());
    wait_until("its folder is still there", || !std::path::Path::new(folder).exists());
    Ok(())
}
