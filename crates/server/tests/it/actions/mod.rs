//! What each action does, seen from outside.

mod copy_image;
mod create_image;
mod delete_image;
mod describe_image_from_family;
mod describe_images;
mod describe_regions;
mod families;
mod import_failures;
mod import_image;
mod modify_image_attribute;
mod paging;
mod protection;
mod recycle_bin;
mod services;
mod shares;
mod snapshots;
mod system_images;
mod tags;
mod tasks;
mod usage;
