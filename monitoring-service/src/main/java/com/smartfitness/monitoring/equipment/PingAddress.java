package com.smartfitness.monitoring.equipment;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where equipment listens: a literal address and a port. A name could lead elsewhere by the time it is asked, and other
 * spellings of addresses ({@code 0x7f.1}, {@code 2130706433}) are read differently by different programs: neither is
 * taken.
 *
 * @param host in canonical form, without brackets
 * @param port 1 to 65535
 */
public record PingAddress(String host, int port) {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FORM = Pattern.compile("(?:(?<v4>" + OCTET + "(?:\\." + OCTET
            + "){3})|\\[(?<v6>[0-9A-Fa-f:]{2,39})])" + ":(?<port>[1-9][0-9]{0,4})");

    /** Reads {@code 10.1.2.3:7000} or {@code [fd00::7]:7000}; empty for anything else. */
    public static Optional<PingAddress> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group("port")) > 65_535) {
            return Optional.empty();
        }
        try {
            InetAddress address = parts.group("v4") != null
                    ? InetAddress.ofLiteral(parts.group("v4"))
                    : InetAddress.ofLiteral(parts.group("v6"));
            return Optional.of(new PingAddress(address.getHostAddress(), Integer.parseInt(parts.group("port"))));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** What to connect to. */
    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return (InetAddress.ofLiteral(host) instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }
}
