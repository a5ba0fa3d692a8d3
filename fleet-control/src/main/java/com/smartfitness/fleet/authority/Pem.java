package com.smartfitness.fleet.authority;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Certificates and keys as text (RFC 7468). */
final class Pem {

    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String of(X509Certificate certificate) {
        try {
            return encoded("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was made or read has its bytes", e);
        }
    }

    static String of(PrivateKey key) {
        return encoded("PRIVATE KEY", key.getEncoded());
    }

    static Identity read(Path certificate, Path key) throws IOException, GeneralSecurityException {
        try (InputStream content = Files.newInputStream(certificate)) {
            X509Certificate read =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
            String body = Files.readString(key).replaceAll("-----[A-Z ]+-----", "");
            byte[] bytes = Base64.getMimeDecoder().decode(body);
            return new Identity(read, KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        }
    }

    static void write(Identity identity, Path certificate, Path key) throws IOException {
        // Of a pair that is not complete there is no certificate, so that it is made anew.
        Files.deleteIfExists(certificate);
        write(key, identity.keyPem(), "rw-------");
        write(certificate, identity.certificatePem(), "rw-r--r--");
    }

    // Whole or not at all, and never readable by others for a moment.
    private static void write(Path file, String text, String permissions) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + "~");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String encoded(String type, byte[] bytes) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(type, new String(ENCODER.encode(bytes), StandardCharsets.US_ASCII));
    }
}
