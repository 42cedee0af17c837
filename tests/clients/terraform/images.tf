# Every resource of images. Those at the top need nothing but the fixtures, those at the bottom the images above.

locals {
  description = "Revision ${var.revision}"
  tags        = { revision = var.revision, "made by" = "Terraform ${var.revision}" }
}

resource "alicloud_ecs_snapshot" "system_disk" {
  disk_id        = var.disk
  snapshot_name  = "${var.name}-snapshot-${var.revision}"
  description    = local.description
  retention_days = 30 * var.revision
  tags           = local.tags
}

resource "alicloud_image" "from_snapshot" {
  snapshot_id       = alicloud_ecs_snapshot.system_disk.id
  image_name        = "${var.name}-snapshot-${var.revision}"
  image_family      = "${var.name}-family-${var.revision}"
  image_version     = "1.0.0"
  description       = local.description
  platform          = "Ubuntu"
  resource_group_id = "rg-revision${var.revision}"
  tags              = local.tags
}

resource "alicloud_image" "from_disks" {
  image_name   = "${var.name}-disks-${var.revision}"
  architecture = "arm64"
  tags         = local.tags # and no description

  disk_device_mapping {
    disk_type   = "system"
    snapshot_id = alicloud_ecs_snapshot.system_disk.id
    size        = 60
  }
}

resource "alicloud_image" "from_instance" {
  instance_id          = var.instance
  image_name           = "${var.name}-instance-${var.revision}"
  description          = local.description
  force                = true
  delete_auto_snapshot = true
}

resource "alicloud_oss_bucket_object" "disk_image" {
  bucket       = var.bucket
  key          = "${var.name}/disk.raw"
  source       = var.disk_image
  content_type = "application/octet-stream"
}

resource "alicloud_image_import" "disk_image" {
  image_name   = "${var.name}-import-${var.revision}"
  description  = local.description
  os_type      = "linux"
  platform     = "Ubuntu"
  architecture = "x86_64"
  boot_mode    = "UEFI"

  disk_device_mapping {
    format          = "RAW"
    oss_bucket      = alicloud_oss_bucket_object.disk_image.bucket
    oss_object      = alicloud_oss_bucket_object.disk_image.key
    disk_image_size = 6
  }
}

resource "alicloud_image_copy" "from_snapshot" {
  source_image_id      = alicloud_image.from_snapshot.id
  source_region_id     = var.region # the provider sends a copy from another region to the vendor's own endpoint
  image_name           = "${var.name}-copy-${var.revision}"
  description          = local.description
  delete_auto_snapshot = true
  tags                 = local.tags
}

resource "alicloud_image_export" "from_instance" {
  image_id   = alicloud_image.from_instance.id
  oss_bucket = var.bucket
  oss_prefix = var.name
}

resource "alicloud_image_share_permission" "from_instance" {
  image_id   = alicloud_image.from_instance.id
  account_id = var.other_account
}
