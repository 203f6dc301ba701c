package org.shaodao.casefile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Attached;

/** 佐证材料. What is said to prove something, and what attached files show by themselves. */
final class Shown {
    private Shown() {}

    /** Everything that was brought, said or attached. */
    static List<Evidence> by(List<Evidence> said, @Nullable List<Attached> attachments) {
        List<Evidence> all = new ArrayList<>(said);
        by(attachments).stream().filter(kind -> !said.contains(kind)).forEach(all::add);
        return all;
    }

    /** What can be looked at: a picture or film is a photo, a paper is a document; a sound proves what people say it does. */
    static Set<Evidence> by(@Nullable List<Attached> attachments) {
        Set<Evidence> kinds = EnumSet.noneOf(Evidence.class);
        for (Attached file : attachments == null ? List.<Attached>of() : attachments) {
            String type = file.mediaType();
            if (type.startsWith("image/") || type.startsWith("video/")) {
                kinds.add(Evidence.PHOTO);
            } else if (!type.startsWith("audio/")) {
                kinds.add(Evidence.DOCUMENT);
            }
        }
        return kinds;
    }
}
