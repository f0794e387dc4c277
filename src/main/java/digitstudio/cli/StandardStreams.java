package digitstudio.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The streams of the process, in the encoding of its terminal.
 *
 * @param out standard output
 * @param err standard error
 */
public record StandardStreams(PrintWriter out, PrintWriter err) {
  /** Set by the start script: the number of the descriptor that is the real standard error. */
  private static final String ERROR_DESCRIPTOR = "digitstudio.stderr";

  /** The same from the installed program's start script, which gives Java no options. */
  private static final String ERROR_VARIABLE = "DIGITSTUDIO_STDERR";

  /** Opens them, and puts the real standard error in the place of the one Java has. */
  public static StandardStreams open() {
    Charset charset = charset();
    String number = System.getProperty(ERROR_DESCRIPTOR, System.getenv(ERROR_VARIABLE));
    if (number != null) {
      redirectErrors(number, charset);
    }
    return new StandardStreams(writer(System.out, charset), writer(System.err, charset));
  }

  private static void redirectErrors(String number, Charset charset) {
    try {
      Constructor<FileDescriptor> descriptor =
          FileDescriptor.class.getDeclaredConstructor(int.class);
      descriptor.setAccessible(true);
      OutputStream real = new FileOutputStream(descriptor.newInstance(Integer.parseInt(number)));
      System.setErr(new PrintStream(real, true, charset));
    } catch (ReflectiveOperationException | RuntimeException e) {
      // A Java built otherwise: its own standard error must do.
      System.err.println(e);
    }
  }

  /** A plain locale says ASCII, but its terminals show UTF-8 as well. */
  private static Charset charset() {
    Charset given =
        Charset.forName(System.getProperty("native.encoding", StandardCharsets.UTF_8.name()));
    return given.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : given;
  }

  private static PrintWriter writer(PrintStream stream, Charset charset) {
    // Through the raw bytes, since the stream has an encoding of its own.
    return new PrintWriter(stream, true, charset);
  }
}
