package org.shaodao.web;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shaodao.access.Caller;
import org.shaodao.vault.Secrets;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** The {@link RequestMark} of a form with files, which only its own page can read. */
@Component
public class FormMarks {
    private final Secrets secrets;

    FormMarks(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The mark of a form.
     *
     * @param key drawn when the form was shown
     * @param address where it was sent
     * @param said everything that was said in it, files by what they are
     */
    public RequestMark of(Caller caller, String key, String address, Map<String, String> said) {
        UUID attempt = UuidCreator.getTimeOrderedEpoch();
        MDC.put(RequestMarks.TRACE, attempt.toString());
        StringBuilder form = new StringBuilder();
        new TreeMap<>(said)
                .forEach((name, value) ->
                        form.append(name).append('=').append(value).append('\n'));
        return new RequestMark(
                caller.by(null),
                true,
                RequestMarks.command(caller, RequestMarks.formKey(key)).toString(),
                secrets.hmac(
                        Secrets.Purpose.REQUEST_HASH,
                        ("POST " + address + '\n').getBytes(StandardCharsets.UTF_8),
                        form.toString().getBytes(StandardCharsets.UTF_8)),
                true,
                null,
                "page",
                attempt.toString());
    }
}
