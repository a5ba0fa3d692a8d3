package com.smartfitness.access;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Forms in which a vector might be found where it must not be; a part of each, since the whole may be broken up. */
final class Disguises {

    private static final int VALUES = 6;

    private Disguises() {}

    /** As text, one character a byte. */
    static List<String> of(float[] vector) {
        List<String> forms = new ArrayList<>();
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < VALUES; i++) {
            json.append(i == 0 ? "" : ",").append(vector[i]);
        }
        forms.add(json.toString());
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer floats = ByteBuffer.allocate(VALUES * Float.BYTES).order(order);
            ByteBuffer doubles = ByteBuffer.allocate(VALUES * Double.BYTES).order(order);
            for (int i = 0; i < VALUES; i++) {
                floats.putFloat(vector[i]);
                doubles.putDouble(vector[i]);
            }
            for (byte[] bytes : List.of(floats.array(), doubles.array())) {
                forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
                forms.add(Base64.getEncoder().encodeToString(bytes));
            }
        }
        return forms;
    }
}
