# The provider's own block: one port of the server answers for every product it asks.
terraform {
  required_version = ">= 1.5"
  required_providers {
    alicloud = { source = "aliyun/alicloud" }
  }
}

# The key is that of ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.
provider "alicloud" {
  region                 = var.region
  protocol               = "HTTP"
  account_type           = "Domestic" # or the provider asks the billing service for it
  skip_region_validation = true       # regions of one's own have names that the provider does not know

  endpoints {
    ecs      = var.endpoint
    sts      = var.endpoint
    ram      = var.endpoint
    location = var.endpoint
    oss      = var.endpoint
  }
}
