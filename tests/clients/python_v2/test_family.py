"""Image families through the vendor's second Python SDK (alibabacloud_ecs20140526), signing with both algorithms it has."""

import json
import os
import subprocess
import sys
import time
import uuid

import pytest
from alibabacloud_ecs20140526 import models
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.exceptions import ClientException
from alibabacloud_tea_openapi.utils_models import Config

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
    ecs.call("modify_image_attribute", image_id=image_id, image_family=family)

    image = ecs.resolve(family)
    assert image.image_id == image_id
    assert image.image_family == family
    assert image.status == "Available"
    assert image.progress == "100"
    assert image.image_owner_alias == "self"
    assert image.size == 5
    [disk] = image.disk_device_mappings.disk_device_mapping
    assert disk.snapshot_id.startswith("s-")
    assert disk.format.upper() == "RAW"
    assert disk.size == "5"
    assert disk.device == "/dev/xvda"
    assert disk.type == "system"
    assert disk.import_ossbucket == BUCKET
    assert disk.import_ossobject == OBJECT


def test_no_such_family(ecs):
    image = ecs.resolve(unique("family"))
    assert image is None or image.image_id is None


def test_wrong_secret(signature_algorithm):
    assert refusal(Ecs(signature_algorithm, secret="wrong").regions) == (400, "SignatureDoesNotMatch")


def test_unknown_access_key(signature_algorithm):
    stranger = Ecs(signature_algorithm, key_id="LTAI0000000000000000")
    assert refusal(stranger.regions) == (404, "InvalidAccessKeyId.NotFound")


def test_unknown_region(signature_algorithm):
    with pytest.raises(ClientException, match="The RegionId provided does not exist[.]") as refused:
        Ecs(signature_algorithm, region="cn-nowhere").resolve(unique("family"))
    assert refused.value.status_code == 404
    assert refused.value.code == "InvalidRegionId.NotFound"


def test_deprecate_restore_delete(ecs):
    family = unique("family")
    snapshot_id = ecs.snapshot()
    older = ecs.create_image(snapshot_id=snapshot_id, image_family=family)
    newer = ecs.create_image(snapshot_id=snapshot_id, image_family=family)
    assert ecs.resolve(family).image_id == newer

    ecs.call("modify_image_attribute", image_id=newer, status="Deprecated")
    assert ecs.resolve(family).image_id == older

    ecs.call("modify_image_attribute", image_id=newer, status="Available")
    assert ecs.resolve(family).image_id == newer

    ecs.delete_image(newer)
    assert ecs.resolve(family).image_id == older
    assert refusal(lambda: ecs.delete_image(newer)) == (404, "InvalidImageId.NotFound")


def test_chinese_names(ecs):
    name, family, description = unique("镜像"), unique("镜像族系"), "每日构建，请勿删除。"
    image_id = ecs.create_image(
        snapshot_id=ecs.snapshot(), image_name=name, image_family=family, description=description
    )

    [listed] = ecs.images(image_name=name)
    for image in [ecs.resolve(family), listed]:
        assert image.image_id == image_id
        assert (image.image_name, image.image_family, image.description) == (name, family, description)


def test_tags(ecs):
    tags = {"k 1*~+/'()": "v*~+/ '()", "键": unique("值")}
    image_id = ecs.create_image(
        snapshot_id=ecs.snapshot(),
        tag=[models.CreateImageRequestTag(key=key, value=value) for key, value in tags.items()],
    )

    [image] = ecs.images(tag=[models.DescribeImagesRequestTag(key=key, value=value) for key, value in tags.items()])
    assert image.image_id == image_id
    assert {tag.tag_key: tag.tag_value for tag in image.tags.tag} == tags


def test_paging(ecs):
    family = unique("family")
    snapshot_id = ecs.snapshot()
    made = {ecs.create_image(snapshot_id=snapshot_id, image_family=family) for _ in range(5)}

    seen = []
    for page_number, length in [(1, 2), (2, 2), (3, 1), (4, 0)]:
        page = ecs.call("describe_images", image_family=family, page_size=2, page_number=page_number)
        assert (page.total_count, page.page_size, page.page_number) == (5, 2, page_number)
        assert len(page.images.image) == length
        seen += [image.image_id for image in page.images.image]
    assert len(seen) == 5 and set(seen) == made


def test_regions(ecs):
    assert "cn-hangzhou" in ecs.regions()


def test_client_token(ecs):
    request = {"snapshot_id": ecs.snapshot(), "image_name": unique("image"), "client_token": uuid.uuid4().hex}
    image_id = ecs.create_image(**request)
    assert ecs.create_image(**request) == image_id

    request["image_name"] = unique("image")
    assert refusal(lambda: ecs.create_image(**request)) == (400, "IdempotenceParamNotMatch")


def test_dry_run(ecs):
    name = unique("image")
    request = {"snapshot_id": ecs.snapshot(), "image_name": name, "dry_run": True}
    assert refusal(lambda: ecs.create_image(**request)) == (400, "DryRunOperation")
    assert ecs.images(image_name=name, status=ANY_STATUS) == []


