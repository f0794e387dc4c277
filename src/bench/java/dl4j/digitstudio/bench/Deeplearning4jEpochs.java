package digitstudio.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;
import digitstudio.digits.PixelScaling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Times Deeplearning4j on the network that {@code digit-studio bench} times, and prints one
 * measurement as JSON; its arguments are those of {@code peers.py}. The number of threads is set by
 * OMP_NUM_THREADS.
 */
public final class Deeplearning4jEpochs {
  /** Single images that are timed: a whole epoch would take minutes. */
  private static final int PART = 2000;

  private final int batch;
  private final MultiLayerNetwork network;
  private final List<DataSet> batches = new ArrayList<>();
  private final Random random = new Random(1);

  private Deeplearning4jEpochs(DigitSet digits, int batch) {
    this.batch = batch;
    double rate = batch == 1 ? 0.01 : 0.1;
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .dataType(DataType.FLOAT)
            .updater(new Sgd(rate))
            .weightInit(WeightInit.RELU)
            .list()
            .layer(
                new DenseLayer.Builder()
                    .nIn(DigitImage.PIXELS)
                    .nOut(256)
                    .activation(Activation.RELU)
                    .build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(256)
                    .nOut(ClassNames.DIGITS.count())
                    .activation(Activation.SOFTMAX)
                    .build())
            .build();
    network = new MultiLayerNetwork(configuration);
    network.init();
    for (int from = 0; from < digits.size(); from += batch) {
      batches.add(dataSet(digits, from, Math.min(from + batch, digits.size())));
    }
  }

  private static DataSet dataSet(DigitSet digits, int from, int to) {
    float[] values = PixelScaling.PLAIN.values();
    float[] x = new float[(to - from) * DigitImage.PIXELS];
    for (int i = 0; i < x.length; i++) {
      x[i] = values[digits.pixels()[from * DigitImage.PIXELS + i] & 0xFF];
    }
    float[] y = new float[(to - from) * ClassNames.DIGITS.count()];
    for (int i = from; i < to; i++) {
      y[(i - from) * ClassNames.DIGITS.count() + digits.label(i)] = 1;
    }
    INDArray features = Nd4j.createFromArray(x).reshape(to - from, DigitImage.PIXELS);
    INDArray labels = Nd4j.createFromArray(y).reshape(to - from, ClassNames.DIGITS.count());
    return new DataSet(features, labels);
  }

  /** The batches in a new order; putting single images in one would only cost it time. */
  private double seconds() {
    long start = System.nanoTime();
    Collections.shuffle(batches, random);
    for (DataSet each : batches) {
      network.fit(each);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Prints one measurement. */
  public static void main(String[] arguments) throws Exception {
    String name = value(arguments, "--case", "batch-128");
    int rounds = Integer.parseInt(value(arguments, "--rounds", "3"));
    int most = Integer.parseInt(value(arguments, "--images", "0"));
    DigitSet train = MnistFiles.read(Path.of(value(arguments, "--data", "data"))).train();
    if (most > 0) {
      train = train.first(most);
    }
    int batch =
        name.equals("batch-all")
            ? train.size()
            : Integer.parseInt(name.substring("batch-".length()));
    DigitSet timed = batch == 1 ? train.first(PART) : train;
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    Deeplearning4jEpochs epochs = new Deeplearning4jEpochs(timed, Math.min(batch, timed.size()));
    epochs.warmUp();
    List<Double> samples = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      samples.add(epochs.seconds() * Subject.EPOCH / timed.size());
    }
    System.out.println(json(name, samples, timed.size()));
  }

  /** An epoch at least, and two seconds, as for the engine that it is compared with. */
  private void warmUp() {
    long start = System.nanoTime();
    do {
      seconds();
    } while (System.nanoTime() - start < 2e9);
  }

  private static ObjectNode json(String name, List<Double> samples, int images) {
    String threads = System.getenv("OMP_NUM_THREADS");
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("peer", "dl4j");
    json.put("version", "1.0.0-M2.1");
    json.put("case", name);
    json.put("threads", threads == null ? 0 : Integer.parseInt(threads));
    json.put("unit", "s");
    json.put("value", Figure.median(name, "s", samples, images).value());
    samples.forEach(json.putArray("samples")::add);
    json.put("images", images);
    return json;
  }

  private static String value(String[] arguments, String option, String otherwise) {
    int at = Arrays.asList(arguments).indexOf(option);
    return at < 0 ? otherwise : arguments[at + 1];
  }
}
