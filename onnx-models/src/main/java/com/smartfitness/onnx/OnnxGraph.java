package com.smartfitness.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.SortedMap;

/**
 * A model in the making, node after node. A value is known by its name, which is what every method returns; the same
 * calls give the same bytes.
 */
public final class OnnxGraph {

    private static final int OPERATOR_SET = 17;
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph;

    /** @param name of the graph, for people who look into the file */
    public OnnxGraph(String name) {
        this.graph = GraphProto.newBuilder().setName(name);
    }

    /** A tensor of floats that the caller of the model hands over. */
    public String input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return name;
    }

    /** Makes a value an output of the model, under a name of its own. */
    public void output(String name, String value, long... shape) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name));
        graph.addOutput(value(name, shape));
    }

    /** A tensor that is part of the model. */
    public String constant(long[] shape, double... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long size : shape) {
            tensor.addDims(size);
        }
        for (double value : values) {
            tensor.addFloatData((float) value);
        }
        return initializer(tensor);
    }

    /** A tensor of no dimension that is part of the model. */
    public String constant(double value) {
        return constant(new long[0], value);
    }

    /** A list of whole numbers that is part of the model: positions to gather, or a shape. */
    public String integers(long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return initializer(tensor);
    }

    /**
     * A tensor of floats that the file has in 8 bits: each value is {@code (byte - zeroPoint) * scale}.
     *
     * @param values each from 0 to 255
     */
    public String quantised(long[] shape, byte[] values, float scale, int zeroPoint) {
        TensorProto.Builder tensor = bytes(values);
        for (long size : shape) {
            tensor.addDims(size);
        }
        return node(
                "DequantizeLinear", initializer(tensor), constant(scale), initializer(bytes(new byte[] {(byte) zeroPoint
                })));
    }

    private static TensorProto.Builder bytes(byte[] values) {
        return TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.UINT8.getNumber())
                .setRawData(ByteString.copyFrom(values));
    }

    private String initializer(TensorProto.Builder tensor) {
        String name = "constant" + graph.getInitializerCount();
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    /** The result of an operator of the ONNX standard. */
    public String node(String operator, List<NodeSetting> settings, String... inputs) {
        String name = "value" + graph.getNodeCount();
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addOutput(name);
        node.addAllInput(List.of(inputs));
        settings.forEach(setting -> node.addAttribute(setting.attribute()));
        graph.addNode(node);
        return name;
    }

    /** The result of an operator that needs no settings. */
    public String node(String operator, String... inputs) {
        return node(operator, List.of(), inputs);
    }

    /** The finished file. */
    public byte[] toBytes(SortedMap<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("com.smartfitness.onnx")
                .setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET));
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (long size : shape) {
            dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
