package com.smartfitness.testing.architecture.samples;

public final class Printing {

    public static final class Tells {
        void say(String what) {
            System.out.println(what);
        }
    }

    public static final class Complains {
        void say(String what) {
            System.err.println(what);
        }
    }

    public static final class Traces {
        void fail(Exception cause) {
            cause.printStackTrace();
        }
    }

    private Printing() {}
}
