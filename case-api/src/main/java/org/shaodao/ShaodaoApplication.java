package org.shaodao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole product in one process: API, pages, event store, read models and, by default, its own PostgreSQL. */
@SpringBootApplication
public class ShaodaoApplication {
    /** @param args Spring Boot properties, for example {@code --shaodao.data=/var/lib/shaodao} */
    public static void main(String[] args) {
        SpringApplication.run(ShaodaoApplication.class, args);
    }
}
