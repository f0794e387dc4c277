package digitstudio.ui.look;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.nn.Spelling;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything about the chosen image: the image large, what it is, and how likely every digit. */
final class ImageDetail extends VBox {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("none");
  private static final PseudoClass TRUE_DIGIT = PseudoClass.getPseudoClass("true-digit");

  /** Whole screen pixels for each of the image's. */
  private static final double SIDE = 7 * DigitImage.SIDE;

  private static final double BAR = 8;

  private final LookViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final ImageView picture = new ImageView();
  private final StackPane paper = new StackPane();
  private final Label answer = new Label();
  private final Label place = new Label();
  private final Label beside = new Label();
  private final GridPane bars = new GridPane();
  private ClassNames classes = ClassNames.DIGITS;
  private final List<Row> rows = new ArrayList<>();

  private record Row(Label digit, Track first, Label share, Track second, Label secondShare) {}

  /** A bar as long as a probability is great. */
  private static final class Track extends Region {
    private final Region fill = new Region();
    private double share;

    Track(String style) {
      getStyleClass().addAll("look-track", style);
      fill.getStyleClass().add("fill");
      getChildren().add(fill);
      setPrefHeight(BAR);
      setMinSize(24, BAR);
      setMaxHeight(BAR);
    }

    void show(double value) {
      share = value;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      fill.resizeRelocate(0, 0, snapSizeX(getWidth() * share), getHeight());
      fill.setVisible(share * getWidth() >= 0.5);
    }
  }

  ImageDetail(LookViewModel viewModel, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    this.appearance = appearance;
    setId("look-detail");
    getStyleClass().add("look-detail");
    picture.setFitWidth(SIDE);
    picture.setFitHeight(SIDE);
    picture.setSmooth(false);
    paper.getChildren().add(picture);
    paper.getStyleClass().add("look-paper");
    paper.setId("look-image");
    paper.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    paper.accessibleTextProperty().bind(answer.textProperty());
    paper.setMinSize(SIDE + 2, SIDE + 2);
    paper.setMaxSize(SIDE + 2, SIDE + 2);
    answer.setId("look-answer");
    answer.getStyleClass().add("look-answer");
    place.setId("look-place");
    place.getStyleClass().add("quiet");
    beside.setId("look-beside");
    for (Label label : List.of(answer, place, beside)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    bars(ClassNames.DIGITS);
    ScrollPane scroll = new ScrollPane(bars);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.visibleProperty().bind(bars.visibleProperty());
    scroll.managedProperty().bind(bars.visibleProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(paper, answer, place, scroll, beside);
    viewModel.imageProperty().addListener(change -> show());
    viewModel.readingProperty().addListener(change -> show());
    viewModel.pairProperty().addListener(change -> show());
    appearance.darkProperty().addListener(change -> show());
    texts.localeProperty().addListener(change -> show());
    show();
  }

  private void bars(ClassNames names) {
    classes = names;
    bars.getChildren().clear();
    rows.clear();
    bars.getStyleClass().setAll("look-bars");
    ColumnConstraints grow = new ColumnConstraints();
    grow.setHgrow(Priority.ALWAYS);
    double name = names.longest() <= 2 ? 16 : Math.min(96, 7.0 * names.longest());
    bars.getColumnConstraints()
        .setAll(new ColumnConstraints(name), grow, new ColumnConstraints(56));
    for (int digit = 0; digit < names.count(); digit++) {
      Row row =
          new Row(
              new Label(names.name(digit)),
              new Track("first"),
              new Label(),
              new Track("second"),
              new Label());
      row.share().setId("look-share-" + digit);
      row.share().getStyleClass().add("figure");
      row.secondShare().getStyleClass().addAll("figure", "quiet");
      row.share().setMaxWidth(Double.MAX_VALUE);
      row.secondShare().setMaxWidth(Double.MAX_VALUE);
      bars.addRow(2 * digit, row.digit(), row.first(), row.share());
      bars.add(row.second(), 1, 2 * digit + 1);
      bars.add(row.secondShare(), 2, 2 * digit + 1);
      rows.add(row);
    }
  }

  private void show() {
    Reading read = viewModel.readingProperty().get();
    Integer image = viewModel.imageProperty().get();
    boolean any = read != null && image != null && image < read.size();
    bars.setVisible(any);
    bars.setManaged(any);
    paper.setVisible(any);
    paper.setManaged(any);
    answer.pseudoClassStateChanged(EMPTY, !any);
    if (!any) {
      picture.setImage(null);
      answer.setText(texts.get("look.chooseImage"));
      place.setText("");
      beside.setText("");
      return;
    }
    if (!read.classes().equals(classes)) {
      bars(read.classes());
    }
    picture.setImage(large(read, image));
    int label = read.answers().label(image);
    int given = read.answers().given(image);
    double confidence = 100.0 * read.answers().confidence(image);
    answer.setText(
        texts.get(
            label == given ? "look.answer.right" : "look.answer.wrong",
            classes.name(label),
            classes.name(given),
            confidence));
    place.setText(
        texts.get(
            "look.place." + Spelling.of(read.part()), read.images().places()[image], read.epoch()));
    showBars(read, image, label);
  }

  private void showBars(Reading read, int image, int label) {
    RunPair pair = viewModel.pairProperty().get();
    int second = pair == null || pair.first() != read ? -1 : pair.inSecond(image);
    for (int digit = 0; digit < rows.size(); digit++) {
      Row row = rows.get(digit);
      double share =
          digit < read.answers().classes() ? read.answers().probability(image, digit) : 0;
      row.first().show(share);
      row.share().setText(texts.get("look.percent", 100 * share));
      boolean best = digit == read.answers().given(image);
      for (Region node : List.of(row.digit(), row.first(), row.share())) {
        node.pseudoClassStateChanged(BEST, best);
        node.pseudoClassStateChanged(TRUE_DIGIT, digit == label);
      }
      row.second().setVisible(second >= 0);
      row.second().setManaged(second >= 0);
      row.secondShare().setVisible(second >= 0);
      row.secondShare().setManaged(second >= 0);
      if (second >= 0) {
        double other = pair.second().answers().probability(second, digit);
        row.second().show(other);
        row.secondShare().setText(texts.get("look.percent", 100 * other));
      }
    }
    beside.setText(second < 0 ? "" : texts.get("look.beside", pair.second().name()));
  }

  /** Enlarged here, since an enlarged picture is smoothed by some screens. */
  private WritableImage large(Reading read, int image) {
    int factor = (int) SIDE / DigitImage.SIDE;
    WritableImage small =
        ImageGrid.picture(
            read.images().images().pixels(), image * DigitImage.PIXELS, appearance.isDark());
    WritableImage large = new WritableImage((int) SIDE, (int) SIDE);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        large
            .getPixelWriter()
            .setArgb(x, y, small.getPixelReader().getArgb(x / factor, y / factor));
      }
    }
    return large;
  }
}
