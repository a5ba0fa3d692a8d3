package com.smartfitness.fleet.compliance;

/**
 * A pair of name and password that a running service has been given.
 *
 * @param name the variable that holds the password
 */
record Key(String holder, String name, String user, String password) {

    @Override
    public String toString() {
        return holder + " " + name;
    }
}
