package com.smartfitness.defaults.device;

/**
 * What proofs of devices look like: JWTs (RFC 7519) signed with ES256, close to DPoP (RFC 9449), but bound to the body as
 * well. The key is the one that monitoring-service has registered for the device.
 *
 * <p>Claims: {@link #METHOD}, {@link #URL}, {@link #BODY}, {@code iat} in seconds, and {@code jti}, a nonce of 16 to 64
 * characters out of letters, digits, hyphen and underscore. The header's {@code kid} is the device's id.
 */
public final class DeviceProofFormat {

    /** The request header that carries the proof. */
    public static final String HEADER = "Device-Proof";

    /** JWS header {@code typ}. */
    public static final String TYPE = "device-proof+jwt";

    /** Claim: the request's method, e.g. {@code POST}. */
    public static final String METHOD = "htm";

    /** Claim: the public address of the fleet followed by the request's path and query, as they are sent. */
    public static final String URL = "htu";

    /** Claim: SHA-256 of the body as it is sent, base64url without padding; of no bytes where there is no body. */
    public static final String BODY = "bds";

    private DeviceProofFormat() {}
}
