package com.smartfitness.replication.elasticsearch;

/**
 * How the documents of one kind of aggregate, or the rows of one replica, are analysed and searched: a bean of a service
 * whose documents are more than read by id.
 *
 * @param name the kind of aggregate, or the replica's table
 * @param revision from 1; an index that was laid out by an earlier one is moved into another, by the first process that
 *     knows a later one, while it is read and, but for a moment, written
 * @param json an object with Elasticsearch's {@code analysis}, the {@code properties} of the content or row, and the
 *     properties of what the service keeps {@code beside} it. What is not laid out is kept and not searched
 */
public record DocumentLayout(String name, int revision, String json) {}
