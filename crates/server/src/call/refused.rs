//! What is refused becomes an event of the audit log, after the answer is known and before anybody waits for it.

use imagekin_rpc::{Code, Fault, Params, codes, envelope};

use super::{Received, host, is_form, query, user_agent};
use crate::App;
use crate::actions;
use crate::audit::{About, Event, UserIdentity};
use crate::credentials::Credential;

/// Refusals because there is too much to do: they are counted, for they come in numbers.
const THROTTLED: [&Code; 3] = [&codes::THROTTLED, &codes::THROTTLED_API, &codes::THROTTLED_USER];

/// Notes that a request was refused. `caller` is who has proved who it is.
pub(super) fn note(app: &App, received: &Received<'_>, caller: Option<&Credential>, fault: &Fault) {
    let Received { head, body, origin, request_id } = *received;
    if THROTTLED.contains(&fault.code) {
        return app.audit.refusals.count_throttled();
    }
    // Decoded anew: whatever the request was turned into is gone by now, and of most requests nobody asks for it again.
    let form = if is_form(head) { body } else { b"" };
    let Ok(params) = Params::decode(query(head), form) else { return };
    let Some(asked) = envelope::asked(&params, &head.headers) else { return };
    let entry = asked.service.and_then(|service| actions::find(service, asked.action).ok());
    let region = params.get("RegionId").filter(|id| app.regions.iter().any(|known| known.as_str() == *id));
    let identity = caller.map_or_else(|| UserIdentity::unknown(asked.access_key_id), UserIdentity::of);
    let now = app.clock.now();
    app.audit.refusals.add(caller.map(|caller| caller.account), || {
        let event = Event::of(&About {
            now,
            request_id,
            action: asked.action,
            service: asked.service,
            // Whoever has no key names what he likes, and as much of it as he likes.
            resources: entry.filter(|_| caller.is_some()).map_or(&[], |entry| entry.resources),
            params: &params,
            host: host(&head.headers),
            user_agent: user_agent(head),
            origin,
            region,
            identity,
        });
        event.refused_with(fault).printed(now)
    });
}
