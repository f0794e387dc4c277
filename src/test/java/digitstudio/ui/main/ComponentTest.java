package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentTest {
  private static List<Component> read(String text) throws IOException {
    return Component.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLineOfTheBuildsListIsOneComponentWithAllItsLicences() throws IOException {
    assertEquals(
        List.of(
            new Component("Logback", "1.5", "EPL-1.0, LGPL-2.1-or-later", "http://logback.qos.ch"),
            new Component("手写", "2", "MIT", "")),
        read(
            "\nLogback|ch.qos:logback|1.5|EPL-1.0, LGPL-2.1-or-later|http://logback.qos.ch\n"
                + "手写|a:b|2|MIT|\n"));
  }

  @Test
  void aLineThatIsNoComponentIsLeftOut() throws IOException {
    assertEquals(List.of(), read("Lists of licences|only two\n\n"));
  }
}
