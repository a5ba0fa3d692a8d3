package com.smartfitness.mlops;

import com.smartfitness.mlops.laundry.photos.LaundryPhotos;
import com.smartfitness.mlops.laundry.photos.Shown;
import com.smartfitness.mlops.laundry.photos.Taken;
import com.smartfitness.testing.stores.Eventually;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Photos of which owners say that the model is wrong: taken at a slant, as the model that the build has made has never seen
 * any. Every helper sends in twenty.
 */
public final class Corrections {

    private static final int A_HELPER = 20;
    private static final int WIDTH = 192;

    private final Buckets buckets;
    private final Publisher helper;
    private final RunningMlops mlops;

    public Corrections(Buckets buckets, Publisher helper, RunningMlops mlops) {
        this.buckets = buckets;
        this.helper = helper;
        this.mlops = mlops;
    }

    /** Sends in so many, every other one tidy, and waits until all can be learnt from. */
    public void send(String series, int count) throws Exception {
        send(series, 0, count);
    }

    /** The same, of photos that are numbered from the first on: those with the same number are the same. */
    public void send(String series, int first, int count) throws Exception {
        long before = ready();
        IntStream.range(first, first + count)
                .parallel()
                .forEach(number -> buckets.put("helper-photos", key(series, number), photo(number)));
        for (int number = first; number < first + count; number++) {
            helper.version(1, Tasks.CONFIRMED, task(series, number), confirmed(series, number));
        }
        Eventually.holds(count + " photos can be learnt from", Duration.ofMinutes(10), () -> ready() >= before + count);
    }

    private long ready() {
        return mlops.database()
                .sql("select count(*) from sample_photo join sample_picture using (sha256) where features is not null")
                .query(Long.class)
                .single();
    }

    private static byte[] photo(int number) {
        return LaundryPhotos.jpeg(shown(number), Taken.ASLANT, 50_000_000L + number, WIDTH);
    }

    private static Shown shown(int number) {
        return number % 2 == 0 ? Shown.TIDY : Shown.MESSY;
    }

    private static String task(String series, int number) {
        return "T-%s-%d".formatted(series, number);
    }

    private static String key(String series, int number) {
        return "%s/%d.jpg".formatted(series, number);
    }

    private static String confirmed(String series, int number) {
        boolean tidy = shown(number) == Shown.TIDY;
        return """
                {"taskId":"%s","photoUrl":"s3://helper-photos/%s","aiResult":"%s","correctedResult":"%s",\
                "branchId":"B-%d","helperId":"H-%s-%d","timestamp":"2026-01-20T10:00:00Z","confidence":0.9,\
                "modelVersion":"first-1","correctionReason":"so","confirmedBy":"O1",\
                "submittedAt":"2026-01-20T09:00:00Z","judgedAt":"2026-01-20T09:00:01Z"}""".formatted(
                        task(series, number),
                        key(series, number),
                        tidy ? "미흡" : "양호",
                        tidy ? "양호" : "미흡",
                        number % 3,
                        series,
                        number / A_HELPER);
    }
}
