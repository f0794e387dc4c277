package digitstudio;

/** Starts the studio or the command line; not an Application, so that it can speak first. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    throw new UnsupportedOperationException("in work");
  }
}
