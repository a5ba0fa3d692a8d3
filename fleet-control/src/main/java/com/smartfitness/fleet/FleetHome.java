package com.smartfitness.fleet;

import com.smartfitness.stack.Secrets;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in which a fleet keeps its state: data and logs of stores and services, passwords, certificates. */
public record FleetHome(Path folder) {

    public FleetHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Makes the folder, through which servers of another account may pass without seeing what else is there. */
    public void create() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            for (String inner : new String[] {"stores", "services"}) {
                Files.createDirectories(folder.resolve(inner));
                Files.setPosixFilePermissions(folder.resolve(inner), PosixFilePermissions.fromString("rwx--x--x"));
            }
            for (String inner : new String[] {"secrets", "log", "authority"}) {
                Files.createDirectories(folder.resolve(inner));
                Files.setPosixFilePermissions(folder.resolve(inner), PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new StackException("%s cannot be made: %s".formatted(folder, e), e);
        }
    }

    /** The password of the name, generated at first use. */
    public String secret(String name) {
        try {
            return Secrets.in(secretFile(name));
        } catch (IOException e) {
            throw new StackException("The password %s cannot be kept: %s".formatted(name, e), e);
        }
    }

    /** Where the password of the name is kept. */
    public Path secretFile(String name) {
        return folder.resolve("secrets").resolve(name);
    }

    public Path store(String name) {
        return folder.resolve("stores").resolve(name);
    }

    public Path service(String name) {
        return folder.resolve("services").resolve(name);
    }

    public Path authority() {
        return folder.resolve("authority");
    }

    /** What the supervisor prints. */
    public Path log() {
        return folder.resolve("log").resolve("supervisor.log");
    }

    /** The file that the supervisor holds locked while it lives. */
    public Path lock() {
        return folder.resolve("supervisor.lock");
    }

    /** Where the supervisor listens for commands. */
    public Path socket() {
        return folder.resolve("control.sock");
    }
}
