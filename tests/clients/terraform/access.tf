# Who may do what: a user with a key, in a group; a role that everybody in the account may assume; and the policies that they have.

resource "alicloud_ram_policy" "describe" {
  policy_name     = "${var.name}-describe"
  description     = local.description
  rotate_strategy = "DeleteOldestNonDefaultVersionWhenLimitExceeded"
  tags            = local.tags

  policy_document = jsonencode({
    Version = "1"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ecs:DescribeImageFromFamily", var.revision == 1 ? "ecs:DescribeImages" : "ecs:Describe*"]
      Resource = ["*"]
    }]
  })
}

resource "alicloud_ram_user" "builder" {
  name         = "${var.name}-builder"
  display_name = var.revision == 1 ? null : "Builder ${var.revision}" # empty until it is given
  comments     = local.description
  force        = true
}

resource "alicloud_ram_access_key" "builder" {
  user_name = alicloud_ram_user.builder.name
  status    = var.revision == 1 ? "Active" : "Inactive"
}

resource "alicloud_ram_group" "builders" {
  group_name = "${var.name}-builders"
  comments   = local.description
}

resource "alicloud_ram_user_group_attachment" "builder" {
  group_name = alicloud_ram_group.builders.group_name
  user_name  = alicloud_ram_user.builder.name
}

resource "alicloud_ram_role" "nightly" {
  role_name            = "${var.name}-nightly"
  description          = local.description
  max_session_duration = 3600 * var.revision
  tags                 = local.tags

  assume_role_policy_document = jsonencode({
    Version = "1"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { RAM = ["acs:ram::${data.alicloud_account.current.id}:root"] }
    }]
  })
}

resource "alicloud_ram_user_policy_attachment" "describe" {
  user_name   = alicloud_ram_user.builder.name
  policy_name = alicloud_ram_policy.describe.policy_name
  policy_type = alicloud_ram_policy.describe.type
}

resource "alicloud_ram_group_policy_attachment" "read_only" {
  group_name  = alicloud_ram_group.builders.group_name
  policy_name = "AliyunECSReadOnlyAccess"
  policy_type = "System"
}

resource "alicloud_ram_role_policy_attachment" "describe" {
  role_name   = alicloud_ram_role.nightly.role_name
  policy_name = alicloud_ram_policy.describe.policy_name
  policy_type = alicloud_ram_policy.describe.type
}
