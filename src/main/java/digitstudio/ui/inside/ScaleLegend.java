package digitstudio.ui.inside;

import digitstudio.report.chart.DivergingColors;
import digitstudio.report.weights.WeightStyle;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;

/** What the colours mean: the ends of a scale that is symmetric around zero. */
final class ScaleLegend extends HBox {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 10;

  private final WritableImage ramp = new WritableImage(WIDTH, HEIGHT);
  private final Label low = new Label();
  private final Label high = new Label();

  ScaleLegend(String id) {
    setId(id);
    getStyleClass().add("inside-legend");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    low.getStyleClass().add("quiet");
    high.getStyleClass().add("quiet");
    getChildren().addAll(low, new ImageView(ramp), high);
  }

  void show(double reach, boolean dark, Locale locale) {
    DivergingColors colors = dark ? DivergingColors.DARK : DivergingColors.LIGHT;
    for (int x = 0; x < WIDTH; x++) {
      int color = colors.argb(2f * x / (WIDTH - 1) - 1);
      for (int y = 0; y < HEIGHT; y++) {
        ramp.getPixelWriter().setArgb(x, y, color);
      }
    }
    low.setText(WeightStyle.number(-reach, locale));
    high.setText(WeightStyle.number(reach, locale));
  }
}
