package org.shaodao.vault;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The code with which a resident follows a case without an account, such as {@code 7K3M-Q9TX-2BD}. It is computed, not
 * stored: 55 bits of a keyed digest of case and generation, in Crockford's base 32, which has no letters that look like
 * digits. A code that fell into wrong hands is replaced by the next generation.
 */
public final class RetrievalCodes {
    /** The generation of the code that a case begins with. */
    public static final int FIRST = 0;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 11;

    private final Secrets secrets;

    /** @param secrets the installation's; another root makes other codes */
    public RetrievalCodes(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The code as it is handed out.
     *
     * @param generation 0 for the first code of a case, one more for each replacement
     */
    public String codeFor(UUID caseId, int generation) {
        String code = plain(caseId, generation);
        return String.join("-", code.substring(0, 4), code.substring(4, 8), code.substring(8));
    }

    private String plain(UUID caseId, int generation) {
        byte[] digest = secrets.digest(
                Secrets.Purpose.RETRIEVAL_CODE,
                ByteBuffer.allocate(20)
                        .putLong(caseId.getMostSignificantBits())
                        .putLong(caseId.getLeastSignificantBits())
                        .putInt(generation)
                        .array());
        long bits = ByteBuffer.wrap(digest).getLong();
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt((int) (bits >>> 59)));
            bits <<= 5;
        }
        return code.toString();
    }
}
