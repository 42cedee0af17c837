// Package cli tests the calls of the aliyun command line about images, its waiter and its pager.
package cli

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
)

const anyStatus = "Creating,Waiting,Available,UnAvailable,CreateFailed"

func TestCreateDescribeDelete(t *testing.T) {
	overEachMethod(t, func(c cli) {
		family, name := unique("family"), unique("image")
		imageID := c.createImage("--ImageName", name, "--ImageFamily", family, "--Description", "每日构建")
		c.run("ecs", "DescribeImages", "--ImageName", name).
			expect("TotalCount", "1").
			expect("Images.Image[].ImageId", `["`+imageID+`"]`).
			expect("Images.Image[0].Description", "每日构建").
			expect("Images.Image[0].Progress", "100%").
			expect("Images.Image[0].ImageOwnerAlias", "self")
		c.run("ecs", "DescribeImageFromFamily", "--ImageFamily", family).expect("Image.ImageId", imageID)

		c.run("ecs", "ModifyImageAttribute", "--ImageId", imageID, "--Description", "Nightly build")
		c.describe(imageID).expect("Images.Image[0].Description", "Nightly build")

		c.run("ecs", "DeleteImage", "--ImageId", imageID, "--Force", "true")
		c.describe(imageID).expect("TotalCount", "0").expect("Images.Image", "[]")
		c.run("ecs", "DescribeImageFromFamily", "--ImageFamily", family).expect("Image.ImageId", "")
		c.refused("InvalidImageId.NotFound", "ecs", "DeleteImage", "--ImageId", imageID)
	})
}

func TestCopy(t *testing.T) {
	overEachMethod(t, func(c cli) {
		imageID, name := c.createImage(), unique("copy")
		copied := c.run("ecs", "CopyImage", "--ImageId", imageID, "--DestinationRegionId", "cn-shanghai",
			"--DestinationImageName", name, "--Tag.1.Key", "made-by", "--Tag.1.Value", "aliyun").text("ImageId")
		// Of a region's flag the CLI makes the RegionId of the request.
		there := []string{"--RegionId", "cn-shanghai", "--ImageId", copied}
		c.Cleanup(func() { c.run(append([]string{"ecs", "DeleteImage"}, there...)...) })
		c.waiter("Images.Image[0].Status", "Available",
			append([]string{"ecs", "DescribeImages", "--Status", anyStatus}, there...)...).
			expect("Images.Image[0].ImageName", name).
			expect("Images.Image[0].IsCopied", "true").
			expect("Images.Image[0].Tags.Tag[?TagKey=='made-by'].TagValue", `["aliyun"]`)
	})
}

func TestShare(t *testing.T) {
	overEachMethod(t, func(c cli) {
		imageID := c.createImage()
		c.run("ecs", "ModifyImageSharePermission", "--ImageId", imageID, "--AddAccount.1", otherAccount)
		c.run("ecs", "DescribeImageSharePermission", "--ImageId", imageID).
			expect("ImageId", imageID).
			expect("Accounts.Account[].AliyunId", `["`+otherAccount+`"]`)
		c.run("ecs", "ModifyImageSharePermission", "--ImageId", imageID, "--RemoveAccount.1", otherAccount)
		c.run("ecs", "DescribeImageSharePermission", "--ImageId", imageID).expect("Accounts.Account", "[]")
	})
}

func TestTag(t *testing.T) {
	overEachMethod(t, func(c cli) {
		imageID, value := c.createImage(), unique("value")
		resource := []string{"--ResourceType", "image", "--ResourceId.1", imageID}
		c.run(append([]string{"ecs", "TagResources", "--Tag.1.Key", "k", "--Tag.1.Value", value}, resource...)...)
		c.run(append([]string{"ecs", "ListTagResources"}, resource...)...).
			expect("TagResources.TagResource[].[TagKey,TagValue]", `[["k","`+value+`"]]`)
		c.run("ecs", "DescribeImages", "--Tag.1.Key", "k", "--Tag.1.Value", value).
			expect("Images.Image[].ImageId", `["`+imageID+`"]`)
		c.run(append([]string{"ecs", "UntagResources", "--TagKey.1", "k"}, resource...)...)
		c.run(append([]string{"ecs", "ListTagResources"}, resource...)...).expect("TagResources.TagResource", "[]")
	})
}

func TestExport(t *testing.T) {
	overEachMethod(t, func(c cli) {
		imageID := c.createImage()
		task := c.run("ecs", "ExportImage", "--ImageId", imageID, "--OSSBucket", bucket, "--OSSPrefix", "cli").text("TaskId")
		c.waiter("TaskStatus", "Finished", "ecs", "DescribeTaskAttribute", "--TaskId", task).
			expect("TaskId", task).
			expect("TaskAction", "ExportImage").
			expect("TaskProcess", "100%")
		c.run("ecs", "DescribeTasks", "--TaskIds", task).expect("TaskSet.Task[].TaskStatus", `["Finished"]`)
	})
}

