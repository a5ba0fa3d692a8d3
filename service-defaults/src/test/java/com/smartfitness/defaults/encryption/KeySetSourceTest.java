package com.smartfitness.defaults.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySetSourceTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void registerCiphers() throws Exception {
        AeadConfig.register();
    }

    @Test
    void makesFileForItsOwnerAloneAndFindsItAgain() throws Exception {
        Path file = directory.resolve("secrets/keyset.json");

        KeysetHandle made = load(null, file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(load(null, file).equalsKeyset(made)).isTrue();
        assertThat(load(Files.readString(file), null).equalsKeyset(made)).isTrue();
        try (Stream<Path> files = Files.list(directory.resolve("secrets"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void agreesOnOneKeyWhereSeveralMakeTheFile() throws Exception {
        Path file = directory.resolve("keyset.json");
        Callable<KeysetHandle> making = () -> load(null, file);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(number -> making).toList());
            KeysetHandle first = results.getFirst().get();
            assertThat(results)
                    .allSatisfy(result ->
                            assertThat(result.get().equalsKeyset(first)).isTrue());
        }
    }

    @Test
    void refusesNeitherAndBoth() {
        Path file = directory.resolve("keyset.json");

        for (Callable<KeysetHandle> wrong : List.<Callable<KeysetHandle>>of(
                () -> load(null, null), () -> load("  ", null), () -> load("{}", file))) {
            assertThatThrownBy(wrong::call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("auth.encryption.keyset-file");
        }
    }

    @Test
    void refusesWhatIsNoKeySet() {
        assertThatThrownBy(() -> load("{\"key\":\"secret\"}", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("auth.encryption.keyset ")
                .hasMessageNotContaining("secret");
    }

    private static KeysetHandle load(String text, Path file) {
        return new KeySetSource("auth.encryption.keyset", text, file).load(PredefinedAeadParameters.AES256_GCM);
    }
}
