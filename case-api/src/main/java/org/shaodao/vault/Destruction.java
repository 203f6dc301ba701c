package org.shaodao.vault;

import java.time.Instant;
import java.util.UUID;

/**
 * That a person's key was destroyed: what remains when nothing of the person does.
 *
 * @param keyId the key of the person
 * @param at when it was recorded
 * @param by opaque id of who decided it
 * @param reason why, as a code
 */
record Destruction(UUID keyId, Instant at, String by, String reason) {
    Destruction {
        if (!by.matches("\\S{1,200}")) {
            throw new IllegalArgumentException("who destroys is named by an id of 1 to 200 characters without spaces");
        }
        if (!reason.matches("[a-z][a-z0-9-]{0,99}")) {
            throw new IllegalArgumentException("the reason of a destruction is a code such as asked-by-person");
        }
    }

    String line() {
        return String.join("\t", keyId.toString(), at.toString(), by, reason);
    }

    static Destruction of(String line) {
        String[] part = line.split("\t", -1);
        if (part.length != 4) {
            throw new IllegalArgumentException("four parts are expected");
        }
        return new Destruction(UUID.fromString(part[0]), Instant.parse(part[1]), part[2], part[3]);
    }
}
