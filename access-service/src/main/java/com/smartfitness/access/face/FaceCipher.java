package com.smartfitness.access.face;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Encrypts templates (AES-256-GCM), each with a data key of its own, which is encrypted with the service's key set. Both
 * are bound to face, user and model: neither can be read in the place of another.
 */
final class FaceCipher {

    private static final int KEY_BYTES = 32;

    private final Aead keys;

    FaceCipher(Aead keys) {
        this.keys = keys;
    }

    SealedFace seal(Face face, float[] template) {
        byte[] plain = bytes(template);
        byte[] dataKey = Random.randBytes(KEY_BYTES);
        try {
            return new SealedFace(
                    face,
                    new AesGcmJce(dataKey).encrypt(plain, place("template", face)),
                    keys.encrypt(dataKey, place("key", face)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A template cannot be encrypted", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /**
     * The template.
     *
     * @throws UnreadableFaceException where it was stored elsewhere, changed, or encrypted with another key set
     */
    float[] open(SealedFace sealed) {
        try {
            byte[] dataKey = keys.decrypt(sealed.dataKey(), place("key", sealed.face()));
            byte[] plain = new AesGcmJce(dataKey).decrypt(sealed.template(), place("template", sealed.face()));
            float[] template = floats(plain);
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(dataKey, (byte) 0);
            return template;
        } catch (GeneralSecurityException e) {
            throw new UnreadableFaceException(sealed.face(), e);
        }
    }

    private static byte[] place(String what, Face face) {
        return String.join("\n", what, face.id(), face.userId(), face.model()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
