package digitstudio.process;

import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Gives nobody a channel to the network, and notes who asked. */
public final class WatchedChannels extends SelectorProvider {
  @Override
  public DatagramChannel openDatagramChannel() {
    throw NetworkWatch.refuse("datagram channel");
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) {
    throw NetworkWatch.refuse("datagram channel");
  }

  @Override
  public Pipe openPipe() {
    throw NetworkWatch.refuse("pipe between channels");
  }

  @Override
  public AbstractSelector openSelector() {
    throw NetworkWatch.refuse("selector");
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() {
    throw NetworkWatch.refuse("server channel");
  }

  @Override
  public SocketChannel openSocketChannel() {
    throw NetworkWatch.refuse("channel");
  }
}
