package com.smartfitness.auth;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from.
 *
 * @param address of the client, as the gateway has seen it; personal data: never to be logged or stored in the clear
 */
public record Source(String address) {

    public static Source of(HttpServletRequest request) {
        return new Source(request.getRemoteAddr());
    }

    @Override
    public String toString() {
        return "an address";
    }
}
