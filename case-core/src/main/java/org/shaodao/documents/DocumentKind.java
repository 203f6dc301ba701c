package org.shaodao.documents;

import java.util.Locale;
import java.util.UUID;
import org.shaodao.fact.Role;

/**
 * What is versioned: policy pack 政策包, calendar 日历, organisation registry 机构名录, duty list 职责清单, dispatch
 * catalogue 派单目录, import mapping 导入映射, reporting period 统计期. All versions of a kind are one stream of the event
 * store.
 */
public enum DocumentKind {
    POLICY_PACK("c2bd7c4e-9a89-5139-8fae-99c9b1436587", Role.ADMINISTRATOR),
    CALENDAR("d79b5cea-c5bd-5d88-bf2b-9966ddb07d7e", Role.ADMINISTRATOR),
    REGISTRY("4dcd583c-e576-58f5-bc44-357287d6d511", Role.ADMINISTRATOR),
    DUTY_LIST("7f187a60-d55d-5695-a4aa-6a94f01fb585", Role.ADMINISTRATOR),
    DISPATCH_CATALOGUE("11121ae3-9772-5c93-bcb1-61e29a1b375f", Role.ADMINISTRATOR),
    IMPORT_MAPPING("d5b06993-2ab6-57b4-81a5-f4c3aae91938", Role.ADMINISTRATOR),
    REPORTING_PERIOD("976b0a7a-72bc-5d81-81ff-67b0086826a5", Role.DISTRICT);

    private final UUID stream;
    private final Role publisher;

    DocumentKind(String stream, Role publisher) {
        this.stream = UUID.fromString(stream);
        this.publisher = publisher;
    }

    /**
     * The stream that holds all versions of this kind: the UUIDv5 of its code below
     * {@code 5ba0da00-0000-5000-8000-00000000d0c5}.
     */
    public UUID stream() {
        return stream;
    }

    /** Who publishes it; nobody else does. */
    public Role publisher() {
        return publisher;
    }

    /** The kind as addresses and messages name it, for example {@code policy-pack}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
