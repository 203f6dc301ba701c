package org.shaodao.bench;

/** Contestant {@code casefile}: the real case file with real commands, and nobody who reads what it stores. */
final class RunCaseFile {
    private RunCaseFile() {}

    /** @param arguments as {@link Product#arguments} */
    public static void main(String[] arguments) throws Exception {
        Product product = Product.start(arguments).withoutReactions().withoutViews();
        Contest.lives(product.events(), new RealLife(product.commands(), receipt -> {})::begin);
    }
}
