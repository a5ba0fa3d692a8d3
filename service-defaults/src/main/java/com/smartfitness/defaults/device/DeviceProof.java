package com.smartfitness.defaults.device;

import java.time.Instant;

/**
 * A device has signed this very request; an argument of a controller's method. <b>Whoever changes anything uses the nonce
 * up</b>, in the same step as the change, and refuses with {@link InvalidDeviceProofException#used()} what was used
 * before: the signature alone does not tell a request from its repetition.
 *
 * @param deviceId as registered
 * @param nonce good once for this device
 * @param expiresAt until when a used nonce must be remembered; afterwards its proof is too old anyway
 */
public record DeviceProof(String deviceId, String nonce, Instant expiresAt) {}
