package org.shaodao.attachments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;

/** Files as telephones make them, and as nobody should send them. */
public final class SampleFiles {
    private static final String BOUNDARY = "----a-form-of-a-test";

    private SampleFiles() {}

    /** Sends a file in a form. */
    public static Answer upload(Session session, String address, String name, byte[] file) {
        return session.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send("POST", address, form(name, file));
    }

    public static byte[] form(String name, byte[] file) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + file.length + foot.length)
                .put(head)
                .put(file)
                .put(foot)
                .array();
    }

    /** A photo whose left half is red, taken with the camera turned, that says where it was taken. */
    public static byte[] photo(int width, int height, String where) {
        byte[] plain = drawn(width, height, "jpg");
        byte[] description = (where + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + description.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(description.length)
                .putInt(8 + 2 + 2 * 12 + 4);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        exif.putInt(0).put(description);
        return ByteBuffer.allocate(plain.length + 4 + exif.capacity())
                .put(plain, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + exif.capacity()))
                .put(exif.array())
                .put(plain, 2, plain.length - 2)
                .array();
    }

    public static byte[] drawn(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        return written(image, format);
    }

    /** A few thousand bytes that unpack to a hundred million pixels. */
    static byte[] bomb() {
        return written(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    private static byte[] written(BufferedImage image, String format) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] archive() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("run.bat"));
                zip.write("format c:".getBytes(StandardCharsets.US_ASCII));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] words(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] paper(String words) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + words + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] together(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
