package com.smartfitness.helper.site;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** A model that finds bright photos good, dark ones insufficient, and is not sure in between. */
public final class BrightnessModel {

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final float STEEPNESS = 20;

    private final String labels;
    private final String input;
    private final int side;
    private final boolean normalised;

    private BrightnessModel(String labels, String input, int side, boolean normalised) {
        this.labels = labels;
        this.input = input;
        this.side = side;
        this.normalised = normalised;
    }

    public static BrightnessModel asAgreed() {
        return new BrightnessModel("양호,미흡", "image", 64, true);
    }

    /** Finds dark photos good. */
    public static BrightnessModel inverted() {
        return new BrightnessModel("미흡,양호", "image", 96, true);
    }

    public BrightnessModel withLabels(String other) {
        return new BrightnessModel(other, input, side, normalised);
    }

    public BrightnessModel withInput(String other) {
        return new BrightnessModel(labels, other, side, normalised);
    }

    public BrightnessModel withSide(int other) {
        return new BrightnessModel(labels, input, other, normalised);
    }

    /** Answers with something else than probabilities. */
    public BrightnessModel withoutSoftmax() {
        return new BrightnessModel(labels, input, side, false);
    }

    public byte[] toBytes() {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("brightness")
                .addInput(value(input, 1, 3, side, side))
                .addOutput(value("probabilities", 1, 2))
                .addInitializer(tensor("weights", List.of(3L, 2L), STEEPNESS, -STEEPNESS))
                .addInitializer(tensor("middle", List.of(1L, 2L), -STEEPNESS * 1.5f, STEEPNESS * 1.5f))
                .addNode(node("GlobalAveragePool", "means", input))
                .addNode(node("Flatten", "channels", "means"))
                .addNode(node("MatMul", "weighted", "channels", "weights"))
                .addNode(node("Add", "scores", "weighted", "middle"))
                .addNode(node(normalised ? "Softmax" : "Identity", "probabilities", "scores"));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey("labels").setValue(labels))
                .build()
                .toByteArray();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    /** Columns of one value each. */
    private static TensorProto tensor(String name, List<Long> shape, float first, float second) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(FLOAT).addAllDims(shape);
        for (int row = 0; row < shape.getFirst(); row++) {
            tensor.addFloatData(first).addFloatData(second);
        }
        return tensor.build();
    }

    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (long size : shape) {
            dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
