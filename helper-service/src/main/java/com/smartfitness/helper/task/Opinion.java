package com.smartfitness.helper.task;

import com.smartfitness.events.Judgement;
import java.time.Instant;

/**
 * What the model made of the photo.
 *
 * @param confidence probability of the likeliest label, 0 to 1
 */
public record Opinion(Judgement result, double confidence, String modelVersion, Instant at) {}
