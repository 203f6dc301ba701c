package org.shaodao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** Is about the tables of events or their appender, or needs a log of its own: skipped where events are kept in an Axon Server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfEnvironmentVariable(named = "SHAODAO_AXON_SERVER_SERVERS", matches = ".+")
public @interface InPostgresql {}
