//! DescribeImages: which images, whose, and which page of them.

use std::collections::{BTreeMap, BTreeSet};

use imagekin_access::{AccountId, OwnerGuard, Trust};
use imagekin_catalog::{Image, ImageId, Status, Timestamp};

use super::listing::{Listing, condition};
use super::read_image;
use crate::db::{first_row, parsed, rows};
use crate::statement::{Condition, Pattern};
use crate::store::{account_from, unsigned};
use crate::{Catalogue, Read, StoreError};

/// Most ids in one statement: SQLite binds up to 32,766 values.
const IDS_OF_A_STATEMENT: usize = 500;

/// What images are asked for. An empty list or a `None` asks for any.
#[derive(Clone, Debug, Default)]
pub struct ImageFilter {
    /// Whose.
    pub scope: ImageScope,
    /// Any of these ids.
    pub ids: Vec<String>,
    /// Any of these statuses.
    pub statuses: Vec<Status>,
    /// This name; `*` stands for any text.
    pub name: Option<String>,
    /// This family.
    pub family: Option<String>,
    /// Made of this snapshot.
    pub snapshot_id: Option<String>,
    /// Any of these architectures.
    pub architectures: Vec<String>,
    /// This operating system type.
    pub os_type: Option<String>,
    /// This resource group.
    pub resource_group_id: Option<String>,
    /// Not older than this.
    pub created_from: Option<Timestamp>,
    /// Not younger than this.
    pub created_until: Option<Timestamp>,
    /// All of these tags; without a value, whatever the value.
    pub tags: Vec<(String, Option<String>)>,
    /// Instances were made of it, or none were.
    pub is_used: Option<bool>,
}

impl ImageFilter {
    /// Is everything but whose the images are to be told by what stands beside a tag?
    pub(super) fn asks_of_tags_alone(&self) -> bool {
        let Self { name, family, snapshot_id, architectures, os_type, resource_group_id, is_used, .. } = self;
        let texts = [name, family, snapshot_id, os_type, resource_group_id];
        texts.into_iter().all(Option::is_none) && architectures.is_empty() && is_used.is_none()
    }

    /// The one tag that tells, with the status, all that is asked: how many carry it is known.
    fn lone_tag(&self) -> Option<[&str; 2]> {
        let is_bare = self.ids.is_empty() && self.created_from.is_none() && self.created_until.is_none();
        match self.tags.as_slice() {
            [(key, Some(value))] if is_bare && self.asks_of_tags_alone() => Some([key, value]),
            _ => None,
        }
    }
}

/// Whose images are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImageScope {
    /// The caller's own.
    pub own: bool,
    /// Those of others that are shared with the caller.
    pub shared: bool,
    /// Those of others that everyone sees.
    pub public: bool,
    /// The system's.
    pub system: bool,
    /// Of the others', only those of this account.
    pub owner: Option<AccountId>,
}

/// An image and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedImage {
    /// Its owner.
    pub owner: AccountId,
    /// The image.
    pub image: Image,
    /// It would not be seen if the owner guard of the account that sees it were enforced.
    pub is_doubted: bool,
}

impl OwnedImage {
    /// An image of the account that sees it.
    #[must_use]
    pub fn own(catalogue: &Catalogue, image: Image) -> Self {
        Self { owner: catalogue.account, image, is_doubted: false }
    }
}

/// A page of images: the caller's own first, then those of others, then the system's; newest first in each part.
#[derive(Clone, Debug)]
pub struct Page {
    /// How many images there are on all pages.
    pub total: u64,
    /// Those of this page.
    pub images: Vec<OwnedImage>,
}

/// How much of a page is still to be found.
struct Rest {
    page: Page,
    skip: u64,
    take: u64,
}