def test_configured_profile(ecs, tmp_path):
    """The file that `aliyun configure` writes is where the SDK looks for a key when nobody names one."""
    family = unique("family")
    image_id = ecs.create_image(snapshot_id=ecs.snapshot(), image_family=family)
    profile = {
        "name": "default",
        "mode": "StsToken" if SECURITY_TOKEN else "AK",
        "access_key_id": ACCESS_KEY_ID,
        "access_key_secret": ACCESS_KEY_SECRET,
        "sts_token": SECURITY_TOKEN or "",
        "ram_role_name": "",
        "ram_role_arn": "",
        "ram_session_name": "",
        "private_key": "",
        "key_pair_name": "",
        "expired_seconds": 0,
        "verified": "",
        "region_id": REGION,
        "output_format": "json",
        "language": "en",
        "site": "",
        "retry_timeout": 0,
        "retry_count": 0,
    }
    (tmp_path / ".aliyun").mkdir()
    config = {"current": "default", "profiles": [profile], "meta_path": ""}
    (tmp_path / ".aliyun" / "config.json").write_text(json.dumps(config, indent="\t"))
    no_key = {name: value for name, value in os.environ.items() if not name.startswith("ALIBABA_CLOUD_")}

    # Another process: this one has read its environment already.
    resolved = subprocess.run(
        [sys.executable, "-c", RESOLVE_WITHOUT_NAMING_A_KEY, ENDPOINT, REGION, family],
        env=no_key | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (resolved.returncode, resolved.stdout) == (0, image_id), resolved.stderr


RESOLVE_WITHOUT_NAMING_A_KEY = """
import sys

from alibabacloud_credentials.client import Client as Credential
from alibabacloud_ecs20140526 import models
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.utils_models import Config

endpoint, region, family = sys.argv[1:]
client = Client(Config(credential=Credential(), region_id=region, endpoint=endpoint, protocol="http"))
request = models.DescribeImageFromFamilyRequest(region_id=region, image_family=family)
print(client.describe_image_from_family(request).body.image.image_id, end="")
"""


class Ecs:
    """The SDK pointed at the server under test. It remembers the images it made, to delete them."""

    def __init__(self, signature_algorithm, key_id=ACCESS_KEY_ID, secret=ACCESS_KEY_SECRET, region=REGION):
        self.region = region
        self.made = set()
        self.client = Client(
            Config(
                access_key_id=key_id,
                access_key_secret=secret,
                # The token, if there is one, belongs to its own key.
                security_token=SECURITY_TOKEN if key_id == ACCESS_KEY_ID else None,
                region_id=region,
                endpoint=ENDPOINT,
                protocol="http",
                signature_algorithm=signature_algorithm,
            )
        )

    def call(self, action, **parameters):
        """Calls `action` (say, "create_image") with the SDK's request model of that name."""
        request_class = getattr(models, action.title().replace("_", "") + "Request")
        response = getattr(self.client, action)(request_class(region_id=self.region, **parameters))
        assert response.status_code == 200
        return response.body

    def resolve(self, family):
        return self.call("describe_image_from_family", image_family=family).image

    def images(self, **filters):
        return self.call("describe_images", **filters).images.image

    def regions(self):
        response = self.client.describe_regions(models.DescribeRegionsRequest())
        return [region.region_id for region in response.body.regions.region]

    def import_image(self):
        disk = models.ImportImageRequestDiskDeviceMapping(
            ossbucket=BUCKET, ossobject=OBJECT, format="RAW", disk_image_size=5
        )
        imported = self.call(
            "import_image",
            image_name=unique("image"),
            architecture="x86_64",
            ostype="linux",
            platform="Ubuntu",
            disk_device_mapping=[disk],
        )
        assert imported.task_id.startswith("t-")
        return self.available(imported.image_id)

    def create_image(self, **parameters):
        created = self.call(
            "create_image", **{"image_name": unique("image"), "description": "made by a test"} | parameters
        )
        return self.available(created.image_id)

    def snapshot(self):
        """A snapshot to create images from: the one behind an imported image."""
        [image] = self.images(image_id=self.import_image())
        return image.disk_device_mappings.disk_device_mapping[0].snapshot_id

    def available(self, image_id):
        self.made.add(image_id)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            [image] = self.images(image_id=image_id, status=ANY_STATUS)
            if image.status == "Available":
                return image_id
            time.sleep(0.1)
        pytest.fail(f"{image_id} is still {image.status} after 30 s")

    def delete_image(self, image_id):
        self.call("delete_image", image_id=image_id, force=True)
        self.made.discard(image_id)


@pytest.fixture(params=[None, "v2"], ids=["ACS3-HMAC-SHA256", "HMAC-SHA1"])
def signature_algorithm(request):
    return request.param


@pytest.fixture
def ecs(signature_algorithm):
    ecs = Ecs(signature_algorithm)
    yield ecs
    for image_id in list(ecs.made):
        ecs.delete_image(image_id)


def refusal(call):
    with pytest.raises(ClientException) as refused:
        call()
    return refused.value.status_code, refused.value.code


def unique(name):
    return f"{name}-{uuid.uuid4().hex[:12]}"
