package org.shaodao.access;

import java.io.PrintStream;
import java.security.SecureRandom;
import org.shaodao.fact.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The first start of an installation makes an administrator and prints a password for one use. It goes to the standard
 * output, never through the logging; whoever keeps the standard output, as systemd's journal does, keeps it too, which
 * is why it opens nothing but its own change.
 */
@Component
public class FirstStart {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final PrintStream console;
    private final SecureRandom random = new SecureRandom();

    FirstStart(Accounts accounts) {
        this.accounts = accounts;
        this.console = System.out;
    }

    @EventListener
    @Order(1)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            say("");
            say("哨到 Shaodao   http://localhost:" + web.getWebServer().getPort() + "/");
        }
        if (accounts.none()) {
            String password = password();
            // Said first: killed in between, the next start says another one.
            say("  admin / " + password + "   (administrator 管理员, one-time password 一次性密码)");
            accounts.createIfAbsent("admin", Role.ADMINISTRATOR, null, password, true);
        }
    }

    /** Prints a line on the console. */
    public void say(String line) {
        console.println(line);
    }

    /** A password of about 78 bits that can be read out over the telephone. */
    public String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
