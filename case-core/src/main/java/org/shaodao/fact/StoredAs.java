package org.shaodao.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which a fact is stored: a file format, independent of the class, never renamed and never deleted. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {
    /** Logical name, {@code aggregate.fact-in-the-past-tense}. */
    String value();

    /** Raised only when shape or meaning needs an upcaster. */
    String revision() default "1";
}
