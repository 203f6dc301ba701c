package org.shaodao.fact;

import java.util.UUID;

/**
 * Words that only the vault can open. Destroying the key makes them unreadable everywhere while every stored byte
 * stays.
 *
 * @param keyId the key of the person the words belong to
 * @param format how it was sealed; {@code "1"} = Tink AEAD, associated data = aggregate id, a slash, field label
 * @param chars how many code points were sealed: what remains to be said of them after erasure
 * @param ciphertext base64url without padding
 */
public record Sealed(UUID keyId, String format, Integer chars, String ciphertext) {}
