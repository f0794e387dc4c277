package digitstudio.ui.form;

import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.training.BatchSize;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * The fields of the form that hold a number. Each is checked by making the engine's own record of
 * it, so that the form has no limits of its own.
 */
public enum NumberField {
  /** In percent. */
  VALIDATION(Kind.NUMBER, percent -> TrainingConfig.builder().validation(percent / 100).build()),
  /** Empty for all. */
  TRAIN_LIMIT(Kind.COUNT, images -> TrainingConfig.builder().trainLimit((int) images).build()),
  /** Empty for none. */
  OWN_DRAWINGS(Kind.NUMBER, weight -> TrainingConfig.builder().ownDrawings(weight).build()),
  SEED(Kind.LONG, seed -> {}),
  INIT_DEVIATION(Kind.NUMBER, Initializer.Normal::new),
  DROPOUT(Kind.NUMBER, share -> TrainingConfig.builder().dropout(share).build()),
  SLOPE(Kind.NUMBER, Activation.LeakyRelu::new),
  MOMENTUM(Kind.NUMBER, Optimizer.Momentum::new),
  DECAY(Kind.NUMBER, decay -> new Optimizer.RmsProp(decay, Optimizer.DEFAULT_EPSILON)),
  BETA1(Kind.NUMBER, beta -> adam(beta, Optimizer.DEFAULT_BETA2)),
  BETA2(Kind.NUMBER, beta -> adam(Optimizer.DEFAULT_BETA1, beta)),
  EPSILON(Kind.NUMBER, Optimizer.Adagrad::new),
  LEARNING_RATE(Kind.NUMBER, LearningRate.Constant::new),
  STEP_EVERY(Kind.COUNT, every -> new LearningRate.Step(1, (int) every, 1)),
  STEP_FACTOR(Kind.NUMBER, factor -> new LearningRate.Step(1, 1, factor)),
  BATCH_SIZE(Kind.COUNT, images -> new BatchSize.Fixed((int) images)),
  LAMBDA(Kind.NUMBER, Regularizer.L2::new),
  EPOCHS(Kind.COUNT, epochs -> TrainingConfig.builder().epochs((int) epochs).build()),
  PATIENCE(Kind.COUNT, NumberField::checkPatience),
  SHIFT(Kind.NUMBER, Augmentation.NONE::withShift),
  ROTATION(Kind.NUMBER, Augmentation.NONE::withRotation),
  SCALE(Kind.NUMBER, Augmentation.NONE::withScale),
  SHEAR(Kind.NUMBER, Augmentation.NONE::withShear),
  ELASTIC(
      Kind.NUMBER, alpha -> Augmentation.NONE.withElastic(alpha, Augmentation.DEFAULT_SMOOTHNESS)),
  SMOOTHNESS(Kind.NUMBER, sigma -> Augmentation.NONE.withElastic(1, sigma));

  /** The fields of the distortions. */
  static final Set<NumberField> AUGMENTATION =
      EnumSet.of(SHIFT, ROTATION, SCALE, SHEAR, ELASTIC, SMOOTHNESS);

  private enum Kind {
    NUMBER,
    COUNT,
    LONG
  }

  private final Kind kind;
  private final DoubleConsumer check;

  NumberField(Kind kind, DoubleConsumer check) {
    this.kind = kind;
    this.check = check;
  }

  /** Name of the control in the window. */
  public String id() {
    return "form-" + Spelling.of(this);
  }

  /** Key of the name a person reads. */
  public String nameKey() {
    return "form." + Spelling.of(this);
  }

  /**
   * The values of what was typed, not one of them checked yet.
   *
   * @throws Problem if a list or a range says nothing
   */
  SeveralNumbers several(String text) {
    boolean logarithmic = this == LEARNING_RATE || this == LAMBDA || this == EPSILON;
    return SeveralNumbers.parse(
        Spelling.of(this), text, new SeveralNumbers.Scale(kind != Kind.NUMBER, logarithmic));
  }

  /**
   * The value of what was typed.
   *
   * @throws Problem if it is no such number, or out of the engine's limits
   */
  Number read(String text) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      if (this == TRAIN_LIMIT || this == OWN_DRAWINGS) {
        return 0;
      }
      throw new Problem("form.empty", Spelling.of(this));
    }
    Number value = parse(typed);
    check.accept(value.doubleValue());
    return value;
  }

  private Number parse(String typed) {
    String name = Spelling.of(this);
    return switch (kind) {
      case NUMBER -> Settings.parseNumber(name, typed);
      case COUNT -> Settings.parseCount(name, typed);
      case LONG -> parseLong(name, typed);
    };
  }

  private static Long parseLong(String name, String typed) {
    try {
      return Long.valueOf(typed);
    } catch (NumberFormatException e) {
      throw new Problem(e, "settings.notACount", name, typed);
    }
  }

  private static void adam(double beta1, double beta2) {
    var unused = new Optimizer.Adam(beta1, beta2, Optimizer.DEFAULT_EPSILON, true);
  }

  /** A patience of 0 means no early stopping, which the form says with a box of its own. */
  private static void checkPatience(double epochs) {
    Settings.requireAtLeast("patience", (long) epochs, 1);
  }
}
