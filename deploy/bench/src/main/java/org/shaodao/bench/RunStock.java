package org.shaodao.bench;

/** Contestant {@code stock}: the same minimal aggregate on Axon's own engine. */
final class RunStock {
    private RunStock() {}

    /** @param arguments the {@link Database} */
    public static void main(String[] arguments) throws Exception {
        Database database = Database.of(arguments);
        Contest.lives(database, MinimalCase.life(Engines.stock(database.pool())));
    }
}
