package com.smartfitness.monitoring.equipment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * The public key of equipment: a point on P-256.
 *
 * @param jwk its JSON Web Key (RFC 7518, 6.2.1), no more than {@code kty}, {@code crv}, {@code x} and {@code y}
 */
public record DeviceKey(Map<String, String> jwk) {

    /** As it is stored. */
    static DeviceKey stored(Map<String, String> jwk) {
        return new DeviceKey(Map.copyOf(jwk));
    }

    /**
     * Reads a key that somebody has sent; members that say what it is for are left out.
     *
     * @throws IllegalArgumentException in a sentence, where it is no public key on P-256
     */
    public static DeviceKey of(Map<String, Object> members) {
        try {
            if (!(JWK.parse(new HashMap<>(members)) instanceof ECKey key) || !Curve.P_256.equals(key.getCurve())) {
                throw new IllegalArgumentException("must be a JSON Web Key of kty EC on the curve P-256");
            }
            if (key.isPrivate()) {
                throw new IllegalArgumentException(
                        "must not have the private member d, which only the device may know");
            }
            return new DeviceKey(Map.of(
                    "kty", "EC",
                    "crv", Curve.P_256.getName(),
                    "x", key.getX().toString(),
                    "y", key.getY().toString()));
        } catch (ParseException | IllegalStateException unreadable) {
            throw new IllegalArgumentException("must be a JSON Web Key with kty, crv, x and y", unreadable);
        }
    }

    /** What signatures are verified with. */
    public ECPublicKey publicKey() {
        try {
            return ECKey.parse(new HashMap<>(jwk)).toECPublicKey();
        } catch (ParseException | JOSEException unreadable) {
            throw new IllegalStateException("A registered key is no JSON Web Key", unreadable);
        }
    }
}
