package dev.ashlar.user.account;

import dev.ashlar.user.password.HashingBusy;

/**
 * Patience for what a start does to accounts. Where much else starts on few cores, the first hash may take longer than a caller
 * should wait; here there is no caller, and giving up would end the service.
 */
final class BusyStart {

    /** A minute, since hashing gives up after two seconds. */
    private static final int ATTEMPTS = 30;

    private BusyStart() {}

    /** @param step may be done again, as it fails before it has changed anything */
    static void insist(Runnable step) {
        for (var left = ATTEMPTS;; left--) {
            try {
                step.run();
                return;
            } catch (HashingBusy e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }
}
