"""Image families through the vendor's first Python SDK (aliyun-python-sdk-core and -ecs), over POST and GET."""

import json
import os
import time
import uuid

import pytest
from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkecs.request.v20140526.CreateImageRequest import CreateImageRequest
from aliyunsdkecs.request.v20140526.DeleteImageRequest import DeleteImageRequest
from aliyunsdkecs.request.v20140526.DescribeImageFromFamilyRequest import DescribeImageFromFamilyRequest
from aliyunsdkecs.request.v20140526.DescribeImagesRequest import DescribeImagesRequest
from aliyunsdkecs.request.v20140526.DescribeRegionsRequest import DescribeRegionsRequest
from aliyunsdkecs.request.v20140526.ImportImageRequest import ImportImageRequest
from aliyunsdkecs.request.v20140526.ModifyImageAttributeRequest import ModifyImageAttributeRequest

ENDPOINT = os.environ["IMAGEKIN_ENDPOINT"]
ACCESS_KEY_ID = os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"]
ACCESS_KEY_SECRET = os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"]
SECURITY_TOKEN = os.environ.get("ALIBABA_CLOUD_SECURITY_TOKEN")
REGION = os.environ["ALIBABA_CLOUD_REGION_ID"]
BUCKET = os.environ["IMAGEKIN_TEST_BUCKET"]
OBJECT = os.environ["IMAGEKIN_TEST_OBJECT"]

ANY_STATUS = "Creating,Waiting,Available,UnAvailable,CreateFailed"


def test_resolve(ecs):
    family = unique("family")
    image_id = ecs.import_image()
    ecs.call(ModifyImageAttributeRequest, ImageId=image_id, ImageFamily=family)

    image = ecs.resolve(family)
    # `x == x | {...}`: x has at least these fields, and a failure shows which of them differ.
    assert image == image | {
        "ImageId": image_id,
        "ImageFamily": family,
        "Status": "Available",
        "Progress": "100",
        "ImageOwnerAlias": "self",
        "Size": 5,
    }
    [disk] = image["DiskDeviceMappings"]["DiskDeviceMapping"]
    assert disk == disk | {
        "Size": "5",
        "Device": "/dev/xvda",
        "Type": "system",
        "ImportOSSBucket": BUCKET,
        "ImportOSSObject": OBJECT,
    }
    assert disk["Format"].upper() == "RAW"
    assert disk["SnapshotId"].startswith("s-")


def test_no_such_family(ecs):
    assert "ImageId" not in (ecs.resolve(unique("family")) or {})


def test_wrong_secret(method):
    # The SDK gives this code of its own when the server signed the same string with another secret.
    assert refusal(Ecs(method, secret="wrong").regions) == (400, "InvalidAccessKeySecret")


def test_unknown_access_key(method):
    assert refusal(Ecs(method, key_id="LTAI0000000000000000").regions) == (404, "InvalidAccessKeyId.NotFound")


def test_unknown_region(method):
    with pytest.raises(ServerException, match="The RegionId provided does not exist[.]") as refused:
        Ecs(method, region="cn-nowhere").resolve(unique("family"))
    assert refused.value.get_http_status() == 404
    assert refused.value.get_error_code() == "InvalidRegionId.NotFound"


def test_deprecate_restore_delete(ecs):
    family = unique("family")
    snapshot_id = ecs.snapshot()
    older = ecs.create_image(SnapshotId=snapshot_id, ImageFamily=family)
    newer = ecs.create_image(SnapshotId=snapshot_id, ImageFamily=family)
    assert ecs.resolve(family)["ImageId"] == newer

    ecs.call(ModifyImageAttributeRequest, ImageId=newer, Status="Deprecated")
    assert ecs.resolve(family)["ImageId"] == older

    ecs.call(ModifyImageAttributeRequest, ImageId=newer, Status="Available")
    assert ecs.resolve(family)["ImageId"] == newer

    ecs.delete_image(newer)
    assert ecs.resolve(family)["ImageId"] == older
    assert refusal(lambda: ecs.delete_image(newer)) == (404, "InvalidImageId.NotFound")


def test_chinese_names(ecs):
    names = {"ImageName": unique("镜像"), "ImageFamily": unique("镜像族系"), "Description": "每日构建，请勿删除。"}
    image_id = ecs.create_image(SnapshotId=ecs.snapshot(), **names)

    image = ecs.resolve(names["ImageFamily"])
    assert image == image | names | {"ImageId": image_id}
    [image] = ecs.images(ImageName=names["ImageName"])
    assert image == image | names | {"ImageId": image_id}


def test_tags(ecs):
    tags = {"k 1*~+/'()": "v*~+/ '()", "键": unique("值")}
    pairs = [{"Key": key, "Value": value} for key, value in tags.items()]
    image_id = ecs.create_image(SnapshotId=ecs.snapshot(), Tags=pairs)

    [image] = ecs.images(Tags=pairs)
    assert image["ImageId"] == image_id
    assert {tag["TagKey"]: tag["TagValue"] for tag in image["Tags"]["Tag"]} == tags


