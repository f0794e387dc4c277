package digitstudio.ui.sets;

import digitstudio.digits.sets.SetOptions;
import digitstudio.digits.sets.SetOptions.LabelColumn;
import digitstudio.digits.sets.SetOptions.PaperTone;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data sets that were chosen last, from one start to the next. */
public final class SetsMemory {
  /** How many sets are remembered. */
  public static final int MOST = 8;

  private static final Logger LOG = LoggerFactory.getLogger(SetsMemory.class);

  private static final String CHOSEN = "dataChosen";
  private static final String SET = "dataSet";

  /** Encoded parts have none; control characters would spoil the file of preferences. */
  private static final String BETWEEN = " ";

  private static final int PARTS = 8;

  private final Preferences preferences;

  public SetsMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /** The remembered sets, the newest first; what cannot be understood is passed over. */
  public List<SetSource> sources() {
    List<SetSource> sources = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      read(preferences.get(SET + i, "")).ifPresent(sources::add);
    }
    return sources;
  }

  /** The set that was chosen last; empty for the one that came with the program. */
  public Optional<SetSource> chosen() {
    String sha256 = preferences.get(CHOSEN, "");
    return sources().stream().filter(source -> source.sha256().equals(sha256)).findFirst();
  }

  /** Remembers a choice; empty for the set that came with the program. */
  public void remember(Optional<SetSource> chosen) {
    preferences.put(CHOSEN, chosen.map(SetSource::sha256).orElse(""));
    if (chosen.isEmpty()) {
      return;
    }
    List<SetSource> sources = new ArrayList<>(List.of(chosen.get()));
    sources().stream()
        .filter(source -> !source.sha256().equals(chosen.get().sha256()))
        .forEach(sources::add);
    for (int i = 0; i < MOST; i++) {
      String text = i < sources.size() ? write(sources.get(i)) : "";
      if (text.isEmpty() || text.length() > Preferences.MAX_VALUE_LENGTH) {
        preferences.remove(SET + i);
      } else {
        preferences.put(SET + i, text);
      }
    }
  }

  private static String write(SetSource source) {
    SetOptions options = source.options();
    return Stream.of(
            source.name(),
            source.sha256(),
            source.path().toString(),
            options.test().map(Path::toString).orElse(""),
            options.paper().name(),
            options.transposed().map(String::valueOf).orElse(""),
            options.label().name(),
            String.valueOf(options.fashion()))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
        .collect(Collectors.joining(BETWEEN));
  }

  private static Optional<SetSource> read(String text) {
    String[] encoded = text.split(BETWEEN, -1);
    if (encoded.length != PARTS) {
      return Optional.empty();
    }
    try {
      List<String> parts =
          Stream.of(encoded).map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).toList();
      SetOptions options =
          new SetOptions(
              parts.get(3).isEmpty() ? Optional.empty() : Optional.of(Path.of(parts.get(3))),
              PaperTone.valueOf(parts.get(4)),
              parts.get(5).isEmpty()
                  ? Optional.empty()
                  : Optional.of(Boolean.valueOf(parts.get(5))),
              LabelColumn.valueOf(parts.get(6)),
              Boolean.parseBoolean(parts.get(7)));
      return Optional.of(new SetSource(parts.get(0), parts.get(1), Path.of(parts.get(2)), options));
    } catch (IllegalArgumentException e) {
      LOG.debug("a remembered data set is passed over", e);
      return Optional.empty();
    }
  }
}
