//! What a caller may do: the policies that it has are asked about the action and each resource that the request names.

use std::borrow::Cow;
use std::net::IpAddr;

use imagekin_access::Identity;
use imagekin_access::policy::{AccessRequest, ConditionKey, Context};
use imagekin_catalog::tag::{RAM_VALUE_CHARACTERS_MAX, TAGS_MAX, TEXT_CHARACTERS_MAX};
use imagekin_catalog::{Tag, Timestamp};
use imagekin_rpc::input::JsonList;
use imagekin_rpc::{AccessDenied, Fault, Params, Service, codes, input, time};
use imagekin_store::{Catalogue, Read, StoreError};
use serde::Deserialize;

use crate::actions::{Action, AssumeRole, Entry};
use crate::credentials::Credential;
use crate::permissions::Denied;
use crate::views::TagInput;
use crate::{App, faults};

mod resource;
use resource::{Named, Tagged, Thing};
pub(crate) use resource::{OBJECT_PATH_BYTES_MAX, Resource};

/// Longest ExternalId, in bytes (page AssumeRole: 2 to 1,224 characters of ASCII).
const EXTERNAL_ID_BYTES_MAX: usize = 1_224;

/// Where a request comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    /// The address of the client; `None` where there is no connection.
    pub(crate) address: Option<IpAddr>,
    /// Did it come by TLS?
    pub(crate) is_secure: bool,
}

impl Origin {
    /// Of a request that came by no connection.
    pub(crate) const NOWHERE: Self = Self { address: None, is_secure: false };
}

/// May the caller do this?
///
/// # Errors
/// `Forbidden.RAM`, for the actions of RAM and STS `NoPermission`, with the detail that the SDKs show; that a thing is not
/// there, where it alone says in which region it is; or what the store says.
pub(super) async fn admit(
    app: &App,
    caller: &Credential,
    entry: &Entry,
    params: &Params,
    origin: Origin,
    now: Timestamp,
) -> Result<(), Fault> {
    if caller.identity == Identity::Account {
        return Ok(());
    }
    // What an action does not read, a request cannot claim by it.
    let external_id = if entry.name == AssumeRole::NAME { params.get("ExternalId") } else { None };
    // What policies are asked about is bounded before it is: patterns of a policy may be as long as the policy.
    if external_id.is_some_and(|id| id.len() > EXTERNAL_ID_BYTES_MAX) {
        return Err(Fault::with(&codes::INVALID_PARAMETER, "ExternalId"));
    }
    let asks = caller.permissions.asks_of_tags();
    let has_tags = asks.of_request && entry.takes("Tag");
    let request_tags = if has_tags { request_tags(entry.service, params)? } else { Vec::new() };
    if let [Resource::Any] = entry.resources {
        // Nothing is to be found out of it first: so it is with the calls that come most often.
        let tags = Tags { of_request: &request_tags, ..Tags::default() };
        let context = RequestContext { caller, external_id, origin, now, tags };
        return ask(&context, entry.service, &entry.ram_action, resource::ALL);
    }
    for (n, thing) in resource::things(app, entry, caller, params).await?.into_iter().enumerate() {
        if n > 0 {
            // A hundred things and as many policies take a while: others of this thread come in between.
            tokio::task::yield_now().await;
        }
        let is_made = matches!(thing, Thing::Made(..));
        let resource = resource::name(app, caller.account, entry.service, params, &thing).await?;
        let tags = if asks.of_resource { tags_of(app, caller, &resource).await? } else { None };
        let tags = Tags { of_resource: tags.as_deref(), of_request: &request_tags, is_made };
        let context = RequestContext { caller, external_id, origin, now, tags };
        ask(&context, entry.service, thing.action().unwrap_or(&entry.ram_action), &resource.name)?;
        // Only now: who may not ask about it does not learn whether it is there. And not later: the action, which looks for
        // it again, could find it in a region that nobody was asked about.
        if let Some(code) = resource.missing {
            return Err(Fault::new(code));
        }
    }
    Ok(())
}

/// Asks the policies of the caller.
fn ask(context: &RequestContext<'_>, service: Service, action: &str, resource: &str) -> Result<(), Fault> {
    let request = AccessRequest { action, resource, context };
    let asked = context.caller.permissions.admit(&request);
    asked.map_err(|denied| fault(context.caller, service, action, denied))
}

