package org.shaodao.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be started: one sentence for the operator, saying what is wrong and what would be right. */
public class DatabaseStartException extends RuntimeException {
    DatabaseStartException(String message) {
        this(message, null);
    }

    DatabaseStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
