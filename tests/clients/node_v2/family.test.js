// Image families through the vendor's generated SDK for Node (@alicloud/ecs20140526), signing with both algorithms it has.

const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { afterEach, beforeEach, describe, test } = require('node:test');
const { setTimeout: sleep } = require('node:timers/promises');
const models = require('@alicloud/ecs20140526');
const { $OpenApiUtil, ClientError } = require('@alicloud/openapi-core');

const endpoint = env('IMAGEKIN_ENDPOINT');
const accessKeyId = env('ALIBABA_CLOUD_ACCESS_KEY_ID');
const accessKeySecret = env('ALIBABA_CLOUD_ACCESS_KEY_SECRET');
// Of a temporary key; it belongs to that key alone.
const securityToken = process.env.ALIBABA_CLOUD_SECURITY_TOKEN;
const regionId = env('ALIBABA_CLOUD_REGION_ID');
const bucket = env('IMAGEKIN_TEST_BUCKET');
const object = env('IMAGEKIN_TEST_OBJECT');

const anyStatus = 'Creating,Waiting,Available,UnAvailable,CreateFailed';

for (const [algorithm, signatureAlgorithm] of [['ACS3-HMAC-SHA256', undefined], ['HMAC-SHA1', 'v2']]) {
  describe(`signed with ${algorithm}`, () => {
    let ecs;
    beforeEach(() => { ecs = new Ecs({ signatureAlgorithm }); });
    afterEach(() => ecs.cleanUp());

    test('resolve', async () => {
      const family = unique('family');
      const imageId = await ecs.importImage();
      await ecs.call('modifyImageAttribute', { imageId, imageFamily: family });

      const image = await ecs.resolve(family);
      assertFields(image, {
        imageId,
        imageFamily: family,
        status: 'Available',
        progress: '100',
        imageOwnerAlias: 'self',
        size: 5,
      });
      const [disk] = image.diskDeviceMappings.diskDeviceMapping;
      assertFields(disk, {
        size: '5',
        device: '/dev/xvda',
        type: 'system',
        importOSSBucket: bucket,
        importOSSObject: object,
      });
      assert.match(disk.format, /^raw$/i);
      assert.match(disk.snapshotId, /^s-/);
    });

    test('no such family', async () => {
      assert.equal((await ecs.resolve(unique('family')))?.imageId, undefined);
    });

    test('wrong secret', async () => {
      const stranger = new Ecs({ signatureAlgorithm, accessKeySecret: 'wrong' });
      await assert.rejects(stranger.regions(), refused(400, 'SignatureDoesNotMatch'));
    });

    test('unknown access key', async () => {
      const stranger = new Ecs({ signatureAlgorithm, accessKeyId: 'LTAI0000000000000000' });
      await assert.rejects(stranger.regions(), refused(404, 'InvalidAccessKeyId.NotFound'));
    });

    test('unknown region', async () => {
      await assert.rejects(
        ecs.call('describeImageFromFamily', { regionId: 'cn-nowhere', imageFamily: unique('family') }),
        refused(404, 'InvalidRegionId.NotFound', 'The RegionId provided does not exist.'),
      );
    });

    test('deprecate, restore, delete', async () => {
      const family = unique('family');
      const snapshotId = await ecs.snapshot();
      const older = await ecs.createImage({ snapshotId, imageFamily: family });
      const newer = await ecs.createImage({ snapshotId, imageFamily: family });
      assert.equal((await ecs.resolve(family)).imageId, newer);

      await ecs.call('modifyImageAttribute', { imageId: newer, status: 'Deprecated' });
      assert.equal((await ecs.resolve(family)).imageId, older);

      await ecs.call('modifyImageAttribute', { imageId: newer, status: 'Available' });
      assert.equal((await ecs.resolve(family)).imageId, newer);

      await ecs.deleteImage(newer);
      assert.equal((await ecs.resolve(family)).imageId, older);
      await assert.rejects(ecs.deleteImage(newer), refused(404, 'InvalidImageId.NotFound'));
    });

    test('Chinese names', async () => {
      const names = {
        imageName: unique('镜像'),
        imageFamily: unique('镜像族系'),
        description: '每日构建，请勿删除。',
      };
      const imageId = await ecs.createImage({ snapshotId: await ecs.snapshot(), ...names });

      const [listed] = await ecs.images({ imageName: names.imageName });
      for (const image of [await ecs.resolve(names.imageFamily), listed]) {
        assertFields(image, { imageId, ...names });
      }
    });

    test('tags', async () => {
      const tags = [
        { key: "k 1*~+/'()", value: "v*~+/ '()" },
        { key: '键', value: unique('值') },
      ];
      const imageId = await ecs.createImage({
        snapshotId: await ecs.snapshot(),
        tag: tags.map((tag) => new models.CreateImageRequestTag(tag)),
      });

      const images = await ecs.images({ tag: tags.map((tag) => new models.DescribeImagesRequestTag(tag)) });
      assert.deepEqual(images.map((image) => image.imageId), [imageId]);
      assert.deepEqual(
        new Set(images[0].tags.tag.map(({ tagKey, tagValue }) => `${tagKey}=${tagValue}`)),
        new Set(tags.map(({ key, value }) => `${key}=${value}`)),
      );
    });

    test('paging', async () => {
      const family = unique('family');
      const snapshotId = await ecs.snapshot();
      const made = new Set();
      while (made.size < 5) made.add(await ecs.createImage({ snapshotId, imageFamily: family }));

      const seen = [];
      for (const [pageNumber, length] of [[1, 2], [2, 2], [3, 1], [4, 0]]) {
        const page = await ecs.call('describeImages', { imageFamily: family, pageSize: 2, pageNumber });
        assertFields(page, { totalCount: 5, pageSize: 2, pageNumber });
        assert.equal(page.images.image.length, length);
        seen.push(...page.images.image.map((image) => image.imageId));
      }
      assert.equal(seen.length, 5);
      assert.deepEqual(new Set(seen), made);
    });

    test('regions', async () => {
      assert.ok((await ecs.regions()).includes('cn-hangzhou'));
    });

    test('client token', async () => {
      const request = { snapshotId: await ecs.snapshot(), imageName: unique('image'), clientToken: randomUUID() };
      const imageId = await ecs.createImage(request);
      assert.equal(await ecs.createImage(request), imageId);

      await assert.rejects(
        ecs.createImage({ ...request, imageName: unique('image') }),
        refused(400, 'IdempotenceParamNotMatch'),
      );
    });

    test('dry run', async () => {
      const imageName = unique('image');
      const request = { snapshotId: await ecs.snapshot(), imageName, dryRun: true };
      await assert.rejects(ecs.createImage(request), refused(400, 'DryRunOperation'));
      assert.deepEqual(await ecs.images({ imageName, status: anyStatus }), []);
    });
  });
}

