package com.smartfitness.fleet.authority;

import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority of this machine, for this machine alone. Its key never leaves its folder; {@code ca.pem} is
 * for clients to trust. What is about to expire is made anew when asked for.
 */
public final class LocalAuthority {

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration LIFE_OF_SERVERS = Duration.ofDays(90);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    public LocalAuthority(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The authority's own certificate. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** A certificate for {@code localhost} with its key, in {@code server.pem} and {@code server.key} of the folder. */
    public Identity server() {
        return server("localhost", folder);
    }

    /**
     * A certificate for a server that clients on this machine, or on its network, call by the host name, with its key.
     *
     * @param kept where both are, or are put, as {@code server.pem} and {@code server.key}
     */
    public synchronized Identity server(String host, Path kept) {
        return guarded(() -> {
            Identity authority = authority();
            Path certificate = kept.resolve("server.pem");
            Path key = kept.resolve("server.key");
            if (Files.exists(certificate) && Files.exists(key)) {
                Identity known = Pem.read(certificate, key);
                if (!isExpiring(known.certificate()) && authority.hasIssued(known.certificate())) {
                    return known;
                }
            }
            Files.createDirectories(kept);
            Instant now = clock.instant();
            Identity made = Issuer.server(authority, host, now, now.plus(LIFE_OF_SERVERS));
            Pem.write(made, certificate, key);
            return made;
        });
    }

    /** The authority's certificate for programs that read no PEM: a PKCS #12 store, which holds nothing to hide. */
    public synchronized void writeTrust(Path file, String password) {
        guarded(() -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                trusted().store(out, password.toCharArray());
            }
            return file;
        });
    }

    /** What a client needs to trust servers of this authority, and no others. */
    public synchronized SSLContext trust() {
        return guarded(() -> {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        });
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority().certificate());
        return trusted;
    }

    private Identity authority() throws IOException, GeneralSecurityException {
        Path key = folder.resolve("ca.key");
        if (Files.exists(certificate()) && Files.exists(key)) {
            Identity kept = Pem.read(certificate(), key);
            if (!isExpiring(kept.certificate())) {
                return kept;
            }
        }
        Files.createDirectories(folder);
        Instant now = clock.instant();
        Identity made = Issuer.authority(now, now.plus(LIFE));
        Pem.write(made, certificate(), key);
        return made;
    }

    private boolean isExpiring(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().minus(RENEWED_BEFORE).isBefore(clock.instant());
    }

    private <T> T guarded(Work<T> work) {
        try {
            return work.done();
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("The local authority in %s fails: %s".formatted(folder, e), e);
        }
    }

    private interface Work<T> {
        T done() throws IOException, GeneralSecurityException;
    }
}
