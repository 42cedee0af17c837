"""Objects through OSS's own SDK (oss2, signatures 1 and 4) and S3's (boto3)."""

import io
import json
import os
import struct
import time
import urllib.error
import urllib.request
import uuid

import boto3
import oss2
import pytest
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ["IMAGEKIN_ENDPOINT"]
ACCESS_KEY_ID = os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"]
ACCESS_KEY_SECRET = os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"]
SECURITY_TOKEN = os.environ.get("ALIBABA_CLOUD_SECURITY_TOKEN")
REGION = os.environ["ALIBABA_CLOUD_REGION_ID"]
BUCKET = os.environ["IMAGEKIN_TEST_BUCKET"]

MIB = 1 << 20
NAME = "a folder/镜像+1&2.bin"


def test_put_read_delete(store):
    key = store.prefix + NAME
    store.put(key, b"0123456789")
    assert store.head(key) == 10
    assert store.get(key) == b"0123456789"
    assert store.get(key, (2, 4)) == b"234"
    store.delete(key)
    store.delete(key)
    assert store.head(key) is None


def test_large_object_in_parts(store):
    key, content = store.prefix + "large", os.urandom(1 << 16) * 200
    store.put_in_parts(key, content)
    assert store.head(key) == len(content)
    assert store.get(key) == content
    store.delete(key)


def test_listing(store):
    names = [store.prefix + name for name in ["a", "b/1", "b/2", "c d", "镜像"]]
    for name in names:
        store.put(name, b"x")
    assert store.list(store.prefix, 2) == names
    assert store.folders(store.prefix) == [store.prefix + "b/"]
    for name in names:
        store.delete(name)
    assert store.list(store.prefix, 2) == []


def test_signed_address(store):
    key = store.prefix + "signed"
    store.put(key, b"signed")
    address = store.sign(key, 60)
    assert urllib.request.urlopen(address).read() == b"signed"
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(address.replace("signed?", "other?"))
    store.delete(key)


def test_buckets(store):
    bucket = "bucket-" + uuid.uuid4().hex[:12]
    store.create_bucket(bucket)
    assert bucket in store.buckets()
    assert BUCKET in store.buckets()
    store.delete_bucket(bucket)
    assert bucket not in store.buckets()


def test_wrong_secret(kind):
    assert STORES[kind](secret="wrong").code("anything") == "SignatureDoesNotMatch"


def test_unknown_access_key(kind):
    assert STORES[kind](key_id="LTAI0000000000000000").code("anything") == "InvalidAccessKeyId"


def test_bucket_of_snapshots(store):
    store.bucket_name = "imagekin-snapshots"
    assert store.code("1234567890123456/s-1") == "AccessDenied"


def test_import(store):
    """What is put where ImportImage finds it becomes an image."""
    key = store.prefix + "disk.qcow2"
    store.put(key, qcow2(gib=3))
    if SECURITY_TOKEN:
        credential = StsTokenCredential(ACCESS_KEY_ID, ACCESS_KEY_SECRET, SECURITY_TOKEN)
    else:
        credential = AccessKeyCredential(ACCESS_KEY_ID, ACCESS_KEY_SECRET)
    ecs = AcsClient(region_id=REGION, credential=credential)
    disk = {"DiskDeviceMapping.1.OSSBucket": BUCKET, "DiskDeviceMapping.1.OSSObject": key}
    image_id = call(ecs, "ImportImage", disk)["ImageId"]
    image = {"Status": "Creating"}
    deadline = time.monotonic() + 30
    while image["Status"] == "Creating" and time.monotonic() < deadline:
        [image] = call(ecs, "DescribeImages", {"ImageId": image_id, "Status": "ALL"})["Images"]["Image"]
    assert (image["Status"], image["Size"]) == ("Available", 3)
    call(ecs, "DeleteImage", {"ImageId": image_id})
    store.delete(key)


def token_of(key_id):
    """The token, if there is one, belongs to its own key."""
    return SECURITY_TOKEN if key_id == ACCESS_KEY_ID else None


class Oss:
    """oss2. Its endpoint is an address, so that the bucket stands in the path."""

    def __init__(self, version, key_id=ACCESS_KEY_ID, secret=ACCESS_KEY_SECRET):
        token = token_of(key_id)
        provider = oss2.credentials.StaticCredentialsProvider(key_id, secret, token)
        self.auth = (oss2.ProviderAuthV4 if version == "v4" else oss2.ProviderAuth)(provider)
        self.bucket_name = BUCKET
        self.prefix = f"objects-{uuid.uuid4().hex[:12]}/"

    def bucket(self, name=None):
        return oss2.Bucket(self.auth, f"http://{ENDPOINT}", name or self.bucket_name, region=REGION)

    def put(self, key, content):
        assert self.bucket().put_object(key, content).status == 200

    def put_in_parts(self, key, content):
        upload = self.bucket().init_multipart_upload(key).upload_id
        parts = []
        for number, start in enumerate(range(0, len(content), 5 * MIB), 1):
            piece = content[start : start + 5 * MIB]
            etag = self.bucket().upload_part(key, upload, number, piece).etag
            parts.append(oss2.models.PartInfo(number, etag))
        listed = self.bucket().list_parts(key, upload).parts
        assert [(part.part_number, part.etag) for part in listed] == [(p.part_number, p.etag) for p in parts]
        self.bucket().complete_multipart_upload(key, upload, parts)

    def get(self, key, byte_range=None):
        return self.bucket().get_object(key, byte_range=byte_range).read()

    def head(self, key):
        try:
            return self.bucket().head_object(key).content_length
        except oss2.exceptions.NotFound:
            return None

    def delete(self, key):
        assert self.bucket().delete_object(key).status == 204

    def list(self, prefix, page):
        v1 = [found.key for found in oss2.ObjectIterator(self.bucket(), prefix=prefix, max_keys=page)]
        v2 = [found.key for found in oss2.ObjectIteratorV2(self.bucket(), prefix=prefix, max_keys=page)]
        assert v1 == v2
        return v1

    def folders(self, prefix):
        found = oss2.ObjectIterator(self.bucket(), prefix=prefix, delimiter="/")
        return [entry.key for entry in found if entry.is_prefix()]

    def sign(self, key, seconds):
        return self.bucket().sign_url("GET", key, seconds, slash_safe=True)

    def create_bucket(self, name):
        self.bucket(name).create_bucket()

    def delete_bucket(self, name):
        self.bucket(name).delete_bucket()

    def buckets(self):
        service = oss2.Service(self.auth, f"http://{ENDPOINT}", region=REGION)
        return [bucket.name for bucket in oss2.BucketIterator(service)]

    def code(self, key):
        with pytest.raises(oss2.exceptions.ServerError) as refused:
            self.get(key)
        return refused.value.code


