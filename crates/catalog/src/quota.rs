//! How many images and families one account may hold in one region.

use crate::Refusal;

/// The limits of one account in one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotas {
    /// Most images of one family, counting every image that is not deleted, Deprecated ones too. ECS: 100.
    pub images_per_family_max: u64,
    /// Most families, counting those that contain images. ECS: 100.
    pub families_per_region_max: u64,
    /// Most images.
    pub images_per_region_max: u64,
}

impl Default for Quotas {
    fn default() -> Self {
        Self { images_per_family_max: 100, families_per_region_max: 100, images_per_region_max: 10_000 }
    }
}

impl Quotas {
    /// May one more image be made where there are `images` already?
    ///
    /// # Errors
    /// [`Refusal::TooManyImages`].
    pub fn admit_image(&self, images: u64) -> Result<(), Refusal> {
        let most = self.images_per_region_max;
        if images >= most { Err(Refusal::TooManyImages(most)) } else { Ok(()) }
    }

    /// May one more image join a family that has `images_of_family`, where there are `families`?
    ///
    /// # Errors
    /// [`Refusal::FamilyFull`], or [`Refusal::TooManyFamilies`] when the family would be a new one.
    pub fn admit_to_family(&self, images_of_family: u64, families: u64) -> Result<(), Refusal> {
        if images_of_family >= self.images_per_family_max {
            return Err(Refusal::FamilyFull);
        }
        if images_of_family == 0 && families >= self.families_per_region_max {
            return Err(Refusal::TooManyFamilies);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hundredth_is_the_last() {
        let quotas = Quotas::default();
        assert_eq!(quotas.admit_to_family(99, 100), Ok(()));
        assert_eq!(quotas.admit_to_family(100, 1), Err(Refusal::FamilyFull));
        assert_eq!(quotas.admit_to_family(0, 99), Ok(()));
        assert_eq!(quotas.admit_to_family(0, 100), Err(Refusal::TooManyFamilies));
        assert_eq!(quotas.admit_image(9_999), Ok(()));
        assert_eq!(quotas.admit_image(10_000), Err(Refusal::TooManyImages(10_000)));
    }
}
