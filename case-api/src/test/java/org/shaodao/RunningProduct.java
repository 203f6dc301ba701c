package org.shaodao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.eventstore.EventClock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole product with its demonstration, started once per test JVM on an empty folder, asked over real HTTP. Tests
 * that need it in another state start one of their own.
 */
public final class RunningProduct {
    public static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final Path data;

    private RunningProduct(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    /** The one that all tests share. */
    public static RunningProduct shared() {
        return Shared.INSTANCE;
    }

    /** Another one, on a folder of its own. */
    public static RunningProduct start(Path data, String... arguments) {
        return new RunningProduct(SpringApplication.run(ShaodaoApplication.class, on(data, arguments)), data);
    }

    /** Another demonstration, which goes by a clock of the test's own from its start on. */
    static RunningProduct start(Path data, Clock clock) {
        return start(data, bean -> bean instanceof Clock ? EventClock.use(clock) : bean, "--shaodao.demo=true");
    }

    /** Another one, with other parts in place of some of its own. */
    public static RunningProduct start(Path data, UnaryOperator<Object> parts, String... arguments) {
        SpringApplication application = new SpringApplication(ShaodaoApplication.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return parts.apply(bean);
            }
        }));
        return new RunningProduct(application.run(on(data, arguments)), data);
    }

    /** Without the weeks of a living city, unless a test asks for them. */
    private static String[] on(Path data, String... arguments) {
        boolean living = Stream.of(arguments).anyMatch(argument -> argument.startsWith("--shaodao.demo-weeks="));
        Stream<String> own = Stream.of("--shaodao.data=" + data, "--server.port=0");
        return Stream.of(
                        own,
                        living ? Stream.<String>empty() : Stream.of("--shaodao.demo-weeks=0"),
                        Stream.of(arguments))
                .flatMap(all -> all)
                .toArray(String[]::new);
    }

    /** An empty folder below {@code target}. */
    public static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "products")), "data")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever clock it went by, events carry the time of the world again. */
    public void stop() {
        context.close();
        EventClock.use(Clock.systemUTC());
    }

    public Path data() {
        return data;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String url(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return "http://localhost:" + port + path;
    }

    /** Somebody of the demonstration: huayuan (street), gongre, zhujian, chengguan (units), duban, shenji. */
    public Session as(String login) {
        return as(login, passwordOf(login));
    }

    /** The password of somebody of the demonstration. */
    public String passwordOf(String login) {
        try {
            for (String line : Files.readAllLines(data.resolve("secrets").resolve("demo-logins"))) {
                if (line.startsWith(login + ' ')) {
                    return line.substring(login.length() + 1);
                }
            }
            throw new IllegalArgumentException("no demonstration login " + login);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody with a password. */
    public Session as(String login, String password) {
        byte[] pair = (login + ':' + password).getBytes(StandardCharsets.UTF_8);
        return new Session(this, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** A system with an API key; null = nobody. */
    public Session with(@Nullable String key) {
        return new Session(this, key == null ? null : "Bearer " + key);
    }

    /** Requests of one caller; every method answers with whatever came back. */
    public record Session(RunningProduct product, @Nullable String authorization, Map<String, String> headers) {
        Session(RunningProduct product, @Nullable String authorization) {
            this(product, authorization, Map.of("Accept-Language", "en"));
        }

        /** The same caller with one more header. */
        public Session header(String name, String value) {
            Map<String, String> all = new HashMap<>(headers);
            all.put(name, value);
            return new Session(product, authorization, all);
        }

        public Answer get(String path) {
            return send("GET", path, null);
        }

        public Answer post(String path, @Nullable Object body) {
            return send("POST", path, body);
        }

        public Answer put(String path, @Nullable Object body) {
            return send("PUT", path, body);
        }

        /** A body that is a string or bytes is sent as it is, anything else as JSON. */
        public Answer send(String method, String path, @Nullable Object body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(product.url(path)));
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.method(
                        method,
                        switch (body) {
                            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
                            case String text -> HttpRequest.BodyPublishers.ofString(text);
                            default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
                        });
                if (!headers.containsKey("Content-Type")) {
                    request.header("Content-Type", "application/json");
                }
            }
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            headers.forEach(request::header);
            try {
                return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The code of a problem; empty for a success. */
        public String code() {
            return status() < 400 ? "" : json().path("code").asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final class Shared {
        static final RunningProduct INSTANCE = start(emptyFolder(), "--shaodao.demo=true");
    }
}
