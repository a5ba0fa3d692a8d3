package com.smartfitness.defaults.encryption;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.security.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Signing and verifying with ES256 where it is done with every request: by native code where that is there for the
 * platform, otherwise by the JDK, which takes several times as long.
 */
public final class Ecdsa {

    private static final @Nullable Provider NATIVE = nativeProvider();

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

    private static @Nullable Provider nativeProvider() {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            return provider.getLoadingError() == null ? provider : null;
        } catch (LinkageError notThere) {
            return null;
        }
    }
}
