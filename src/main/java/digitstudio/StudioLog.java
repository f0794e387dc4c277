package digitstudio;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Sends the log to a file that rotates: four of at most 1 MB, the newest at the place that {@code
 * digitstudio.log} names.
 *
 * <p>Java, not XML: reading a configuration file loads two hundred classes before the window.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class StudioLog extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger - %msg%n";
  private static final FileSize LARGEST = new FileSize(FileSize.MB_COEFFICIENT);
  private static final int OLD_FILES = 3;

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    // A log that cannot be written must not reach the standard streams.
    context.getStatusManager().add(new NopStatusListener());
    String file =
        System.getProperty(
            "digitstudio.log", System.getProperty("java.io.tmpdir") + "/digit-studio.log");
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender(file));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private RollingFileAppender<ILoggingEvent> appender(String file) {
    RollingFileAppender<ILoggingEvent> appender = in(new RollingFileAppender<>());
    appender.setName("file");
    appender.setFile(file);

    RollingPolicyBase older = in(new OlderFiles());
    older.setParent(appender);
    older.start();

    SizeBasedTriggeringPolicy<ILoggingEvent> size = in(new SizeBasedTriggeringPolicy<>());
    size.setMaxFileSize(LARGEST);
    // Not once a minute only, as a failure that repeats itself fills a disk in less.
    size.setCheckIncrement(Duration.buildByMilliseconds(0));
    size.start();

    PatternLayoutEncoder encoder = in(new PatternLayoutEncoder());
    encoder.setPattern(PATTERN);
    encoder.start();

    appender.setRollingPolicy(older);
    appender.setTriggeringPolicy(size);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private <T extends ContextAware> T in(T part) {
    part.setContext(context);
    return part;
  }

  /**
   * Names what is older by a number; the library's own policy takes a % in a folder for a pattern.
   */
  private static final class OlderFiles extends RollingPolicyBase {
    @Override
    public void rollover() {
      String newest = getActiveFileName();
      try {
        for (int age = OLD_FILES; age > 0; age--) {
          Path younger = Path.of(age == 1 ? newest : newest + "." + (age - 1));
          if (Files.exists(younger)) {
            Files.move(younger, Path.of(newest + "." + age), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      } catch (IOException e) {
        throw new RolloverFailure("the log stays in one file", e);
      }
    }

    @Override
    public String getActiveFileName() {
      return getParentsRawFileProperty();
    }
  }
}
