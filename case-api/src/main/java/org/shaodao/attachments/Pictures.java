package org.shaodao.attachments;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.shaodao.attachments.NotTaken.Reason;

/**
 * Draws every picture anew, the right way up: what a camera wrote about place, time and owner is left behind, and with it
 * whatever else was hidden in the file. One at a time, as an unpacked photo fills much memory.
 */
final class Pictures {
    private static final double QUALITY = 0.9;

    private final AttachmentSettings settings;
    private final Semaphore oneAtATime = new Semaphore(1, true);

    Pictures(AttachmentSettings settings) {
        this.settings = settings;
        // Otherwise photos would lie unsealed in the folder for temporary files while they are read.
        ImageIO.setUseCache(false);
    }

    /** A file that can be read from its beginning more than once. */
    interface Again {
        InputStream open() throws IOException;
    }

    /**
     * Draws a picture into a stream.
     *
     * @return the type it has now
     */
    FileType redraw(Again picture, FileType type, OutputStream into) throws IOException {
        oneAtATime.acquireUninterruptibly();
        try {
            Face face = face(picture, type);
            if ((long) face.width * face.height > settings.mostPixels()) {
                throw NotTaken.because(Reason.TOO_MANY_PIXELS, type.mediaType(), settings);
            }
            FileType drawn = type == FileType.PNG || face.seeThrough ? FileType.PNG : FileType.JPEG;
            int longest = Math.max(face.width, face.height);
            try (InputStream bytes = picture.open()) {
                Thumbnails.of(bytes)
                        .scale(Math.min(1.0, (double) settings.longestSide() / longest))
                        .imageType(drawn == FileType.PNG ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                        .outputFormat(drawn.extension())
                        .outputQuality(QUALITY)
                        .toOutputStream(into);
            }
            return drawn;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw NotTaken.because(Reason.DAMAGED, type.mediaType(), settings);
        } finally {
            oneAtATime.release();
        }
    }

    /** What the beginning of a picture tells, before anything is unpacked. */
    private record Face(int width, int height, boolean seeThrough) {}

    private static Face face(Again picture, FileType type) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("nothing reads " + type.mediaType());
        }
        ImageReader reader = readers.next();
        try (InputStream bytes = picture.open();
                var input = new MemoryCacheImageInputStream(bytes)) {
            reader.setInput(input, true, true);
            var raw = reader.getRawImageType(0);
            return new Face(
                    reader.getWidth(0),
                    reader.getHeight(0),
                    raw != null && raw.getColorModel().hasAlpha());
        } finally {
            reader.dispose();
        }
    }
}
