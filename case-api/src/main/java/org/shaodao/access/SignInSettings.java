package org.shaodao.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the door is with wrong passwords.
 *
 * @param attempts how many an account has before it must wait
 * @param attemptsOfAddress the same for an address, behind which a whole office may sit
 * @param window after so long without a wrong one all are forgotten
 * @param pause the first wait; each further wrong attempt doubles it
 * @param longestPause the longest wait
 */
@ConfigurationProperties("shaodao.sign-in")
record SignInSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("100") int attemptsOfAddress,
        @DefaultValue("1h") Duration window,
        @DefaultValue("1m") Duration pause,
        @DefaultValue("30m") Duration longestPause) {
    Attempts.Patience ofAccount() {
        return new Attempts.Patience(attempts, window, pause, longestPause);
    }

    Attempts.Patience ofAddress() {
        return new Attempts.Patience(attemptsOfAddress, window, pause, longestPause);
    }
}
