//! Buckets and the objects in them, through OpenDAL: by default folders, `<root>/<region>/<bucket>/<object>`.

use std::path::{Path, PathBuf};

use aws_lc_rs::digest;
use futures_util::StreamExt;
use imagekin_catalog::RegionId;
use opendal::services::Fs;
use opendal::{BufferStream, ErrorKind, Operator, Writer};

use crate::StoreError;
use crate::disk::{HEAD_BYTES, TAIL_BYTES};

/// Bytes that one step of a copy takes: bounds the memory of a job.
const CHUNK_BYTES: usize = 1024 * 1024;
/// Longest object name in bytes (OSS: 1 to 1023).
const OBJECT_BYTES_MAX: usize = 1_023;

/// The object store of all regions.
pub struct Objects {
    operator: Operator,
    root: PathBuf,
}

/// An object in a bucket of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectPath {
    region: RegionId,
    bucket: String,
    object: String,
}

/// What a copy found out about the bytes that went by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// How many there were.
    pub length: u64,
    /// Their SHA-256, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// A copy under way. Given up, it leaves what it wrote so far, to be deleted or written again.
pub struct Copying<'o> {
    objects: &'o Objects,
    target: ObjectPath,
    chunks: BufferStream,
    writer: Writer,
    digest: digest::Context,
    length: u64,
}

impl Copying<'_> {
    /// Copies some more; gives the number of bytes copied so far, `None` when there are no more.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn step(&mut self) -> Result<Option<u64>, StoreError> {
        let Some(chunk) = self.chunks.next().await.transpose()? else { return Ok(None) };
        for bytes in chunk.clone() {
            self.digest.update(&bytes);
        }
        self.length += chunk.len() as u64;
        self.writer.write(chunk).await?;
        Ok(Some(self.length))
    }

    /// Ends the copy, which is durable when this returns.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn finish(mut self) -> Result<Copied, StoreError> {
        self.writer.close().await?;
        self.objects.sync_folder_of(&self.target).await?;
        let sha256 = self.digest.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Copied { length: self.length, sha256 })
    }
}

impl ObjectPath {
    /// Is it a bucket's name? OSS: 3 to 63 of `[a-z0-9-]`, first and last no `-`.
    #[must_use]
    pub fn is_bucket(bucket: &str) -> bool {
        (3..=63).contains(&bucket.len())
            && bucket.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !bucket.starts_with('-')
            && !bucket.ends_with('-')
    }

    /// Is it an object's name? OSS: 1 to 1023 bytes, not starting with `/` or `\`; and, as it becomes a path, no
    /// segment of it may be empty, `.` or `..`.
    #[must_use]
    pub fn is_object(object: &str) -> bool {
        let odd = |segment: &str| matches!(segment, "" | "." | "..") || segment.len() > 255;
        (1..=OBJECT_BYTES_MAX).contains(&object.len())
            && !object.contains(['\\', '\0'])
            && !object.split('/').any(odd)
    }

    /// The object; `None` if bucket or object are not well-formed.
    #[must_use]
    pub fn new(region: &RegionId, bucket: &str, object: &str) -> Option<Self> {
        let well_formed = Self::is_bucket(bucket) && Self::is_object(object);
        well_formed.then(|| Self {
            region: region.clone(),
            bucket: bucket.to_owned(),
            object: object.to_owned(),
        })
    }

    fn bucket_key(&self) -> String {
        format!("{}/{}/", self.region, self.bucket)
    }

    fn key(&self) -> String {
        format!("{}/{}/{}", self.region, self.bucket, self.object)
    }
}

