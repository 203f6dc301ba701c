package org.shaodao.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which scope a limited key needs here. On a method it counts before the one on its class; without any, reading needs
 * {@link Scope#READ} and no limited key does anything else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    /** Any of these; none = every key. */
    Scope[] value();
}
