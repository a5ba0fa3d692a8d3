package com.smartfitness.monitoring.equipment;

import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** The networks in which equipment may be asked: this service does not knock on doors for others. */
@Component
public class PingNetworks {

    private final List<IpAddressMatcher> networks;

    PingNetworks(PingProperties properties) {
        networks = properties.networks().stream().map(IpAddressMatcher::new).toList();
    }

    /** Whether the address may be asked. */
    public boolean contain(PingAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address.host()));
    }
}
