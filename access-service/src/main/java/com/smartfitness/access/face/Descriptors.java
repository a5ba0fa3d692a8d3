package com.smartfitness.access.face;

import com.smartfitness.recognition.FaceDescriptor;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The models that make templates of photos: the deployed one, or the configured one where none is. A photo is looked at by
 * the same ones from beginning to end, whatever takes their place meanwhile.
 */
@Component
class Descriptors {

    private final DescriptorFile file;
    private final Faces faces;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable FaceDescriptor deployed;
    private @Nullable FaceDescriptor configured;

    Descriptors(DescriptorFile file, Faces faces) {
        this.file = file;
        this.faces = faces;
        this.configured = file.ifNamed();
    }

    /** The version of new templates. */
    String version() {
        FaceDescriptor used = deployed;
        return used == null ? file.version() : used.version();
    }

    /** Has something done by the model in use. */
    <T> T use(Function<FaceDescriptor, T> work) {
        lock.readLock().lock();
        try {
            FaceDescriptor used = deployed;
            return work.apply(used == null ? configured() : used);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The same by all models that a stranger must be asked about: first the one in use, then the configured one for as long
     * as anybody is enrolled by it, so that a deployment locks nobody out.
     */
    <T> T useAll(Function<List<FaceDescriptor>, T> work) {
        lock.readLock().lock();
        try {
            FaceDescriptor used = deployed;
            if (used == null) {
                return work.apply(List.of(configured()));
            }
            boolean isOther = !used.version().equals(file.version());
            return work.apply(isOther && faces.hasAny(file.version()) ? List.of(used, configured()) : List.of(used));
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Puts another model to use, and closes the one before once nobody is using it.
     *
     * @param next null for the configured one
     */
    void replace(@Nullable FaceDescriptor next) {
        FaceDescriptor before;
        lock.writeLock().lock();
        try {
            before = deployed;
            deployed = next;
        } finally {
            lock.writeLock().unlock();
        }
        // Whoever uses a model holds the lock, so nobody can be using the one before any more.
        if (before != null) {
            before.close();
        }
    }

    /** Loaded when it is needed first: a fleet without photos pays nothing for it. */
    private synchronized FaceDescriptor configured() {
        FaceDescriptor loaded = configured;
        if (loaded == null) {
            loaded = file.load();
            configured = loaded;
        }
        return loaded;
    }

    @PreDestroy
    void close() {
        replace(null);
        lock.writeLock().lock();
        try {
            if (configured != null) {
                configured.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
