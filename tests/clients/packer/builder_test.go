// Package packer tests what the Packer builder alicloud-ecs does before it needs a machine, through the plugin itself.
package packer

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	builder "github.com/hashicorp/packer-plugin-alicloud/builder/ecs"
	packersdk "github.com/hashicorp/packer-plugin-sdk/packer"
)

// A build that finds its image goes on to ask for a machine, which an image service does not have.
const noMachine = "Failed creating security group: SDK.ServerError\nErrorCode: InvalidAction.NotSupported\n"

func TestRegion(t *testing.T) {
	access := access()
	ok(t, access.ValidateRegion(region))
	expect(t, "refusal", failure(t, access.ValidateRegion("cn-nowhere")), "Not a valid alicloud region: cn-nowhere")
}

func TestRegionsToCopyTo(t *testing.T) {
	family := unique("family")
	imageOf(t, family)
	said, err := build(t, settings{"image_family": family, "image_copy_regions": []string{"cn-shanghai"}})
	expectStart(t, err, noMachine)
	expectSaid(t, said, "Prevalidating source region and copied regions...")

	said, err = build(t, settings{"image_family": family, "image_copy_regions": []string{"cn-shanghai", "cn-nowhere"}})
	expectEnd(t, err, "* Not a valid alicloud region: cn-nowhere")
	expectNotSaid(t, said, "Prevalidating image name...")
}

func TestSourceOfFamily(t *testing.T) {
	family := unique("family")
	older, newer := imageOf(t, family), imageOf(t, family)
	said, err := build(t, settings{"image_family": family})
	expectStart(t, err, noMachine)
	expectSaid(t, said, "Found lastest image: "+newer+" by image family: "+family)

	deprecate(t, newer)
	said, err = build(t, settings{"image_family": family})
	expectStart(t, err, noMachine)
	expectSaid(t, said, "Found lastest image: "+older+" by image family: "+family)
}

func TestSourceOfUnknownFamily(t *testing.T) {
	family := unique("family")
	said, err := build(t, settings{"image_family": family})
	expect(t, "refusal", failure(t, err), "No alicloud image was found matching image family: "+family)
	expectSaid(t, said, "Prevalidating image name...")
}

func TestSourceImage(t *testing.T) {
	imageID := imageOf(t, "")
	for _, skipValidation := range []bool{false, true} {
		said, err := build(t, settings{"source_image": imageID, "skip_image_validation": skipValidation})
		expectStart(t, err, noMachine)
		expectSaid(t, said, "Found image ID: "+imageID)
	}
}

func TestUnknownSourceImage(t *testing.T) {
	_, err := build(t, settings{"source_image": "m-nosuchimage"})
	expect(t, "refusal", failure(t, err), "No alicloud image was found matching filters: m-nosuchimage")
}

func TestImageName(t *testing.T) {
	family := unique("family")
	imageID := imageOf(t, family)
	taken := nameOf(t, imageID)
	_, err := build(t, settings{"image_family": family, "image_name": taken})
	inUse := "Error: Image Name: '" + taken + "' is used by an existing alicloud image: " + imageID
	expect(t, "refusal", failure(t, err), inUse)

	// A part of the name of an image is free.
	_, err = build(t, settings{"image_family": family, "image_name": strings.TrimSuffix(taken, taken[len(taken)-3:])})
	expectStart(t, err, noMachine)

	said, err := build(t, settings{"image_family": family, "image_name": taken, "image_force_delete": true})
	expectStart(t, err, noMachine)
	expectSaid(t, said, "Force delete flag found, skipping prevalidating image name.")
}

func TestWrongSecret(t *testing.T) {
	_, err := build(t, settings{"image_family": unique("family"), "secret_key": "wrong"})
	if said := failure(t, err); !strings.Contains(said, "ErrorCode: SignatureDoesNotMatch\n") {
		t.Error(said)
	}
}

// settings are those of a `source "alicloud-ecs"` block.
type settings map[string]any

// build runs the builder with the settings beside the ones every source block has, and gives what it said and how it failed.
func build(t *testing.T, more settings) ([]string, error) {
	t.Helper()
	source := settings{
		"access_key":          accessKeyID,
		"secret_key":          accessKeySecret,
		"security_token":      securityToken,
		"region":              region,
		"custom_endpoint_ecs": endpoint,
		"image_name":          unique("image"),
		"instance_type":       "ecs.g7.large",
		"ssh_username":        "root",
		"ssh_password":        "unused",
	}
	for name, value := range more {
		source[name] = value
	}
	var builder builder.Builder
	_, _, err := builder.Prepare(map[string]any(source))
	ok(t, err)
	var said bytes.Buffer
	ui := &packersdk.BasicUi{Reader: strings.NewReader(""), Writer: &said, ErrorWriter: &said}
	artifact, err := builder.Run(context.Background(), ui, &packersdk.MockHook{})
	if artifact != nil {
		t.Errorf("an artifact without a machine: %v", artifact)
	}
	return strings.Split(said.String(), "\n"), err
}

func expectSaid(t *testing.T, said []string, line string) {
	t.Helper()
	if !slices.Contains(said, line) {
		t.Errorf("the builder did not say `%s`, but:\n%s", line, strings.Join(said, "\n"))
	}
}

func expectNotSaid(t *testing.T, said []string, line string) {
	t.Helper()
	if slices.Contains(said, line) {
		t.Errorf("the builder said `%s`", line)
	}
}
