//! The schema, brought up to date by an operator, with what older programs cannot live with, too.

use std::path::Path;

use crate::StoreError;
use crate::db::postgres::{Postgres, PostgresSettings};
use crate::store::embedded;

/// Applies every migration that the store in `folder` lacks; gives their names. Nobody may be serving it.
///
/// # Errors
/// [`StoreError::Folder`] where there is no store, [`StoreError::InUse`], [`StoreError::SchemaTooNew`],
/// [`StoreError::SchemaUnreleased`], or what the database says.
pub fn migrate_folder(folder: &Path) -> Result<Vec<String>, StoreError> {
    embedded::migrate(folder)
}

/// Applies every migration that a PostgreSQL database lacks; gives their names. Where one contracts the schema, nodes of
/// older versions cannot go on.
///
/// # Errors
/// [`StoreError::Unusable`], [`StoreError::SchemaTooNew`], [`StoreError::SchemaUnreleased`], or what the database says.
pub async fn migrate_database(settings: &PostgresSettings) -> Result<Vec<String>, StoreError> {
    Postgres::migrate(settings).await
}

/// Distributes every table of a PostgreSQL database with the extension Citus by its account; gives the names of those that
/// were not distributed yet.
///
/// # Errors
/// [`StoreError::Unusable`] where the extension is not there; or what the database says.
pub async fn distribute_database(settings: &PostgresSettings) -> Result<Vec<&'static str>, StoreError> {
    Postgres::distribute(settings).await
}
