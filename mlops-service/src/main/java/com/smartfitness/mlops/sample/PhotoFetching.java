package com.smartfitness.mlops.sample;

import com.smartfitness.mlops.background.BackgroundLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies photos in the background: at once when their task is confirmed, later where they could not be had. */
@Configuration(proxyBeanMethods = false)
class PhotoFetching {

    private static final Logger log = LoggerFactory.getLogger(PhotoFetching.class);
    private static final int AT_ONCE = 8;

    // Should a connection die unnoticed, what arrives waits no longer than this.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @Bean
    BackgroundLoop photoFetchingLoop(SamplePhotos photos, PhotoCopier copier, PhotoArrivals arrivals) {
        return new BackgroundLoop("photos of samples", () -> round(photos, copier, arrivals));
    }

    private static boolean round(SamplePhotos photos, PhotoCopier copier, PhotoArrivals arrivals) throws SQLException {
        arrivals.listen();
        List<DuePhoto> due = photos.claim(AT_ONCE);
        try (ExecutorService fetching = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(photo -> fetching.execute(() -> fetch(photo, photos, copier)));
        }
        if (due.isEmpty()) {
            Duration next = photos.untilNext();
            arrivals.await(next.compareTo(LONGEST_WAIT) < 0 ? next : LONGEST_WAIT);
        }
        return true;
    }

    private static void fetch(DuePhoto photo, SamplePhotos photos, PhotoCopier copier) {
        try {
            PhotoOutcome outcome = copier.copy(photo);
            photos.note(photo, outcome);
            switch (outcome) {
                case PhotoOutcome.Fetched _ -> log.debug("The photo of task {} is copied", photo.taskId());
                case PhotoOutcome.Refused refused ->
                    log.warn("The photo of task {} is refused: {}", photo.taskId(), refused.reason());
                case PhotoOutcome.Later later ->
                    log.info("The photo of task {} is tried again: {}", photo.taskId(), later.reason());
            }
        } catch (RuntimeException e) {
            log.warn("The photo of task {} was not fetched; it is tried again", photo.taskId(), e);
        }
    }
}
