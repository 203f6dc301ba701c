package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the dashboards draw and the alerts watch is there to be scraped. */
@InPostgresql
class MonitoringTest {
    private static final Path DEPLOY = Path.of("..", "deploy");

    /** A name of a metric, unlike functions and labels of the query language. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:shaodao|http|jvm|process|system|hikaricp|disk|cache)_[a-z_]+\\b");

    @Test
    void every_metric_that_alerts_and_dashboards_name_is_in_a_scrape() throws IOException {
        Town town = Town.shared();
        town.whistled();
        System.gc(); // so that there was a pause to tell of
        Set<String> scraped = town.administrator()
                .header("Accept", "text/plain")
                .get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());

        Set<String> alerts = named(DEPLOY.resolve("prometheus").resolve("alerts.yml"), "expr: (.*)");
        assertThat(alerts)
                .hasSizeGreaterThan(10)
                .allSatisfy(metric -> assertThat(scraped).contains(metric));
        Set<String> drawn = new TreeSet<>();
        try (Stream<Path> dashboards = Files.list(DEPLOY.resolve("grafana").resolve("dashboards"))) {
            for (Path dashboard : dashboards.toList()) {
                drawn.addAll(named(dashboard, "\"expr\": (.*)"));
            }
        }
        assertThat(drawn)
                .hasSizeGreaterThan(15)
                .allSatisfy(metric -> assertThat(scraped).contains(metric));
    }

    private static Set<String> named(Path file, String expression) throws IOException {
        return Pattern.compile(expression)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .flatMap(query -> METRIC.matcher(query).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
