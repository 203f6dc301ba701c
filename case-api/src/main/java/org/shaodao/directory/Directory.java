package org.shaodao.directory;

import java.time.Clock;
import org.shaodao.access.KnownUnits;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.documents.Documents;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Unit;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Refused;
import org.springframework.stereotype.Component;

/** The codes that a case may refer to, with their names in both languages: what the registries in force say now. */
@Component
public class Directory implements KnownUnits {
    private final Documents documents;
    private final Clock clock;

    Directory(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** Everything there is. */
    public Registry all() {
        return documents.registry(clock.instant());
    }

    @Override
    public void requireUnit(String field, String code, boolean street) {
        require(
                all().unit(code)
                        .filter(Unit::active)
                        .filter(unit -> !street || unit.kind() == UnitKind.STREET)
                        .isPresent(),
                field,
                code);
    }

    /** Passes where the place exists. */
    public void requirePlace(String field, String code) {
        require(all().place(code).isPresent(), field, code);
    }

    /** Passes where the category exists. */
    public void requireCategory(String field, String code) {
        require(all().category(code).isPresent(), field, code);
    }

    /** Names by code in the language asked for; a code without an entry is its own name. */
    public Names names(boolean chinese) {
        return new Names(all(), chinese);
    }

    private static void require(boolean known, String field, String code) {
        if (!known) {
            throw new Refused(new CaseRefusal.UnknownCode(field, code));
        }
    }

    /** Names in one language. */
    public record Names(Registry registry, boolean chinese) {
        public String unit(String code) {
            return registry.unit(code)
                    .map(unit -> chinese ? unit.zh() : unit.en())
                    .orElse(code);
        }

        public String place(String code) {
            return registry.place(code)
                    .map(place -> chinese ? place.zh() : place.en())
                    .orElse(code);
        }

        public String category(String code) {
            return registry.category(code)
                    .map(category -> chinese ? category.zh() : category.en())
                    .orElse(code);
        }
    }
}