impl Read<'_> {
    /// One page of the images that fit, and that the owner guard of the caller lets it see; `offset` images come before it, it
    /// has at most `limit`.
    ///
    /// # Errors
    /// What the database says.
    pub fn images(
        &self,
        caller: &Catalogue,
        filter: &ImageFilter,
        offset: u64,
        limit: u64,
    ) -> Result<Page, StoreError> {
        let mut rest = Rest { page: Page { total: 0, images: Vec::new() }, skip: offset, take: limit };
        if filter.scope.own {
            self.add_images_of(caller, filter, false, &mut rest)?;
        }
        let ImageScope { shared, public, system, .. } = filter.scope;
        if !(shared || public || system) {
            return Ok(rest.page);
        }
        let guard = self.owner_guard(caller)?;
        if shared || public {
            self.add_images_of_others(caller, filter, &guard, &mut rest)?;
        }
        let trust = guard.judge(caller.account, AccountId::SYSTEM);
        if system && trust != Trust::Refused {
            let system = Catalogue { account: AccountId::SYSTEM, region: caller.region.clone() };
            self.add_images_of(&system, filter, trust == Trust::Doubted, &mut rest)?;
        }
        Ok(rest.page)
    }

    /// Adds the images of one catalogue.
    fn add_images_of(
        &self,
        catalogue: &Catalogue,
        filter: &ImageFilter,
        is_doubted: bool,
        rest: &mut Rest,
    ) -> Result<(), StoreError> {
        let pattern = filter.name.as_deref().map(Pattern::of);
        let mut listing = Listing::of(catalogue, filter, pattern.as_ref());
        let total = match filter.lone_tag() {
            Some(tag) => self.images_with_tag(catalogue, tag, &filter.statuses)?,
            None => {
                let (count, values) = (listing.count(), &listing.condition.values);
                first_row(self.db, &count, values, |row| unsigned(row.int(0)?))?.unwrap_or(0)
            }
        };
        rest.page.total += total;
        if rest.skip >= total || rest.take == 0 {
            rest.skip = rest.skip.saturating_sub(total);
            return Ok(());
        }
        let page = listing.page(rest.skip, rest.take);
        for image in rows(self.db, &page, &listing.condition.values, read_image)? {
            rest.page.images.push(OwnedImage { owner: catalogue.account, image, is_doubted });
            rest.take -= 1;
        }
        rest.skip = 0;
        Ok(())
    }

    /// How many images of these statuses carry a tag.
    fn images_with_tag(
        &self,
        catalogue: &Catalogue,
        [tag_key, tag_value]: [&str; 2],
        statuses: &[Status],
    ) -> Result<u64, StoreError> {
        let mut condition = Condition::of(catalogue);
        condition.equals("tag_key", Some(tag_key));
        condition.equals("tag_value", Some(tag_value));
        condition.any_of("status", statuses.iter().map(|status| status.as_str()));
        let sql = format!(
            "SELECT CAST(COALESCE(SUM(images), 0) AS BIGINT) FROM image_tag_counts WHERE {}",
            condition.sql
        );
        Ok(first_row(self.db, &sql, &condition.values, |row| unsigned(row.int(0)?))?.unwrap_or(0))
    }

    /// Adds the images that others share: found owner by owner, so that each statement stays within one account.
    fn add_images_of_others(
        &self,
        caller: &Catalogue,
        filter: &ImageFilter,
        guard: &OwnerGuard,
        rest: &mut Rest,
    ) -> Result<(), StoreError> {
        // What an owner writes on an image is its own business: nobody else finds the image by it.
        if !filter.tags.is_empty() || filter.snapshot_id.is_some() || filter.resource_group_id.is_some() {
            return Ok(());
        }
        let mut found = Vec::new();
        for (owner, ids) in self.shared_ids(caller, filter)? {
            if guard.judge(caller.account, owner) == Trust::Refused {
                continue;
            }
            let catalogue = Catalogue { account: owner, region: caller.region.clone() };
            let ids: Vec<String> = ids.into_iter().collect();
            for ids in ids.chunks(IDS_OF_A_STATEMENT) {
                let pattern = filter.name.as_deref().map(Pattern::of);
                let mut condition = condition(&catalogue, filter, pattern.as_ref());
                condition.any_of("image_id", ids.iter().map(String::as_str));
                let sql =
                    format!("SELECT created_at_us, sequence, image_id FROM images WHERE {}", condition.sql);
                found.extend(rows(self.db, &sql, &condition.values, |row| {
                    Ok((row.int(0)?, row.int(1)?, owner, parsed(row.text(2)?, ImageId::parse)?))
                })?);
            }
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        let total = found.len() as u64;
        rest.page.total += total;
        let page = found.into_iter().skip(usize::try_from(rest.skip).unwrap_or(usize::MAX));
        for (_, _, owner, id) in page.take(usize::try_from(rest.take).unwrap_or(usize::MAX)) {
            let catalogue = Catalogue { account: owner, region: caller.region.clone() };
            if let Some(image) = self.image(&catalogue, &id)? {
                let is_doubted = guard.judge(caller.account, owner) == Trust::Doubted;
                rest.page.images.push(OwnedImage { owner, image, is_doubted });
                rest.take -= 1;
            }
        }
        rest.skip = rest.skip.saturating_sub(total);
        Ok(())
    }

    /// The ids of images that others share with the caller or with everyone, by owner.
    fn shared_ids(
        &self,
        caller: &Catalogue,
        filter: &ImageFilter,
    ) -> Result<BTreeMap<AccountId, BTreeSet<String>>, StoreError> {
        let everyone = Catalogue { account: AccountId::SYSTEM, region: caller.region.clone() };
        let mut ids: BTreeMap<AccountId, BTreeSet<String>> = BTreeMap::new();
        for (asked, filed) in [(filter.scope.shared, caller), (filter.scope.public, &everyone)] {
            if !asked {
                continue;
            }
            let mut condition = Condition::of(filed);
            condition.any_of("image_id", filter.ids.iter().map(String::as_str));
            let sql = format!("SELECT owner_id, image_id FROM shared_images WHERE {}", condition.sql);
            let shared = rows(self.db, &sql, &condition.values, |row| {
                Ok((account_from(row.int(0)?)?, row.text(1)?.to_owned()))
            })?;
            for (owner, id) in shared {
                // One's own public images are among one's own.
                if filter.scope.owner.is_none_or(|asked| asked == owner) && owner != caller.account {
                    ids.entry(owner).or_default().insert(id);
                }
            }
        }
        Ok(ids)
    }
}
