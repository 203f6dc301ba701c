package org.shaodao.bench;

/** Contestant {@code minimal}: a minimal aggregate on the product's engine. */
final class RunMinimal {
    private RunMinimal() {}

    /** @param arguments the {@link Database} */
    public static void main(String[] arguments) throws Exception {
        Database database = Database.of(arguments);
        database.createEventStore();
        Contest.lives(database, MinimalCase.life(Engines.ours(database, database.pool())));
    }
}
