package com.smartfitness.mlops.picture;

import com.smartfitness.mlops.background.BackgroundLoop;
import com.smartfitness.mlops.laundry.FeatureExtractor;
import com.smartfitness.mlops.laundry.LaundryPicture;
import com.smartfitness.mlops.objects.ObjectNotFoundException;
import com.smartfitness.mlops.objects.ObjectStores;
import com.smartfitness.mlops.objects.PhotosProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes small pictures of photos once they are copied, so that training need not decode megabytes. */
@Configuration(proxyBeanMethods = false)
class PictureMaking {

    private static final Logger log = LoggerFactory.getLogger(PictureMaking.class);
    private static final int A_ROUND = 64;

    /** Each holds a part of a decoded photo in memory. */
    private static final int SIDE_BY_SIDE = 2;

    private static final Duration PAUSE = Duration.ofMillis(500);

    @Bean(destroyMethod = "close")
    FeatureExtractor featureExtractor() {
        return new FeatureExtractor();
    }

    @Bean
    BackgroundLoop pictureMakingLoop(
            SamplePictures pictures, ObjectStores stores, PhotosProperties photos, FeatureExtractor extractor) {
        return new BackgroundLoop("pictures of samples", () -> {
            List<SamplePictures.Unseen> unseen = pictures.unseen(extractor.version(), A_ROUND);
            lookAtAll(
                    unseen,
                    photo -> look(photo, pictures, stores, photos.maxSize().toBytes(), extractor));
            if (unseen.isEmpty()) {
                Thread.sleep(PAUSE);
            }
            return true;
        });
    }

    /** Fails where looking at one of them has failed, so that it is tried again after a pause. */
    private static void lookAtAll(List<SamplePictures.Unseen> photos, Consumer<SamplePictures.Unseen> look)
            throws InterruptedException, ExecutionException {
        try (ExecutorService looking = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<?>> looks = new ArrayList<>();
            photos.forEach(photo -> looks.add(looking.submit(() -> look.accept(photo))));
            for (Future<?> done : looks) {
                done.get();
            }
        }
    }

    private static void look(
            SamplePictures.Unseen photo,
            SamplePictures pictures,
            ObjectStores stores,
            long largest,
            FeatureExtractor extractor) {
        try {
            LaundryPicture picture = LaundryPicture.of(stores.samples().get(photo.photoKey(), largest));
            // The picture is there before anything says so, and the same bytes whenever it is made again.
            stores.samples().put(Pictures.key(photo.sha256()), picture.bytes(), "application/octet-stream");
            pictures.keep(photo, extractor.version(), extractor.see(picture));
        } catch (IOException unreadable) {
            log.warn("The photo {} is not learnt from: {}", photo.sha256(), unreadable.getMessage());
            pictures.refuse(photo, extractor.version(), "It cannot be decoded.");
        } catch (ObjectNotFoundException lost) {
            log.warn("The photo {} is not learnt from: its copy is lost", photo.sha256());
            pictures.refuse(photo, extractor.version(), "Its copy is lost.");
        }
    }
}
