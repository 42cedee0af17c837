// Package clients tests image families through the vendor's first Go SDK (alibaba-cloud-sdk-go), over POST and GET.
package clients

import (
	"crypto/rand"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"
)

var (
	endpoint        = env("IMAGEKIN_ENDPOINT")
	accessKeyID     = env("ALIBABA_CLOUD_ACCESS_KEY_ID")
	accessKeySecret = env("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
	securityToken   = os.Getenv("ALIBABA_CLOUD_SECURITY_TOKEN")
	region          = env("ALIBABA_CLOUD_REGION_ID")
	bucket          = env("IMAGEKIN_TEST_BUCKET")
	object          = env("IMAGEKIN_TEST_OBJECT")
)

const anyStatus = "Creating,Waiting,Available,UnAvailable,CreateFailed"

func TestResolve(t *testing.T) {
	overEachMethod(t, func(c client) {
		family := unique("family")
		imageID := c.importImage()
		c.modify(imageID, func(r *ecs.ModifyImageAttributeRequest) { r.ImageFamily = family })

		image := c.resolve(family)
		expect(c.T, "ImageId", image.ImageId, imageID)
		expect(c.T, "ImageFamily", image.ImageFamily, family)
		expect(c.T, "Status", image.Status, "Available")
		expect(c.T, "Progress", image.Progress, "100")
		expect(c.T, "ImageOwnerAlias", image.ImageOwnerAlias, "self")
		expect(c.T, "Size", image.Size, 5)

		expect(c.T, "disks", len(image.DiskDeviceMappings.DiskDeviceMapping), 1)
		disk := image.DiskDeviceMappings.DiskDeviceMapping[0]
		expect(c.T, "disk has a snapshot", strings.HasPrefix(disk.SnapshotId, "s-"), true)
		expect(c.T, "disk Format", strings.ToUpper(disk.Format), "RAW")
		expect(c.T, "disk Size", disk.Size, "5")
		expect(c.T, "disk Device", disk.Device, "/dev/xvda")
		expect(c.T, "disk Type", disk.Type, "system")
		expect(c.T, "disk ImportOSSBucket", disk.ImportOSSBucket, bucket)
		expect(c.T, "disk ImportOSSObject", disk.ImportOSSObject, object)
	})
}

func TestNoSuchFamily(t *testing.T) {
	overEachMethod(t, func(c client) {
		expect(c.T, "ImageId", c.resolve(unique("family")).ImageId, "")
	})
}

func TestWrongSecret(t *testing.T) {
	overEachMethod(t, func(c client) {
		_, err := c.as(region, accessKeyID, "wrong").regions()
		refusal := expectRefusal(c.T, err, 400, "SignatureDoesNotMatch")
		// The SDK says so when the server signed the same string with another secret.
		if !strings.HasPrefix(refusal.Recommend(), "InvalidAccessKeySecret") {
			c.Errorf("Recommend is %q", refusal.Recommend())
		}
	})
}

func TestUnknownAccessKey(t *testing.T) {
	overEachMethod(t, func(c client) {
		_, err := c.as(region, "LTAI0000000000000000", accessKeySecret).regions()
		expectRefusal(c.T, err, 404, "InvalidAccessKeyId.NotFound")
	})
}

func TestUnknownRegion(t *testing.T) {
	overEachMethod(t, func(c client) {
		_, err := c.as("cn-nowhere", accessKeyID, accessKeySecret).tryResolve(unique("family"))
		refusal := expectRefusal(c.T, err, 404, "InvalidRegionId.NotFound")
		expect(c.T, "Message", refusal.Message(), "The RegionId provided does not exist.")
	})
}

func TestDeprecateRestoreDelete(t *testing.T) {
	overEachMethod(t, func(c client) {
		family := unique("family")
		ofFamily := func(r *ecs.CreateImageRequest) { r.ImageFamily = family }
		snapshotID := c.snapshot()
		older := c.createImage(snapshotID, ofFamily)
		newer := c.createImage(snapshotID, ofFamily)
		expect(c.T, "head", c.resolve(family).ImageId, newer)

		c.modify(newer, func(r *ecs.ModifyImageAttributeRequest) { r.Status = "Deprecated" })
		expect(c.T, "head after deprecation", c.resolve(family).ImageId, older)

		c.modify(newer, func(r *ecs.ModifyImageAttributeRequest) { r.Status = "Available" })
		expect(c.T, "head after restoration", c.resolve(family).ImageId, newer)

		ok(c.T, c.deleteImage(newer))
		expect(c.T, "head after deletion", c.resolve(family).ImageId, older)
		expectRefusal(c.T, c.deleteImage(newer), 404, "InvalidImageId.NotFound")
	})
}

func TestChineseNames(t *testing.T) {
	overEachMethod(t, func(c client) {
		name, family, description := unique("镜像"), unique("镜像族系"), "每日构建，请勿删除。"
		imageID := c.createImage(c.snapshot(), func(r *ecs.CreateImageRequest) {
			r.ImageName, r.ImageFamily, r.Description = name, family, description
		})

		listed := c.onlyImage(func(r *ecs.DescribeImagesRequest) { r.ImageName = name })
		for _, image := range []ecs.Image{c.resolve(family), listed} {
			expect(c.T, "ImageId", image.ImageId, imageID)
			expect(c.T, "ImageName", image.ImageName, name)
			expect(c.T, "ImageFamily", image.ImageFamily, family)
			expect(c.T, "Description", image.Description, description)
		}
	})
}

func TestTags(t *testing.T) {
	overEachMethod(t, func(c client) {
		value := unique("值")
		imageID := c.createImage(c.snapshot(), func(r *ecs.CreateImageRequest) {
			r.Tag = &[]ecs.CreateImageTag{{Key: "k 1*~+/'()", Value: "v*~+/ '()"}, {Key: "键", Value: value}}
		})

		image := c.onlyImage(func(r *ecs.DescribeImagesRequest) {
			r.Tag = &[]ecs.DescribeImagesTag{{Key: "k 1*~+/'()", Value: "v*~+/ '()"}, {Key: "键", Value: value}}
		})
		expect(c.T, "ImageId", image.ImageId, imageID)
		tags := map[string]string{}
		for _, tag := range image.Tags.Tag {
			tags[tag.TagKey] = tag.TagValue
		}
		expect(c.T, "number of tags", len(image.Tags.Tag), 2)
		expect(c.T, "value of the first tag", tags["k 1*~+/'()"], "v*~+/ '()")
		expect(c.T, "value of the second tag", tags["键"], value)
	})
}

func TestPaging(t *testing.T) {
	overEachMethod(t, func(c client) {
		family := unique("family")
		snapshotID := c.snapshot()
		unseen := map[string]bool{}
		for len(unseen) < 5 {
			unseen[c.createImage(snapshotID, func(r *ecs.CreateImageRequest) { r.ImageFamily = family })] = true
		}

		for i, length := range []int{2, 2, 1, 0} {
			page := c.images(func(r *ecs.DescribeImagesRequest) {
				r.ImageFamily = family
				r.PageSize = requests.NewInteger(2)
				r.PageNumber = requests.NewInteger(i + 1)
			})
			expect(c.T, "TotalCount", page.TotalCount, 5)
			expect(c.T, "PageSize", page.PageSize, 2)
			expect(c.T, "PageNumber", page.PageNumber, i+1)
			expect(c.T, "length of the page", len(page.Images.Image), length)
			for _, image := range page.Images.Image {
				delete(unseen, image.ImageId)
			}
		}
		expect(c.T, "images on no page", len(unseen), 0)
	})
}

func TestRegions(t *testing.T) {
	overEachMethod(t, func(c client) {
		regions, err := c.regions()
		ok(c.T, err)
		if !slices.ContainsFunc(regions, func(r ecs.Region) bool { return r.RegionId == "cn-hangzhou" }) {
			c.Errorf("cn-hangzhou is not among %+v", regions)
		}
	})
}

func TestClientToken(t *testing.T) {
	overEachMethod(t, func(c client) {
		snapshotID, name, token := c.snapshot(), unique("image"), unique("token")
		attempt := func(r *ecs.CreateImageRequest) { r.ImageName, r.ClientToken = name, token }
		imageID := c.createImage(snapshotID, attempt)
		expect(c.T, "ImageId of the second call", c.createImage(snapshotID, attempt), imageID)

		name = unique("image")
		_, err := c.tryCreateImage(snapshotID, attempt)
		expectRefusal(c.T, err, 400, "IdempotenceParamNotMatch")
	})
}

func TestDryRun(t *testing.T) {
	overEachMethod(t, func(c client) {
		name := unique("image")
		_, err := c.tryCreateImage(c.snapshot(), func(r *ecs.CreateImageRequest) {
			r.ImageName = name
			r.QueryParams["DryRun"] = "true" // this SDK has no field for it
		})
		expectRefusal(c.T, err, 400, "DryRunOperation")
		made := c.images(func(r *ecs.DescribeImagesRequest) { r.ImageName, r.Status = name, anyStatus })
		expect(c.T, "images made", made.TotalCount, 0)
	})
}

// client is the SDK pointed at the server under test, for one test. The images it makes are deleted when that ends.
type client struct {
	*testing.T
	method string
	ecs    *ecs.Client
}

func overEachMethod(t *testing.T, test func(client)) {
	for _, method := range []string{requests.POST, requests.GET} {
		t.Run(method, func(t *testing.T) {
			test(client{T: t, method: method}.as(region, accessKeyID, accessKeySecret))
		})
	}
}

// credential is the key, with its token if there is one: that belongs to its own key.
func credential(id, secret string) auth.Credential {
	if securityToken != "" && id == accessKeyID {
		return credentials.NewStsTokenCredential(id, secret, securityToken)
	}
	return credentials.NewAccessKeyCredential(id, secret)
}

// as is the same client with other credentials, or in another region.
func (c client) as(region, accessKeyID, accessKeySecret string) client {
	c.Helper()
	config := sdk.NewConfig().WithScheme(requests.HTTP)
	sdkClient, err := ecs.NewClientWithOptions(region, config, credential(accessKeyID, accessKeySecret))
	ok(c.T, err)
	sdkClient.Domain = endpoint
	c.ecs = sdkClient
	return c
}

func (c client) resolve(family string) ecs.Image {
	c.Helper()
	image, err := c.tryResolve(family)
	ok(c.T, err)
	return image
}

func (c client) tryResolve(family string) (ecs.Image, error) {
	request := ecs.CreateDescribeImageFromFamilyRequest()
	request.Method = c.method
	request.ImageFamily = family
	response, err := c.ecs.DescribeImageFromFamily(request)
	return response.Image, err
}

func (c client) images(filter func(*ecs.DescribeImagesRequest)) *ecs.DescribeImagesResponse {
	c.Helper()
	request := ecs.CreateDescribeImagesRequest()
	request.Method = c.method
	filter(request)
	response, err := c.ecs.DescribeImages(request)
	ok(c.T, err)
	return response
}

func (c client) onlyImage(filter func(*ecs.DescribeImagesRequest)) ecs.Image {
	c.Helper()
	images := c.images(filter).Images.Image
	if len(images) != 1 {
		c.Fatalf("found %d images, not one", len(images))
	}
	return images[0]
}

func (c client) regions() ([]ecs.Region, error) {
	request := ecs.CreateDescribeRegionsRequest()
	request.Method = c.method
	response, err := c.ecs.DescribeRegions(request)
	return response.Regions.Region, err
}

func (c client) importImage() string {
	c.Helper()
	request := ecs.CreateImportImageRequest()
	request.Method = c.method
	request.ImageName = unique("image")
	request.Architecture = "x86_64"
	request.OSType = "linux"
	request.Platform = "Ubuntu"
	request.DiskDeviceMapping = &[]ecs.ImportImageDiskDeviceMapping{
		{OSSBucket: bucket, OSSObject: object, Format: "RAW", DiskImageSize: "5"},
	}
	response, err := c.ecs.ImportImage(request)
	ok(c.T, err)
	expect(c.T, "import has a task", strings.HasPrefix(response.TaskId, "t-"), true)
	return c.available(response.ImageId)
}

// snapshot is one to create images from: the one behind an imported image.
func (c client) snapshot() string {
	c.Helper()
	imageID := c.importImage()
	image := c.onlyImage(func(r *ecs.DescribeImagesRequest) { r.ImageId = imageID })
	expect(c.T, "disks", len(image.DiskDeviceMappings.DiskDeviceMapping), 1)
	return image.DiskDeviceMappings.DiskDeviceMapping[0].SnapshotId
}

func (c client) createImage(snapshotID string, set func(*ecs.CreateImageRequest)) string {
	c.Helper()
	imageID, err := c.tryCreateImage(snapshotID, set)
	ok(c.T, err)
	return c.available(imageID)
}

func (c client) tryCreateImage(snapshotID string, set func(*ecs.CreateImageRequest)) (string, error) {
	request := ecs.CreateCreateImageRequest()
	request.Method = c.method
	request.SnapshotId = snapshotID
	request.ImageName = unique("image")
	request.Description = "made by a test"
	set(request)
	response, err := c.ecs.CreateImage(request)
	return response.ImageId, err
}

// available waits until the new image can be used, and has it deleted at the end of the test.
func (c client) available(imageID string) string {
	c.Helper()
	c.Cleanup(func() {
		var refusal *sdkerrors.ServerError
		err := c.deleteImage(imageID)
		if errors.As(err, &refusal) && refusal.ErrorCode() == "InvalidImageId.NotFound" {
			return // the test deleted it
		}
		ok(c.T, err)
	})

	var image ecs.Image
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		image = c.onlyImage(func(r *ecs.DescribeImagesRequest) { r.ImageId, r.Status = imageID, anyStatus })
		if image.Status == "Available" {
			return imageID
		}
	}
	c.Fatalf("%s is still %s after 30 s", imageID, image.Status)
	return ""
}

