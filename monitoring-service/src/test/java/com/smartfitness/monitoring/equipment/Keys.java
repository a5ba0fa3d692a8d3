package com.smartfitness.monitoring.equipment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** Keys as devices make them. */
public final class Keys {

    private Keys() {}

    public static ECKey fresh() {
        return on(Curve.P_256);
    }

    static ECKey on(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
