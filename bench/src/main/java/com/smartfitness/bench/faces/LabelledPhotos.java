package com.smartfitness.bench.faces;

import com.smartfitness.recognition.FaceDescriptor;
import com.smartfitness.recognition.FaceReader;
import com.smartfitness.recognition.StepTimes;
import com.smartfitness.recognition.UnusableFaceException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Photos of which it is known who is on them, and what is made of them. */
public final class LabelledPhotos {

    private final FaceReader reader;
    private final FaceDescriptor descriptor;
    private final boolean varied;
    private final List<Photo> photos = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    /** A template, and whose it is. */
    public static final class Photo {

        private final String person;
        private final float[] template;

        Photo(String person, float[] template) {
            this.person = person;
            this.template = template;
        }

        String person() {
            return person;
        }

        /** A vector of length 1; not a copy. */
        float[] template() {
            return template;
        }
    }

    /** @param varied whether each photo counts in several variations too */
    public LabelledPhotos(FaceReader reader, FaceDescriptor descriptor, boolean varied) {
        this.reader = reader;
        this.descriptor = descriptor;
        this.varied = varied;
    }

    /**
     * Takes in a folder that has one folder a person, named after the person, with photos: JPEG or PNG, upright.
     *
     * @throws IOException where it cannot be read
     */
    public void addAll(Path folder) throws IOException {
        for (Path person : list(folder)) {
            if (Files.isDirectory(person)) {
                for (Path file : list(person)) {
                    add(person.getFileName().toString(), ImageIO.read(file.toFile()));
                }
            }
        }
    }

    /** Takes in a photo; null where the file is none. */
    public void add(String person, @Nullable BufferedImage photo) {
        if (photo == null) {
            refused.merge("no photo", 1, Integer::sum);
            return;
        }
        read(person, photo);
        if (varied) {
            for (Variation variation : Variation.values()) {
                read(person, variation.of(photo));
            }
        }
    }

    private void read(String person, BufferedImage photo) {
        try {
            photos.add(new Photo(person, reader.template(photo, descriptor, StepTimes.UNTOLD)));
        } catch (UnusableFaceException e) {
            refused.merge(e.flaw().name().toLowerCase(Locale.ROOT).replace('_', ' '), 1, Integer::sum);
        }
    }

    /** Names the model of the templates. */
    public String model() {
        return descriptor.version();
    }

    public boolean areVaried() {
        return varied;
    }

    /** Those on which a face can be told. */
    public List<Photo> photos() {
        return photos;
    }

    /** How many others there are, by what is wrong with them. */
    public Map<String, Integer> refused() {
        return refused;
    }

    /** Of whom there is a photo. */
    public long people() {
        return photos.stream().map(Photo::person).distinct().count();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
