package com.smartfitness.testing.architecture.samples;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.CrudRepository;

public final class Stored {

    @Entity
    static class HiddenTask {
        @Id
        @Nullable String id;
    }

    @Entity
    public static class ShownTask {
        @Id
        @Nullable String id;
    }

    interface HiddenTasks extends CrudRepository<HiddenTask, String> {}

    public interface ShownTasks extends CrudRepository<ShownTask, String> {}

    private Stored() {}
}
