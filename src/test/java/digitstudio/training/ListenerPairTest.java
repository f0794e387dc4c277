package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerPairTest {
  private final List<String> told = new ArrayList<>();

  /** A listener that writes down whatever it is told. */
  private <T> T scribe(Class<T> listener, String name) {
    return listener.cast(
        Proxy.newProxyInstance(
            listener.getClassLoader(),
            new Class<?>[] {listener},
            (self, method, arguments) -> {
              told.add(name + " " + method.getName());
              return null;
            }));
  }

  private static void tellEverything(Class<?> listener, Object pair) throws Exception {
    for (Method method : listener.getMethods()) {
      if (method.getReturnType() == void.class) {
        Object[] nothing =
            Arrays.stream(method.getParameterTypes())
                .map(type -> Array.get(Array.newInstance(type, 1), 0))
                .toArray();
        method.invoke(pair, nothing);
      }
    }
  }

  private static List<String> both(Class<?> listener) {
    return Arrays.stream(listener.getMethods())
        .filter(method -> method.getReturnType() == void.class)
        .flatMap(method -> List.of("a " + method.getName(), "b " + method.getName()).stream())
        .sorted()
        .toList();
  }

  @Test
  void bothAreToldAllThereIsToTell() throws Exception {
    TrainingListener pair =
        new ListenerPair(scribe(TrainingListener.class, "a"), scribe(TrainingListener.class, "b"));
    tellEverything(TrainingListener.class, pair);
    assertEquals(both(TrainingListener.class), told.stream().sorted().toList());
  }

  @Test
  void bothAreToldTheEndToo() throws Exception {
    RunListener pair =
        new RunListenerPair(scribe(RunListener.class, "a"), scribe(RunListener.class, "b"));
    tellEverything(RunListener.class, pair);
    assertEquals(both(RunListener.class), told.stream().sorted().toList());
  }

  @Test
  void theFirstIsToldFirst() {
    new ListenerPair(scribe(TrainingListener.class, "a"), scribe(TrainingListener.class, "b"))
        .epochRead(1, null);
    assertEquals(List.of("a epochRead", "b epochRead"), told);
  }
}
