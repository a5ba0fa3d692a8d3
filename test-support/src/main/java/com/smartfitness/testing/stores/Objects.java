package com.smartfitness.testing.stores;

import com.smartfitness.stack.ObjectServer;
import com.smartfitness.stack.ObjectStoreFacts;
import java.util.concurrent.atomic.AtomicInteger;

/** The shared object store. */
public final class Objects {

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final AtomicInteger READERS = new AtomicInteger();

    private final ObjectServer server;

    Objects(ObjectServer server) {
        this.server = server;
    }

    /** The name of an empty bucket. */
    public String newBucket() {
        return bucket("test-" + BUCKETS.incrementAndGet());
    }

    /** A bucket that the code under test knows by this name; other tests may have left objects in it. */
    public String bucket(String name) {
        server.ensureBucket(name);
        return name;
    }

    /** The key that may do everything. */
    public ObjectStoreFacts owner() {
        return server.owner();
    }

    /** A key that may GET and HEAD objects of these buckets, and nothing else. */
    public ObjectStoreFacts newReader(String... buckets) {
        return server.reader("reader-" + READERS.incrementAndGet(), buckets);
    }
}
