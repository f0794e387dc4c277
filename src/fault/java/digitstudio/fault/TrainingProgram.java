package digitstudio.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.digits.MnistFiles;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.training.ConfigJson;
import digitstudio.training.Evaluation;
import digitstudio.training.RunResult;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.nio.file.Path;

/** Trains one run, or goes on with it, until it is killed or has come to its end. */
public final class TrainingProgram {
  private TrainingProgram() {}

  /** The images of the test, few enough that a run takes a second or two. */
  static TrainingData data(Path folder) {
    MnistFiles files = MnistFiles.read(folder);
    return new TrainingData(files.train().first(6000), files.test().first(500), files.sha256());
  }

  /** Arguments: the store, the images, settings as JSON, and the id of the run or 0 for a new. */
  public static void main(String[] arguments) throws Exception {
    TrainingData data = data(Path.of(arguments[1]));
    TrainingConfig config = ConfigJson.read(new ObjectMapper().readTree(arguments[2]));
    long id = Long.parseLong(arguments[3]);
    try (RunStore store = RunStore.open(Path.of(arguments[0]))) {
      store.addProblemObserver(problem -> System.err.println(problem.getMessage()));
      RunRecorder recorder = id == 0 ? store.record(config, "", "") : store.resume(id);
      TrainingListener progress =
          new TrainingListener() {
            private boolean told;

            @Override
            public void stepEnded(long step, int images, double loss, int correct) {
              if (!told) {
                told = true;
                System.out.println("trains");
              }
            }
          };
      RunResult result =
          new Trainer(config, data).run(recorder.then(progress), new StopSignal());
      recorder.finished(result);
      Evaluation test = result.test();
      System.out.println("ended " + test.loss());
    }
  }
}