impl Objects {
    /// Opens the object store in the folder `root`, which is made if it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let builder = Fs::default().root(&root.to_string_lossy());
        Ok(Self { operator: Operator::new(builder)?, root: root.to_owned() })
    }

    /// Does the bucket exist?
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn has_bucket(&self, path: &ObjectPath) -> Result<bool, StoreError> {
        Ok(self.operator.exists(&path.bucket_key()).await?)
    }

    /// Length of the object in bytes; `None` if it is not there.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn length(&self, path: &ObjectPath) -> Result<Option<u64>, StoreError> {
        match self.operator.stat(&path.key()).await {
            Ok(meta) if meta.is_file() => Ok(Some(meta.content_length())),
            Ok(_) => Ok(None),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The first and the last bytes of an object of `length` bytes: what [`crate::disk::inspect`] looks at.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn ends(&self, path: &ObjectPath, length: u64) -> Result<(Vec<u8>, Vec<u8>), StoreError> {
        let key = path.key();
        let head = self.operator.read_with(&key).range(0..length.min(HEAD_BYTES as u64)).await?;
        let tail =
            self.operator.read_with(&key).range(length.saturating_sub(TAIL_BYTES as u64)..length).await?;
        Ok((head.to_vec(), tail.to_vec()))
    }

    /// Begins to copy an object.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn copy(&self, source: &ObjectPath, target: &ObjectPath) -> Result<Copying<'_>, StoreError> {
        let reader = self.operator.reader_with(&source.key()).chunk(CHUNK_BYTES).await?;
        Ok(Copying {
            objects: self,
            target: target.clone(),
            chunks: reader.into_stream(..).await?,
            writer: self.operator.writer(&target.key()).await?,
            digest: digest::Context::new(&digest::SHA256),
            length: 0,
        })
    }

    /// Writes a whole object, durably.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn put(&self, path: &ObjectPath, bytes: Vec<u8>) -> Result<(), StoreError> {
        self.operator.write(&path.key(), bytes).await?;
        self.sync_folder_of(path).await
    }

    /// Deletes an object; one that is not there is deleted already.
    ///
    /// # Errors
    /// [`StoreError::Objects`].
    pub async fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        Ok(self.operator.delete(&path.key()).await?)
    }

    /// Makes the name of a new file durable too: OpenDAL syncs the file, not the folder that names it.
    async fn sync_folder_of(&self, path: &ObjectPath) -> Result<(), StoreError> {
        let file = self.root.join(path.key());
        let Some(folder) = file.parent().map(Path::to_owned) else { return Ok(()) };
        let sync = || async { tokio::fs::File::open(&folder).await?.sync_all().await };
        sync().await.map_err(|source| StoreError::Folder { path: folder.display().to_string(), source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_could_leave_the_bucket_are_none() {
        let region = RegionId::parse("cn-hangzhou").unwrap();
        for (bucket, object) in [
            ("..", "a"),
            ("a", "a"),
            ("Upper", "a"),
            ("-abc", "a"),
            ("abc-", "a"),
            ("a/b", "a"),
            ("abc", ""),
            ("abc", "/etc/passwd"),
            ("abc", "../x"),
            ("abc", "a/../b"),
            ("abc", "a//b"),
            ("abc", "a/"),
            ("abc", "."),
            ("abc", "a\\b"),
            ("abc", "a\0b"),
        ] {
            assert_eq!(ObjectPath::new(&region, bucket, object), None, "{bucket} {object}");
        }
        for object in ["a", "images/2024/base.qcow2", "..a", "镜像.qcow2", "a b"] {
            assert!(ObjectPath::new(&region, "golden-images", object).is_some(), "{object}");
        }
    }

    #[tokio::test]
    async fn a_copy_has_the_length_and_digest_of_its_source() {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::open(folder.path()).unwrap();
        let region = RegionId::parse("cn-hangzhou").unwrap();
        let source = ObjectPath::new(&region, "from", "a/b.raw").unwrap();
        let target = ObjectPath::new(&region, "into", "c").unwrap();
        assert_eq!(objects.length(&source).await.unwrap(), None);
        assert!(!objects.has_bucket(&source).await.unwrap());
        let bytes: Vec<u8> = (0..3_000_000_u32).map(|n| n as u8).collect();
        objects.put(&source, bytes.clone()).await.unwrap();
        assert!(objects.has_bucket(&source).await.unwrap());
        assert_eq!(objects.length(&source).await.unwrap(), Some(3_000_000));
        let mut told = Vec::new();
        let mut copying = objects.copy(&source, &target).await.unwrap();
        while let Some(done) = copying.step().await.unwrap() {
            told.push(done);
        }
        let copied = copying.finish().await.unwrap();
        assert_eq!(copied.length, 3_000_000);
        let expected = digest::digest(&digest::SHA256, &bytes);
        assert_eq!(copied.sha256, expected.as_ref().iter().map(|b| format!("{b:02x}")).collect::<String>());
        assert!(told.len() > 1 && told.last() == Some(&3_000_000));
        assert_eq!(std::fs::read(folder.path().join("cn-hangzhou/into/c")).unwrap(), bytes);
        let (head, tail) = objects.ends(&source, 3_000_000).await.unwrap();
        assert_eq!((head.len(), tail.len()), (HEAD_BYTES, TAIL_BYTES));
        objects.delete(&target).await.unwrap();
        objects.delete(&target).await.unwrap();
        assert_eq!(objects.length(&target).await.unwrap(), None);
    }
}
