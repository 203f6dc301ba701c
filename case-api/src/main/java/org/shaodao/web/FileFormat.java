package org.shaodao.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;

/** What kind of file something is taken away as. */
public enum FileFormat {
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    JSON(MediaType.APPLICATION_JSON);

    private final MediaType type;

    FileFormat(MediaType type) {
        this.type = type;
    }

    public MediaType type() {
        return type;
    }

    /** The name of a file of this kind. */
    public String name(String of) {
        return of + '.' + name().toLowerCase(Locale.ROOT);
    }
}
