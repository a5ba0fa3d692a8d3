package com.smartfitness.defaults.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/**
 * Where one key set comes from.
 *
 * @param property full name of the property that holds it as text; with {@code -file} it names a file
 */
public record KeySetSource(
        String property, @Nullable String text, @Nullable Path file) {

    private static final Logger log = LoggerFactory.getLogger(KeySetSource.class);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Reads the key set, or makes one where the file is not there yet. */
    public KeysetHandle load(Parameters ofNewKey) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    json(ofNewKey), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("%s holds no key set in Tink's JSON form".formatted(property), e);
        } catch (IOException e) {
            throw new IllegalStateException("%s-file cannot be read or made: %s".formatted(property, e), e);
        }
    }

    private String json(Parameters ofNewKey) throws IOException, GeneralSecurityException {
        boolean hasText = StringUtils.hasText(text);
        if (hasText == (file != null)) {
            throw new IllegalStateException(
                    "Exactly one of %1$s and %1$s-file must be set; a file is made if absent".formatted(property));
        }
        if (text != null && hasText) {
            return text;
        }
        Path path = Objects.requireNonNull(file).toAbsolutePath();
        if (!Files.exists(path)) {
            create(path, ofNewKey);
        }
        return Files.readString(path);
    }

    /**
     * Puts another key set in the file, whole or not at all.
     *
     * @throws KeySetNotAFileException where it is not kept in a file
     */
    public void replace(KeysetHandle keys) {
        if (file == null) {
            throw new KeySetNotAFileException();
        }
        Path path = file.toAbsolutePath();
        try {
            Path draft = draft(path, keys);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            log.info("{} has a new key", path);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("%s-file cannot be written: %s".formatted(property, e), e);
        }
    }

    /** Never over a file that another instance has made meanwhile. */
    private void create(Path path, Parameters ofNewKey) throws IOException, GeneralSecurityException {
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Path draft = draft(path, KeysetHandle.generateNew(ofNewKey, RegistryConfiguration.get()));
        try {
            Files.createLink(path, draft);
            log.info("Made a new key set in {}", path);
        } catch (FileAlreadyExistsException madeByAnother) {
            log.info("Another instance has made {}", path);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Beside the file, readable by its owner alone. */
    private static Path draft(Path path, KeysetHandle keys) throws IOException, GeneralSecurityException {
        Path draft = Files.createTempFile(path.getParent(), "keyset", ".draft", OWNER_ONLY);
        Files.writeString(
                draft,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        return draft;
    }
}
