package org.shaodao.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors that reached no controller: a problem for callers of the API, a page for people. */
@Controller
class Fallback implements ErrorController {
    private final ProblemAnswers problems;

    Fallback(ProblemAnswers problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : 404;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            problems.write(request, response, ProblemCode.of(HttpStatusCode.valueOf(status)));
            return null;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof DataAccessException) {
            status = HttpStatus.SERVICE_UNAVAILABLE.value();
            response.setStatus(status);
        }
        model.addAttribute("status", status);
        return "error";
    }
}
