// Image families through the vendor's plain RPC client for Node (@alicloud/pop-core), over GET and POST.

const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { afterEach, beforeEach, describe, test } = require('node:test');
const { setTimeout: sleep } = require('node:timers/promises');
const { RPCClient } = require('@alicloud/pop-core');

const endpoint = env('IMAGEKIN_ENDPOINT');
const accessKeyId = env('ALIBABA_CLOUD_ACCESS_KEY_ID');
const accessKeySecret = env('ALIBABA_CLOUD_ACCESS_KEY_SECRET');
// Of a temporary key; it belongs to that key alone.
const securityToken = process.env.ALIBABA_CLOUD_SECURITY_TOKEN;
const regionId = env('ALIBABA_CLOUD_REGION_ID');
const bucket = env('IMAGEKIN_TEST_BUCKET');
const object = env('IMAGEKIN_TEST_OBJECT');

const anyStatus = 'Creating,Waiting,Available,UnAvailable,CreateFailed';

for (const method of ['GET', 'POST']) {
  describe(`over ${method}`, () => {
    let ecs;
    beforeEach(() => { ecs = new Ecs(method); });
    afterEach(() => ecs.cleanUp());

    test('resolve', async () => {
      const family = unique('family');
      const imageId = await ecs.importImage();
      await ecs.call('ModifyImageAttribute', { ImageId: imageId, ImageFamily: family });

      const image = await ecs.resolve(family);
      assertFields(image, {
        ImageId: imageId,
        ImageFamily: family,
        Status: 'Available',
        Progress: '100',
        ImageOwnerAlias: 'self',
        Size: 5,
      });
      const [disk] = image.DiskDeviceMappings.DiskDeviceMapping;
      assertFields(disk, {
        Size: '5',
        Device: '/dev/xvda',
        Type: 'system',
        ImportOSSBucket: bucket,
        ImportOSSObject: object,
      });
      assert.match(disk.Format, /^raw$/i);
      assert.match(disk.SnapshotId, /^s-/);
    });

    test('no such family', async () => {
      assert.equal((await ecs.resolve(unique('family')))?.ImageId, undefined);
    });

    test('wrong secret', async () => {
      const stranger = new Ecs(method, { accessKeySecret: 'wrong' });
      await assert.rejects(stranger.regions(), refused(400, 'SignatureDoesNotMatch'));
    });

    test('unknown access key', async () => {
      const stranger = new Ecs(method, { accessKeyId: 'LTAI0000000000000000' });
      await assert.rejects(stranger.regions(), refused(404, 'InvalidAccessKeyId.NotFound'));
    });

    test('unknown region', async () => {
      await assert.rejects(
        ecs.call('DescribeImageFromFamily', { RegionId: 'cn-nowhere', ImageFamily: unique('family') }),
        refused(404, 'InvalidRegionId.NotFound', 'The RegionId provided does not exist.'),
      );
    });

    test('deprecate, restore, delete', async () => {
      const family = unique('family');
      const snapshotId = await ecs.snapshot();
      const older = await ecs.createImage({ SnapshotId: snapshotId, ImageFamily: family });
      const newer = await ecs.createImage({ SnapshotId: snapshotId, ImageFamily: family });
      assert.equal((await ecs.resolve(family)).ImageId, newer);

      await ecs.call('ModifyImageAttribute', { ImageId: newer, Status: 'Deprecated' });
      assert.equal((await ecs.resolve(family)).ImageId, older);

      await ecs.call('ModifyImageAttribute', { ImageId: newer, Status: 'Available' });
      assert.equal((await ecs.resolve(family)).ImageId, newer);

      await ecs.deleteImage(newer);
      assert.equal((await ecs.resolve(family)).ImageId, older);
      await assert.rejects(ecs.deleteImage(newer), refused(404, 'InvalidImageId.NotFound'));
    });

    test('Chinese names', async () => {
      const names = {
        ImageName: unique('镜像'),
        ImageFamily: unique('镜像族系'),
        Description: '每日构建，请勿删除。',
      };
      const imageId = await ecs.createImage({ SnapshotId: await ecs.snapshot(), ...names });

      const [listed] = await ecs.images({ ImageName: names.ImageName });
      for (const image of [await ecs.resolve(names.ImageFamily), listed]) {
        assertFields(image, { ImageId: imageId, ...names });
      }
    });

    test('tags', async () => {
      const tags = [
        { Key: "k 1*~+/'()", Value: "v*~+/ '()" },
        { Key: '键', Value: unique('值') },
      ];
      const imageId = await ecs.createImage({ SnapshotId: await ecs.snapshot(), Tag: tags });

      const images = await ecs.images({ Tag: tags });
      assert.deepEqual(images.map((image) => image.ImageId), [imageId]);
      assert.deepEqual(
        new Set(images[0].Tags.Tag.map(({ TagKey, TagValue }) => `${TagKey}=${TagValue}`)),
        new Set(tags.map(({ Key, Value }) => `${Key}=${Value}`)),
      );
    });

    test('paging', async () => {
      const family = unique('family');
      const snapshotId = await ecs.snapshot();
      const made = new Set();
      while (made.size < 5) made.add(await ecs.createImage({ SnapshotId: snapshotId, ImageFamily: family }));

      const seen = [];
      for (const [pageNumber, length] of [[1, 2], [2, 2], [3, 1], [4, 0]]) {
        const page = await ecs.call('DescribeImages', { ImageFamily: family, PageSize: 2, PageNumber: pageNumber });
        assertFields(page, { TotalCount: 5, PageSize: 2, PageNumber: pageNumber });
        assert.equal(page.Images.Image.length, length);
        seen.push(...page.Images.Image.map((image) => image.ImageId));
      }
      assert.equal(seen.length, 5);
      assert.deepEqual(new Set(seen), made);
    });

    test('regions', async () => {
      assert.ok((await ecs.regions()).includes('cn-hangzhou'));
    });

    test('client token', async () => {
      const request = { SnapshotId: await ecs.snapshot(), ImageName: unique('image'), ClientToken: randomUUID() };
      const imageId = await ecs.createImage(request);
      assert.equal(await ecs.createImage(request), imageId);

      await assert.rejects(
        ecs.createImage({ ...request, ImageName: unique('image') }),
        refused(400, 'IdempotenceParamNotMatch'),
      );
    });

    test('dry run', async () => {
      const name = unique('image');
      const request = { SnapshotId: await ecs.snapshot(), ImageName: name, DryRun: true };
      await assert.rejects(ecs.createImage(request), refused(400, 'DryRunOperation'));
      assert.deepEqual(await ecs.images({ ImageName: name, Status: anyStatus }), []);
    });
  });
}

