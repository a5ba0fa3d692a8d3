package com.smartfitness.stack.samples;

public final class TellsProgress {

    public void starting(String server) {
        System.out.println("Starting " + server);
    }
}
