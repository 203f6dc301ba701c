package org.shaodao.casefile;

/** The lawful way for a matter that is not accepted: litigation 诉讼, arbitration 仲裁, administrative reconsideration 复议, petition 信访, disclosure of information 信息公开, another authority. */
public enum LegalRoute {
    LITIGATION,
    ARBITRATION,
    RECONSIDERATION,
    PETITION,
    INFORMATION_DISCLOSURE,
    OTHER_AUTHORITY
}
