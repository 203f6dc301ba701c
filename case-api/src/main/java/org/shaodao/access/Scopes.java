package org.shaodao.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a limited key do what it is for and nothing else. */
@Component
public class Scopes implements HandlerInterceptor {
    /** Any of which a limited key needs for a method of a controller; empty = no limited key may call it. */
    public static Optional<List<Scope>> needed(HandlerMethod method, boolean reading) {
        Needs own = method.getMethodAnnotation(Needs.class);
        Needs said = own == null ? method.getBeanType().getAnnotation(Needs.class) : own;
        if (said != null) {
            return Optional.of(List.of(said.value()));
        }
        return reading ? Optional.of(List.of(Scope.READ)) : Optional.empty();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null
                && who.getPrincipal() instanceof Caller caller
                && caller.door() instanceof Caller.Door.Key(var scopes)
                && scopes != null
                && handler instanceof HandlerMethod method) {
            List<Scope> needed = needed(method, request.getMethod().equals(HttpMethod.GET.name()))
                    .orElseThrow(() -> new Problem(ProblemCode.FORBIDDEN, Map.of()));
            if (!needed.isEmpty() && needed.stream().noneMatch(scopes::contains)) {
                throw new Problem(ProblemCode.SCOPE_NEEDED, Map.of("scope", needed));
            }
        }
        return true;
    }
}
