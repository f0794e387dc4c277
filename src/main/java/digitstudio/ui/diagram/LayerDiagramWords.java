package digitstudio.ui.diagram;

import digitstudio.nn.Activation;
import digitstudio.nn.NetworkSpec;
import digitstudio.ui.text.Texts;
import java.text.NumberFormat;
import java.util.stream.Collectors;

/** What a layer diagram says, in the window's language. */
final class LayerDiagramWords {
  private final Texts texts;

  LayerDiagramWords(Texts texts) {
    this.texts = texts;
  }

  /** "784 inputs, 256 ReLU, 10 softmax outputs". */
  String sentence(NetworkSpec spec) {
    String activation = activation(spec.activation());
    String hidden =
        spec.hidden().stream()
            .map(units -> texts.get("diagram.words.hidden", units, activation))
            .collect(Collectors.joining());
    return texts.get("diagram.words", spec.inputs(), hidden, spec.outputs());
  }

  String activation(Activation activation) {
    if (activation instanceof Activation.Relu) {
      return texts.get("diagram.relu");
    } else if (activation instanceof Activation.LeakyRelu) {
      return texts.get("diagram.leakyRelu");
    } else if (activation instanceof Activation.Sigmoid) {
      return texts.get("diagram.sigmoid");
    }
    return texts.get("diagram.tanh");
  }

  String input() {
    return texts.get("diagram.input");
  }

  String output() {
    return texts.get("diagram.output");
  }

  String layers(int count) {
    return texts.get("diagram.layers", count);
  }

  String units(int units) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(units);
  }
}
