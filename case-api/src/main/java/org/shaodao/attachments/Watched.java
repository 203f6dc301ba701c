package org.shaodao.attachments;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file while it arrives: ended as soon as it is too long, and its end remembered, where a hidden archive has its list. */
final class Watched extends FilterInputStream {
    /** The record that ends a ZIP archive, and the longest comment that may follow it. */
    private static final int REMEMBERED = 22 + 65_535;

    private static final String END_OF_ARCHIVE = "PK\u0005\u0006";
    private static final String END_OF_PDF = "%%EOF";

    private final long most;
    private final AttachmentSettings settings;
    private final byte[] last = new byte[REMEMBERED];
    private long read;

    Watched(InputStream file, long most, AttachmentSettings settings) {
        super(file);
        this.most = most;
        this.settings = settings;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        for (int i = 0; i < got; i++) {
            last[(int) ((read + i) % REMEMBERED)] = into[offset + i];
        }
        read += Math.max(0, got);
        if (read > most) {
            throw NotTaken.tooLarge(most, settings);
        }
        return got;
    }

    boolean endsAsArchive() {
        return end().contains(END_OF_ARCHIVE);
    }

    boolean endsAsPdf() {
        return end().contains(END_OF_PDF);
    }

    private String end() {
        int length = (int) Math.min(read, REMEMBERED);
        byte[] end = new byte[length];
        for (int i = 0; i < length; i++) {
            end[i] = last[(int) ((read - length + i) % REMEMBERED)];
        }
        return new String(end, StandardCharsets.ISO_8859_1);
    }
}
