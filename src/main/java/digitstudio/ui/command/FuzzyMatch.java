package digitstudio.ui.command;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a text answers to what was typed: every letter typed must stand in it, in that order;
 * those that begin words or follow one another count more.
 */
final class FuzzyMatch {
  private static final int LETTER = 1;
  private static final int NEXT = 6;
  private static final int WORD = 8;
  private static final int START = 4;
  private static final int WHOLE = 20;

  private FuzzyMatch() {}

  /**
   * The higher the better; empty if the text does not answer at all.
   *
   * @param typed letters, spaces between them being passed over
   */
  static OptionalInt score(String typed, String text) {
    String wanted = fold(typed).replaceAll("\\s+", "");
    String found = fold(text);
    if (wanted.isEmpty()) {
      return OptionalInt.of(0);
    }
    int[] best = new int[found.length()];
    java.util.Arrays.fill(best, Integer.MIN_VALUE);
    for (int w = 0; w < wanted.length(); w++) {
      best = next(best, w, wanted.charAt(w), found);
    }
    int score = Integer.MIN_VALUE;
    for (int value : best) {
      score = Math.max(score, value);
    }
    if (score == Integer.MIN_VALUE) {
      return OptionalInt.empty();
    }
    boolean inOnePiece = found.replaceAll("\\s+", "").contains(wanted);
    // Of texts that answer alike, the shorter one is meant.
    return OptionalInt.of(
        4 * (score + (inOnePiece ? WHOLE : 0)) - Math.min(found.length(), 80) / 4);
  }

  /**
   * The best score of each place in the text at which the letter stands.
   *
   * @param before the best scores of the letter before it
   */
  private static int[] next(int[] before, int place, char letter, String text) {
    int[] now = new int[text.length()];
    int bestBefore = place == 0 ? 0 : Integer.MIN_VALUE;
    for (int i = 0; i < now.length; i++) {
      now[i] = Integer.MIN_VALUE;
      if (text.charAt(i) == letter && bestBefore > Integer.MIN_VALUE) {
        int own = LETTER + (beginsWord(text, i) ? WORD : 0) + (i == 0 ? START : 0);
        boolean follows = place > 0 && i > 0 && before[i - 1] > Integer.MIN_VALUE;
        now[i] = Math.max(bestBefore, follows ? before[i - 1] + NEXT : bestBefore) + own;
      }
      if (place > 0) {
        bestBefore = Math.max(bestBefore, before[i]);
      }
    }
    return now;
  }

  private static boolean beginsWord(String text, int place) {
    char letter = text.charAt(place);
    return place == 0
        || !Character.isLetterOrDigit(text.charAt(place - 1))
        || Character.isIdeographic(letter);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }
}
