package com.smartfitness.fleet.authority;

import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
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

    /** Both for servers that read no PEM: a PKCS #12 store. */
    public void writeStore(Path file, String password) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, password.toCharArray(), new Certificate[] {certificate});
            store.store(out, password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("%s cannot be written: %s".formatted(file, e), e);
        }
    }
}
