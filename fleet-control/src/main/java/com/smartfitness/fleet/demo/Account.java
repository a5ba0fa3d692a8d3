package com.smartfitness.fleet.demo;

/** How somebody signs in. */
public record Account(String email, String password) {}
