package digitstudio.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * The network once more in double precision and in the plainest loops, to compare the engine with.
 */
final class ReferenceNetwork {
  private final NetworkSpec spec;
  private final Loss loss;
  private final Regularizer regularizer;
  private final List<double[]> parameters;

  /**
   * @param parameters W1, b1, W2, b2, …, used in place
   */
  ReferenceNetwork(
      NetworkSpec spec, Loss loss, Regularizer regularizer, List<double[]> parameters) {
    this.spec = spec;
    this.loss = loss;
    this.regularizer = regularizer;
    this.parameters = parameters;
  }

  /** Data loss and penalty, per sample. */
  double totalLoss(double[][] inputs, int[] labels) {
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      List<double[]> outputs = forward(inputs[i]);
      double[] p = outputs.get(outputs.size() - 1);
      if (loss == Loss.CROSS_ENTROPY) {
        sum -= Math.log(p[labels[i]]);
      } else {
        for (int c = 0; c < p.length; c++) {
          double q = p[c] - (c == labels[i] ? 1 : 0);
          sum += q * q / 2;
        }
      }
    }
    for (int l = 0; l < parameters.size(); l += 2) {
      for (double w : parameters.get(l)) {
        sum +=
            regularizer instanceof Regularizer.L1
                ? regularizer.lambda() * Math.abs(w)
                : regularizer.lambda() / 2 * w * w;
      }
    }
    return sum / inputs.length;
  }

  /** The outputs of every layer, the last as probabilities. */
  private List<double[]> forward(double[] input) {
    List<double[]> outputs = new ArrayList<>();
    double[] below = input;
    List<LayerSpec> layers = spec.layers();
    for (int l = 0; l < layers.size(); l++) {
      int units = layers.get(l).units();
      double[] weights = parameters.get(2 * l);
      double[] z = parameters.get(2 * l + 1).clone();
      for (int u = 0; u < units; u++) {
        for (int i = 0; i < below.length; i++) {
          z[u] += below[i] * weights[i * units + u];
        }
      }
      below = l < layers.size() - 1 ? activate(z) : softmax(z);
      outputs.add(below);
    }
    return outputs;
  }

  private double[] activate(double[] z) {
    double[] a = new double[z.length];
    for (int u = 0; u < z.length; u++) {
      Activation activation = spec.activation();
      if (activation instanceof Activation.Relu) {
        a[u] = Math.max(0, z[u]);
      } else if (activation instanceof Activation.LeakyRelu leaky) {
        a[u] = z[u] > 0 ? z[u] : leaky.slope() * z[u];
      } else if (activation instanceof Activation.Sigmoid) {
        a[u] = 1 / (1 + Math.exp(-z[u]));
      } else {
        a[u] = Math.tanh(z[u]);
      }
    }
    return a;
  }

  private double derivative(double a) {
    Activation activation = spec.activation();
    if (activation instanceof Activation.Relu) {
      return a > 0 ? 1 : 0;
    }
    if (activation instanceof Activation.LeakyRelu leaky) {
      return a > 0 ? 1 : leaky.slope();
    }
    return activation instanceof Activation.Sigmoid ? a * (1 - a) : 1 - a * a;
  }

  private static double[] softmax(double[] z) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : z) {
      greatest = Math.max(greatest, value);
    }
    double sum = 0;
    double[] p = new double[z.length];
    for (int c = 0; c < z.length; c++) {
      p[c] = Math.exp(z[c] - greatest);
      sum += p[c];
    }
    for (int c = 0; c < z.length; c++) {
      p[c] /= sum;
    }
    return p;
  }

  /** Gradient of {@code m · totalLoss}: summed over the samples, penalty included. */
  List<double[]> gradients(double[][] inputs, int[] labels) {
    List<double[]> gradients = new ArrayList<>();
    parameters.forEach(values -> gradients.add(new double[values.length]));
    for (int i = 0; i < inputs.length; i++) {
      backward(inputs[i], labels[i], gradients);
    }
    for (int l = 0; l < parameters.size(); l += 2) {
      for (int k = 0; k < parameters.get(l).length; k++) {
        double w = parameters.get(l)[k];
        gradients.get(l)[k] +=
            regularizer.lambda() * (regularizer instanceof Regularizer.L1 ? Math.signum(w) : w);
      }
    }
    return gradients;
  }

  private void backward(double[] input, int label, List<double[]> gradients) {
    List<double[]> outputs = forward(input);
    double[] delta = outputDelta(outputs.get(outputs.size() - 1), label);
    for (int l = outputs.size() - 1; l >= 0; l--) {
      double[] below = l == 0 ? input : outputs.get(l - 1);
      double[] weights = parameters.get(2 * l);
      double[] deltaBelow = new double[below.length];
      for (int u = 0; u < delta.length; u++) {
        gradients.get(2 * l + 1)[u] += delta[u];
        for (int i = 0; i < below.length; i++) {
          gradients.get(2 * l)[i * delta.length + u] += below[i] * delta[u];
          deltaBelow[i] += weights[i * delta.length + u] * delta[u];
        }
      }
      for (int i = 0; l > 0 && i < below.length; i++) {
        deltaBelow[i] *= derivative(below[i]);
      }
      delta = deltaBelow;
    }
  }

  private double[] outputDelta(double[] p, int label) {
    double[] delta = p.clone();
    delta[label] -= 1;
    if (loss == Loss.MEAN_SQUARED_ERROR) {
      double weighted = 0;
      for (int c = 0; c < p.length; c++) {
        weighted += delta[c] * p[c];
      }
      for (int c = 0; c < p.length; c++) {
        delta[c] = p[c] * (delta[c] - weighted);
      }
    }
    return delta;
  }
}
