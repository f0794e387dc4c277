package digitstudio.cli;

import digitstudio.bench.Benchmark;
import digitstudio.bench.BenchmarkPlan;
import digitstudio.bench.Figure;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitPicture;
import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;
import digitstudio.digits.scan.Sheet;
import digitstudio.digits.sets.ImageSet;
import digitstudio.digits.sets.ImageSets;
import digitstudio.digits.sets.SetOptions;
import digitstudio.experiment.LearntDrawings;
import digitstudio.experiment.RunArchive;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.nn.Loss;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.OwnDrawings;
import digitstudio.training.Predictor;
import digitstudio.training.RunResult;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The heavy work behind the commands, apart from them so that a test can put its own in place. */
public interface Workbench {
  /** The work itself. */
  Workbench REAL = new Workbench() {};

  /** Reads the images of a folder. */
  default TrainingData data(Path folder) {
    return TrainingData.of(MnistFiles.read(folder));
  }

  /** Reads the drawings that runs may learn from; none if there is no such file. */
  default OwnDrawings drawings(Path file) {
    return LearntDrawings.read(file);
  }

  /** Reads a data set of one's own. */
  default ImageSet imageSet(Path path, SetOptions options) {
    return ImageSets.read(path, options);
  }

  /** Reads one picture. */
  default DigitImage picture(Path file) {
    return DigitPicture.read(file);
  }

  /** Reads the digits of a picture, row by row; empty if none can be made out. */
  default List<List<DigitImage>> digits(Path file) {
    return Sheet.find(file).map(Workbench::digits).orElse(List.of());
  }

  private static List<List<DigitImage>> digits(Sheet sheet) {
    return sheet.rows().stream()
        .map(row -> row.stream().flatMap(box -> sheet.image(box).stream()).toList())
        .toList();
  }

  /** Trains a network. */
  default RunResult train(
      TrainingConfig config, TrainingData data, TrainingListener listener, StopSignal signal) {
    return new Trainer(config, data).run(listener, signal);
  }

  /** Opens the runs of one group in a store. */
  default RunArchive archive(StoreOption store, Console console, String group, String dataSha256) {
    return RunArchive.of(store.open(console), group, dataSha256);
  }

  /** Opens the runs of one sweep in a store. */
  default RunArchive sweepArchive(
      StoreOption store, Console console, String group, String dataSha256) {
    return RunArchive.ofSweep(store.open(console), group, dataSha256);
  }

  /** Looks up runs of a store. */
  default List<Optional<RunDetails>> runs(StoreOption store, Console console, List<Long> ids) {
    try (RunStore open = store.openExisting(console)) {
      return ids.stream().map(open::details).toList();
    }
  }

  /** Reads a whole set with a model. */
  default Evaluation evaluate(Model model, DigitSet images, Loss loss) {
    try (Predictor predictor = model.predictor()) {
      return predictor.evaluate(images, loss);
    }
  }

  /** Lends what answers for a model: image to [classes] probabilities. */
  default int withPredictor(Model model, Function<Function<DigitImage, float[]>, Integer> work) {
    try (Predictor predictor = model.predictor()) {
      return work.apply(predictor::predict);
    }
  }

  /** Measures the engine. */
  default void bench(BenchmarkPlan plan, TrainingData data, Consumer<Figure> figures) {
    new Benchmark(plan, data).run(figures);
  }
}
