package org.shaodao.documents;

import org.jspecify.annotations.Nullable;

/** Codes with levels: {@code heating} covers itself and {@code heating/cold-home}, not {@code heating-company}. */
final class Prefix {
    private Prefix() {}

    /** Whether a prefix covers a code; no prefix covers everything. */
    static boolean covers(@Nullable String prefix, String code) {
        return prefix == null || code.equals(prefix) || code.startsWith(prefix + '/');
    }
}
