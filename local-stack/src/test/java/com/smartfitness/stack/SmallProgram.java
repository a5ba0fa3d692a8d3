package com.smartfitness.stack;

import java.util.concurrent.CountDownLatch;

/** A program that does what its environment wishes: serves, or ends well or badly as one does that is in training. */
final class SmallProgram {

    private SmallProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        switch (System.getenv("WISH")) {
            case "end" -> System.out.println("put together");
            case "fail" -> System.exit(3);
            default -> {
                System.out.println("serving");
                new CountDownLatch(1).await();
            }
        }
    }
}
