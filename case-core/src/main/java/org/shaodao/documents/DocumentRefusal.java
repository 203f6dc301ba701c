package org.shaodao.documents;

import java.time.Instant;
import org.shaodao.fact.Refusal;

/** Why a document was not published. */
public sealed interface DocumentRefusal extends Refusal {
    /** This version has another content or start already, and a published version never changes. */
    record VersionExists(String id, String version) implements DocumentRefusal {}

    /** It would be in force before the version that is in force now, and so change what was decided by then. */
    record EffectiveTooEarly(Instant effectiveFrom, Instant earliest) implements DocumentRefusal {}

    /** The content is larger than any document needs to be. */
    record DocumentTooLarge(Integer bytes, Integer most) implements DocumentRefusal {}
}
