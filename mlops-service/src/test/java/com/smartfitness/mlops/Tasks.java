package com.smartfitness.mlops;

import com.smartfitness.mlops.laundry.photos.LaundryPhotos;
import com.smartfitness.mlops.laundry.photos.Shown;
import com.smartfitness.mlops.laundry.photos.Taken;

/** What is said of tasks in these tests. */
public final class Tasks {

    public static final String CONFIRMED = "helper.task-confirmed.v1";

    private Tasks() {}

    /** In the form in which producers outside this code base send it. */
    public static String confirmed(String taskId, String photoUrl) {
        return """
                {"taskId":"%s","photoUrl":"%s","aiResult":"미흡","correctedResult":"양호","branchId":"B001",\
                "helperId":"H123","timestamp":"2024-01-20T10:00:00Z"}""".formatted(taskId, photoUrl);
    }

    /** With all that helper-service says. */
    public static String confirmed(String taskId, String photoUrl, String sha256) {
        return """
                {"taskId":"%s","photoUrl":"%s","aiResult":"미흡","correctedResult":"양호","branchId":"B002",\
                "helperId":"H2","timestamp":"2026-01-20T10:00:00Z","correctionReason":"It is tidy.",\
                "confirmedBy":"O1","confidence":0.75,"modelVersion":"first-1","photoSha256":"%s",\
                "submittedAt":"2026-01-20T09:00:00Z","judgedAt":"2026-01-20T09:00:01Z"}""".formatted(taskId, photoUrl, sha256);
    }

    public static byte[] photo(long number) {
        return LaundryPhotos.jpeg(Shown.TIDY, Taken.WELL, number, 64);
    }
}
