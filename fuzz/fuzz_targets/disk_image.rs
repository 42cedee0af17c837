//! Any bytes as an object: a sound disk or a fault that says why.
#![no_main]

use imagekin_store::disk::{HEAD_BYTES, TAIL_BYTES, inspect};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // The first eight bytes add to the length: most of a disk image is never looked at.
    let (length, bytes) = data.split_at(data.len().min(8));
    let more = length.try_into().map(u64::from_le_bytes).unwrap_or(0) % (1 << 44);
    let length = bytes.len() as u64 + if bytes.len() < HEAD_BYTES { 0 } else { more };
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let tail = &bytes[bytes.len().saturating_sub(TAIL_BYTES)..];
    match inspect(head, tail, length) {
        Ok(disk) => assert!(disk.virtual_bytes >= 512 && disk.virtual_bytes % 512 == 0),
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
});
