package org.shaodao.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model: tables, and what every event does to them. It can be thrown away and told everything again. */
public interface View {
    /** The word by which the view goes everywhere: lower-case letters, for example {@code inbox}. */
    String name();

    /** Raised whenever tables or their meaning change: the next start builds the view anew beside the old one. */
    int revision();

    /** The revision of its generations, which are made of what is known of each case. */
    default int builtAs() {
        return 31 * (31 * revision() + FactsShape.NUMBER) + Generations.KNOWN.hashCode() + Generations.TOLD;
    }

    /**
     * Whether somebody looks there for what has just happened. The live ones that are prompt are told of it together, and
     * at once; one that adds up what happened is told a little later, when more has come together.
     */
    default boolean prompt() {
        return true;
    }

    /**
     * Brings the tables up to date with one batch, inside a transaction that also moves the view's place in the log.
     * Must never refuse an event, whatever it says: a view that throws stands still until it is repaired. Called for
     * several segments and generations at once, so a view keeps nothing in fields.
     *
     * @param jdbc names without a schema are this generation's tables
     */
    void project(Batch batch, JdbcClient jdbc);

    /**
     * The statements that create the tables, with names without a schema: the script beside the class, named like the
     * view. Another table, {@code known_<name> (case_id, version)}, says up to which version each case was projected; the
     * view's queries may join it. No two views have a table of the same name: a connection finds the tables of all of
     * them without being told each time in which schema to look.
     */
    default String tables() {
        try (InputStream script = getClass().getResourceAsStream(name() + ".sql")) {
            if (script == null) {
                throw new IllegalStateException(
                        "No " + name() + ".sql beside " + getClass().getName());
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
