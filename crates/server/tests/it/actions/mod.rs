//! What each action does, seen from outside.

mod create_image;
mod delete_image;
mod describe_image_from_family;
mod describe_images;
mod describe_regions;
mod import_failures;
mod import_image;
mod modify_image_attribute;
mod paging;
