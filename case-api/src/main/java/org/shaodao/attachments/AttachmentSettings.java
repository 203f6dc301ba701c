package org.shaodao.attachments;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where attachments are kept, and how large they may be.
 *
 * @param folder where they are kept, sealed; with a bucket only those on their way
 * @param bucket a store that speaks the S3 protocol, shared by all nodes; left out = the folder
 * @param mostPixels of a picture: more is taken for a decompression bomb
 * @param longestSide pictures are made smaller until no side has more pixels
 * @param mostWaiting how many files of one caller may wait for a step that refers to them
 */
@ConfigurationProperties("shaodao.attachments")
record AttachmentSettings(
        Path folder,
        @Nullable Bucket bucket,
        DataSize picture,
        DataSize document,
        DataSize text,
        DataSize sound,
        DataSize film,
        long mostPixels,
        int longestSide,
        int mostWaiting) {
    /**
     * A bucket that is there already.
     *
     * @param endpoint address of the store, for example {@code https://minio.example:9000}
     */
    record Bucket(URI endpoint, String region, String name, String accessKey, String secretKey) {}
}
