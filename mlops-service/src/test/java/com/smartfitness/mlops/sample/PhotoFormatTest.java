package com.smartfitness.mlops.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.mlops.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoFormatTest {

    @Test
    void knowsPhotosByTheirBeginning() {
        assertThat(PhotoFormat.of(Tasks.photo(1))).hasValue(PhotoFormat.JPEG);
        assertThat(PhotoFormat.of("\u0089PNG\r\n\u001a\nIHDR".getBytes(ISO_8859_1)))
                .hasValue(PhotoFormat.PNG);
        assertThat(PhotoFormat.of("RIFF1234WEBPVP8 ".getBytes(ISO_8859_1))).hasValue(PhotoFormat.WEBP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00ff", "GIF89a", "<svg", "RIFF1234WAVE", "\u0089PN", "RIFF"})
    void refusesOthers(String beginning) {
        assertThat(PhotoFormat.of(beginning.getBytes(ISO_8859_1))).isEmpty();
    }
}
