package org.shaodao.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.shaodao.fact.Refused;
import org.shaodao.problem.Problem;
import org.shaodao.view.MalformedCursor;
import org.shaodao.view.ViewBehind;
import org.shaodao.view.ViewNotReady;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a person sees where the API would answer with a problem: the same in words, with a way on. */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {
    @ExceptionHandler({Refused.class, MalformedCursor.class, MethodArgumentTypeMismatchException.class})
    String unknown(Model model, HttpServletResponse response) {
        return said(404, model, response);
    }

    @ExceptionHandler(AccessDeniedException.class)
    String forbidden(Model model, HttpServletResponse response) {
        return said(403, model, response);
    }

    @ExceptionHandler({
        ViewBehind.class,
        ViewNotReady.class,
        DataAccessException.class,
        TransactionException.class,
        EventStoreException.class
    })
    String recovering(Model model, HttpServletResponse response) {
        return said(503, model, response);
    }

    @ExceptionHandler
    String problem(Problem problem, Model model, HttpServletResponse response) {
        return said(problem.code().status().value(), model, response);
    }

    private static String said(int status, Model model, HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("status", status);
        return "error";
    }
}