// The client pointed at the server under test. It remembers the images it made, to delete them.
class Ecs {
  #made = new Set();

  constructor(method, key = {}) {
    this.method = method;
    this.client = new RPCClient({
      endpoint: `http://${endpoint}`, apiVersion: '2014-05-26', accessKeyId, accessKeySecret,
      securityToken: key.accessKeyId ? undefined : securityToken, ...key,
    }, true);
  }

  async call(action, params = {}) {
    const [body, { response }] = await this.client.request(
      action, { RegionId: regionId, ...params }, { method: this.method },
    );
    assert.equal(response.statusCode, 200);
    return body;
  }

  async resolve(family) {
    return (await this.call('DescribeImageFromFamily', { ImageFamily: family })).Image;
  }

  async images(filters) {
    return (await this.call('DescribeImages', filters)).Images.Image;
  }

  async regions() {
    return (await this.call('DescribeRegions')).Regions.Region.map((region) => region.RegionId);
  }

  async importImage() {
    const { ImageId, TaskId } = await this.call('ImportImage', {
      ImageName: unique('image'),
      Architecture: 'x86_64',
      OSType: 'linux',
      Platform: 'Ubuntu',
      DiskDeviceMapping: [{ OSSBucket: bucket, OSSObject: object, Format: 'RAW', DiskImageSize: 5 }],
    });
    assert.match(TaskId, /^t-/);
    return this.available(ImageId);
  }

  async createImage(params) {
    const defaults = { ImageName: unique('image'), Description: 'made by a test' };
    return this.available((await this.call('CreateImage', { ...defaults, ...params })).ImageId);
  }

  // A snapshot to create images from: the one behind an imported image.
  async snapshot() {
    const [image] = await this.images({ ImageId: await this.importImage() });
    return image.DiskDeviceMappings.DiskDeviceMapping[0].SnapshotId;
  }

  async available(imageId) {
    this.#made.add(imageId);
    let image;
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
      [image] = await this.images({ ImageId: imageId, Status: anyStatus });
      if (image.Status === 'Available') return imageId;
    }
    assert.fail(`${imageId} is still ${image.Status} after 30 s`);
  }

  async deleteImage(imageId) {
    await this.call('DeleteImage', { ImageId: imageId, Force: true });
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
    assert.deepEqual([error.entry?.response.statusCode, error.code], [status, code], error);
    assert.ok(error.data.Message.includes(message), error.data.Message);
    return true;
  };
}

function env(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}

function unique(name) {
  return `${name}-${randomUUID()}`;
}
