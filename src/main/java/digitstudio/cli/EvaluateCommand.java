package digitstudio.cli;

import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import digitstudio.training.TrainingData;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the test images with a saved model. */
@Command(name = "evaluate", sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;
  private final Workbench workbench;

  @Parameters(index = "0", paramLabel = "MODEL.npz", descriptionKey = "cli.model")
  private String model;

  @Mixin private DataOption data;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Mixin private HelpOption help;

  EvaluateCommand(Console console, Workbench workbench, DataOption data) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::of);
    Model read = ModelFile.read(OutputFile.path(model));
    TrainingData images = data.read(workbench, console);
    DataOption.requireClasses(read, images);
    Evaluation test = workbench.evaluate(read, images.test(), read.config().loss());
    console.say("cli.onTest", test.accuracy(), test.loss());
    ConfusionMatrix confusion = test.confusion();
    boolean digits = images.classes().areDigits();
    for (int digit = 0; digit < confusion.classes(); digit++) {
      console.say(
          digits ? "cli.digit" : "cli.class",
          digits ? digit : images.classes().name(digit),
          confusion.precision(digit),
          confusion.recall(digit),
          confusion.f1(digit),
          confusion.support(digit));
    }
    if (jsonFile.isPresent()) {
      jsonFile.get().write(RunJson.of(read, test));
      console.say("cli.wrote", jsonFile.get());
    }
    return ExitCode.DONE;
  }
}
