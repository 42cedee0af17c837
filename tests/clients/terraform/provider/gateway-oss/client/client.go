// Package client stands in for a module that the registries no longer serve: what the provider's resources of OSS
// buckets are signed with. No resource of images comes here; alicloud_image_export deletes its object through
// github.com/aliyun/aliyun-oss-go-sdk.
package client

import (
	"errors"

	spi "github.com/alibabacloud-go/alibabacloud-gateway-spi/client"
)

// Client refuses every request.
type Client struct {
	spi.Client
}

// NewClient returns a client that refuses every request.
func NewClient() (*Client, error) {
	return &Client{}, nil
}

// ModifyConfiguration is the first that the SDK calls for a request.
func (*Client) ModifyConfiguration(*spi.InterceptorContext, *spi.AttributeMap) error {
	return errors.New("this build of the provider has no OSS gateway: its resources of OSS buckets do not work")
}
