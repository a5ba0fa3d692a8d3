package com.smartfitness.bench.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conversation of a program with the benchmark that started it: one command a line on standard input, one answer a
 * line on standard output, as JSON after {@value #ANSWER}. The end of the input is the order to end.
 */
public final class Commands {

    /** Begins a line that is an answer. */
    public static final String ANSWER = "@";

    private Commands() {}

    /** Answers commands until there are no more. */
    static void serve(Map<String, Command> commands) throws IOException, InterruptedException {
        answer("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ");
            Command command = commands.get(words[0]);
            answer(command == null ? "unknown command" : command.answer(words));
        }
    }

    private static void answer(Object answer) {
        System.out.println(ANSWER + JsonMapper.shared().writeValueAsString(answer));
    }

    /** Does something and says what came of it. */
    interface Command {
        Object answer(String[] words) throws InterruptedException;
    }
}
