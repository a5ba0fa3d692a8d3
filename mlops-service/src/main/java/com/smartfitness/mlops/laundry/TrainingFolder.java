package com.smartfitness.mlops.laundry;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training process is handed and what it hands back, as files in a folder of its own. It reads no database and no
 * object store, so it can be killed at any moment.
 *
 * @param path of the folder, which exists
 */
public record TrainingFolder(Path path) {

    /** To learn from: what photos show, and their features. */
    public Rows writeTraining() throws IOException {
        return new Rows(path.resolve("training"));
    }

    /** To be judged and never learnt from: what photos show, and the pictures. */
    public Rows writeHeldOut() throws IOException {
        return new Rows(path.resolve("held-out"));
    }

    /** The model that is in use, to be compared with. */
    public void putCurrent(byte[] model) throws IOException {
        Files.write(path.resolve("current.onnx"), model);
    }

    /** The model that was made. */
    public byte[] model() throws IOException {
        return Files.readAllBytes(path.resolve("model.onnx"));
    }

    /** What was found out about it, as JSON of {@link TrainingReport}. */
    public byte[] report() throws IOException {
        return Files.readAllBytes(path.resolve("report.json"));
    }

    void putModel(byte[] model) throws IOException {
        Files.write(path.resolve("model.onnx"), model);
    }

    void putReport(byte[] report) throws IOException {
        Files.write(path.resolve("report.json"), report);
    }

    Optional<byte[]> current() throws IOException {
        Path file = path.resolve("current.onnx");
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    int readTraining(Reader reader) throws IOException {
        return read(path.resolve("training"), reader);
    }

    int readHeldOut(Reader reader) throws IOException {
        return read(path.resolve("held-out"), reader);
    }

    private static int read(Path file, Reader reader) throws IOException {
        int count = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int label = in.read(); label >= 0; label = in.read()) {
                reader.row(LaundryLabel.at(label), in.readNBytes(in.readInt()));
                count++;
            }
        }
        return count;
    }

    /** Takes rows in the order in which they were written. */
    @FunctionalInterface
    interface Reader {
        void row(LaundryLabel label, byte[] content) throws IOException;
    }

    /** Labelled rows, written one after the other. */
    public static final class Rows implements AutoCloseable {

        private final DataOutputStream out;

        private Rows(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }

        public void add(LaundryLabel label, byte[] content) throws IOException {
            out.write(label.position());
            out.writeInt(content.length);
            out.write(content);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
