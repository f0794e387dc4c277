package digitstudio.report.chart;

import java.util.Arrays;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Draws curves with a marker now and then, each curve at places of its own, so that those which lie
 * on each other can be told apart.
 */
final class SparseMarkers extends XYLineAndShapeRenderer {
  private static final long serialVersionUID = 1;
  private static final int[] NONE = new int[0];

  private transient int[][] marked = {};

  SparseMarkers() {
    super(true, false);
    setDrawSeriesLineAsPath(true);
  }

  /**
   * Where the markers stand.
   *
   * @param marked [series][marks], each the rising numbers of its points
   */
  void mark(int[][] marked) {
    this.marked = marked;
  }

  @Override
  public boolean getItemShapeVisible(int series, int item) {
    int[] items = series < marked.length ? marked[series] : NONE;
    return Arrays.binarySearch(items, item) >= 0;
  }

  @Override
  public boolean getItemShapeFilled(int series, int item) {
    return true;
  }
}
