package org.shaodao.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.fact.Role;
import org.shaodao.vault.RetrievalCodes;
import org.springframework.stereotype.Component;

/**
 * The resident's door: the code of a case opens that case and nothing else, over the API and on the pages alike. Whoever
 * guessed wrong too often is not heard on that case for a while; others are.
 */
@Component
public class CodeDoor {
    private static final String RESIDENT_OF = "resident-of-";
    private static final Duration DEAF = Duration.ofMinutes(15);
    private static final Attempts.Patience PATIENCE = new Attempts.Patience(10, DEAF, DEAF, DEAF);

    private final RetrievalCodes codes;
    private final Attempts attempts;

    CodeDoor(RetrievalCodes codes, Attempts attempts) {
        this.codes = codes;
        this.attempts = attempts;
    }

    /** What came of a code. */
    public sealed interface Answer {
        /** It is the right one. */
        record Open(Caller caller) implements Answer {}

        /** It is not. */
        record Wrong() implements Answer {}

        /** Nobody listened: it was guessed too often. */
        record Deaf(Instant heardAt) implements Answer {}
    }

    /**
     * Tries a code.
     *
     * @param caseId of a case, or of none: that is answered like a wrong code, waits included
     * @param address from where it is tried
     */
    public Answer knock(UUID caseId, String said, String address) {
        String guesser = attempts.subject("code", caseId + " " + address);
        Optional<Instant> heard = attempts.deafUntil(guesser);
        if (heard.isPresent()) {
            return new Answer.Deaf(heard.get());
        }
        if (MessageDigest.isEqual(bytes(codes.codeFor(caseId, RetrievalCodes.FIRST)), bytes(said))) {
            return new Answer.Open(resident(caseId));
        }
        attempts.wrong(guesser, PATIENCE);
        return new Answer.Wrong();
    }

    /** The resident of a case. */
    public static Caller resident(UUID caseId) {
        return new Caller(RESIDENT_OF + caseId, "resident", Role.RESIDENT, null, new Caller.Door.Code());
    }

    /** Whether this is the resident of that case. */
    public static boolean opens(Caller caller, UUID caseId) {
        return caller.equals(resident(caseId));
    }

    /** However it was typed: codes have none of the letters that look like digits. */
    private static byte[] bytes(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}−]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .getBytes(StandardCharsets.UTF_8);
    }
}
