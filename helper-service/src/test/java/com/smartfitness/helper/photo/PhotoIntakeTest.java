package com.smartfitness.helper.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.helper.site.Photos;
import com.smartfitness.photo.ExifOrientation;
import com.smartfitness.photo.PhotoIntake;
import com.smartfitness.photo.PhotoNotAcceptedException;
import com.smartfitness.photo.PhotoProperties;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class PhotoIntakeTest {

    private static final byte[] SCRIPT = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);

    private final PhotoIntake intake = new PhotoIntake(
            new PhotoProperties(DataSize.ofMegabytes(5), 64, 8000, 40_000_000, DataSize.ofMegabytes(160)));

    @Test
    void tellsFormatsByContent() {
        assertThat(intake.accept(Photos.bright()).mediaType()).isEqualTo("image/jpeg");
        assertThat(intake.accept(Photos.png(64, 64)).mediaType()).isEqualTo("image/png");
        assertThat(intake.accept(Photos.webp(64, 64)).mediaType()).isEqualTo("image/webp");
    }

    @Test
    void leavesEveryPixelAsItWas() throws IOException {
        byte[] photo = Photos.withPlace(Photos.bright());

        BufferedImage before = ImageIO.read(new ByteArrayInputStream(photo));
        BufferedImage after =
                ImageIO.read(new ByteArrayInputStream(intake.accept(photo).bytes()));

        assertThat(pixels(after)).isEqualTo(pixels(before));
    }

    @Test
    void removesPlaceCommentAndWhatFollowsTheJpeg() {
        byte[] kept = intake.accept(Photos.followedBy(Photos.withPlace(Photos.bright()), SCRIPT))
                .bytes();

        assertThat(text(kept)).doesNotContain(Photos.PLACE, "<script>");
    }

    @Test
    void keepsHowThePhotoIsToBeTurned() {
        byte[] kept = intake.accept(Photos.withPlace(Photos.bright())).bytes();

        assertThat(text(kept)).containsOnlyOnce("Exif");
        int exif = text(kept).indexOf("Exif");
        assertThat(ExifOrientation.of(ByteBuffer.wrap(kept, exif, kept.length - exif)))
                .isEqualTo(6);
        assertThat(text(intake.accept(Photos.bright()).bytes())).doesNotContain("Exif");
    }

    @Test
    void removesTextAndWhatFollowsThePng() {
        byte[] png = Photos.png(64, 64);
        byte[] told = Photos.inserted(png, 33, chunk("tEXt", Photos.PLACE), chunk("eXIf", Photos.PLACE));

        byte[] kept = intake.accept(Photos.followedBy(told, SCRIPT)).bytes();

        assertThat(text(kept)).doesNotContain(Photos.PLACE, "<script>", "eXIf");
        assertThat(kept).isEqualTo(intake.accept(png).bytes());
    }

    @Test
    void removesWhatIsNoPictureFromTheWebp() {
        byte[] webp = Photos.webp(64, 64);
        byte[] exif = Photos.riff("EXIF", Photos.PLACE.getBytes(StandardCharsets.US_ASCII));
        byte[] told = Photos.followedBy(webp, Arrays.copyOfRange(exif, 12, exif.length));
        ByteBuffer.wrap(told).order(ByteOrder.LITTLE_ENDIAN).putInt(4, told.length - 8);

        byte[] kept = intake.accept(Photos.followedBy(told, SCRIPT)).bytes();

        assertThat(kept).isEqualTo(webp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "RIFF....WAVE"})
    void refusesOtherFormats(String content) {
        assertRefused("photo-format-unsupported", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesWhatIsCutOffOrDamaged() {
        for (byte[] photo : new byte[][] {Photos.bright(), Photos.png(64, 64), Photos.webp(64, 64)}) {
            assertRefused("photo-unreadable", Arrays.copyOf(photo, photo.length / 2));
        }
        assertRefused("photo-unreadable", Photos.followedBy(new byte[] {-1, -40, -1}, SCRIPT));
    }

    @ParameterizedTest
    @CsvSource({"63, 100", "100, 63"})
    void refusesTooSmallOnes(int width, int height) {
        assertRefused("photo-dimensions", Photos.png(width, height));
    }

    @ParameterizedTest
    @CsvSource({"8001, 100", "65535, 65535", "8000, 5001"})
    void refusesTooLargeOnesByTheirHeader(int width, int height) {
        assertRefused("photo-dimensions", Photos.claiming(width, height));
    }

    @Test
    void takesLittleMemoryToRefuseBombs() {
        byte[] png = Photos.claiming(100_000, 100_000);
        assertRefused("photo-dimensions", png);
        assertRefused("photo-format-unsupported", Photos.gifBomb());
        ThreadMXBean memory = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

        long before = memory.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            assertRefused("photo-dimensions", png);
            assertRefused("photo-format-unsupported", Photos.gifBomb());
        }

        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(100 * 1024 * 1024);
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        assertRefused("content-too-large", new byte[5 * 1024 * 1024 + 1]);
    }

    @Test
    void refusesGarbageThatBeginsLikeAPhoto() {
        byte[] garbage = Base64.getDecoder().decode("/9j/2wBDAAEBAQEBAQEBAQ==");

        assertRefused("photo-unreadable", garbage);
    }

    private void assertRefused(String type, byte[] file) {
        assertThatThrownBy(() -> intake.accept(file))
                .isInstanceOfSatisfying(
                        PhotoNotAcceptedException.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
    }

    private static byte[] chunk(String type, String text) {
        byte[] data = (type + text).getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(data);
        return ByteBuffer.allocate(data.length + 8)
                .putInt(text.length())
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
