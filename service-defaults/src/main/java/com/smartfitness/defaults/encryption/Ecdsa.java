package com.smartfitness.defaults.encryption;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import java.security.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Signing and verifying with ES256 where it is done with every request: by native code where that is there for the
 * platform, otherwise by the JDK, which takes several times as long.
 */
public final class Ecdsa {

    private static final AmazonCorrettoCryptoProvider CORRETTO = AmazonCorrettoCryptoProvider.INSTANCE;

    /** Null where it has nothing for the platform: then it is the JDK's. */
    private static final @Nullable Provider NATIVE = CORRETTO.getLoadingError() == null ? CORRETTO : null;

    private Ecdsa() {}

    /**
     * Verifies what was signed with the private part of a key.
     *
     * @throws JOSEException if the key is not on a supported curve
     */
    public static JWSVerifier verifier(ECKey key) throws JOSEException {
        ECDSAVerifier verifier = new ECDSAVerifier(key.toPublicJWK());
        verifier.getJCAContext().setProvider(NATIVE);
        return verifier;
    }

    /** Verifies with whichever key is chosen for what was signed. */
    public static JWSVerifierFactory verifiers() {
        DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
        verifiers.getJCAContext().setProvider(NATIVE);
        return verifiers;
    }

    /**
     * Signs with a key.
     *
     * @throws JOSEException if the key has no private part, or is not on a supported curve
     */
    public static JWSSigner signer(ECKey key) throws JOSEException {
        ECDSASigner signer = new ECDSASigner(key);
        signer.getJCAContext().setProvider(NATIVE);
        return signer;
    }
}
