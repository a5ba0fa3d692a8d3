package com.smartfitness.access.face;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A face as the store keeps it.
 *
 * @param template encrypted with the data key
 * @param dataKey of this enrolment alone, itself encrypted; kept apart, and destroying it destroys the template
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedFace(Face face, byte[] template, byte[] dataKey) {

    /** What is stored beside the data key. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(face.id());
            out.writeUTF(face.model());
            out.writeLong(face.enrolledAt().toEpochMilli());
            out.write(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SealedFace of(String userId, byte[] stored, byte[] dataKey) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            Face face = new Face(in.readUTF(), userId, in.readUTF(), Instant.ofEpochMilli(in.readLong()));
            return new SealedFace(face, in.readAllBytes(), dataKey);
        } catch (IOException e) {
            throw new UncheckedIOException("The stored face of " + userId + " cannot be read", e);
        }
    }
}
