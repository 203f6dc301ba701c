package org.shaodao.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class ProblemsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                ConcurrencyException.class,
                AggregateStreamCreationException.class,
                LockAcquisitionFailedException.class
            })
    void a_case_that_somebody_else_was_faster_at_is_busy_whether_or_not_it_was_there_before(
            Class<? extends Exception> contested) {
        Method answer = new ExceptionHandlerMethodResolver(Problems.class).resolveMethodByExceptionType(contested);

        assertThat(answer).isNotNull().extracting(Method::getName).isEqualTo("contested");
    }
}
