package com.smartfitness.fleet.authority;

import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server's own copy of its certificate and key: the authority's folder is closed to it. */
public record GatewayCertificate(Path certificate, Path key) {

    /** Writes the copy, of a certificate that is good for weeks. */
    public static GatewayCertificate in(Path folder, LocalAuthority authority) {
        GatewayCertificate files = new GatewayCertificate(folder.resolve("server.pem"), folder.resolve("server.key"));
        try {
            Files.createDirectories(folder);
            Pem.write(authority.server(), files.certificate, files.key);
            return files;
        } catch (IOException e) {
            throw new StackException("The gateway's certificate cannot be put into %s: %s".formatted(folder, e), e);
        }
    }
}
