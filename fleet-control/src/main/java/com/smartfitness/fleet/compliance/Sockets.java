package com.smartfitness.fleet.compliance;

import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Open connections of this machine and the processes that hold them, as the kernel tells (proc(5)). */
final class Sockets {

    private static final Path PROC = Path.of("/proc");
    private static final String ESTABLISHED = "01";

    private final List<End> ends;

    /** One end of a connection: its own port, the other one's, and the process that holds it, 0 if nobody does. */
    record End(int port, int remotePort, long process) {}

    private Sockets(List<End> ends) {
        this.ends = ends;
    }

    static Sockets now() {
        try {
            Map<String, Long> holders = holders();
            List<End> ends = new ArrayList<>();
            for (String table : List.of("net/tcp", "net/tcp6")) {
                Files.readAllLines(PROC.resolve(table)).stream()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(line -> line[3].equals(ESTABLISHED))
                        .forEach(line ->
                                ends.add(new End(port(line[1]), port(line[2]), holders.getOrDefault(line[9], 0L))));
            }
            return new Sockets(ends);
        } catch (IOException e) {
            throw new StackException("The kernel does not tell of connections: " + e.getMessage(), e);
        }
    }

    /** Clients' ends of the connections to a server's port. */
    List<End> clientsOf(int serverPort) {
        return ends.stream().filter(end -> end.remotePort() == serverPort).toList();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }

    /** Processes by the inodes of their sockets. */
    private static Map<String, Long> holders() throws IOException {
        Map<String, Long> holders = new HashMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
                    for (Path file : files) {
                        String target = Files.readSymbolicLink(file).toString();
                        if (target.startsWith("socket:[")) {
                            holders.put(
                                    target.substring(8, target.length() - 1),
                                    Long.parseLong(process.getFileName().toString()));
                        }
                    }
                } catch (IOException gone) {
                    // It has ended, or is not ours to look into; then nobody is named for its connections.
                }
            }
        }
        return holders;
    }
}