/// The tags in the request, as the actions read them: no more, and none longer, than any of them takes.
fn request_tags(service: Service, params: &Params) -> Result<Vec<(String, String)>, Fault> {
    let input: TagsInput = input::read(params)?;
    let tags = input.tag.0;
    let fits = |text: &str, most: usize| text.chars().nth(most).is_none();
    let value_max = if service == Service::Ram { RAM_VALUE_CHARACTERS_MAX } else { TEXT_CHARACTERS_MAX };
    let fit = |(key, value): (&str, &str)| fits(key, TEXT_CHARACTERS_MAX) && fits(value, value_max);
    if tags.len() > TAGS_MAX || !tags.iter().map(TagInput::pair).all(fit) {
        return Err(Fault::with(&codes::INVALID_PARAMETER, "Tag"));
    }
    let pair = |tag: &TagInput| {
        let (key, value) = tag.pair();
        (key.to_owned(), value.to_owned())
    };
    Ok(tags.iter().map(pair).collect())
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TagsInput {
    #[serde(default)]
    tag: JsonList<TagInput>,
}

/// The tags of what a resource is called after; `None` if there is no such thing.
async fn tags_of(app: &App, caller: &Credential, resource: &Named) -> Result<Option<Vec<Tag>>, Fault> {
    let Some(tagged) = resource.tagged.clone() else { return Ok(None) };
    let account = caller.account;
    let read = app.store.look_up(move |read: &Read<'_>| -> Result<_, StoreError> {
        Ok(match tagged {
            // Of a deleted image, too: RestoreImage is about one.
            Tagged::Image(region, id) => {
                read.image_or_tombstone(&Catalogue { account, region }, &id)?.map(|image| image.tags)
            }
            Tagged::Snapshot(region, id) => {
                read.snapshot(&Catalogue { account, region }, &id)?.map(|snapshot| snapshot.tags)
            }
        })
    });
    read.await.map_err(|error| faults::failed(&error))
}

fn fault(caller: &Credential, service: Service, action: &str, denied: Denied) -> Fault {
    let code = if service == Service::Ecs { &codes::FORBIDDEN_BY_RAM } else { &codes::NO_PERMISSION };
    let policy_type = if denied.by_session { "SessionPolicy" } else { "AccountLevelIdentityBasedPolicy" };
    let kind = if denied.explicitly { "ExplicitDeny" } else { "ImplicitDeny" };
    Fault::new(code).access_denied(detail(caller, action, kind, policy_type))
}

/// The refusal of a role that does not trust the caller. It does not say whether a statement says so or none trusts it: that
/// is the business of whose role it is.
pub(super) fn not_trusted(caller: &Credential) -> Fault {
    let detail = detail(caller, "sts:AssumeRole", "ImplicitDeny", "AssumeRolePolicy");
    Fault::new(&codes::NO_PERMISSION).access_denied(detail)
}

fn detail(
    caller: &Credential,
    action: &str,
    no_permission_type: &'static str,
    policy_type: &'static str,
) -> AccessDenied {
    let (display_name, principal_type) = match &caller.identity {
        Identity::Account => (caller.account.to_string(), "Account"),
        Identity::User { id, .. } => (id.to_string(), "SubUser"),
        Identity::AssumedRole { name, session, .. } => (format!("{name}:{session}"), "AssumedRoleUser"),
    };
    AccessDenied {
        auth_action: action.to_owned(),
        auth_principal_display_name: display_name,
        auth_principal_owner_id: caller.account.to_string(),
        auth_principal_type: principal_type,
        no_permission_type,
        policy_type,
    }
}

/// What the conditions of policies can ask about a request.
pub(crate) struct RequestContext<'r> {
    pub(crate) caller: &'r Credential,
    /// What AssumeRole brings with it; no other action reads one.
    pub(crate) external_id: Option<&'r str>,
    pub(crate) origin: Origin,
    pub(crate) now: Timestamp,
    pub(crate) tags: Tags<'r>,
}

/// The tags that conditions can ask about, where any does.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tags<'r> {
    /// Those of the resource, if there is such a thing.
    of_resource: Option<&'r [Tag]>,
    of_request: &'r [(String, String)],
    /// The resource is being made, so that its tags are those of the request.
    is_made: bool,
}

impl Context for RequestContext<'_> {
    fn values(&self, key: &str) -> Vec<Cow<'_, str>> {
        let one = |text: String| vec![Cow::Owned(text)];
        match ConditionKey::parse(key) {
            None => Vec::new(),
            Some(ConditionKey::SourceIp) => {
                self.origin.address.map_or_else(Vec::new, |address| one(address.to_string()))
            }
            Some(ConditionKey::SecureTransport) => one(self.origin.is_secure.to_string()),
            Some(ConditionKey::CurrentTime) => one(time::print(self.now.as_seconds())),
            Some(ConditionKey::PrincipalArn) => one(self.caller.identity.principal_arn(self.caller.account)),
            Some(ConditionKey::MfaPresent) => one("false".to_owned()),
            Some(ConditionKey::ExternalId) => self.external_id.map(Cow::Borrowed).into_iter().collect(),
            Some(ConditionKey::RequestTag(tag)) => self.request_tag(tag),
            // What the request says counts for what it makes, not for what is there.
            Some(ConditionKey::EcsTag(tag)) if self.tags.is_made => self.request_tag(tag),
            Some(ConditionKey::EcsTag(tag) | ConditionKey::ResourceTag(tag)) => self.resource_tag(tag),
        }
    }
}

impl RequestContext<'_> {
    fn request_tag(&self, asked: &str) -> Vec<Cow<'_, str>> {
        let tags = self.tags.of_request.iter().filter(|(key, _)| key == asked);
        tags.map(|(_, value)| Cow::Borrowed(value.as_str())).collect()
    }

    fn resource_tag(&self, asked: &str) -> Vec<Cow<'_, str>> {
        let tags = self.tags.of_resource.unwrap_or_default().iter().filter(|tag| tag.key == asked);
        tags.map(|tag| Cow::Borrowed(tag.value.as_str())).collect()
    }
}
