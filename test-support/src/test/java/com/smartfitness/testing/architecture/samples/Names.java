package com.smartfitness.testing.architecture.samples;

public final class Names {

    public static final class Helper {}

    public static final class RedisFaceGallery {}

    public static final class FaceGalleryImpl {}

    public static final class PhotoUtil {}

    public static final class PhotoUtils {}

    public static final class TaskManager {}

    public static final class TaskDto {}

    public static final class TaskHelper {}

    private Names() {}
}
