package digitstudio.nn;

/** A fully connected network's parameters in native memory. */
public final class Network implements AutoCloseable {
  @Override
  public void close() {}
}
