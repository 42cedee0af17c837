variable "endpoint" {
  description = "host:port of the server, plain HTTP."
  type        = string
}

variable "region" {
  description = "The region of everything here."
  type        = string
}

variable "instance" {
  description = "A stopped instance of the account."
  type        = string
}

variable "disk" {
  description = "A system disk of the account."
  type        = string
}

variable "bucket" {
  description = "A bucket of the region, which may be written to."
  type        = string
}

variable "disk_image" {
  description = "A file with a raw disk image."
  type        = string
}

variable "other_account" {
  description = "An account to share an image with."
  type        = string
}

variable "name" {
  description = "What all names begin with."
  type        = string
}

variable "revision" {
  description = "What is changed in place: names, descriptions, tags, the family, the resource group."
  type        = number
  default     = 1
}
