package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document produced by a test and committed. The test fails when the two differ; {@code -Dshaodao.docs=write} writes
 * it anew.
 */
public final class GeneratedDocument {
    private GeneratedDocument() {}

    /** Compares, or writes, a document in {@code case-core/docs}. */
    public static void matches(String name, String produced) {
        part(name, "", "", produced);
    }

    /** The same for what stands between two marks of a document written by hand; a path relative to the docs folder. */
    public static void part(String name, String from, String to, String produced) {
        Path file = folder().resolve(name).normalize();
        try {
            String committed = Files.exists(file) ? Files.readString(file) : "";
            String expected = from.isEmpty() ? produced : within(committed, from, to, produced);
            if ("write".equals(System.getProperty("shaodao.docs"))) {
                Files.createDirectories(folder());
                Files.writeString(file, expected);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s is current (-Dshaodao.docs=write writes it anew)", name)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String within(String text, String from, String to, String produced) {
        assertThat(text).contains(from).contains(to);
        return text.substring(0, text.indexOf(from) + from.length()) + "\n" + produced
                + text.substring(text.indexOf(to));
    }

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        return (Files.exists(here.resolve("case-core")) ? here : here.getParent()).resolve("case-core/docs");
    }
}
