package com.smartfitness.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Forms in which a vector might be found where it must not be; parts of each, since the whole may be broken up. */
final class Disguises {

    private static final int VALUES = 6;

    /** Where parts begin; multiples of three, so that Base64 of the whole contains that of the part. */
    private static final int[] STARTS = {0, 30, 57};

    /** Where in each form there are four bytes that little else has: its beginning may be zeros, which are everywhere. */
    private static final int ANCHOR = 6;

    private final Map<String, byte[]> forms = new LinkedHashMap<>();
    private final boolean[] anchors = new boolean[1 << 16];

    private void add(float[] vector) {
        for (int start : STARTS) {
            float[] part = Arrays.copyOfRange(vector, start, start + VALUES);
            StringBuilder json = new StringBuilder();
            for (float value : part) {
                json.append(json.isEmpty() ? "" : ",").append(value);
            }
            add("JSON", json.toString().getBytes(StandardCharsets.US_ASCII));
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                ByteBuffer floats = ByteBuffer.allocate(VALUES * Float.BYTES).order(order);
                ByteBuffer doubles = ByteBuffer.allocate(VALUES * Double.BYTES).order(order);
                for (float value : part) {
                    floats.putFloat(value);
                    doubles.putDouble(value);
                }
                add("float32 " + order, floats.array());
                add("float64 " + order, doubles.array());
                add("Base64 of float32 " + order, Base64.getEncoder().encode(floats.array()));
                add("Base64 of float64 " + order, Base64.getEncoder().encode(doubles.array()));
            }
        }
    }

    private void add(String name, byte[] form) {
        forms.put(name + " #" + forms.size(), form);
        anchors[slot(ByteBuffer.wrap(form).getInt(ANCHOR))] = true;
    }

    static Disguises of(float[]... vectors) {
        Disguises disguises = new Disguises();
        for (float[] vector : vectors) {
            disguises.add(vector);
        }
        return disguises;
    }

    /** Which forms are in there. */
    List<String> foundIn(byte[] bytes) {
        return foundIn(ByteBuffer.wrap(bytes));
    }

    /** Which forms are in a file of less than 2 GB. */
    List<String> foundIn(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return foundIn(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private List<String> foundIn(ByteBuffer bytes) {
        TreeSet<String> found = new TreeSet<>();
        for (int at = 0; at + ANCHOR + Integer.BYTES <= bytes.limit(); at++) {
            if (anchors[slot(bytes.getInt(at + ANCHOR))]) {
                for (Map.Entry<String, byte[]> form : forms.entrySet()) {
                    if (isAt(bytes, at, form.getValue())) {
                        found.add(form.getKey());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static int slot(int anchor) {
        return (anchor * 0x9E3779B9) >>> 16;
    }

    private static boolean isAt(ByteBuffer bytes, int at, byte[] form) {
        if (at + form.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < form.length; i++) {
            if (bytes.get(at + i) != form[i]) {
                return false;
            }
        }
        return true;
    }
}
