package com.smartfitness.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;

/** A setting of an operator, as the ONNX standard names it. */
public final class NodeSetting {

    private final AttributeProto attribute;

    private NodeSetting(AttributeProto.Builder attribute) {
        this.attribute = attribute.build();
    }

    public static NodeSetting number(String name, long value) {
        return new NodeSetting(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value));
    }

    public static NodeSetting real(String name, float value) {
        return new NodeSetting(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value));
    }

    public static NodeSetting text(String name, String value) {
        return new NodeSetting(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value)));
    }

    public static NodeSetting numbers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return new NodeSetting(attribute);
    }

    AttributeProto attribute() {
        return attribute;
    }
}
