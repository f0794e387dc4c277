package digitstudio.report.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Activation;
import digitstudio.nn.NetworkSpec;
import digitstudio.report.diagram.LayerDiagramLayout.Column;
import digitstudio.report.diagram.LayerDiagramLayout.Kind;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayerDiagramLayoutTest {
  private static LayerDiagramLayout layout(List<Integer> hidden) {
    return LayerDiagramLayout.of(
        new NetworkSpec(784, hidden, new Activation.Relu(), 10), 300, 100, 30, 40);
  }

  @Test
  void withoutHiddenLayersInputAndOutputStandAtTheEnds() {
    List<Column> columns = layout(List.of()).columns();
    assertEquals(List.of(Kind.INPUT, Kind.OUTPUT), columns.stream().map(Column::kind).toList());
    assertEquals(30, columns.get(0).x());
    assertEquals(270, columns.get(1).x());
  }

  @Test
  void everyLayerHasAColumnAtEqualDistances() {
    LayerDiagramLayout layout = layout(List.of(512, 128));
    assertEquals(List.of(784, 512, 128, 10), layout.columns().stream().map(Column::count).toList());
    assertEquals(80, layout.pitch(), 1e-9);
    assertEquals(190, layout.columns().get(2).x(), 1e-9);
  }

  @Test
  void layersWithMoreUnitsThanAreDrawnHaveDots() {
    List<Column> columns = layout(List.of(4, 7)).columns();
    assertEquals(4, columns.get(1).nodes().size());
    assertEquals(List.of(), columns.get(1).dots());
    assertEquals(LayerDiagramLayout.MOST_NODES, columns.get(2).nodes().size());
    assertEquals(3, columns.get(2).dots().size());
    assertEquals(10, columns.get(3).nodes().size());
    assertEquals(List.of(), columns.get(3).dots());
  }

  @Test
  void layersForWhichThereIsNoRoomAreLeftOutOfTheMiddle() {
    List<Integer> hidden = IntStream.rangeClosed(1, 14).boxed().toList();
    List<Column> columns = layout(hidden).columns();
    assertEquals(List.of(784, 1, 2, 10, 13, 14, 10), columns.stream().map(Column::count).toList());
    assertEquals(Kind.OMITTED, columns.get(3).kind());
  }

  @Test
  void everythingStaysInsideAndColumnsKeepTheirDistance() {
    for (int layers = 0; layers < 40; layers++) {
      LayerDiagramLayout layout = layout(Collections.nCopies(layers, 300));
      assertTrue(layout.pitch() >= 40 || layers == 0);
      double last = layout.columns().get(layout.columns().size() - 1).x();
      assertEquals(270, last, 1e-9);
      for (Column column : layout.columns()) {
        for (double y : column.nodes()) {
          assertTrue(y >= layout.radius() && y <= 100 - layout.radius());
        }
      }
    }
  }
}
