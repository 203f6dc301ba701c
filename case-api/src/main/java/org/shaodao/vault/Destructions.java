package org.shaodao.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which keys were destroyed, on record outside the database: a database restored from before a destruction hears of it
 * here. One line each, only ever appended; the caller holds the vault's turn, so there is one writer among all nodes.
 */
final class Destructions {
    private static final String NAME = "destructions";

    private final PrivateFolder folder;

    Destructions(PrivateFolder folder) {
        this.folder = folder;
    }

    /** On disk when this returns. */
    void append(Destruction destruction) {
        try (var channel = folder.open(NAME)) {
            byte[] before = folder.read(NAME).orElseThrow();
            // Half a line was cut off by a crash before anybody was told of it.
            channel.truncate(endOfLastLine(before));
            channel.position(channel.size());
            PrivateFolder.writeAll(
                    channel, ByteBuffer.wrap((destruction.line() + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Destruction> all() {
        byte[] content = folder.read(NAME).orElse(new byte[0]);
        String whole = new String(content, 0, endOfLastLine(content), StandardCharsets.UTF_8);
        List<Destruction> all = new ArrayList<>();
        for (String line : whole.lines().toList()) {
            try {
                all.add(Destruction.of(line));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalStateException(
                        "%s, line %d is not a destruction (key, time, by, reason): bring the file back from its backup"
                                .formatted(folder.file(NAME), all.size() + 1),
                        e);
            }
        }
        return all;
    }

    private static int endOfLastLine(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
