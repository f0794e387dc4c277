package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void everyPlaceTellsTheKeyThatLeadsToIt() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Texts texts = new Texts(locale);
      for (Place place : Place.values()) {
        String help = texts.get(place.nameKey() + ".help");
        String digit = place.key().getName();
        assertTrue(
            help.contains("Ctrl+" + digit), () -> place + " is reached by " + digit + ": " + help);
      }
    }
  }
}
