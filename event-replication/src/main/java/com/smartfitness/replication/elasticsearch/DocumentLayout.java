package com.smartfitness.replication.elasticsearch;

/**
 * How the documents of one kind of aggregate, or the rows of one replica, are analysed and searched: a bean of a service
 * whose documents are more than read by id.
 *
 * @param name the kind of aggregate, or the replica's table
 * @param json an object with Elasticsearch's {@code analysis}, the {@code properties} of the content or row, and the
 *     properties of what the service keeps {@code beside} it. What is not laid out is kept and not searched
 */
public record DocumentLayout(String name, String json) {}
