package org.shaodao.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.history.CaseHeader;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Links that lose nothing of where the reader is. Called from templates as {@code @links}. */
@Component("links")
public class PageLinks {
    /** This very page in another language. */
    public String inLanguage(String language) {
        return with("lang", language);
    }

    /** This very page with one parameter set. */
    public String with(String parameter, Object value) {
        return here().replaceQueryParam(parameter, value).build().toUriString();
    }

    /** This very page without one parameter. */
    public String without(String parameter) {
        return here().replaceQueryParam(parameter).build().toUriString();
    }

    /** Whether this is a page of residents, who have no desk to go back to. */
    public boolean ofResident() {
        String path = String.valueOf(here().build().getPath());
        return path.equals("/resident") || path.startsWith("/resident/");
    }

    private static UriComponentsBuilder here() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return UriComponentsBuilder.fromPath(Objects.requireNonNullElse(failed, request.getRequestURI())
                        .toString())
                .query(request.getQueryString());
    }

    /** A case, with the way back to the page of the list from which it is opened. */
    public String fromList(CaseHeader one, @Nullable String cursor) {
        return UriComponentsBuilder.fromPath("/cases/" + one.caseId())
                .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                .encode()
                .toUriString();
    }
}
