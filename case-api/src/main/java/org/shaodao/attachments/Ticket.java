package org.shaodao.attachments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What the uploader of a file holds: its id and its key. Until a step seals the key for the person whose case it is, nobody
 * else has it, and no backup does.
 */
record Ticket(UUID id, String key) {
    private static final int ID = 36;

    static Optional<Ticket> of(String text) {
        if (text.length() <= ID + 1 || text.charAt(ID) != '.') {
            return Optional.empty();
        }
        try {
            return Optional.of(new Ticket(UUID.fromString(text.substring(0, ID)), text.substring(ID + 1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    String text() {
        return id + "." + key;
    }

    /** What the product remembers of the key: enough to recognise it, and nothing to open with. */
    String mark() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It does not print itself, so that it stays out of logs. */
    @Override
    public String toString() {
        return "Ticket[" + id + "]";
    }
}
