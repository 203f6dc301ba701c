package org.shaodao.vault;

/** What opening sealed words gives. */
public sealed interface Opened {
    /**
     * The words as they were sealed; they do not print themselves, so that they stay out of logs.
     *
     * @param text what was sealed
     */
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
