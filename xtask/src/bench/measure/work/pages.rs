//! Pages of the images of one account, found in each way that clients ask.

use std::net::SocketAddr;

use super::super::load::{Expected, Work};
use super::super::seed::{self, REGION, Scale};
use super::super::template::{FAMILY, NAME, Shape, Words};
use super::{Clients, Fresh, below, random};

/// Images of a page, when the caller does not say.
const PAGE: u32 = 10;

/// By what images are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::bench::measure) enum Asked {
    /// One family.
    Family,
    /// The tag of one generation: an image of each family.
    Build,
    /// The tag that every image has.
    CommonTag,
    /// A name.
    Name,
    /// A beginning of names: the images of one family.
    NamePrefix,
    /// The beginning of all names.
    CommonPrefix,
}

/// Asks for first pages, each of an account drawn at random.
pub(in crate::bench::measure) struct Pages {
    clients: Clients,
    fresh: Fresh,
    scale: Scale,
    asked: Asked,
    state: u64,
}

impl Pages {
    /// Of a store of this scale at `server`.
    pub(in crate::bench::measure) fn new(asked: Asked, server: SocketAddr, scale: Scale) -> Self {
        let mut params = match asked {
            Asked::Family => vec![("ImageFamily", FAMILY)],
            Asked::Build => vec![("Tag.1.Key", "build"), ("Tag.1.Value", NAME)],
            Asked::CommonTag => vec![("Tag.1.Key", "env"), ("Tag.1.Value", "production")],
            Asked::Name => vec![("ImageName", NAME)],
            Asked::NamePrefix => vec![("ImageName", "THENAME*")],
            Asked::CommonPrefix => vec![("ImageName", "hangzhou-*")],
        };
        params.push(("RegionId", REGION));
        let (shape, host) = (Shape::V1Get, server.to_string());
        Self {
            clients: Clients::new(scale.accounts),
            fresh: Fresh { shape, host, action: "DescribeImages", params, ready: None },
            scale,
            asked,
            state: 0,
        }
    }
}

impl Work for Pages {
    fn next(&mut self, now: i64, request: &mut Vec<u8>) -> Expected {
        let Scale { accounts, families, images, .. } = self.scale;
        let mut draw = |limit| below(random(&mut self.state), limit);
        let (account, family, generation) = (draw(accounts), draw(families), draw(images));
        let (name, total) = match self.asked {
            Asked::Family => (String::new(), images),
            Asked::Build => (generation.to_string(), families),
            Asked::CommonTag | Asked::CommonPrefix => (String::new(), families * images),
            Asked::Name => (seed::image_name(family, generation), 1),
            Asked::NamePrefix => {
                let name = seed::image_name(family, generation);
                (name.trim_end_matches(|letter| letter != '-').to_owned(), images)
            }
        };
        let (nonce, family) = (self.clients.nonce(), seed::family(family));
        let (id, key) = &self.clients.keys[account as usize];
        let words = Words { key: id, family: &family, nonce: &nonce, name: &name, ..Words::default() };
        self.fresh.at(now).append(&words, key, request);
        Expected::Page { total, images: total.min(PAGE) as usize }
    }
}
