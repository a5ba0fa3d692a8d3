package com.smartfitness.fleet.commandline;

import java.io.Console;

/** The person at the other end, if there is one. */
// Whether there is a console without a terminal has changed from one JDK to the next.
@SuppressWarnings("SystemConsoleNull")
final class Terminal {

    private Terminal() {}

    /** Whether someone reads along and can answer. */
    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static boolean agrees(String question) {
        Console console = System.console();
        return console != null && "yes".equals(console.readLine("%s Type 'yes': ", question));
    }
}
