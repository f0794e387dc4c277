package digitstudio.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in the way of every socket that Java can open in this process, whatever library asks, and
 * notes that it was asked.
 */
final class NetworkWatch {
  /** Names {@link WatchedChannels}; must be given on the command line of the process. */
  static final String CHANNELS = "-Djava.nio.channels.spi.SelectorProvider=";

  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  private NetworkWatch() {}

  /** From now on no socket opens. */
  @SuppressWarnings("deprecation") // It is the one door that all plain sockets go through.
  static void begin() throws IOException {
    Socket.setSocketImplFactory(
        () -> {
          throw refuse("socket");
        });
    ServerSocket.setSocketFactory(
        () -> {
          throw refuse("server socket");
        });
    DatagramSocket.setDatagramSocketImplFactory(
        () -> {
          throw refuse("datagram socket");
        });
  }

  static IllegalStateException refuse(String what) {
    ASKED.add(what);
    return new IllegalStateException("a " + what + " was opened");
  }

  /** What was asked for since the beginning, in order. */
  static List<String> asked() {
    return List.copyOf(ASKED);
  }
}