def test_paging(ecs):
    family = unique("family")
    snapshot_id = ecs.snapshot()
    made = {ecs.create_image(SnapshotId=snapshot_id, ImageFamily=family) for _ in range(5)}

    seen = []
    for page_number, length in [(1, 2), (2, 2), (3, 1), (4, 0)]:
        page = ecs.call(DescribeImagesRequest, ImageFamily=family, PageSize=2, PageNumber=page_number)
        assert (page["TotalCount"], page["PageSize"], page["PageNumber"]) == (5, 2, page_number)
        assert len(page["Images"]["Image"]) == length
        seen += [image["ImageId"] for image in page["Images"]["Image"]]
    assert len(seen) == 5 and set(seen) == made


def test_regions(ecs):
    assert "cn-hangzhou" in ecs.regions()


def test_client_token(ecs):
    request = {"SnapshotId": ecs.snapshot(), "ImageName": unique("image"), "ClientToken": uuid.uuid4().hex}
    image_id = ecs.create_image(**request)
    assert ecs.create_image(**request) == image_id

    request["ImageName"] = unique("image")
    assert refusal(lambda: ecs.create_image(**request)) == (400, "IdempotenceParamNotMatch")


def test_dry_run(ecs):
    name = unique("image")
    request = {"SnapshotId": ecs.snapshot(), "ImageName": name, "DryRun": True}
    assert refusal(lambda: ecs.create_image(**request)) == (400, "DryRunOperation")
    assert ecs.images(ImageName=name, Status=ANY_STATUS) == []


def credential(key_id, secret):
    """The token, if there is one, belongs to its own key."""
    if SECURITY_TOKEN and key_id == ACCESS_KEY_ID:
        return StsTokenCredential(key_id, secret, SECURITY_TOKEN)
    return AccessKeyCredential(key_id, secret)


class Ecs:
    """The SDK pointed at the server under test. It remembers the images it made, to delete them."""

    def __init__(self, method, key_id=ACCESS_KEY_ID, secret=ACCESS_KEY_SECRET, region=REGION):
        self.method = method
        self.client = AcsClient(region_id=region, credential=credential(key_id, secret))
        self.made = set()

    def call(self, request_class, **parameters):
        request = request_class()
        request.set_endpoint(ENDPOINT)
        request.set_method(self.method)
        for name, value in parameters.items():
            getattr(request, f"set_{name}")(value)
        return json.loads(self.client.do_action_with_exception(request))

    def resolve(self, family):
        return self.call(DescribeImageFromFamilyRequest, ImageFamily=family)["Image"]

    def images(self, **filters):
        return self.call(DescribeImagesRequest, **filters)["Images"]["Image"]

    def regions(self):
        return [region["RegionId"] for region in self.call(DescribeRegionsRequest)["Regions"]["Region"]]

    def import_image(self):
        disk = {"OSSBucket": BUCKET, "OSSObject": OBJECT, "Format": "RAW", "DiskImageSize": 5}
        imported = self.call(
            ImportImageRequest,
            ImageName=unique("image"),
            Architecture="x86_64",
            OSType="linux",
            Platform="Ubuntu",
            DiskDeviceMappings=[disk],
        )
        assert imported["TaskId"].startswith("t-")
        return self.available(imported["ImageId"])

    def create_image(self, **parameters):
        created = self.call(
            CreateImageRequest, **{"ImageName": unique("image"), "Description": "made by a test"} | parameters
        )
        return self.available(created["ImageId"])

    def snapshot(self):
        """A snapshot to create images from: the one behind an imported image."""
        [image] = self.images(ImageId=self.import_image())
        return image["DiskDeviceMappings"]["DiskDeviceMapping"][0]["SnapshotId"]

    def available(self, image_id):
        self.made.add(image_id)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            [image] = self.images(ImageId=image_id, Status=ANY_STATUS)
            if image["Status"] == "Available":
                return image_id
            time.sleep(0.1)
        pytest.fail(f"{image_id} is still {image['Status']} after 30 s")

    def delete_image(self, image_id):
        self.call(DeleteImageRequest, ImageId=image_id, Force=True)
        self.made.discard(image_id)


@pytest.fixture(params=["POST", "GET"])
def method(request):
    return request.param


@pytest.fixture
def ecs(method):
    ecs = Ecs(method)
    yield ecs
    for image_id in list(ecs.made):
        ecs.delete_image(image_id)


def refusal(call):
    with pytest.raises(ServerException) as refused:
        call()
    return refused.value.get_http_status(), refused.value.get_error_code()


def unique(name):
    return f"{name}-{uuid.uuid4().hex[:12]}"
