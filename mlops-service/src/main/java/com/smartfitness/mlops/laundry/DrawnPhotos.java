package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.laundry.photos.LaundryPhotos;
import com.smartfitness.mlops.laundry.photos.Shown;
import com.smartfitness.mlops.laundry.photos.Taken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A numbered series of drawn photos, every other one tidy.
 *
 * @param first seed; series whose seeds do not overlap share no photo
 */
record DrawnPhotos(Taken taken, long first, int count) {

    private static final int WIDTH = 192;

    /** What a function makes of each photo, in the order of the series; the work is shared among threads. */
    <T> List<T> map(Look<T> look) {
        return IntStream.range(0, count).parallel().mapToObj(i -> at(i, look)).toList();
    }

    private <T> T at(int index, Look<T> look) {
        LaundryLabel label = index % 2 == 0 ? LaundryLabel.GOOD : LaundryLabel.INSUFFICIENT;
        Shown shown = label == LaundryLabel.GOOD ? Shown.TIDY : Shown.MESSY;
        try {
            return look.at(label, LaundryPhotos.jpeg(shown, taken, first + index, WIDTH));
        } catch (IOException e) {
            throw new UncheckedIOException("A photo drawn here cannot be read here.", e);
        }
    }

    /** What is done with a photo. */
    @FunctionalInterface
    interface Look<T> {
        T at(LaundryLabel label, byte[] photo) throws IOException;
    }
}
