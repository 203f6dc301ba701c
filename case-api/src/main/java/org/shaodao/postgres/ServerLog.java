package org.shaodao.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the server says about itself: a file of the private folder, without statements, parameters or row values. */
record ServerLog(Path file) {
    private static final long LIMIT_BYTES = 10 << 20;
    private static final int LAST_LINES = 4;

    /** The log of the next start: as before, or a new one where that has grown large. */
    static ServerLog openIn(ServerFolder folder) throws IOException {
        Path file = folder.path("postgresql.log");
        if (Files.exists(file) && Files.size(file) > LIMIT_BYTES) {
            Files.move(file, folder.path("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        folder.kept("postgresql.log", "");
        return new ServerLog(file);
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** The last lines written since the log had that size, as one. */
    String since(long size) throws IOException {
        try (InputStream log = Files.newInputStream(file)) {
            log.skipNBytes(size);
            List<String> lines = new String(log.readAllBytes(), UTF_8).lines().toList();
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        }
    }
}
