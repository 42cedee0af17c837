# What is there is found. A source that depends on a resource is read when that has been changed, and then it is checked.

data "alicloud_account" "current" {
  lifecycle {
    postcondition {
      condition     = length(self.id) == 16
      error_message = "The account is ${self.id}."
    }
  }
}

data "alicloud_images" "newest_of_family" {
  owners       = "self"
  image_family = alicloud_image.from_snapshot.image_family
  most_recent  = true
  depends_on   = [alicloud_image.from_snapshot]

  lifecycle {
    postcondition {
      condition     = self.ids == tolist([alicloud_image.from_snapshot.id])
      error_message = "The family is ${join(", ", self.ids)}."
    }
    postcondition {
      condition     = self.images[0].progress == "100%" && self.images[0].image_owner_alias == "self"
      error_message = "Its image is ${self.images[0].progress} done and of ${self.images[0].image_owner_alias}."
    }
  }
}

data "alicloud_images" "tagged" {
  owners     = "self"
  name_regex = "^${var.name}-"
  tags       = local.tags
  depends_on = [alicloud_image.from_snapshot, alicloud_image.from_disks, alicloud_image_copy.from_snapshot]

  lifecycle {
    postcondition {
      condition = toset(self.ids) == toset([
        alicloud_image.from_snapshot.id, alicloud_image.from_disks.id, alicloud_image_copy.from_snapshot.id,
      ])
      error_message = "These have the tags: ${join(", ", self.images[*].name)}."
    }
  }
}

data "alicloud_images" "none" {
  owners     = "self"
  image_name = "${var.name}-copy" # names are compared as a whole
  depends_on = [alicloud_image_copy.from_snapshot]

  lifecycle {
    postcondition {
      condition     = length(self.ids) == 0
      error_message = "It found ${join(", ", self.images[*].name)}."
    }
  }
}

data "alicloud_ecs_snapshots" "of_disk" {
  ids              = [alicloud_ecs_snapshot.system_disk.id]
  source_disk_type = "System"
  status           = "accomplished"
  tags             = local.tags
  depends_on       = [alicloud_ecs_snapshot.system_disk]

  lifecycle {
    postcondition {
      condition     = self.names == tolist([alicloud_ecs_snapshot.system_disk.snapshot_name])
      error_message = "The snapshot is ${join(", ", self.names)}."
    }
    postcondition {
      condition     = self.snapshots[0].source_disk_id == var.disk
      error_message = "Its disk is ${self.snapshots[0].source_disk_id}."
    }
  }
}
