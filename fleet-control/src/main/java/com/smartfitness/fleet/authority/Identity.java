package com.smartfitness.fleet.authority;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate with the key that proves it one's own. */
public record Identity(X509Certificate certificate, PrivateKey key) {

    boolean hasIssued(X509Certificate other) {
        try {
            other.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    /** The certificate, for a server to show. */
    public String certificatePem() {
        return Pem.of(certificate);
    }

    /** The key in PKCS #8, for nobody but the server. */
    public String keyPem() {
        return Pem.of(key);
    }
}
