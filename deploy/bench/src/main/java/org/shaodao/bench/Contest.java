package org.shaodao.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contestant's side of the conversation with {@link Contestant}: questions on the standard input, one line each, and
 * one line with the answer on the standard output, marked, because the product may print too.
 */
final class Contest {
    static final String MARK = "BENCH ";
    static final String RUN = "run";

    private static final Logger LOG = LoggerFactory.getLogger(Contest.class);
    private static final String READY = "ready";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Contest() {}

    /** Whoever answers. */
    @FunctionalInterface
    interface Answering {
        /**
         * @param words of the question, the first of which says what it is
         * @return something that is told as JSON
         */
        Object answer(String[] words) throws Exception;
    }

    /** Answers nothing but how many lives it can live: {@code run CLIENTS MILLIS}. */
    static void lives(Database database, Life life) throws Exception {
        Load load = Load.here(database);
        answer(words -> load.closed(Integer.parseInt(words[1]), Long.parseLong(words[2]), life, Map::of));
    }

    /** Answers until the input ends, and ends the process then, whatever threads there are. */
    static void answer(Answering answering) {
        say(READY);
        int status = 0;
        try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                say(JSON.writeValueAsString(answering.answer(line.split(" ", -1))));
            }
        } catch (Exception e) {
            // Whoever asked waits for an answer or for the end of this process.
            LOG.error("No answer", e);
            status = 1;
        }
        System.exit(status);
    }

    private static void say(String line) {
        System.out.println(MARK + line);
        System.out.flush();
    }
}
