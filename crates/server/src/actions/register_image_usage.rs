//! RegisterImageUsage (ours): an instance was made of an image. From then on the image's Usage is `instance`, and its
//! owner deletes it only by force.
//!
//! ECS knows its instances by itself; here whoever runs machines reports them.

use imagekin_catalog::instance::InstanceStatus;
use imagekin_catalog::refusal::InstanceRefusal;
use imagekin_catalog::{ImageId, Instance, InstanceId, Refusal};
use imagekin_rpc::{Fault, codes};
use imagekin_store::{Catalogue, OwnedInstance};
use serde::{Deserialize, Serialize};

use super::{Action, Resource};
use crate::call::Call;
use crate::faults::Table;
use crate::owner_guard;

pub(crate) struct RegisterImageUsage;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Input {
    region_id: String,
    image_id: String,
    instance_id: String,
}

#[derive(Serialize)]
pub(crate) struct Output {}

impl Action for RegisterImageUsage {
    const NAME: &'static str = "RegisterImageUsage";
    const RESOURCES: &'static [Resource] =
        &[Resource::Of("instance", "InstanceId"), Resource::Of("image", "ImageId")];
    type Input = Input;
    type Output = Output;

    async fn run(call: &Call, input: Input) -> Result<Output, Fault> {
        let user = call.catalogue(&input.region_id)?;
        let not_found = || Fault::new(&codes::IMAGE_NOT_FOUND);
        let image_id = ImageId::parse(&input.image_id).ok_or_else(not_found)?;
        let id = InstanceId::parse(&input.instance_id);
        let id = id.ok_or_else(|| Fault::with(&codes::INVALID_PARAMETER, "InstanceId"))?;
        let seen = {
            let (user, image_id) = (user.clone(), image_id.clone());
            call.look_up(move |read| read.visible_image(&user, &image_id)).await?
        };
        let seen = seen.ok_or_else(not_found)?;
        let owner = seen.owner;
        let owned_by = Catalogue { account: owner, region: user.region.clone() };
        let registered = call.write(owned_by, Table::General, move |write| {
            write.hold(&user)?;
            write.visible_image(&user, &image_id)?.ok_or(Refusal::ImageNotFound)?;
            let known = write.instance(&user, &id)?.map(|known| known.instance);
            if known.as_ref().and_then(|known| known.image_id.as_ref()).is_some_and(|used| *used != image_id)
            {
                return Err(InstanceRefusal::UsesAnotherImage.into());
            }
            let status = known.map_or(InstanceStatus::Running, |known| known.status);
            let instance = Instance { id: id.clone(), status, image_id: Some(image_id.clone()) };
            write.put_instance(&user, &OwnedInstance { instance, image_owner: Some(owner) })?;
            Ok(write.add_image_user(&image_id, user.account, &id)?)
        });
        registered.await?;
        owner_guard::tell(&seen, call.caller.account, call.action, &call.request_id);
        Ok(Output {})
    }
}