class S3:
    """boto3."""

    def __init__(self, key_id=ACCESS_KEY_ID, secret=ACCESS_KEY_SECRET):
        self.client = boto3.client(
            "s3",
            endpoint_url=f"http://{ENDPOINT}",
            region_name=REGION,
            aws_access_key_id=key_id,
            aws_secret_access_key=secret,
            aws_session_token=token_of(key_id),
            config=Config(signature_version="s3v4", retries={"max_attempts": 1}),
        )
        self.bucket_name = BUCKET
        self.prefix = f"objects-{uuid.uuid4().hex[:12]}/"

    def put(self, key, content):
        self.client.put_object(Bucket=self.bucket_name, Key=key, Body=content)

    def put_in_parts(self, key, content):
        config = TransferConfig(multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB)
        self.client.upload_fileobj(io.BytesIO(content), self.bucket_name, key, Config=config)

    def get(self, key, byte_range=None):
        extra = {"Range": "bytes={}-{}".format(*byte_range)} if byte_range else {}
        return self.client.get_object(Bucket=self.bucket_name, Key=key, **extra)["Body"].read()

    def head(self, key):
        try:
            return self.client.head_object(Bucket=self.bucket_name, Key=key)["ContentLength"]
        except ClientError as error:
            assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 404
            return None

    def delete(self, key):
        answer = self.client.delete_object(Bucket=self.bucket_name, Key=key)
        assert answer["ResponseMetadata"]["HTTPStatusCode"] == 204

    def list(self, prefix, page):
        def keys(operation):
            pages = self.client.get_paginator(operation).paginate(
                Bucket=self.bucket_name, Prefix=prefix, PaginationConfig={"PageSize": page}
            )
            return [found["Key"] for page in pages for found in page.get("Contents", [])]

        v2 = keys("list_objects_v2")
        assert keys("list_objects") == v2
        return v2

    def folders(self, prefix):
        found = self.client.list_objects_v2(Bucket=self.bucket_name, Prefix=prefix, Delimiter="/")
        return [common["Prefix"] for common in found["CommonPrefixes"]]

    def sign(self, key, seconds):
        where = {"Bucket": self.bucket_name, "Key": key}
        return self.client.generate_presigned_url("get_object", where, ExpiresIn=seconds)

    def create_bucket(self, name):
        self.client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        assert self.client.get_bucket_location(Bucket=name)["LocationConstraint"] == REGION

    def delete_bucket(self, name):
        self.client.delete_bucket(Bucket=name)

    def buckets(self):
        return [bucket["Name"] for bucket in self.client.list_buckets()["Buckets"]]

    def code(self, key):
        with pytest.raises(ClientError) as refused:
            self.get(key)
        return refused.value.response["Error"]["Code"]


STORES = {
    "oss-v1": lambda **key: Oss("v1", **key),
    "oss-v4": lambda **key: Oss("v4", **key),
    "s3": S3,
}


@pytest.fixture(params=STORES)
def kind(request):
    return request.param


@pytest.fixture
def store(kind):
    return STORES[kind]()


def call(ecs, action, parameters):
    request = CommonRequest()
    request.set_domain(ENDPOINT)
    request.set_protocol_type("http")
    request.set_version("2014-05-26")
    request.set_action_name(action)
    for name, value in {"RegionId": REGION, **parameters}.items():
        request.add_query_param(name, value)
    return json.loads(ecs.do_action_with_exception(request))


def qcow2(gib):
    """An empty disk: header, the tables of a cluster each, nothing in them."""
    cluster = 1 << 16
    entries = -(-gib * (1 << 30) // (cluster * (cluster // 8)))
    header = struct.pack(
        ">4sIQIIQIIQQIIQQQQII",
        b"QFI\xfb", 3, 0, 0, 16, gib << 30, 0, entries, 3 * cluster, cluster, 1, 0, 0, 0, 0, 0, 4, 104,
    )
    counts = struct.pack(">4H", 1, 1, 1, 1)
    clusters = [header, struct.pack(">Q", 2 * cluster), counts, b""]
    return b"".join(content.ljust(cluster, b"\0") for content in clusters)
