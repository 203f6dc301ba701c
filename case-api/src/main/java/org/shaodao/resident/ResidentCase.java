package org.shaodao.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CommitmentFacts;
import org.shaodao.casefile.RatingFacts;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader.Text;
import org.shaodao.history.WhoLooked.Looked;

/**
 * A case as its resident sees it: who has it, until when, what next.
 *
 * @param now the one sentence
 * @param spine how far each of the five steps has come
 * @param open what the resident is asked
 * @param offers what they may do, the first of them first
 * @param answers what units answered, the last one first
 * @param story what happened, the last first
 * @param rated what the resident said of it last; null = nothing yet
 */
record ResidentCase(
        CaseHeader header,
        String now,
        List<String> spine,
        List<Asked> open,
        List<Offer> offers,
        List<Happened> answers,
        List<Promise> promises,
        List<Happened> story,
        RatingFacts.@Nullable Answers rated,
        List<Looked> looked) {

    /**
     * A question to the resident.
     *
     * @param step with which it is answered
     * @param words of the question, as they were written; null = the question is all in the sentence
     */
    record Asked(
            String step,
            int dispatch,
            String sentence,
            @Nullable String words) {}

    /**
     * A step that the resident may take.
     *
     * @param first whether it is what most would want now
     * @param grave whether it cannot be taken back
     */
    record Offer(String text, String href, boolean first, boolean grave) {}

    /** Something that happened, in the resident's words. */
    record Happened(Instant at, String sentence, List<Text> texts, List<File> files) {}

    /** A file that may be looked at. */
    record File(String href, String mediaType) {
        /** Whether it is a picture. */
        public boolean picture() {
            return mediaType.startsWith("image/");
        }
    }

    /** 承诺. What was promised by when. */
    record Promise(String unit, @Nullable String what, LocalDate dueOn, CommitmentFacts.State state) {}
}
