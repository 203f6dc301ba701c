package org.shaodao.attachments;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached: what telephones, scanners and recorders make, and every browser shows without running anything.
 * HEIC is left out, as nothing on the Java platform takes the place of the photo out of it; telephones send JPEG where a
 * page asks for pictures.
 */
enum FileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain", "txt"),
    MP3("audio/mpeg", "mp3"),
    M4A("audio/mp4", "m4a"),
    MP4("video/mp4", "mp4");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** How a file of this type is called. */
    String extension() {
        return extension;
    }

    boolean picture() {
        return switch (this) {
            case JPEG, PNG, WEBP -> true;
            case PDF, TEXT, MP3, M4A, MP4 -> false;
        };
    }

    DataSize limit(AttachmentSettings settings) {
        return switch (this) {
            case JPEG, PNG, WEBP -> settings.picture();
            case PDF -> settings.document();
            case TEXT -> settings.text();
            case MP3, M4A -> settings.sound();
            case MP4 -> settings.film();
        };
    }

    /** The largest file of any type. */
    static DataSize largest(AttachmentSettings settings) {
        return Arrays.stream(values())
                .map(type -> type.limit(settings))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Every type with its limit in bytes: what somebody is told whose file was refused. */
    static Map<String, Object> allowed(AttachmentSettings settings) {
        Map<String, Object> allowed = new TreeMap<>();
        for (FileType type : values()) {
            allowed.put(type.mediaType, type.limit(settings).toBytes());
        }
        return allowed;
    }
}
