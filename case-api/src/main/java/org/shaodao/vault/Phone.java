package org.shaodao.vault;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A telephone number as one of its many spellings: {@code +86 138-0013-8000}, full-width or with brackets, is the same
 * caller as {@code 13800138000}. Numbers of other countries keep their plus sign.
 */
record Phone(String digits) {
    static Phone of(String spelling) {
        String bare = Normalizer.normalize(spelling, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\p{Pd}\\p{Cf}\\s().·]", "")
                .replaceFirst("^00", "+");
        // Eleven digits beginning with 1 are a mobile number; anything else at home is dialled with a leading 0.
        String domestic = bare.replaceFirst("^\\+86(?=1\\d{10}$)", "")
                .replaceFirst("^86(?=1\\d{10}$)", "")
                .replaceFirst("^\\+860?(?=[1-9])", "0");
        if (!domestic.matches("\\+?[0-9]{3,15}")) {
            // Says nothing of what was typed: messages end up in logs.
            throw new IllegalArgumentException("a telephone number has 3 to 15 digits");
        }
        return new Phone(domestic);
    }

    byte[] bytes() {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Phone";
    }
}
