package digitstudio.ui.runs;

import digitstudio.experiment.AugmentationWords;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.nn.Spelling;
import digitstudio.text.Messages;
import digitstudio.training.BatchSize;
import digitstudio.training.DataDescription;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The words and numbers of the table of runs in one language. May be used on any thread. */
public final class RunWords {
  /** Stands where a run has no value. */
  static final String NONE = "–";

  private final Locale locale;
  private final DateTimeFormatter thisYear;
  private final DateTimeFormatter otherYears;
  private final Map<Spoken, String> spoken = new ConcurrentHashMap<>();

  /** Thousands of runs share a few settings, so that each is put in words once. */
  private record Spoken(RunColumn column, Object value) {}

  public RunWords(Locale locale) {
    this.locale = locale;
    thisYear = DateTimeFormatter.ofPattern(say("runs.pattern.thisYear"), locale);
    otherYears = DateTimeFormatter.ofPattern(say("runs.pattern.otherYears"), locale);
  }

  Locale locale() {
    return locale;
  }

  String say(String key, Object... arguments) {
    return Messages.format(locale, key, arguments);
  }

  /** The name of a column, with the unit of its numbers. */
  public String title(RunColumn column) {
    return say("runs.column." + Spelling.of(column));
  }

  /** What a run has in a column, as the table shows it. */
  public String text(RunColumn column, RunSummary run) {
    Object value = column.value(run);
    if (value == null) {
      return NONE;
    }
    return switch (column) {
      case NAME -> run.name();
      case GROUP -> run.group();
      case NOTES -> run.notes();
      case STARTED -> started(run.started());
      case STATE -> state(run);
      case EPOCHS -> epochs(run);
      case STAR -> say(run.starred() ? "runs.starred" : "runs.notStarred");
      default ->
          column.kind() == RunColumn.Kind.RESULT
              ? number(column, ((Number) value).doubleValue())
              : spoken.computeIfAbsent(new Spoken(column, value), key -> setting(column, value));
    };
  }

  private String number(RunColumn column, double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    return switch (column) {
      case BEST_LOSS, TRAIN_LOSS -> value >= 1e6 ? number(value) : fixed(value, 4);
      case BEST_EPOCH -> fixed(value, 0);
      case TIME -> fixed(value, 1);
      default -> fixed(100 * value, 2);
    };
  }

  /** A setting as a person writes it: 0.0001. */
  private static String number(double value) {
    String plain = Settings.number(value);
    return plain.contains(".") && !plain.contains("E")
        ? plain.replaceAll("0+$", "").replaceAll("\\.$", "")
        : plain;
  }

