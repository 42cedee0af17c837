package packer

import (
	"crypto/rand"
	"io"
	"log"
	"os"
	"strings"
	"testing"

	builder "github.com/hashicorp/packer-plugin-alicloud/builder/ecs"
)

var (
	endpoint        = env("IMAGEKIN_ENDPOINT")
	accessKeyID     = env("ALIBABA_CLOUD_ACCESS_KEY_ID")
	accessKeySecret = env("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
	securityToken   = os.Getenv("ALIBABA_CLOUD_SECURITY_TOKEN")
	region          = env("ALIBABA_CLOUD_REGION_ID")
	bucket          = env("IMAGEKIN_TEST_BUCKET")
	object          = env("IMAGEKIN_TEST_OBJECT")
	disk            = env("IMAGEKIN_TEST_DISK")
	otherAccount    = env("IMAGEKIN_TEST_OTHER_ACCOUNT")
)

func env(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set")
	}
	return value
}

func TestMain(m *testing.M) {
	log.SetOutput(io.Discard) // where the builder repeats all that it says
	m.Run()
}

func access() *builder.AlicloudAccessConfig {
	return &builder.AlicloudAccessConfig{
		AlicloudAccessKey: accessKeyID,
		AlicloudSecretKey: accessKeySecret,
		SecurityToken:     securityToken,
		AlicloudRegion:    region,
		CustomEndpointEcs: endpoint,
	}
}

func client(t *testing.T) *builder.ClientWrapper {
	t.Helper()
	client, err := access().Client()
	ok(t, err)
	return client
}

func unique(prefix string) string {
	return prefix + "-" + strings.ToLower(rand.Text()[:12])
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// failure is the text of an error that has to be there.
func failure(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		t.Fatal("it succeeded")
	}
	return err.Error()
}

func expect[T comparable](t *testing.T, what string, is, want T) {
	t.Helper()
	if is != want {
		t.Fatalf("%s is %v, not %v", what, is, want)
	}
}

func expectStart(t *testing.T, err error, start string) {
	t.Helper()
	if said := failure(t, err); !strings.HasPrefix(said, start) {
		t.Errorf("the failure is `%s`, not `%s…`", said, start)
	}
}

func expectEnd(t *testing.T, err error, end string) {
	t.Helper()
	if said := strings.TrimSpace(failure(t, err)); !strings.HasSuffix(said, end) {
		t.Errorf("the failure is `%s`, not `…%s`", said, end)
	}
}
