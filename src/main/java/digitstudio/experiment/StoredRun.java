package digitstudio.experiment;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.Network;
import digitstudio.text.Problem;
import digitstudio.training.Checkpoint;
import digitstudio.training.CheckpointWriter;
import digitstudio.training.Checkpointing;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Provenance;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Hands the course of one run to the queue of writes; used by the trainer's thread alone. */
final class StoredRun implements RunRecorder {
  /** What a store does for a run beside writing it down. */
  interface Resumption {
    /** How the run had ended that now goes on; empty for a new one. */
    Optional<RunState> before();

    /** Gives the course what is kept of so many epochs. */
    void restore(RunCourse course, int epochs);

    /** Takes away the run's checkpoints, if its end is kept. */
    void forget(long id);

    void complain(Problem problem);
  }

  private final long id;
  private final WriteQueue queue;
  private final RunCourse course;
  private final Runnable over;
  private final boolean sealed;
  private final CheckpointWriter checkpoints;
  private final Resumption resumption;
  private Provenance origin;
  private boolean running;
  private int epochs;
  private double seconds;
  private EpochResult best;

  /**
   * @param course takes in what is kept of the epochs
   * @param sealed whether what it makes of the test images is put where nothing shows it
   * @param checkpoints takes those of the run
   * @param resumption what else the store does where a run goes on
   * @param over told when all of the run is written
   */
  StoredRun(
      long id,
      WriteQueue queue,
      RunCourse course,
      boolean sealed,
      CheckpointWriter checkpoints,
      Resumption resumption,
      Runnable over) {
    this.checkpoints = checkpoints;
    this.resumption = resumption;
    this.id = id;
    this.queue = queue;
    this.course = course;
    this.sealed = sealed;
    this.over = over;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public Checkpointing checkpointing() {
    return checkpoints;
  }

  @Override
  public void resumed(Checkpoint from) {
    epochs = from.epochs().size();
    seconds = from.epochs().stream().mapToDouble(EpochResult::seconds).sum();
    best = best(from.epochs()).orElse(null);
    resumption.restore(course, epochs);
    if (!origin.equals(from.provenance())) {
      resumption.complain(new Problem("resume.notIdentical"));
    }
  }

  @Override
  public void prepared(Provenance provenance) {
    origin = provenance;
    course.prepared(provenance);
    queue.add(id, database -> RunTable.setProvenance(database, id, provenance));
  }

  @Override
  public void stateChanged(RunState state) {
    running |= state == RunState.RUNNING;
    queue.add(id, database -> RunTable.setState(database, id, state));
  }

  @Override
  public void started(Network network, PixelScaling scaling, int trainImages, int stepsPerEpoch) {
    course.started(network, scaling);
  }

  @Override
  public void epochRead(int epoch, ConfusionMatrix confusion) {
    course.read(confusion);
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    epochs++;
    seconds += epoch.seconds();
    best = best == null ? epoch : better(best, epoch);
    int done = epochs;
    double spent = seconds;
    EpochResult bestNow = best;
    RunCourse.Change change = course.ended(epoch.epoch());
    queue.add(
        id,
        database -> {
          RunParts.addEpochs(database, id, List.of(epoch));
          RunTable.addEpoch(database, id, done, epoch, bestNow, spent);
          write(database, epoch.epoch(), change);
        });
  }

  private void write(Database database, int epoch, RunCourse.Change change) throws SQLException {
    if (change.confusion().isPresent()) {
      CourseTable.addConfusion(database, id, epoch, change.confusion().get());
    }
    if (change.kept().isPresent()) {
      CourseTable.addWeights(database, id, epoch, change.kept().get());
    }
    CourseTable.dropWeights(database, id, change.dropped());
  }

  /** The one of the lower validation loss, or train loss where nothing is held out. */
  static EpochResult better(EpochResult before, EpochResult now) {
    boolean held = !Double.isNaN(before.validationLoss());
    double lossBefore = held ? before.validationLoss() : before.trainLoss();
    double lossNow = held ? now.validationLoss() : now.trainLoss();
    return lossNow < lossBefore ? now : before;
  }

  @Override
  public void finished(RunResult result) {
    checkpoints.await();
    boolean keepLast = course.takesLast(result.epochs().size());
    queue.add(
        id,
        database -> {
          RunParts.dropEnd(database, id);
          RunTable.setProvenance(database, id, result.provenance());
          RunParts.addEvaluation(database, id, RunParts.TRAIN, result.train());
          if (result.validation().isPresent()) {
            RunParts.addEvaluation(database, id, RunParts.VALIDATION, result.validation().get());
          }
          if (sealed) {
            RunParts.seal(database, id, result.test());
          } else {
            RunParts.addEvaluation(database, id, RunParts.TEST, result.test());
          }
          RunParts.addModel(database, id, RunStore.Weights.FINAL.name(), result.last());
          // Where the last step was the best, it stands there once.
          if (result.best().isPresent() && result.best().get() != result.last()) {
            RunParts.addModel(database, id, RunStore.Weights.BEST.name(), result.best().get());
          }
          if (keepLast) {
            CourseTable.addWeights(database, id, result.epochs().size(), result.last());
          }
          database.update(
              "UPDATE runs SET state = ?, training_seconds = ?, problem = ? WHERE id = ?",
              result.state().name(),
              result.trainingSeconds(),
              result.problem().map(Problem::getMessage).orElse(null),
              id);
        });
    end();
    if (result.state() != RunState.STOPPED) {
      resumption.forget(id);
    }
  }

  @Override
  public void failed(Problem problem) {
    checkpoints.await();
    // A run that was not let go on is what it was before.
    Optional<RunState> before = running ? Optional.empty() : resumption.before();
    queue.add(
        id,
        database -> {
          if (before.isPresent()) {
            RunTable.setState(database, id, before.get());
          } else {
            RunTable.setFailed(database, id, problem);
          }
        });
    end();
  }

  private void end() {
    queue.add(id, database -> over.run());
    queue.flush();
  }

  /** The best of a whole curve. */
  static Optional<EpochResult> best(List<EpochResult> epochs) {
    return epochs.stream().reduce(StoredRun::better);
  }
}
