package org.shaodao.bench;

import java.util.Map;

/**
 * Contestant {@code projected}: the whole product. A round ends when every view knows every event, so that its commands
 * per second are those the views keep up with. Asked further it tells how soon a step is seen.
 */
final class RunProjected {
    static final String LAG = "lag";

    private final Product product;
    private final Load load;

    private RunProjected(Product product) {
        this.product = product;
        this.load = Load.here(product.events());
    }

    /** @param arguments as {@link Product#arguments} */
    public static void main(String[] arguments) throws Exception {
        RunProjected projected = new RunProjected(Product.start(arguments));
        Contest.answer(projected::answer);
    }

    private Object answer(String[] words) throws Exception {
        return switch (words[0]) {
            case Contest.RUN ->
                load.closed(
                        Integer.parseInt(words[1]),
                        Long.parseLong(words[2]),
                        new RealLife(product.commands(), receipt -> {})::begin,
                        this::caughtUp);
            case LAG -> new Visibility(product, load).of(Double.parseDouble(words[1]), Long.parseLong(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Map<String, Double> caughtUp() throws InterruptedException {
        double behind = product.lag();
        long begin = System.nanoTime();
        product.awaitViews();
        return Map.of("behind", behind, "caught up s", (System.nanoTime() - begin) / 1e9);
    }
}
