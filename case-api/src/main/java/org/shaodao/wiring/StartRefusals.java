package org.shaodao.wiring;

import org.jspecify.annotations.Nullable;
import org.shaodao.postgres.DatabaseStartException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Where an installation refuses to start, its operator reads that one sentence. A failure nobody foresaw keeps its
 * stack trace.
 */
final class StartRefusals implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseStartException || isRefusal(cause)) {
                return new FailureAnalysis(cause.getMessage(), null, cause);
            }
        }
        return null;
    }

    /** What this product itself found wrong with its surroundings, said in words of its own. */
    private static boolean isRefusal(Throwable cause) {
        StackTraceElement[] thrown = cause.getStackTrace();
        boolean inOurWords = !String.valueOf(cause.getCause()).equals(cause.getMessage());
        return cause instanceof IllegalStateException
                && inOurWords
                && thrown.length > 0
                && thrown[0].getClassName().startsWith("org.shaodao.");
    }
}
