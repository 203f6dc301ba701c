package org.shaodao.vault;

/** What opening sealed words gives. */
public sealed interface Opened {
    /** @param text what was sealed; kept out of logs by {@link #toString()} */
    record Words(String text) implements Opened {
        @Override
        public String toString() {
            return "Words[" + text.codePointCount(0, text.length()) + " chars]";
        }
    }

    /**
     * The person was forgotten.
     *
     * @param chars how many code points there were, as recorded when they were sealed
     */
    record Erased(int chars) implements Opened {}
}
