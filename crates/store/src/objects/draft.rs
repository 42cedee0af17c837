//! An object that is being written: nobody sees it until it is whole, and given up it leaves nothing.

use opendal::{Buffer, Error, ErrorKind, Writer};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;

use super::place::Place;
use crate::StoreError;

/// An object that is being written. Dropped, it is given up.
// A task of its own writes: a caller that goes away in the midst of a write, as one does whose client hangs up, could
// not clean up.
pub struct Draft {
    orders: Sender<Order>,
    /// `None` when its outcome is known.
    task: Option<JoinHandle<Result<(), Error>>>,
}

enum Order {
    Write(Buffer),
    Publish,
}

impl Draft {
    /// Begins an object; `length` is that of the object, if it is known.
    pub(super) async fn begin(place: &Place, object: &str, length: Option<u64>) -> Result<Self, Error> {
        let key = place.key(object);
        let draft = place.folder.as_ref().map(|folder| folder.new_draft()).transpose()?;
        let writer = place.writer(draft.as_deref().unwrap_or(&key), length).await?;
        let (orders, received) = channel(1);
        let task = tokio::spawn(follow(place.clone(), writer, draft, key, received));
        Ok(Self { orders, task: Some(task) })
    }

    /// Writes some more.
    ///
    /// # Errors
    /// [`StoreError::Objects`]. Then nothing is left of the object.
    pub async fn write(&mut self, bytes: impl Into<Buffer>) -> Result<(), StoreError> {
        match self.orders.send(Order::Write(bytes.into())).await {
            Ok(()) => Ok(()),
            Err(_) => Err(self.end().await.err().unwrap_or_else(given_up).into()),
        }
    }

    /// Lets the object be seen, in the place of an older one; it is durable when this returns.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn publish(mut self) -> Result<(), StoreError> {
        // If the task has ended already, it says why.
        let _ = self.orders.send(Order::Publish).await;
        Ok(self.end().await?)
    }

    /// Gives the object up; nothing is left of it when this returns.
    pub async fn discard(mut self) {
        self.orders = channel(1).0;
        let _ = self.end().await;
    }

    async fn end(&mut self) -> Result<(), Error> {
        let Some(task) = self.task.take() else { return Err(given_up()) };
        task.await.unwrap_or_else(|error| {
            Err(Error::new(ErrorKind::Unexpected, "the writing of an object broke off").set_source(error))
        })
    }
}

/// Writes what comes, then lets it be seen or takes it away again.
async fn follow(
    place: Place,
    mut writer: Writer,
    draft: Option<String>,
    key: String,
    mut orders: Receiver<Order>,
) -> Result<(), Error> {
    let mut outcome = Ok(());
    while outcome.is_ok() {
        match orders.recv().await {
            Some(Order::Write(bytes)) => outcome = writer.write(bytes).await,
            Some(Order::Publish) => {
                outcome = writer.close().await.map(drop);
                if let (Ok(()), Some(folder), Some(draft)) = (&outcome, &place.folder, &draft) {
                    outcome = folder.publish(draft, &key).await;
                }
                break;
            }
            None => outcome = Err(given_up()),
        }
    }
    if outcome.is_err() {
        // Not every writer can do it: a file is simply deleted, and what was never begun is not there.
        let _ = writer.abort().await;
    }
    if let Some(folder) = &place.folder {
        folder.clear_drafts(draft.as_deref().filter(|_| outcome.is_err())).await;
    }
    outcome
}

fn given_up() -> Error {
    Error::new(ErrorKind::Unexpected, "the object was given up")
}
