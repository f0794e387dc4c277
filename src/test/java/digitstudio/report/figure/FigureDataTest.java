package digitstudio.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers behind a figure, as a spreadsheet opens them. */
class FigureDataTest {
  private static String csv(String value) {
    return new FigureData(List.of("run"), List.of(List.of(value))).csv();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+HYPERLINK(x)",
        "-2+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "-x",
        "-inf-1"
      })
  void aNameThatLooksLikeAFormulaIsNotComputed(String name) {
    assertEquals("run\r\n'" + name + "\r\n", csv(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.5", "-1.0E-5", "+3", "-inf", "inf", "NaN", "", "256 ReLU", "5-1"})
  void numbersAndPlainNamesStayAsTheyAre(String value) {
    assertEquals("run\r\n" + value + "\r\n", csv(value));
  }

  @Test
  void aNameWithSeparatorsIsQuotedAndStillHarmless() {
    assertEquals("run\r\n\"'=A1,\"\"B\"\"\"\r\n", csv("=A1,\"B\""));
  }

  @Test
  void aHeaderIsMadeHarmlessToo() {
    assertEquals("'=A1\r\n1\r\n", new FigureData(List.of("=A1"), List.of(List.of("1"))).csv());
  }
}
