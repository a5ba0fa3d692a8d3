package com.smartfitness.stack.s3proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of which a few operations are open. Named are those that are, so that one which S3Proxy learns later is
 * refused.
 */
final class RestrictedStore implements InvocationHandler {

    private static final Set<String> READING_OBJECTS = Set.of("getBlob", "blobMetadata", "blobMetadataIfPresent");

    private final BlobStore store;
    private final Set<String> open;

    private RestrictedStore(BlobStore store, Set<String> open) {
        this.store = store;
        this.open = open;
    }

    /** Answers GET and HEAD of an object. */
    static BlobStore readingObjects(BlobStore store) {
        return restricted(store, READING_OBJECTS);
    }

    /** Refuses everything. */
    static BlobStore none(BlobStore store) {
        return restricted(store, Set.of());
    }

    private static BlobStore restricted(BlobStore store, Set<String> open) {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, new RestrictedStore(store, open));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (!isHarmless(method) && !open.contains(method.getName())) {
            drain(arguments);
            throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED);
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    // What it says of itself, and what it can do at all.
    private static boolean isHarmless(Method method) {
        return method.getDeclaringClass() == Object.class || method.getName().startsWith("supports");
    }

    // A client that is still sending would see a broken connection instead of the refusal.
    private static void drain(Object @Nullable [] arguments) throws IOException {
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            if (argument instanceof InputStream content) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
