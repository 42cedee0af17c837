//! What a bucket holds, page by page, with names below a delimiter taken together.

use imagekin_store::Listed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use s3s::S3Result;
use s3s::dto::{
    CommonPrefix, EncodingType, ListObjectsInput, ListObjectsOutput, ListObjectsV2Input, ListObjectsV2Output,
    Object, ObjectStorageClass,
};

use super::buckets::{Buckets, done, etag, timestamp};

/// Most names of a page (S3 and OSS: 1,000).
const PAGE_MAX: usize = 1_000;
/// What stays as it is in a name that is answered encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// A page of a listing.
#[derive(Default)]
struct Page {
    objects: Vec<Listed>,
    prefixes: Vec<String>,
    /// After what the next page begins, if there is one.
    next: Option<String>,
}

impl Page {
    fn len(&self) -> usize {
        self.objects.len() + self.prefixes.len()
    }
}

impl Buckets {
    pub(super) async fn list(&self, input: ListObjectsInput) -> S3Result<ListObjectsOutput> {
        let after = input.marker.clone().unwrap_or_default();
        let page = self.page(
            &input.bucket,
            input.prefix.as_deref(),
            input.delimiter.as_deref(),
            after,
            input.max_keys,
        );
        let page = page.await?;
        let encode = encoder(input.encoding_type.as_ref());
        Ok(ListObjectsOutput {
            name: Some(input.bucket),
            is_truncated: Some(page.next.is_some()),
            next_marker: page.next.as_deref().map(&encode),
            contents: Some(contents(&page, &encode)),
            common_prefixes: Some(common_prefixes(&page, &encode)),
            max_keys: Some(input.max_keys.unwrap_or(PAGE_MAX as i32)),
            prefix: input.prefix.as_deref().map(&encode),
            marker: input.marker.as_deref().map(&encode),
            delimiter: input.delimiter.as_deref().map(&encode),
            encoding_type: input.encoding_type,
            ..ListObjectsOutput::default()
        })
    }

    pub(super) async fn list_v2(&self, input: ListObjectsV2Input) -> S3Result<ListObjectsV2Output> {
        let after = input.continuation_token.clone().or(input.start_after.clone()).unwrap_or_default();
        let page = self.page(
            &input.bucket,
            input.prefix.as_deref(),
            input.delimiter.as_deref(),
            after,
            input.max_keys,
        );
        let page = page.await?;
        let encode = encoder(input.encoding_type.as_ref());
        Ok(ListObjectsV2Output {
            name: Some(input.bucket),
            is_truncated: Some(page.next.is_some()),
            key_count: i32::try_from(page.len()).ok(),
            contents: Some(contents(&page, &encode)),
            common_prefixes: Some(common_prefixes(&page, &encode)),
            max_keys: Some(input.max_keys.unwrap_or(PAGE_MAX as i32)),
            prefix: input.prefix.as_deref().map(&encode),
            start_after: input.start_after.as_deref().map(&encode),
            delimiter: input.delimiter.as_deref().map(&encode),
            encoding_type: input.encoding_type,
            continuation_token: input.continuation_token,
            next_continuation_token: page.next,
            ..ListObjectsV2Output::default()
        })
    }

    async fn page(
        &self,
        bucket: &str,
        prefix: Option<&str>,
        delimiter: Option<&str>,
        mut after: String,
        max_keys: Option<i32>,
    ) -> S3Result<Page> {
        let region = self.region_of(bucket).await?;
        let most = max_keys.and_then(|most| usize::try_from(most).ok()).unwrap_or(PAGE_MAX).min(PAGE_MAX);
        let prefix = prefix.unwrap_or_default();
        let delimiter = delimiter.filter(|delimiter| !delimiter.is_empty());
        let mut page = Page::default();
        let mut last = after.clone();
        // A prefix that was told on the page before is passed over whole.
        if let Some(told) = delimiter.and_then(|delimiter| common_prefix(&after, prefix, delimiter))
            && told == after
        {
            after = beyond(&told);
        }
        loop {
            let room = most - page.len();
            let listed = self.app.objects.list(&region, bucket, prefix, &after, room + 1).await;
            let listed = done(listed)?;
            let all_came = listed.len() <= room;
            let mut skipped = false;
            for object in listed {
                if page.len() == most {
                    page.next = (most > 0).then_some(last);
                    return Ok(page);
                }
                if let Some(common) =
                    delimiter.and_then(|delimiter| common_prefix(&object.object, prefix, delimiter))
                {
                    after = beyond(&common);
                    last.clone_from(&common);
                    page.prefixes.push(common);
                    skipped = true;
                    break;
                }
                after.clone_from(&object.object);
                last.clone_from(&object.object);
                page.objects.push(object);
            }
            if !skipped && all_came {
                return Ok(page);
            }
        }
    }
}

/// What the name has up to the first delimiter after the prefix.
fn common_prefix(name: &str, prefix: &str, delimiter: &str) -> Option<String> {
    let rest = name.strip_prefix(prefix)?;
    let at = rest.find(delimiter)?;
    Some(name[..prefix.len() + at + delimiter.len()].to_owned())
}

/// A text after every name that begins with `prefix`.
fn beyond(prefix: &str) -> String {
    format!("{prefix}{}", char::MAX)
}

fn contents(page: &Page, encode: &impl Fn(&str) -> String) -> Vec<Object> {
    let object = |listed: &Listed| Object {
        e_tag: Some(etag(listed)),
        key: Some(encode(&listed.object)),
        last_modified: Some(timestamp(listed.modified_us)),
        size: i64::try_from(listed.length).ok(),
        storage_class: Some(ObjectStorageClass::from_static("STANDARD")),
        ..Object::default()
    };
    page.objects.iter().map(object).collect()
}

fn common_prefixes(page: &Page, encode: &impl Fn(&str) -> String) -> Vec<CommonPrefix> {
    page.prefixes.iter().map(|prefix| CommonPrefix { prefix: Some(encode(prefix)) }).collect()
}

/// How names are answered: as they are, or encoded as in an address.
fn encoder(asked: Option<&EncodingType>) -> impl Fn(&str) -> String + use<> {
    let encodes = asked.is_some_and(|asked| asked.as_str() == EncodingType::URL);
    move |name| if encodes { utf8_percent_encode(name, ENCODED).to_string() } else { name.to_owned() }
}
