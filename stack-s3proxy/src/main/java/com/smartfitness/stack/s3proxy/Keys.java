package com.smartfitness.stack.s3proxy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * The access keys: a file each, named by the key, with its {@code secret} and, if it may only read, the
 * {@code readable} buckets, separated by commas. Files are read at each request, so that keys can be added any time.
 */
final class Keys implements BlobStoreLocator {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Path folder;
    private final BlobStore store;

    Keys(Path folder, BlobStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** What the key opens, as a store that refuses the rest; nothing if there is no such key. */
    @Override
    public @Nullable AccessGrant locateBlobStore(
            @Nullable String key, @Nullable String bucket, @Nullable String object) {
        Properties properties = key == null || !NAME.matcher(key).matches() ? null : read(key);
        return properties == null
                ? null
                : new AccessGrant(properties.getProperty("secret"), storeFor(properties, bucket, object));
    }

    private BlobStore storeFor(Properties properties, @Nullable String bucket, @Nullable String object) {
        String readable = properties.getProperty("readable");
        if (readable == null) {
            return store;
        }
        boolean namesObject = object != null && !object.isEmpty();
        return namesObject && List.of(readable.split(",")).contains(bucket)
                ? RestrictedStore.readingObjects(store)
                : RestrictedStore.none(store);
    }

    private @Nullable Properties read(String key) {
        try (Reader reader = Files.newBufferedReader(folder.resolve(key))) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (NoSuchFileException unknown) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
