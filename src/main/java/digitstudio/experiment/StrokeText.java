package digitstudio.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.digits.Stroke;
import java.util.ArrayList;
import java.util.List;

/** Strokes as a line of text: for each its width, then x and y of every point, to 1/10 000. */
final class StrokeText {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double FINENESS = 10_000;

  private StrokeText() {}

  static String of(List<Stroke> strokes) {
    List<int[]> lines = new ArrayList<>();
    for (Stroke stroke : strokes) {
      int[] line = new int[1 + 2 * stroke.points().size()];
      line[0] = rounded(stroke.width());
      for (int i = 0; i < stroke.points().size(); i++) {
        line[1 + 2 * i] = rounded(stroke.points().get(i).x());
        line[2 + 2 * i] = rounded(stroke.points().get(i).y());
      }
      lines.add(line);
    }
    try {
      return MAPPER.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("whole numbers can always be written", e);
    }
  }

  private static int rounded(double value) {
    return (int) Math.round(value * FINENESS);
  }

  /** The strokes of a text; none if it makes no sense, since the image is kept beside it. */
  static List<Stroke> read(String text) {
    try {
      List<Stroke> strokes = new ArrayList<>();
      for (int[] line : MAPPER.readValue(text, int[][].class)) {
        List<Stroke.Point> points = new ArrayList<>();
        for (int i = 1; i + 1 < line.length; i += 2) {
          points.add(new Stroke.Point(line[i] / FINENESS, line[i + 1] / FINENESS));
        }
        strokes.add(new Stroke(points, line[0] / FINENESS));
      }
      return strokes;
    } catch (JsonProcessingException | RuntimeException e) {
      return List.of();
    }
  }
}
