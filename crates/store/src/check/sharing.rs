//! What is filed under two accounts says the same under both: shares, and the instances that use an image.
//!
//! Rows of two accounts may be on different servers: each is looked up by its own key.

use super::look::{self, Look};
use super::text;
use crate::db::Value;
use crate::store::key;
use crate::tables::{Cell, Table};
use crate::{Catalogue, StoreError};

pub(super) fn check(look: &Look<'_>, catalogue: &Catalogue) -> Result<(), StoreError> {
    shares(look, catalogue)?;
    shared(look, catalogue)?;
    users(look, catalogue)?;
    instances(look, catalogue)
}

fn int(cell: &Cell) -> Value<'_> {
    match cell {
        Cell::Int(int) => Value::Int(*int),
        _ => Value::Null,
    }
}

/// Rows of a table, each as the columns that are named.
fn each<const N: usize>(
    look: &Look<'_>,
    catalogue: &Catalogue,
    table: &str,
    columns: [&str; N],
    mut each: impl FnMut([&Cell; N]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let table = Table::named(table);
    let places = columns.map(|column| table.place_of(column));
    look.each(table, &look::within(catalogue), |row| each(places.map(|place| &row[place])))
}

/// What the owner has shared is filed under those who see it.
fn shares(look: &Look<'_>, owner: &Catalogue) -> Result<(), StoreError> {
    let [owner_id, region] = key(owner);
    each(look, owner, "image_shares", ["image_id", "shared_with"], |[image, with]| {
        let sql = "SELECT image_id FROM shared_images \
                   WHERE account_id = $1 AND region_id = $2 AND owner_id = $3 AND image_id = $4";
        if !look.finds(sql, &[int(with), region, owner_id, text(image).into()])? {
            look.problem(&format!("image {image} is shared with {with}, and is not filed there"));
        }
        Ok(())
    })
}

/// What is filed under those who see it, its owner has shared.
fn shared(look: &Look<'_>, seer: &Catalogue) -> Result<(), StoreError> {
    let [seer_id, region] = key(seer);
    each(look, seer, "shared_images", ["owner_id", "image_id"], |[owner, image]| {
        let sql = "SELECT image_id FROM image_shares \
                   WHERE account_id = $1 AND region_id = $2 AND image_id = $3 AND shared_with = $4";
        if !look.finds(sql, &[int(owner), region, text(image).into(), seer_id])? {
            look.problem(&format!(
                "image {image} of {owner} is filed as shared, and its owner has not shared it"
            ));
        }
        Ok(())
    })
}

/// The instances that are filed under an image say so themselves.
fn users(look: &Look<'_>, owner: &Catalogue) -> Result<(), StoreError> {
    let [owner_id, region] = key(owner);
    let columns = ["image_id", "user_id", "instance_id"];
    each(look, owner, "image_instances", columns, |[image, user, instance]| {
        let sql = "SELECT instance_id FROM instances WHERE account_id = $1 AND region_id = $2 \
                   AND instance_id = $3 AND image_owner_id = $4 AND image_id = $5";
        let values = [int(user), region, text(instance).into(), owner_id, text(image).into()];
        if !look.finds(sql, &values)? {
            look.problem(&format!(
                "image {image} counts instance {instance} of {user} among its users, which does not say so"
            ));
        }
        Ok(())
    })
}

/// An instance of an image whose owner is known is filed under that image.
fn instances(look: &Look<'_>, user: &Catalogue) -> Result<(), StoreError> {
    let [user_id, region] = key(user);
    let columns = ["instance_id", "image_owner_id", "image_id"];
    each(look, user, "instances", columns, |[instance, owner, image]| {
        if *owner == Cell::Null || *image == Cell::Null {
            return Ok(());
        }
        let sql = "SELECT instance_id FROM image_instances WHERE account_id = $1 AND region_id = $2 \
                   AND image_id = $3 AND user_id = $4 AND instance_id = $5";
        let values = [int(owner), region, text(image).into(), user_id, text(instance).into()];
        if !look.finds(sql, &values)? {
            look.problem(&format!(
                "instance {instance} uses image {image} of {owner}, which does not count it among its users"
            ));
        }
        Ok(())
    })
}
