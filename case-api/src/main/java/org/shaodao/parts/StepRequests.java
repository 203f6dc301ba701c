package org.shaodao.parts;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.casefile.StepRequest;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What each step of a case is told with, by its name: whatever the API takes has a form. */
@Component
class StepRequests {
    private final RequestMappingHandlerMapping mappings;

    /** @param mappings complete only once everything has started */
    StepRequests(@Lazy @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** The request of a step, for example of {@code hand-back}. */
    Class<? extends StepRequest> of(String step) {
        Class<? extends StepRequest> request = all().get(step);
        if (request == null) {
            throw new Problem(ProblemCode.NOT_FOUND, Map.of());
        }
        return request;
    }

    Map<String, Class<? extends StepRequest>> all() {
        return mappings.getHandlerMethods().values().stream()
                .filter(method -> method.hasMethodAnnotation(Operation.class))
                .flatMap(StepRequests::request)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Class<? extends StepRequest>>> request(HandlerMethod method) {
        Operation operation = method.getMethodAnnotation(Operation.class);
        return operation == null
                ? Stream.of()
                : Stream.of(method.getMethodParameters())
                        .filter(parameter -> StepRequest.class.isAssignableFrom(parameter.getParameterType()))
                        .map(parameter -> Map.entry(
                                operation.operationId(),
                                parameter.getParameterType().asSubclass(StepRequest.class)));
    }
}
