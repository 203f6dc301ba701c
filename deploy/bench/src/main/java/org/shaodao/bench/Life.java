package org.shaodao.bench;

import java.util.List;

/** The life of one case after another, in steps that are taken one by one. */
@FunctionalInterface
interface Life {
    /** The steps of a new case; each counts as one command. */
    List<Step> begin();

    /** One step; it returns when it is durable. */
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }
}
