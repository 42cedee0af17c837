//! Calls that are refused, by noun or by action.

use super::{Row, row};

mod access;
mod copies;
mod create_image;
mod describe;
mod exports;
mod families;
mod guards;
mod import_image;
mod modify_image;
mod regions;
mod shares;
mod snapshots;
mod tags;
mod tasks;

/// All of them.
pub(super) static ALL: [&[Row]; 17] = [
    access::USERS,
    access::GROUPS,
    access::ROLES,
    access::POLICIES,
    copies::ROWS,
    create_image::ROWS,
    describe::ROWS,
    exports::ROWS,
    families::ROWS,
    guards::ROWS,
    import_image::ROWS,
    modify_image::ROWS,
    regions::ROWS,
    shares::ROWS,
    snapshots::ROWS,
    tags::ROWS,
    tasks::ROWS,
];
