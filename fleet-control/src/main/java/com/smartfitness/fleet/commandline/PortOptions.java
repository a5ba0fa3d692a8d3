package com.smartfitness.fleet.commandline;

import picocli.CommandLine.Option;

/** Lets a second fleet run beside the first. */
final class PortOptions {

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:FLEET_PORT_OFFSET:-0}",
            description = "Added to every port. Default: FLEET_PORT_OFFSET, else 0.")
    int offset;
}
