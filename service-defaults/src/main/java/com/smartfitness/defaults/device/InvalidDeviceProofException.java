package com.smartfitness.defaults.device;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A request that no device in service has signed, or not this one, or not now, or not only once. */
public final class InvalidDeviceProofException extends ProblemException {

    private InvalidDeviceProofException(String reason) {
        super(
                HttpStatus.UNAUTHORIZED,
                "invalid-device-proof",
                "The header %s is not a valid proof of a device: %s.".formatted(DeviceProofFormat.HEADER, reason));
    }

    /** The nonce has been used before: this is a repetition. */
    public static InvalidDeviceProofException used() {
        return new InvalidDeviceProofException("its nonce has been used; sign every request anew");
    }

    static InvalidDeviceProofException missing() {
        return new InvalidDeviceProofException("it is missing");
    }

    static InvalidDeviceProofException malformed() {
        return new InvalidDeviceProofException(
                "it is no JWT of type %s, signed with ES256, with kid, htm, htu, bds, iat and jti"
                        .formatted(DeviceProofFormat.TYPE));
    }

    static InvalidDeviceProofException unknownDevice() {
        return new InvalidDeviceProofException("no device in service has this kid");
    }

    static InvalidDeviceProofException badSignature() {
        return new InvalidDeviceProofException("the signature is not by the device's registered key");
    }

    static InvalidDeviceProofException outOfTime(Duration skew) {
        return new InvalidDeviceProofException("iat is more than %d s off; set the clock".formatted(skew.toSeconds()));
    }

    static InvalidDeviceProofException otherRequest(String claim) {
        return new InvalidDeviceProofException("%s says another request than this one".formatted(claim));
    }
}
