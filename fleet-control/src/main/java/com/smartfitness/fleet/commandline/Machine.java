package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.ProcessMemory;
import com.smartfitness.stack.NativeServer;
import com.smartfitness.stack.Ports;
import com.smartfitness.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a fleet asks of the machine that it is to run on. */
interface Machine {

    boolean isFree(int port);

    boolean isInstalled(String program);

    /** What keeps servers from the folder, in one line. */
    Optional<String> obstacleTo(Path folder);

    /** Bytes that programs could take. */
    long availableMemory();

    /** This one. */
    record Local() implements Machine {

        private static final List<Path> PATH =
                List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));

        @Override
        public boolean isFree(int port) {
            return Ports.isFree(port);
        }

        @Override
        public boolean isInstalled(String program) {
            return PATH.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
        }

        @Override
        public Optional<String> obstacleTo(Path folder) {
            try {
                NativeServer.requireReachable(folder);
                return Optional.empty();
            } catch (StackException e) {
                return Optional.ofNullable(e.getMessage());
            }
        }

        @Override
        public long availableMemory() {
            return ProcessMemory.available();
        }
    }
}