func TestPagerByNumber(t *testing.T) {
	overEachMethod(t, func(c cli) {
		family := c.familyOf(5)
		all := c.pager(false, "ecs", "DescribeImages", "--ImageFamily", family, "--PageSize", "2")
		expectDistinct(c, all, "ImageId", 5)
		none := c.pager(false, "ecs", "DescribeImages", "--ImageFamily", unique("family"), "--PageSize", "2")
		expectDistinct(c, none, "ImageId", 0)
	})
}

func TestPagerByToken(t *testing.T) {
	overEachMethod(t, func(c cli) {
		// DescribeImages has no NextToken: the first page is all that `--pager` shows.
		first := c.pager(true, "ecs", "DescribeImages", "--ImageFamily", c.familyOf(3), "--PageSize", "2")
		expectDistinct(c, first, "ImageId", 2)

		tag, snapshots := unique("batch"), 5
		for _, snapshotID := range c.snapshots(snapshots) {
			c.run("ecs", "TagResources", "--ResourceType", "snapshot", "--ResourceId.1", snapshotID,
				"--Tag.1.Key", "batch", "--Tag.1.Value", tag)
		}
		all := c.pager(true, "ecs", "DescribeSnapshots", "--MaxResults", "2", "--Tag.1.Key", "batch", "--Tag.1.Value", tag)
		expectDistinct(c, all, "SnapshotId", snapshots)
	})
}

func TestIdentity(t *testing.T) {
	overEachMethod(t, func(c cli) {
		// What `aliyun configure` asks to greet its user.
		reply := c.run("sts", "GetCallerIdentity").expect("IdentityType", identityType())
		if account := reply.text("AccountId"); len(account) != 16 {
			c.Errorf("AccountId is `%s`", account)
		}
		// What it asks where no endpoint was given.
		c.run("location", "DescribeEndpoints", "--Id", region, "--ServiceCode", "ecs", "--Type", "openAPI").
			expect("Endpoints.Endpoint[0].Endpoint", endpoint)
	})
}

// identityType is whose the key is: the account's own in the fixtures, else that of a user, or a role's with its token.
func identityType() string {
	switch {
	case securityToken != "":
		return "AssumedRoleUser"
	case strings.HasPrefix(accessKeyID, "LTAI5t"):
		return "RAMUser"
	default:
		return "Account"
	}
}

// createImage makes an image and waits for it. It is deleted at the end of the test, unless the test did that.
func (c cli) createImage(more ...string) string {
	c.Helper()
	return c.createOf(c.snapshots(1)[0], more...)
}

func (c cli) createOf(snapshotID string, more ...string) string {
	c.Helper()
	words := append([]string{"ecs", "CreateImage", "--SnapshotId", snapshotID}, more...)
	imageID := c.run(words...).text("ImageId")
	c.available(imageID)
	return imageID
}

// familyOf is a new family with so many images.
func (c cli) familyOf(images int) string {
	c.Helper()
	family, snapshotID := unique("family"), c.snapshots(1)[0]
	for range images {
		c.createOf(snapshotID, "--ImageFamily", family)
	}
	return family
}

// snapshots are those of so many new imported images.
func (c cli) snapshots(count int) []string {
	c.Helper()
	snapshots := make([]string, count)
	for i := range snapshots {
		imageID := c.run("ecs", "ImportImage", "--ImageName", unique("image"), "--OSType", "linux", "--Platform", "Ubuntu",
			"--Architecture", "x86_64", "--DiskDeviceMapping.1.Format", "RAW", "--DiskDeviceMapping.1.OSSBucket", bucket,
			"--DiskDeviceMapping.1.OSSObject", object).text("ImageId")
		snapshots[i] = c.available(imageID).text("Images.Image[0].DiskDeviceMappings.DiskDeviceMapping[0].SnapshotId")
	}
	return snapshots
}

func (c cli) available(imageID string) reply {
	c.Helper()
	c.Cleanup(func() {
		if c.describe(imageID).number("TotalCount") == 1 {
			c.run("ecs", "DeleteImage", "--ImageId", imageID)
		}
	})
	return c.waiter("Images.Image[0].Status", "Available", "ecs", "DescribeImages", "--ImageId", imageID, "--Status", anyStatus)
}

func (c cli) describe(imageID string) reply {
	c.Helper()
	return c.run("ecs", "DescribeImages", "--ImageId", imageID, "--Status", anyStatus)
}

func (c cli) refused(code string, words ...string) {
	c.Helper()
	_, err := c.client.ProcessCommonRequest(c.command(words...))
	var refusal *sdkerrors.ServerError
	if !errors.As(err, &refusal) || refusal.ErrorCode() != code {
		c.Errorf("not refused as %s: %v", code, err)
	}
}

func expectDistinct(c cli, items []any, key string, count int) {
	c.Helper()
	seen := map[string]bool{}
	for _, item := range items {
		seen[fmt.Sprint(item.(map[string]any)[key])] = true
	}
	if len(items) != count || len(seen) != count {
		c.Errorf("%d items with %d values of %s, not %d", len(items), len(seen), key, count)
	}
}
