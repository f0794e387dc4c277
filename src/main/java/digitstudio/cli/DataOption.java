package digitstudio.cli;

import digitstudio.digits.sets.ImageSet;
import digitstudio.digits.sets.ImageSets;
import digitstudio.digits.sets.SetOptions;
import digitstudio.digits.sets.SetOptions.LabelColumn;
import digitstudio.digits.sets.SetOptions.PaperTone;
import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.TrainingData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the images are, and how to read them where they leave a choice. */
final class DataOption {
  private final Path usual;

  @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
  private String folder;

  @Option(names = "--test", paramLabel = "FILE", descriptionKey = "cli.data.test")
  private String test;

  @Option(names = "--paper", paramLabel = "TONE", descriptionKey = "cli.data.paper")
  private String paper;

  @Option(names = "--label-column", paramLabel = "WHERE", descriptionKey = "cli.data.label")
  private String label;

  @Option(names = "--transposed", negatable = true, descriptionKey = "cli.data.transposed")
  private Boolean transposed;

  @Option(names = "--fashion-names", descriptionKey = "cli.data.fashion")
  private boolean fashion;

  /**
   * @param usual folder where none is given
   */
  DataOption(Path usual) {
    this.usual = usual;
  }

  Path folder() {
    return folder == null ? usual : OutputFile.path(folder);
  }

  /**
   * Reads the images, and says what was made of them.
   *
   * @throws Problem saying what is wrong with them
   */
  TrainingData read(Workbench workbench, Console console) {
    SetOptions options = options();
    Path path = folder();
    boolean own = folder != null && Files.exists(path) && ImageSets.isOne(path);
    if (!own && options.equals(SetOptions.AUTO)) {
      return workbench.data(path);
    }
    if (options.test().isPresent() && !ImageSets.isCsv(path)) {
      throw new Problem("cli.data.testAlone", path.toString());
    }
    ImageSet set = workbench.imageSet(path, options);
    set.remarks().forEach(remark -> console.say(remark.key(), remark.arguments().toArray()));
    return TrainingData.of(set);
  }

  private SetOptions options() {
    return new SetOptions(
        Optional.ofNullable(test).map(OutputFile::path),
        paper == null ? PaperTone.AUTO : Spelling.parse(PaperTone.class, "paper", paper),
        Optional.ofNullable(transposed),
        label == null ? LabelColumn.AUTO : Spelling.parse(LabelColumn.class, "label-column", label),
        fashion);
  }

  /**
   * Refuses images of other classes than a model knows.
   *
   * @throws Problem naming both data sets
   */
  static void requireClasses(Model model, TrainingData images) {
    if (!model.provenance().data().classes().equals(images.classes())) {
      throw new Problem("sets.otherClasses", model.provenance().data().name(), images.name());
    }
  }
}
