package org.shaodao.casefile;

/** On what a verification rests: seen on site, the documents sent in, the resident's word, or the word of the system a case was imported from. */
public enum VerificationBasis {
    ON_SITE,
    DOCUMENTS,
    RESIDENT,
    SOURCE_SYSTEM
}
