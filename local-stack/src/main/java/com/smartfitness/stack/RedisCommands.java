package com.smartfitness.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Redis' inline commands, as much of its protocol as setting a server up takes. */
final class RedisCommands {

    private static final int LIMIT_MILLIS = 5_000;

    private RedisCommands() {}

    /** Runs a command that answers in one line, and returns the line. A refusal is an exception with its reason. */
    static String run(RedisFacts facts, String command) throws IOException {
        try (Socket socket = new Socket()) {
            return exchange(socket, signedIn(socket, facts), command);
        }
    }

    /** Runs a command that answers in many lines, which end with an empty one. */
    static List<String> lines(RedisFacts facts, String command) throws IOException {
        try (Socket socket = new Socket()) {
            BufferedReader answers = signedIn(socket, facts);
            exchange(socket, answers, command);
            List<String> lines = new ArrayList<>();
            for (String line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
                lines.add(line);
            }
            return lines;
        }
    }

    private static BufferedReader signedIn(Socket socket, RedisFacts facts) throws IOException {
        socket.connect(new InetSocketAddress(facts.host(), facts.port()), LIMIT_MILLIS);
        socket.setSoTimeout(LIMIT_MILLIS);
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        exchange(socket, answers, "AUTH %s %s".formatted(facts.username(), facts.password()));
        return answers;
    }

    private static String exchange(Socket socket, BufferedReader answers, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("Redis closed the connection");
        }
        if (answer.startsWith("-")) {
            throw new IOException(answer.substring(1));
        }
        return answer.substring(1);
    }
}
