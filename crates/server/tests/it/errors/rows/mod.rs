//! Calls that are refused, by action.

use super::{Row, row};

mod create_image;
mod describe;
mod import_image;
mod modify_image;

/// All of them.
pub(super) static ALL: [&[Row]; 4] =
    [create_image::ROWS, import_image::ROWS, modify_image::ROWS, describe::ROWS];
