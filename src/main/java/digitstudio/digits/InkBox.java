package digitstudio.digits;

/** The smallest rectangle around a digit, in whole pixels of its ink. */
record InkBox(int left, int top, int width, int height) {
  /** The rectangle around everything darker than the edge; there must be something. */
  static InkBox of(Ink ink, float edge) {
    int left = ink.width();
    int top = ink.height();
    int right = 0;
    int bottom = 0;
    for (int row = 0; row < ink.height(); row++) {
      for (int column = 0; column < ink.width(); column++) {
        if (ink.values()[row * ink.width() + column] > edge) {
          left = Math.min(left, column);
          right = Math.max(right, column + 1);
          top = Math.min(top, row);
          bottom = row + 1;
        }
      }
    }
    return new InkBox(left, top, right - left, bottom - top);
  }

  int longest() {
    return Math.max(width, height);
  }
}