// The SDK pointed at the server under test. It remembers the images it made, to delete them.
class Ecs {
  #made = new Set();

  constructor(config) {
    this.client = new models.default(new $OpenApiUtil.Config({
      endpoint, protocol: 'http', regionId, accessKeyId, accessKeySecret,
      securityToken: config.accessKeyId ? undefined : securityToken, ...config,
    }));
  }

  // Calls `action` (say, 'createImage') with the SDK's request model of that name.
  async call(action, fields = {}) {
    const Request = models[`${action[0].toUpperCase()}${action.slice(1)}Request`];
    const { statusCode, body } = await this.client[action](new Request({ regionId, ...fields }));
    assert.equal(statusCode, 200);
    return body;
  }

  async resolve(family) {
    return (await this.call('describeImageFromFamily', { imageFamily: family })).image;
  }

  async images(filters) {
    return (await this.call('describeImages', filters)).images.image;
  }

  async regions() {
    return (await this.call('describeRegions')).regions.region.map((region) => region.regionId);
  }

  async importImage() {
    const { imageId, taskId } = await this.call('importImage', {
      imageName: unique('image'),
      architecture: 'x86_64',
      OSType: 'linux',
      platform: 'Ubuntu',
      diskDeviceMapping: [new models.ImportImageRequestDiskDeviceMapping({
        OSSBucket: bucket, OSSObject: object, format: 'RAW', diskImageSize: 5,
      })],
    });
    assert.match(taskId, /^t-/);
    return this.available(imageId);
  }

  async createImage(fields) {
    const defaults = { imageName: unique('image'), description: 'made by a test' };
    return this.available((await this.call('createImage', { ...defaults, ...fields })).imageId);
  }

  // A snapshot to create images from: the one behind an imported image.
  async snapshot() {
    const [image] = await this.images({ imageId: await this.importImage() });
    return image.diskDeviceMappings.diskDeviceMapping[0].snapshotId;
  }

  async available(imageId) {
    this.#made.add(imageId);
    let image;
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
      [image] = await this.images({ imageId, status: anyStatus });
      if (image.status === 'Available') return imageId;
    }
    assert.fail(`${imageId} is still ${image.status} after 30 s`);
  }

  async deleteImage(imageId) {
    await this.call('deleteImage', { imageId, force: true });
    this.#made.delete(imageId);
  }

  async cleanUp() {
    for (const imageId of this.#made) await this.deleteImage(imageId);
  }
}

function assertFields(actual, expected) {
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key]])), expected);
}

function refused(status, code, message = '') {
  return (error) => {
    assert.ok(error instanceof ClientError, error);
    assert.deepEqual([error.statusCode, error.code], [status, code]);
    assert.ok(error.message.includes(message), error.message);
    return true;
  };
}

// A missing endpoint must not send the tests to the vendor's own cloud, which is this SDK's default.
function env(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}

function unique(name) {
  return `${name}-${randomUUID()}`;
}
