package com.smartfitness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.stack.JavaProgram.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastStartIT {

    private static final List<String> OPTIONS = List.of("-Xmx64m", "-XX:+UseSerialGC");

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        jar = jar("first");
    }

    @Test
    void startsFastOnceMadeToAndUntilTheCacheIsDamagedOrTheProgramChanges() throws IOException {
        JavaProgram program = program(OPTIONS);
        assertThat(program.startsFast()).isFalse();

        program.makeStartFast(Map.of("WISH", "end"));
        assertThat(program.startsFast()).isTrue();
        assertThat(program(List.of("-Xmx96m", "-XX:+UseSerialGC")).startsFast()).isFalse();

        try (program) {
            program.start();
            assertThat(commandLine(program)).contains("-XX:AOTCache=");
            assertThat(program.lastWords()).doesNotContain("warning").contains("serving");
        }

        cutShort(AotCache.of(UnpackedProgram.of(jar), OPTIONS).file());
        assertThat(program.startsFast()).isFalse();
        program.makeStartFast(Map.of("WISH", "end"));
        assertThat(program.startsFast()).isTrue();

        jar = jar("second");
        assertThat(program(OPTIONS).startsFast()).isFalse();
    }

    @Test
    void startsAllTheSameWhereItCannotBePutTogether() {
        JavaProgram program = program(OPTIONS);

        assertThatThrownBy(() -> program.makeStartFast(Map.of("WISH", "fail")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("training.log");

        assertThat(program.startsFast()).isFalse();
        try (program) {
            program.start();
            assertThat(program.lastWords()).contains("serving");
        }
    }

    private JavaProgram program(List<String> options) {
        JavaProgram[] self = new JavaProgram[1];
        self[0] = new JavaProgram(
                "small",
                folder.resolve("small"),
                jar,
                new Launch(true, options),
                () -> Map.of("WISH", "serve"),
                () -> self[0].lastWords().contains("serving"));
        return self[0];
    }

    private Path jar(String content) throws IOException {
        Path file = folder.resolve("small-program.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SmallProgram.class.getName());
        String entry = SmallProgram.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream bytes = SmallProgram.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
            // Of its own in every test, since what a test leaves in the user's cache stays there.
            out.putNextEntry(new JarEntry(content + UUID.randomUUID()));
        }
        return file;
    }

    private static void cutShort(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    private static String commandLine(JavaProgram program) throws IOException {
        long pid = program.process().orElseThrow().pid();
        return Files.readString(Path.of("/proc", "" + pid, "cmdline"));
    }
}
