package org.shaodao.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The resident of one case in a session. It is another person than whoever signed in with an account in the same browser:
 * neither is seen by the pages of the other.
 */
public final class ResidentSessions {
    /** The case whose code may be shown, until its resident says that they wrote it down. */
    private static final String SHOWN = "RESIDENT_CODE_SHOWN";

    static final SecurityContextRepository CONTEXT = context();

    /** Not of a session: whoever writes slowly still sends what they wrote. */
    static final CsrfTokenRepository TOKENS = tokens();

    private ResidentSessions() {}

    /** From this request on the browser follows this case, in another session than before. */
    public static void begin(UUID caseId, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute(SHOWN);
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SecurityWiring.authenticated(CodeDoor.resident(caseId)));
        SecurityContextHolder.setContext(context);
        CONTEXT.saveContext(context, request, response);
        TOKENS.saveToken(null, request, response);
    }

    /** The browser follows no case any more. */
    public static void end(HttpServletRequest request, HttpServletResponse response) {
        wroteDown(request);
        SecurityContextHolder.clearContext();
        CONTEXT.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
    }

    /** The code of this case may be shown to whoever just raised it. */
    public static void showCode(UUID caseId, HttpServletRequest request) {
        request.getSession().setAttribute(SHOWN, caseId);
    }

    /** Whether the code of this case may still be shown. */
    public static boolean showsCode(UUID caseId, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && caseId.equals(session.getAttribute(SHOWN));
    }

    /** The code is shown no more. */
    public static void wroteDown(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(SHOWN);
        }
    }

    private static SecurityContextRepository context() {
        HttpSessionSecurityContextRepository context = new HttpSessionSecurityContextRepository();
        context.setSpringSecurityContextKey("RESIDENT_CONTEXT");
        return context;
    }

    private static CsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("resident-form");
        tokens.setCookiePath(ResidentSecurity.DOOR);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }
}
