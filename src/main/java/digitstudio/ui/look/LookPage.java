package digitstudio.ui.look;

import javafx.scene.Node;

/** A page of the Look inside view, given to it when the window is wired. */
public interface LookPage {
  /** Id of its tab. */
  String id();

  /** Key of the tab's name; that of what it is for ends in {@code .help}. */
  String nameKey();

  /** What the tab shows; the same at every call. Asked for when the page is first opened. */
  Node view();

  /**
   * Looks at something else: another run, epoch or image, or newer weights of a run that goes on.
   * Called on the JavaFX thread while the page is open, and again as it is opened, so it must return
   * at once: whatever takes time goes to a worker.
   *
   * @param subject null for nothing, as there is no run or its weights were not kept
   */
  void show(LookSubject subject);
}
