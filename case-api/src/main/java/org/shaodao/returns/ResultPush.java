package org.shaodao.returns;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.returns.ReturnSettings.Hook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends results to the systems that wait for them, signed, again and again until they are taken. The answer 2xx is the
 * receipt; a message that arrives twice has the same id.
 */
@Component
@EnableConfigurationProperties(ReturnSettings.class)
class ResultPush {
    private static final Logger LOG = LoggerFactory.getLogger(ResultPush.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 100;

    private final ReturnSettings settings;
    private final OwedResults owed;
    private final OutsideResults results;
    private final Receipts receipts;
    private final PushTurns turns = new PushTurns();
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ResultPush(
            ReturnSettings settings,
            OwedResults owed,
            OutsideResults results,
            Receipts receipts,
            JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.owed = owed;
        this.results = results;
        this.receipts = receipts;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shaodao.returns.pause}")
    void push() {
        settings.hooks().forEach((source, hook) -> {
            try {
                pushAll(source, hook);
            } catch (RuntimeException e) {
                LOG.warn("results for {} could not be sent: {}", source, e.toString());
            }
        });
    }

    private void pushAll(String source, Hook hook) {
        OwedResult.Place after = null;
        List<OwedResult> page;
        do {
            page = owed.of(source, after, PAGE);
            for (OwedResult result : page) {
                if (turns.take(result.caseId(), result.version(), clock.instant())) {
                    push(source, hook, result);
                }
                after = result.place();
            }
        } while (page.size() == PAGE);
    }

    private void push(String source, Hook hook, OwedResult waiting) {
        try {
            OutsideResult result = results.of(waiting.caseId(), source);
            int status = send(hook, result);
            if (status >= 200 && status < 300) {
                receipts.take(result.caseId(), source, result.version(), new By("webhook", source, Role.OUTSIDE, null));
                turns.done(result.caseId());
            } else {
                LOG.info("{} did not take result {}: {}", source, waiting.number(), status);
            }
        } catch (Refused overtaken) {
            LOG.info(
                    "result {} changed while it was sent: {}",
                    waiting.number(),
                    overtaken.refusal().code());
        } catch (IOException away) {
            LOG.info("{} did not answer: {}", source, away.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int send(Hook hook, OutsideResult result) throws IOException, InterruptedException {
        String body = json.writeValueAsString(result);
        String id = result.caseId() + "." + result.version();
        long now = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(hook.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now))
                .header("webhook-signature", signature(hook, id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String signature(Hook hook, String id, long now, String body) {
        try {
            return new Webhook(hook.secret()).sign(id, now, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("the secret of a webhook cannot sign", e);
        }
    }
}
