# In place of ../provider.tf: a RAM user who assumes a role. The provider asks STS by HTTPS, whatever `protocol` says, so the
# server needs a certificate that this machine trusts.
terraform {
  required_version = ">= 1.5"
  required_providers {
    alicloud = { source = "aliyun/alicloud" }
  }
}

# The key of ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET is the user's.
provider "alicloud" {
  region                 = var.region
  protocol               = "HTTPS"
  account_type           = "Domestic"
  skip_region_validation = true

  assume_role {
    role_arn     = var.role
    session_name = "terraform"
  }

  endpoints {
    ecs      = var.endpoint
    sts      = var.endpoint
    ram      = var.endpoint
    location = var.endpoint
    oss      = var.endpoint
  }
}

variable "role" {
  description = "The role, acs:ram::<account>:role/<name>."
  type        = string
}
