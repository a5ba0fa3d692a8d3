package com.smartfitness.replication.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that is only ever replaced as a whole: whoever reads it finds what one write left, before or after any crash.
 * Its first line carries a digest of the rest, because a disk can lose what it has said to be written. A lock file
 * beside it keeps a second process out.
 */
final class ReplicaFile implements Closeable {

    private static final String FORMAT = "fleet-replicas 1 sha256 ";
    private static final int HEADER = FORMAT.length() + 64 + 1;

    private final Path file;
    private final Path next;
    private final FileChannel lock;

    private ReplicaFile(Path file, FileChannel lock) {
        this.file = file;
        this.next = beside(file, ".next");
        this.lock = lock;
    }

    /**
     * Takes the file for this process, until it is closed.
     *
     * @throws IOException if another process has it, or its directory cannot be written
     */
    static ReplicaFile take(Path path) throws IOException {
        Path file = path.toAbsolutePath();
        Files.createDirectories(file.getParent());
        FileChannel lock = FileChannel.open(beside(file, ".lock"), CREATE, WRITE);
        try {
            if (lock.tryLock() != null) {
                return new ReplicaFile(file, lock);
            }
        } catch (OverlappingFileLockException _) {
            // Another part of this process has it, which is as bad.
        }
        lock.close();
        throw new IOException(file + " is used by another process; each needs a file of its own");
    }

    /** What was written last; empty if nothing ever was. */
    Optional<byte[]> read() throws IOException, CorruptFileException {
        byte[] whole;
        try {
            whole = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(whole, Math.min(HEADER, whole.length), whole.length);
        if (!Arrays.equals(header(content), Arrays.copyOf(whole, HEADER))) {
            throw new CorruptFileException("its digest is not that of its content");
        }
        return Optional.of(content);
    }

    /** Replaces everything. When this returns, the content survives a crash of the machine. */
    void write(byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING)) {
            writeFully(out, header(content));
            writeFully(out, content);
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.getParent(), READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void writeFully(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private static byte[] header(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return (FORMAT + HexFormat.of().formatHex(digest) + "\n").getBytes(US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
