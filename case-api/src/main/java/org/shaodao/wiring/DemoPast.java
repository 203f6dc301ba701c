package org.shaodao.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the demonstration has come with the weeks that lie behind it, so that one that was broken off goes on there.
 *
 * @param begin when the first thing of the demonstration happens
 * @param lived until when everything has happened; null once nothing is left of what lies behind
 */
public record DemoPast(Instant begin, @Nullable Instant lived) {
    private static final String FILE = "demo-begin";

    /** As it was left; nothing before the first time. */
    public static Optional<DemoPast> in(Path secrets) {
        try {
            List<Instant> lines = Files.readAllLines(secrets.resolve(FILE)).stream()
                    .map(Instant::parse)
                    .toList();
            return Optional.of(new DemoPast(lines.getFirst(), lines.size() == 1 ? null : lines.getLast()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps it. */
    public void keepIn(Path secrets) {
        try {
            Path draft = secrets.resolve(FILE + ".new");
            Files.write(
                    draft,
                    Stream.of(begin, lived)
                            .flatMap(Stream::ofNullable)
                            .map(Instant::toString)
                            .toList());
            Files.move(draft, secrets.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
