package org.shaodao.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** What a client was told, line by line on disk: the evidence that is held against the store. */
final class Acknowledgements implements AutoCloseable {
    /** What a line says of a request. */
    enum Word {
        /** It is about to be sent for the first time. */
        ASKED,
        /** It was not stored, or nobody knows: it is sent again with the same key. */
        AGAIN,
        /** It is stored, says the product. */
        STORED,
        /** It was stored before, sent once more, and answered with this version. */
        REPEATED,
        /** It was refused as only a lost or a doubled step explains, never answered, or answered with nonsense. */
        REFUSED
    }

    /**
     * @param caller id of the API key, of which together with the request's key the command id is made
     * @param caseId "-" while the case has none
     * @param millis what the answer took
     * @param note status, code or exception
     */
    record Line(Word word, String caller, String key, String caseId, long version, long millis, String note) {
        private static Line parse(String text) {
            String[] part = text.split("\t", -1);
            return new Line(
                    Word.valueOf(part[0]),
                    part[1],
                    part[2],
                    part[3],
                    Long.parseLong(part[4]),
                    Long.parseLong(part[5]),
                    part[6]);
        }

        private String print() {
            return String.join("\t", word.name(), caller, key, caseId, "" + version, "" + millis, note) + "\n";
        }
    }

    private final FileChannel file;

    private Acknowledgements(FileChannel file) {
        this.file = file;
    }

    static Acknowledgements open(Path path) throws IOException {
        return new Acknowledgements(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    synchronized void note(Line line) throws IOException {
        file.write(ByteBuffer.wrap(line.print().getBytes(StandardCharsets.UTF_8)));
    }

    /** As {@link #note}, and on disk when this returns. */
    synchronized void noteDurably(Line line) throws IOException {
        note(line);
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Every whole line so far, in order. */
    static List<Line> read(Path path) {
        try {
            String text = Files.readString(path);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Line::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many steps the client has been told are stored. */
    static long stored(Path path) {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(Word.STORED.name())).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
