package org.shaodao.parts;

/** Something that may be chosen: what is sent, and what is read. */
public record Choice(String value, String text) {}
