package org.shaodao.documents;

import java.util.List;

/**
 * What several documents of a kind say together.
 *
 * @param refs the versions it was made of, by id; empty where none was published
 */
public record Combined<T>(List<VersionRef> refs, T content) {
    public Combined {
        refs = List.copyOf(refs);
    }
}
