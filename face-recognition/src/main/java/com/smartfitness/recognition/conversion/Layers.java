package com.smartfitness.recognition.conversion;

import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.List;

/** Layers as the networks of face-api have them, made of what their files hold. */
final class Layers {

    private static final int DEPTHWISE = 2;

    private final OnnxGraph graph;
    private final WeightFiles weights;

    Layers(OnnxGraph graph, WeightFiles weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /** How a layer treats the edge: as far as its filter reaches, or with zeros around, more of them below and right. */
    enum Edge {
        VALID,
        SAME_UPPER
    }

    OnnxGraph graph() {
        return graph;
    }

    /** The picture as the networks want it: the mean colour, from 0 to 255, taken off. */
    String picture(int side, double red, double green, double blue) {
        String image = graph.input("image", 1, 3, side, side);
        String mean = graph.constant(new long[] {1, 3, 1, 1}, red / 255, green / 255, blue / 255);
        return graph.node("Sub", image, mean);
    }

    /** Filters over all channels, with their bias. Here heights, widths, channels in and out come in this order. */
    String convolution(String input, String name, int stride, Edge edge) {
        String filters = weights.get(name + "/filters").transposed(3, 2, 0, 1).addTo(graph);
        return graph.node("Conv", settings(stride, edge), input, filters, bias(name));
    }

    /** One filter a channel, then a mixture of the channels. */
    String separable(String input, String name, int stride) {
        Weight depthwise = weights.get(name + "/depthwise_filter");
        List<NodeSetting> settings = settings(stride, Edge.SAME_UPPER);
        settings.add(NodeSetting.number("group", depthwise.shape()[DEPTHWISE]));
        String filtered = graph.node(
                "Conv", settings, input, depthwise.transposed(2, 3, 0, 1).addTo(graph));
        String mixture =
                weights.get(name + "/pointwise_filter").transposed(3, 2, 0, 1).addTo(graph);
        return graph.node("Conv", filtered, mixture, bias(name));
    }

    String largest(String input, int size, int stride, Edge edge) {
        List<NodeSetting> settings = settings(stride, edge);
        settings.add(NodeSetting.numbers("kernel_shape", size, size));
        return graph.node("MaxPool", settings, input);
    }

    String mean(String input, int size, int stride) {
        List<NodeSetting> settings = settings(stride, Edge.VALID);
        settings.add(NodeSetting.numbers("kernel_shape", size, size));
        return graph.node("AveragePool", settings, input);
    }

    String leaky(String input) {
        return graph.node("LeakyRelu", List.of(NodeSetting.real("alpha", 0.1f)), input);
    }

    String rectified(String input) {
        return graph.node("Relu", input);
    }

    String weight(String name) {
        return weights.get(name).addTo(graph);
    }

    /** A tensor of one value a channel. */
    String perChannel(String name) {
        Weight weight = weights.get(name);
        return new Weight(new long[] {1, weight.shape()[0], 1, 1}, weight.values(), weight.scale(), weight.zeroPoint())
                .addTo(graph);
    }

    private String bias(String name) {
        return weights.get(name + "/bias").addTo(graph);
    }

    private static List<NodeSetting> settings(int stride, Edge edge) {
        List<NodeSetting> settings = new ArrayList<>();
        settings.add(NodeSetting.numbers("strides", stride, stride));
        settings.add(NodeSetting.text("auto_pad", edge.name()));
        return settings;
    }
}
