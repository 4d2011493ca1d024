package dev.ashlar.localstack.demo;

/** A step of the journey: what is done, and how to do it. */
record Step(String name, Action action) {

    interface Action {

        /** @return what came of it, for people */
        String run() throws InterruptedException;
    }
}
