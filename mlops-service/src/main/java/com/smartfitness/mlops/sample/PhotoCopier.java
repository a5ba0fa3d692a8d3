package com.smartfitness.mlops.sample;

import com.smartfitness.mlops.Sha256;
import com.smartfitness.mlops.objects.ObjectNotFoundException;
import com.smartfitness.mlops.objects.ObjectStoreUnavailableException;
import com.smartfitness.mlops.objects.ObjectStores;
import com.smartfitness.mlops.objects.ObjectTooLargeException;
import com.smartfitness.mlops.objects.PhotosProperties;
import com.smartfitness.mlops.sample.PhotoOutcome.Fetched;
import com.smartfitness.mlops.sample.PhotoOutcome.Later;
import com.smartfitness.mlops.sample.PhotoOutcome.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Copies one photo from helper-service's bucket into the samples' own. */
@Component
class PhotoCopier {

    private static final Duration STORE_AWAY = Duration.ofSeconds(15);
    private static final Duration PHOTO_MISSING = Duration.ofHours(1);

    private final ObjectStores stores;
    private final PhotosProperties photos;

    PhotoCopier(ObjectStores stores, PhotosProperties photos) {
        this.stores = stores;
        this.photos = photos;
    }

    PhotoOutcome copy(DuePhoto due) {
        Optional<String> key = PhotoAddress.keyIn(photos.bucket(), due.photoUrl());
        if (key.isEmpty()) {
            return new Refused("The address is not in the photos' bucket.");
        }
        try {
            return keep(due, stores.photos().get(key.get(), photos.maxSize().toBytes()));
        } catch (ObjectTooLargeException e) {
            return new Refused("The photo is larger than %s.".formatted(photos.maxSize()));
        } catch (ObjectNotFoundException e) {
            return new Later("The photo is not in its bucket.", pause(due, PHOTO_MISSING));
        } catch (ObjectStoreUnavailableException e) {
            return new Later("An object store is away.", pause(due, STORE_AWAY));
        }
    }

    private PhotoOutcome keep(DuePhoto due, byte[] photo) {
        Optional<PhotoFormat> format = PhotoFormat.of(photo);
        if (format.isEmpty()) {
            return new Refused("The object is no photo in a known format.");
        }
        String sha256 = Sha256.of(photo);
        if (due.expectedSha256() != null && !due.expectedSha256().equals(sha256)) {
            return new Refused("The photo is not the one that was judged: its digest differs.");
        }
        // The same key at every attempt, so that a copy whose note was lost is written again, not twice.
        String copy = "photos/" + Sha256.of(due.taskId().getBytes(StandardCharsets.UTF_8));
        stores.samples().put(copy, photo, format.get().contentType());
        return new Fetched(copy, sha256, photo.length, format.get().contentType());
    }

    private static Duration pause(DuePhoto due, Duration longest) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(due.attempts() - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
