package org.shaodao.demo;

import java.util.List;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Shipped;

/**
 * A small city that does not exist: its documents, and the codes in them that its cases use. The outlines of its
 * communities and grids are invented too; they lie in the sea, where no other place is meant.
 */
final class DemoCity {
    static final String STREET = "huayuan";
    static final String DISTRICT = "linxi-district";
    static final String HEATING = "linxi-heating";
    static final String HOUSING = "linxi-housing";
    static final String URBAN = "linxi-urban";
    static final String WATER = "linxi-water";
    static final String COMMUNITY = "linxi/huayuan/dongmen";

    static final List<Shipped.Document> DOCUMENTS = List.of(
            new Shipped.Document(DocumentKind.REGISTRY, "linxi", "1", "registry.json"),
            new Shipped.Document(DocumentKind.DUTY_LIST, "linxi", "1", "duty-list.json"),
            new Shipped.Document(DocumentKind.DISPATCH_CATALOGUE, "linxi", "1", "dispatch-catalogue.json"));

    private DemoCity() {}
}
