package org.shaodao.view;

/** A generation could not be told of a batch; the cause says why. Whoever else the batch was for is not to blame. */
final class NotTold extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Generation generation;
    private final boolean apart;

    /** @param apart not even case by case, although the database is well */
    NotTold(Generation generation, boolean apart, Throwable cause) {
        super(generation.name(), cause);
        this.generation = generation;
        this.apart = apart;
    }

    /** Why, without who. */
    static Throwable reason(Throwable error) {
        return error instanceof NotTold notTold && notTold.getCause() != null ? notTold.getCause() : error;
    }

    Generation generation() {
        return generation;
    }

    boolean evenApart() {
        return apart;
    }
}
