package com.smartfitness.access.site;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.smartfitness.recognition.FaceDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Another model of faces: what the one that comes along says, twice, so it tells people apart as well and in a longer vector. */
public final class LongerDescriptor {

    private static final String OUTPUT = "descriptor";
    private static final String ONCE = "once";

    private LongerDescriptor() {}

    /** Its file, under this version. */
    public static byte[] of(String version) {
        try (InputStream file = FaceDescriptor.class.getResourceAsStream("descriptor.onnx")) {
            ModelProto.Builder model = ModelProto.parseFrom(file).toBuilder();
            model.getMetadataPropsBuilderList().stream()
                    .filter(property -> property.getKey().equals("version"))
                    .forEach(property -> property.setValue(version));
            lengthen(model.getGraphBuilder());
            return model.build().toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lengthen(GraphProto.Builder graph) {
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            for (int output = 0; output < node.getOutputCount(); output++) {
                if (node.getOutput(output).equals(OUTPUT)) {
                    node.setOutput(output, ONCE);
                }
            }
        }
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Concat")
                .addInput(ONCE)
                .addInput(ONCE)
                .addOutput(OUTPUT)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1)));
        var length = graph.getOutputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(1);
        length.setDimValue(2 * length.getDimValue());
    }
}
