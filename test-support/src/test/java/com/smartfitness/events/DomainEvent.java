package com.smartfitness.events;

/** Stands in for the shared type of this name, which is built after this module. */
public interface DomainEvent {}