  private String fixed(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** An accuracy with its unit: 97.43 %. */
  String percent(double share) {
    return say("window.percent", fixed(100 * share, 2));
  }

  private String started(Instant started) {
    LocalDateTime time = LocalDateTime.ofInstant(started, ZoneId.systemDefault());
    boolean recent = time.getYear() == LocalDateTime.now(ZoneId.systemDefault()).getYear();
    return (recent ? thisYear : otherYears).format(time);
  }

  /** Where a run stands, with the epoch while it goes on. */
  private String state(RunSummary run) {
    return state(run.state());
  }

  String state(RunState state) {
    return say("runs.state." + Spelling.of(state));
  }

  private String epochs(RunSummary run) {
    NumberFormat count = NumberFormat.getIntegerInstance(locale);
    String all = count.format(run.config().epochs());
    return run.epochs() == run.config().epochs() ? all : count.format(run.epochs()) + "/" + all;
  }

  private String setting(RunColumn column, Object value) {
    if (value instanceof List<?> hidden) {
      return hidden.isEmpty()
          ? say("runs.noHidden")
          : hidden.stream().map(Object::toString).collect(Collectors.joining("–"));
    } else if (value instanceof Activation activation) {
      return activation(activation);
    } else if (value instanceof Optimizer optimizer) {
      return optimizer(optimizer);
    } else if (value instanceof Regularizer regularizer) {
      String name = say("form.regularization." + regularizer.spelling());
      return regularizer instanceof Regularizer.None
          ? NONE
          : name + " " + number(regularizer.lambda());
    } else if (value instanceof Initializer initializer) {
      return initializer instanceof Initializer.Normal normal
          ? "N(0, " + number(normal.deviation()) + ")"
          : say("form.init." + initializer.spelling());
    } else if (value instanceof Augmentation augmentation) {
      return augmentation.isNone() ? NONE : AugmentationWords.of(augmentation, locale);
    } else if (value instanceof BatchSize batch) {
      return batch instanceof BatchSize.Fixed fixed
          ? NumberFormat.getIntegerInstance(locale).format(fixed.images())
          : say("runs.allImages");
    } else if (value instanceof Boolean on) {
      return say(on ? "runs.yes" : "runs.no");
    } else if (value instanceof Enum<?> choice) {
      return say("form." + Spelling.of(column) + "." + Spelling.of(choice));
    }
    return plain(column, value);
  }

  private String plain(RunColumn column, Object value) {
    return switch (column) {
      case LEARNING_RATE, DROPOUT -> number((Double) value);
      case HELD_OUT -> fixed(100 * (Double) value, 0);
      case TRAIN_LIMIT ->
          (Integer) value == 0
              ? say("runs.allImages")
              : NumberFormat.getIntegerInstance(locale).format(value);
      case OWN_DRAWINGS -> (Double) value == 0 ? NONE : number((Double) value);
      case PATIENCE -> (Integer) value == 0 ? NONE : value.toString();
      case SCHEDULE -> schedule(LearningRate.parse((String) value, 1));
      default -> value.toString();
    };
  }

  private String schedule(LearningRate rate) {
    return rate instanceof LearningRate.Step step
        ? say("runs.steps", number(step.factor()), step.every())
        : say("form.schedule." + rate.schedule());
  }

  private String activation(Activation activation) {
    if (activation instanceof Activation.LeakyRelu leaky) {
      String name = say("form.activation.leaky-relu");
      return leaky.slope() == Activation.DEFAULT_SLOPE ? name : name + " " + number(leaky.slope());
    }
    return say("form.activation." + activation.spelling());
  }

  /** The rule's name, and those of its numbers that are not the usual ones. */
  private String optimizer(Optimizer optimizer) {
    List<String> words = new ArrayList<>();
    words.add(say("form.optimizer." + optimizer.spelling()));
    if (optimizer instanceof Optimizer.Momentum rule) {
      unusual(words, "μ", rule.momentum(), Optimizer.DEFAULT_MOMENTUM);
    } else if (optimizer instanceof Optimizer.Nesterov rule) {
      unusual(words, "μ", rule.momentum(), Optimizer.DEFAULT_MOMENTUM);
    } else if (optimizer instanceof Optimizer.Adagrad rule) {
      unusual(words, "ε", rule.epsilon(), Optimizer.DEFAULT_EPSILON);
    } else if (optimizer instanceof Optimizer.RmsProp rule) {
      unusual(words, "ρ", rule.decay(), Optimizer.DEFAULT_DECAY);
      unusual(words, "ε", rule.epsilon(), Optimizer.DEFAULT_EPSILON);
    } else if (optimizer instanceof Optimizer.Adam rule) {
      unusual(words, "β₁", rule.beta1(), Optimizer.DEFAULT_BETA1);
      unusual(words, "β₂", rule.beta2(), Optimizer.DEFAULT_BETA2);
      unusual(words, "ε", rule.epsilon(), Optimizer.DEFAULT_EPSILON);
      if (!rule.biasCorrection()) {
        words.add(say("runs.noBiasCorrection"));
      }
    }
    return String.join(", ", words);
  }

  private static void unusual(List<String> words, String letter, double value, double usual) {
    if (value != usual) {
      words.add(letter + " " + number(value));
    }
  }

  /** How a setting is told apart from a table: "batch 128"; empty where it is nothing special. */
  String phrase(RunColumn column, RunSummary run) {
    String text = text(column, run);
    return switch (column) {
      case ACTIVATION, LOSS, OPTIMIZER -> text;
      case ARCHITECTURE ->
          run.config().hidden().isEmpty() ? text : say("runs.phrase.architecture", text);
      case LEARNING_RATE, BATCH, EPOCHS, SEED -> say("runs.phrase." + Spelling.of(column), text);
      case GROUP -> run.group().isEmpty() ? "" : say("runs.phrase.group", text);
      case STAR, NAME, STATE, STARTED, NOTES -> "";
      default -> isUsual(column, run) ? "" : say("runs.phrase.other", title(column), text);
    };
  }

  private static boolean isUsual(RunColumn column, RunSummary run) {
    TrainingConfig config = run.config();
    TrainingConfig usual = TrainingConfig.DEFAULT;
    return switch (column) {
      case SCHEDULE -> config.learningRate().schedule().equals(usual.learningRate().schedule());
      case REDUCTION -> config.reduction() == usual.reduction();
      case REGULARIZER -> config.regularizer() instanceof Regularizer.None;
      case DROPOUT -> config.dropout() == usual.dropout();
      case INITIALIZER -> config.initializer().equals(usual.initializer());
      case PATIENCE -> config.patience() == usual.patience();
      case HELD_OUT -> config.validation() == usual.validation();
      case TRAIN_LIMIT -> config.trainLimit() == usual.trainLimit();
      case OWN_DRAWINGS -> config.ownDrawings() == usual.ownDrawings();
      case DATA -> run.data().name().equals(DataDescription.MNIST.name());
      case CONTRAST -> config.contrastStretching() == usual.contrastStretching();
      case STANDARDIZATION -> config.standardization() == usual.standardization();
      case AUGMENTATION -> config.augmentation().isNone();
      case SHUFFLE -> config.shuffle() == usual.shuffle();
      default -> true;
    };
  }

  /** The line above a group: its title, how many runs it has, and the best of them. */
  String heading(GroupHeading group) {
    String title = group.title().isEmpty() ? say("runs.noGroup") : group.title();
    return Double.isNaN(group.bestValidation())
        ? say("runs.heading", title, group.runs())
        : say("runs.headingBest", title, group.runs(), percent(group.bestValidation()));
  }

  /** What is searched for a word in a column: the command line's spelling and the table's words. */
  String searched(RunColumn column, RunSummary run) {
    String spelling =
        switch (column) {
          case ACTIVATION -> run.config().activation().spelling();
          case LOSS -> run.config().loss().spelling();
          case OPTIMIZER -> run.config().optimizer().spelling();
          case REGULARIZER -> run.config().regularizer().spelling();
          case INITIALIZER -> run.config().initializer().spelling();
          case BATCH -> run.config().batchSize().spelling();
          case STATE -> Spelling.of(run.state());
          case ARCHITECTURE ->
              run.config().hidden().stream().map(Object::toString).collect(Collectors.joining("-"));
          default -> "";
        };
    return (spelling + " " + text(column, run)).toLowerCase(Locale.ROOT);
  }

  /** Everything about a run that a word may be found in. */
  String searched(RunSummary run) {
    StringBuilder all = new StringBuilder();
    for (RunColumn column : RunColumn.values()) {
      boolean said =
          switch (column) {
            case NAME,
                DATA,
                GROUP,
                NOTES,
                STATE,
                ARCHITECTURE,
                ACTIVATION,
                LOSS,
                OPTIMIZER,
                BATCH,
                REGULARIZER ->
                true;
            default -> false;
          };
      if (said) {
        all.append(searched(column, run)).append('\n');
      }
    }
    return all.toString();
  }
}
