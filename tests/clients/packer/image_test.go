package packer

import (
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"
	builder "github.com/hashicorp/packer-plugin-alicloud/builder/ecs"
)

const (
	waitMax      = 30 * time.Second
	waitInterval = 50 * time.Millisecond
)

// The steps that follow the machine's end cannot run without it. Their calls are made here in their order, by the
// client of the builder, beginning with the snapshot that `image_ignore_data_disks` makes of the machine's system disk.
func TestCallsAfterTheMachine(t *testing.T) {
	client := client(t)

	create := ecs.CreateCreateImageRequest()
	create.ClientToken = unique("token")
	create.RegionId = region
	create.ImageName = unique("image")
	create.SnapshotId = snapshot(t)
	create.ImageFamily = unique("family")
	created, err := client.CreateImage(create)
	ok(t, err)
	_, err = client.WaitForImageStatus(region, created.ImageId, builder.ImageStatusAvailable, waitMax)
	ok(t, err)
	image := available(t, created.ImageId)
	expect(t, "ImageFamily", image.ImageFamily, create.ImageFamily)
	expect(t, "disks", len(image.DiskDeviceMappings.DiskDeviceMapping), 1)

	tags := []ecs.AddTagsTag{{Key: "built-by", Value: "packer"}}
	for resource, id := range map[string]string{
		builder.TagResourceImage:    image.ImageId,
		builder.TagResourceSnapshot: image.DiskDeviceMappings.DiskDeviceMapping[0].SnapshotId,
	} {
		tag := ecs.CreateAddTagsRequest()
		tag.RegionId, tag.ResourceType, tag.ResourceId, tag.Tag = region, resource, id, &tags
		_, err = client.AddTags(tag)
		ok(t, err)
	}
	expect(t, "tags", len(available(t, image.ImageId).Tags.Tag), 1)

	// `image_encrypted = false` copies within the region.
	copyImage := ecs.CreateCopyImageRequest()
	copyImage.RegionId, copyImage.DestinationRegionId, copyImage.ImageId = region, region, image.ImageId
	copyImage.DestinationImageName = unique("image")
	copyImage.Encrypted = requests.NewBoolean(false)
	copied, err := client.CopyImage(copyImage)
	ok(t, err)
	expect(t, "IsCopied", available(t, copied.ImageId).IsCopied, true)

	// This step is run with no accounts to share with, too.
	for _, accounts := range [][]string{{}, {otherAccount}} {
		share := ecs.CreateModifyImageSharePermissionRequest()
		share.RegionId, share.ImageId = region, image.ImageId
		share.AddAccount, share.RemoveAccount = &accounts, &[]string{}
		_, err = client.ModifyImageSharePermission(share)
		ok(t, err)
	}

	// What `packer build` does with the artifact of a build that failed later: the shares, the image and its snapshots go.
	for _, imageID := range []string{image.ImageId, copied.ImageId} {
		artifact := builder.Artifact{AlicloudImages: map[string]string{region: imageID}, Client: client}
		ok(t, artifact.Destroy())
		expect(t, "images left", len(images(t, imageID)), 0)
	}
}

// available waits until the image can be used. (The builder's own wait looks every 5 s.)
func available(t *testing.T, imageID string) ecs.Image {
	t.Helper()
	for deadline := time.Now().Add(waitMax); ; time.Sleep(waitInterval) {
		found := images(t, imageID)
		expect(t, "images of "+imageID, len(found), 1)
		if found[0].Status == builder.ImageStatusAvailable {
			return found[0]
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s is %s after %s", imageID, found[0].Status, waitMax)
		}
	}
}

func images(t *testing.T, imageID string) []ecs.Image {
	t.Helper()
	request := ecs.CreateDescribeImagesRequest()
	request.RegionId, request.ImageId, request.Status = region, imageID, builder.ImageStatusQueried
	response, err := client(t).DescribeImages(request)
	ok(t, err)
	return response.Images.Image
}

func nameOf(t *testing.T, imageID string) string {
	t.Helper()
	return available(t, imageID).ImageName
}

// imageOf imports an image into the family, none if it is empty. It is deleted at the end of the test.
func imageOf(t *testing.T, family string) string {
	t.Helper()
	request := ecs.CreateImportImageRequest()
	request.RegionId = region
	request.ImageName = unique("image")
	request.OSType, request.Platform, request.Architecture = "linux", "Ubuntu", "x86_64"
	request.DiskDeviceMapping = &[]ecs.ImportImageDiskDeviceMapping{
		{OSSBucket: bucket, OSSObject: object, Format: "RAW", DiskImageSize: "5"},
	}
	response, err := client(t).ImportImage(request)
	ok(t, err)
	t.Cleanup(func() { deleteImage(t, response.ImageId) })
	available(t, response.ImageId)
	if family != "" {
		modify := ecs.CreateModifyImageAttributeRequest()
		modify.RegionId, modify.ImageId, modify.ImageFamily = region, response.ImageId, family
		_, err = client(t).ModifyImageAttribute(modify)
		ok(t, err)
	}
	return response.ImageId
}

// snapshot is a new one of the system disk, made as the builder does: of no region, since the disk tells.
func snapshot(t *testing.T) string {
	t.Helper()
	request := ecs.CreateCreateSnapshotRequest()
	request.DiskId = disk
	response, err := client(t).CreateSnapshot(request)
	ok(t, err)
	_, err = client(t).WaitForSnapshotStatus(region, response.SnapshotId, builder.SnapshotStatusAccomplished, waitMax)
	ok(t, err)
	return response.SnapshotId
}

func deprecate(t *testing.T, imageID string) {
	t.Helper()
	request := ecs.CreateModifyImageAttributeRequest()
	request.RegionId, request.ImageId, request.Status = region, imageID, "Deprecated"
	_, err := client(t).ModifyImageAttribute(request)
	ok(t, err)
}

func deleteImage(t *testing.T, imageID string) {
	t.Helper()
	request := ecs.CreateDeleteImageRequest()
	request.RegionId, request.ImageId = region, imageID
	_, err := client(t).DeleteImage(request)
	ok(t, err)
}
