package com.smartfitness.defaults.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/** No key to verify a token with has arrived: the token may well be valid. */
final class SigningKeysUnavailableException extends AuthenticationServiceException {

    SigningKeysUnavailableException() {
        super("No signing key has been replicated yet");
    }
}
