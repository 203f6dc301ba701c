package org.shaodao.documents;

/**
 * Names one version of a document, as every decision names the documents it used.
 *
 * @param id which document of its kind
 * @param version as its publisher called it, for example {@code 2026.1}; never given twice to different contents
 * @param hash SHA-256 of the content's UTF-8 bytes, 64 lower-case hexadecimal digits
 */
public record VersionRef(String id, String version, String hash) {}
