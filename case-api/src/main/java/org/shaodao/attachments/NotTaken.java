package org.shaodao.attachments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;

/** Why a file is not taken, together with what would be. */
final class NotTaken {
    /** What is wrong with a file that is not too large. */
    enum Reason {
        /** There is nothing in it. */
        EMPTY,
        /** By its content it is something that is not taken, whatever its name says. */
        TYPE,
        /** It cannot be read as what it begins like. */
        DAMAGED,
        /** Unpacked it would fill the memory. */
        TOO_MANY_PIXELS,
        /** Behind what it shows there is an archive. */
        HIDDEN_ARCHIVE,
        /** The connection ended before the file did. */
        BROKEN_OFF
    }

    private NotTaken() {}

    /**
     * @param found what it is by its content
     */
    static Problem because(Reason reason, String found, AttachmentSettings settings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reason", reason.name());
        facts.put("found", found);
        facts.put("allowed", allowed(settings));
        facts.put("limits", FileType.allowed(settings));
        return new Problem(ProblemCode.ATTACHMENT_NOT_ALLOWED, facts);
    }

    /** @param most how many bytes it may have */
    static Problem tooLarge(long most, AttachmentSettings settings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mostMib", most >> 20);
        facts.put("allowed", allowed(settings));
        facts.put("limits", FileType.allowed(settings));
        return new Problem(ProblemCode.ATTACHMENT_TOO_LARGE, facts);
    }

    private static List<String> allowed(AttachmentSettings settings) {
        return Stream.of(FileType.values())
                .map(type -> type.name() + " ≤ " + type.limit(settings).toMegabytes() + " MiB")
                .toList();
    }
}
