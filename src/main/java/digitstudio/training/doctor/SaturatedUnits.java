package digitstudio.training.doctor;

import digitstudio.nn.Initializer;
import digitstudio.text.Sentence;
import digitstudio.training.LayerActivity;
import digitstudio.training.StepSize;
import java.util.Comparator;
import java.util.Optional;

/**
 * Most outputs of a sigmoid or tanh layer stick at an end of their range, where the gradient is
 * close to zero, and the network has not learnt.
 *
 * <p>A network that reads its images well may be as sure of itself, so that the loss must still be
 * above {@value #UNLEARNT} of guessing. In good runs at most a quarter of the outputs are at an
 * end; from {@value #SATURATED} on the layer hardly learns.
 */
final class SaturatedUnits implements Rule {
  private static final double SATURATED = 0.5;
  private static final double UNLEARNT = 0.1;

  /** Weights of more than so many times the deviation that suits the layer begin saturated. */
  private static final double WIDE = 2;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    if (run.epochs().isEmpty() || run.lossShare() < UNLEARNT) {
      return Optional.empty();
    }
    return run.layers().stream()
        .max(Comparator.comparingDouble(LayerActivity::saturated))
        .filter(layer -> layer.saturated() >= SATURATED)
        .map(layer -> diagnosis(run, layer));
  }

  private static Diagnosis diagnosis(Observation run, LayerActivity layer) {
    Sentence finding =
        Sentence.of(
            "doctor.saturatedUnits",
            layer.layer(),
            layer.saturated(),
            run.config().activation().spelling(),
            run.loss(run.last()));
    Initializer xavier = new Initializer.Xavier();
    boolean wide =
        run.config().initializer().deviation(layer.units(), layer.units())
            > WIDE * xavier.deviation(layer.units(), layer.units());
    Remedy remedy =
        wide
            ? Remedy.initializer(run.config(), xavier)
            : Remedy.learningRate(run.config(), new StepSize(run.config(), run.batch()).smaller());
    return remedy.of(Condition.SATURATED_UNITS, finding);
  }
}
