package org.shaodao;

import java.util.Arrays;
import org.shaodao.imports.ImportCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole product in one process: API, pages, event store, read models and, by default, its own PostgreSQL. */
@SpringBootApplication
public class ShaodaoApplication {
    /**
     * Starts the product, or reads a file into a running one.
     *
     * @param args Spring Boot properties, for example {@code --shaodao.data=/var/lib/shaodao}; or {@code import} and
     *     what {@link ImportCommand} takes
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("import")) {
            System.exit(new ImportCommand(System.out).run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(ShaodaoApplication.class, args);
    }
}
