package com.smartfitness.access.face;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that look at photos: native code would keep those that all requests share. So gates that send templates do
 * not wait for photos.
 */
final class PhotoWorkers {

    private final ThreadPoolExecutor threads;

    PhotoWorkers(FacePhotoProperties properties) {
        this.threads = new ThreadPoolExecutor(
                properties.workers(),
                properties.workers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(properties.waiting()),
                Thread.ofPlatform().name("photos-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * What the work comes to, or the exception that it ends with.
     *
     * @throws PhotosOverloadedException where too much waits already
     */
    <T> T run(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException full) {
            throw new PhotosOverloadedException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A photo could not be looked at", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the photo any more", e);
        }
    }

    /** Lets what is being done come to its end. Returns whether nothing goes on any more. */
    boolean stop() throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(5, TimeUnit.SECONDS);
    }
}
