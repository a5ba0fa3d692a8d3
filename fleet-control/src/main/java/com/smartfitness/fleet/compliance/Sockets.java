package com.smartfitness.fleet.compliance;

import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Open connections of this machine and the processes that hold them, as the kernel tells (proc(5)). */
final class Sockets {

    private static final Path PROC = Path.of("/proc");
    private static final String ESTABLISHED = "01";
    private static final String SOCKET = "socket:[";
    private static final long NOBODY = 0;

    private final List<End> ends;

    /** One end of a connection: its own port, the other one's, and the process that holds it, 0 if nobody does. */
    record End(int port, int remotePort, long process) {

        private End heldBy(long holder) {
            return new End(port, remotePort, holder);
        }
    }

    private Sockets(List<End> ends) {
        this.ends = ends;
    }

    /** What is there while it is looked at; what comes or goes meanwhile is left out, since nobody could be named for it. */
    static Sockets now() {
        try {
            Map<String, End> before = established();
            Map<String, Long> holders = holders();
            Set<String> after = established().keySet();
            return new Sockets(before.entrySet().stream()
                    .filter(end -> after.contains(end.getKey()))
                    .map(end -> end.getValue().heldBy(holders.getOrDefault(end.getKey(), NOBODY)))
                    .toList());
        } catch (IOException e) {
            throw new StackException("The kernel does not tell of connections: " + e.getMessage(), e);
        }
    }

    /** Ends of established connections by the inodes of their sockets. */
    private static Map<String, End> established() throws IOException {
        Map<String, End> ends = new HashMap<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Files.readAllLines(PROC.resolve(table)).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(line -> line[3].equals(ESTABLISHED))
                    .forEach(line -> ends.put(line[9], new End(port(line[1]), port(line[2]), NOBODY)));
        }
        return ends;
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
                long pid = Long.parseLong(process.getFileName().toString());
                try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
                    for (Path file : files) {
                        socketBehind(file).ifPresent(inode -> holders.put(inode, pid));
                    }
                } catch (IOException | DirectoryIteratorException gone) {
                    // It has ended, or is not ours to look into; then nobody is named for its connections.
                }
            }
        }
        return holders;
    }

    /** The inode of an open file that is a socket; nothing of one that has been closed meanwhile. */
    private static Optional<String> socketBehind(Path file) {
        try {
            String target = Files.readSymbolicLink(file).toString();
            return target.startsWith(SOCKET)
                    ? Optional.of(target.substring(SOCKET.length(), target.length() - 1))
                    : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }
}
