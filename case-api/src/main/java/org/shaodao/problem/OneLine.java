package org.shaodao.problem;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line of whole characters: no line breaks or other control characters, which lists could not show and NUL no
 * database stores, and no half of a surrogate pair, which would be stored as a question mark.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]*") @ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface OneLine {
    /** What would be right. */
    String message() default "{org.shaodao.problem.OneLine.message}";

    /** As Jakarta Validation demands. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation demands. */
    Class<? extends Payload>[] payload() default {};
}
