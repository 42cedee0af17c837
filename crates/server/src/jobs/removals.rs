//! Takes objects away that nothing names any more.

use std::time::Duration;

use imagekin_store::{ObjectPath, StoreError};

use crate::App;

/// Objects taken away between two looks for tasks.
const REMOVED_AT_ONCE: usize = 64;
/// How long a removal that failed is put off.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(30);

pub(super) async fn remove_due(app: &App) {
    if let Err(error) = remove_some(app).await {
        tracing::error!(%error, "Could not remove objects that nothing names any more; it is tried again");
    }
}

async fn remove_some(app: &App) -> Result<(), StoreError> {
    for removal in app.store.due_removals(app.clock.now(), REMOVED_AT_ONCE)? {
        let path = ObjectPath::new(&removal.catalogue.region, &removal.bucket, &removal.object);
        let outcome = match &path {
            Some(path) => app.objects.delete(path).await,
            None => Ok(()),
        };
        match outcome {
            Ok(()) => app.store.end_removal(removal).await?,
            Err(error) => {
                tracing::warn!(%error, removal.object, "Could not remove an object; it is tried again");
                app.store.put_removal_off(removal, app.clock.now().plus(TRY_AGAIN_AFTER)).await?;
            }
        }
    }
    Ok(())
}
