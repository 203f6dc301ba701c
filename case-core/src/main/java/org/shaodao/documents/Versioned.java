package org.shaodao.documents;

/** The content of one document, and how a decision that uses it names it. */
public record Versioned<T>(VersionRef ref, T content) {}
