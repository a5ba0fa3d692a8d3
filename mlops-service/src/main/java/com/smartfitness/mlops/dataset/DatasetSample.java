package com.smartfitness.mlops.dataset;

import com.smartfitness.mlops.laundry.LaundryLabel;
import com.smartfitness.mlops.laundry.PhotoFeatures;

/**
 * One photo of a snapshot.
 *
 * @param sha256 of the photo
 */
public record DatasetSample(String sha256, LaundryLabel label, boolean heldOut, PhotoFeatures features) {}
