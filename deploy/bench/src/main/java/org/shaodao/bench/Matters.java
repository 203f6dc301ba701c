package org.shaodao.bench;

/**
 * What demands are about and where: as many kinds and places as a district has, because what is counted of like demands
 * must not depend on all being alike.
 */
final class Matters {
    static final String CATEGORY = "heating/cold-home";
    static final String PLACE = "linxi/huayuan/dongmen";

    private static final int CATEGORIES = 50;
    private static final int PLACES = 400;

    private Matters() {}

    /** The category of a case. */
    static String category(long number) {
        return CATEGORY + '-' + number % CATEGORIES;
    }

    /** Its place. */
    static String place(long number) {
        return PLACE + "/building-" + number / CATEGORIES % PLACES;
    }
}