func (c client) modify(imageID string, set func(*ecs.ModifyImageAttributeRequest)) {
	c.Helper()
	request := ecs.CreateModifyImageAttributeRequest()
	request.Method = c.method
	request.ImageId = imageID
	set(request)
	_, err := c.ecs.ModifyImageAttribute(request)
	ok(c.T, err)
}

func (c client) deleteImage(imageID string) error {
	request := ecs.CreateDeleteImageRequest()
	request.Method = c.method
	request.ImageId = imageID
	request.Force = requests.NewBoolean(true)
	_, err := c.ecs.DeleteImage(request)
	return err
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func expect[V comparable](t *testing.T, what string, got, want V) {
	t.Helper()
	if got != want {
		t.Fatalf("%s is %v, expected %v", what, got, want)
	}
}

func expectRefusal(t *testing.T, err error, status int, code string) *sdkerrors.ServerError {
	t.Helper()
	var refusal *sdkerrors.ServerError
	if !errors.As(err, &refusal) {
		t.Fatalf("expected %s, got %v", code, err)
	}
	expect(t, "code", refusal.ErrorCode(), code)
	expect(t, "HTTP status", refusal.HttpStatus(), status)
	return refusal
}

// env panics without a value: with no endpoint, this SDK would call the vendor's own cloud.
func env(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set")
	}
	return value
}

func unique(name string) string {
	return name + "-" + rand.Text()
}
