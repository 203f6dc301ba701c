package org.shaodao;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Words that occur nowhere else in the world, and a search for them in whatever bytes: as UTF-8, UTF-16 of both byte
 * orders, base64 of both alphabets at each of its three alignments, hexadecimal, and as JSON and URLs escape them.
 */
final class Canaries {
    private static final int FEWEST_BYTES = 8;

    private final Random random = new Random();
    private final Map<Short, List<Spelling>> spellings = new HashMap<>();
    private int planted;

    /** One way in which the canary of a field may be written. */
    private record Spelling(String field, byte[] bytes) {
        boolean isAt(byte[] haystack, int at) {
            return at + bytes.length <= haystack.length
                    && Arrays.equals(haystack, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    /** A sentence for this field with a canary in Latin letters and one in Chinese. */
    String sentence(String field) {
        return "说: " + latin(field) + ", " + chinese(field) + ".";
    }

    String latin(String field) {
        return watch(field, "zq" + Long.toString(random.nextLong(1L << 60, 1L << 62), 36));
    }

    String chinese(String field) {
        return watch(
                field,
                random.ints(8, 0x4e00, 0x9fa0).mapToObj(Character::toString).collect(Collectors.joining()));
    }

    /** A number of another country with enough digits to be found nowhere by chance. */
    String phone(String field) {
        String digits = watch(field, "49" + random.nextLong(10_000_000_000_00L, 99_999_999_999_99L));
        String typed = "+" + digits.substring(0, 2) + " (" + digits.substring(2, 5) + ") " + digits.substring(5);
        watch(field, typed);
        return typed;
    }

    /** Looks for this text from now on. */
    String watch(String field, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            add(field, text.getBytes(charset));
        }
        for (int before = 0; before < 3; before++) {
            add(field, ascii(within64(utf8, before, Base64.getEncoder())));
            add(field, ascii(within64(utf8, before, Base64.getUrlEncoder())));
        }
        add(field, ascii(HexFormat.of().formatHex(utf8)));
        add(field, ascii(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        String escaped = text.chars()
                .mapToObj(c -> c < 128 ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
        add(field, ascii(escaped));
        add(field, ascii(escaped.toUpperCase(Locale.ROOT).replace("\\U", "\\u")));
        planted++;
        return text;
    }

    int planted() {
        return planted;
    }

    /** The fields whose canaries are somewhere in there. */
    Set<String> in(byte[] haystack) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < haystack.length - 1; i++) {
            for (Spelling spelling : spellings.getOrDefault(start(haystack, i), List.of())) {
                if (spelling.isAt(haystack, i)) {
                    found.add(spelling.field());
                }
            }
        }
        return found;
    }

    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is left of the text in base64 whatever stands around it, with so many bytes (modulo 3) before it. */
    private static String within64(byte[] text, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + text.length];
        System.arraycopy(text, 0, shifted, before, text.length);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return encoder.withoutPadding().encodeToString(shifted).substring(from, to);
    }

    private void add(String field, byte[] bytes) {
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("too short to be found by its own: " + field);
        }
        spellings.computeIfAbsent(start(bytes, 0), start -> new ArrayList<>()).add(new Spelling(field, bytes));
    }

    private static short start(byte[] bytes, int at) {
        return (short) (bytes[at] << 8 | bytes[at + 1] & 0xff);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
