package com.smartfitness.testing.architecture.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

public final class Times {

    public record Kept(Instant at) {}

    public record KeptWithoutZone(LocalDateTime at) {}

    public interface Asked {
        void since(List<LocalDateTime> times);
    }

    public interface Answered {
        LocalDateTime latest();
    }

    public static final class Opening {
        Instant on(LocalDate day, LocalTime time, ZoneId zone) {
            return day.atTime(time).atZone(zone).toInstant();
        }
    }

    private Times() {}
}
