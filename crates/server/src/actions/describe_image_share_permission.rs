//! DescribeImageSharePermission: the accounts that an image of the caller's own is shared with.

use imagekin_catalog::ImageId;
use imagekin_rpc::{Fault, codes, time};
use imagekin_store::Share;
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::views::PageInput;

/// Accounts of a page, if the caller does not say.
const PAGE_SIZE_DEFAULT: u32 = 10;

pub(crate) struct DescribeImageSharePermission;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: String,
    page_number: Option<u32>,
    page_size: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Output {
    region_id: String,
    image_id: String,
    total_count: u64,
    page_number: u32,
    page_size: u32,
    share_groups: ShareGroups,
    accounts: Accounts,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ShareGroups {
    share_group: Vec<ShareGroup>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ShareGroup {
    group: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Accounts {
    account: Vec<AccountView>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AccountView {
    aliyun_id: String,
    shared_time: String,
}

impl Action for DescribeImageSharePermission {
    const NAME: &'static str = "DescribeImageSharePermission";
    const RESOURCES: &'static [Resource] = &[Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let catalogue = call.catalogue(&input.region_id)?;
        let page = PageInput::new(input.page_number, input.page_size, PAGE_SIZE_DEFAULT)?;
        let not_found = || Fault::new(&codes::IMAGE_NOT_FOUND);
        let id = ImageId::parse(&input.image_id).ok_or_else(not_found)?;
        let (offset, limit) = (page.offset(), page.limit());
        let looking = call.look_up(move |read| {
            Ok((read.image(&catalogue, &id)?, read.shares(&catalogue, &id, offset, limit)?))
        });
        let (image, shares) = looking.await?;
        let image = image.ok_or_else(not_found)?;
        let everyone = image.is_public.then_some(ShareGroup { group: "all" });
        let view = |share: Share| AccountView {
            aliyun_id: share.account.to_string(),
            shared_time: time::print(share.shared_at.as_seconds()),
        };
        Ok(Output {
            region_id: input.region_id,
            image_id: input.image_id,
            total_count: image.share_count.into(),
            page_number: page.number,
            page_size: page.size,
            share_groups: ShareGroups { share_group: everyone.into_iter().collect() },
            accounts: Accounts { account: shares.into_iter().map(view).collect() },
        })
    }
}
