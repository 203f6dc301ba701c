package org.shaodao.fact;

import java.util.UUID;

/**
 * A file that came with a fact: a photo, a document, a sound. It lies sealed outside the events, under the hash of what
 * is stored; destroying the person's key makes it unreadable as it does their words.
 *
 * @param id of the file, part of how it is sealed
 * @param mediaType what it is by its content, for example {@code image/jpeg}
 * @param bytes how long it is once opened
 * @param sha256 hash of what is stored, in hexadecimal digits
 * @param key the key of this file alone, sealed as words of the case are, under the label {@code attachment-<id>}
 */
public record Attached(UUID id, String mediaType, Long bytes, String sha256, Sealed key) {}
