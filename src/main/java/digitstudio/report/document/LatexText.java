package digitstudio.report.document;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Any text as LaTeX that prints it, whatever it means to LaTeX. */
final class LatexText {
  /** A word as long as this may be broken anywhere, since nothing else breaks it. */
  private static final int LONG_WORD = 24;

  private static final int LAST_LATIN = 0xFF;
  private static final Map<Integer, String> COMMANDS = commands();
  private static final Set<UnicodeScript> CHINESE =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private LatexText() {}

  /** The text, escaped. */
  static String of(String text) {
    StringBuilder latex = new StringBuilder();
    int word = 0;
    for (int character : text.codePoints().toArray()) {
      word = Character.isWhitespace(character) || isChinese(character) ? 0 : word + 1;
      latex.append(of(character));
      if (word > 0 && word % LONG_WORD == 0) {
        latex.append("\\allowbreak{}");
      }
    }
    return latex.toString();
  }

  private static String of(int character) {
    String command = COMMANDS.get(character);
    if (command != null) {
      return command;
    }
    if (Character.isWhitespace(character) || Character.isISOControl(character)) {
      return " ";
    }
    boolean isPrinted = character <= LAST_LATIN || isChinese(character);
    return isPrinted ? Character.toString(character) : String.format("[U+%04X]", character);
  }

  /** Whether it needs the fonts that the package ctex brings. */
  static boolean isChinese(int character) {
    UnicodeBlock block = UnicodeBlock.of(character);
    return CHINESE.contains(UnicodeScript.of(character))
        || block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
        || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
  }

  private static Map<Integer, String> commands() {
    Map<Integer, String> commands = new HashMap<>();
    put(commands, "\\", "\\textbackslash{}");
    put(commands, "~", "\\textasciitilde{}");
    put(commands, "^", "\\textasciicircum{}");
    put(commands, "<", "\\textless{}");
    put(commands, ">", "\\textgreater{}");
    put(commands, "|", "\\textbar{}");
    put(commands, "\"", "\\textquotedbl{}");
    put(commands, "'", "\\textquotesingle{}");
    put(commands, "`", "\\textasciigrave{}");
    // Else two of them would be drawn together to another sign.
    put(commands, "-", "{-}");
    put(commands, ",", "{,}");
    for (String special : "{ } $ & # % _".split(" ")) {
      put(commands, special, "\\" + special);
    }
    put(commands, "·", "\\textperiodcentered{}");
    put(commands, "×", "\\texttimes{}");
    put(commands, "±", "\\textpm{}");
    put(commands, "°", "\\textdegree{}");
    put(commands, "\u00A0", "~");
    put(commands, "\u00AD", "\\-");
    put(commands, "\u202F", "\\,");
    put(commands, "–", "\\textendash{}");
    put(commands, "—", "\\textemdash{}");
    put(commands, "…", "\\dots{}");
    put(commands, "“", "\\textquotedblleft{}");
    put(commands, "”", "\\textquotedblright{}");
    put(commands, "‘", "\\textquoteleft{}");
    put(commands, "’", "\\textquoteright{}");
    put(commands, "₁", "\\textsubscript{1}");
    put(commands, "₂", "\\textsubscript{2}");
    put(commands, "¹", "\\textsuperscript{1}");
    put(commands, "²", "\\textsuperscript{2}");
    putMathematics(commands);
    return commands;
  }

  private static void putMathematics(Map<Integer, String> commands) {
    String[] letters = {
      "α alpha",
      "β beta",
      "γ gamma",
      "δ delta",
      "ε varepsilon",
      "η eta",
      "θ theta",
      "λ lambda",
      "μ mu",
      "µ mu",
      "π pi",
      "ρ rho",
      "σ sigma",
      "τ tau",
      "φ varphi",
      "ω omega",
      "Δ Delta",
      "Σ Sigma",
      "≥ geq",
      "≤ leq",
      "≈ approx",
      "≠ neq",
      "∞ infty",
      "√ surd",
      "→ rightarrow",
      "↓ downarrow",
      "⋅ cdot"
    };
    for (String letter : letters) {
      put(commands, letter.substring(0, 1), "\\ensuremath{\\" + letter.substring(2) + "}");
    }
    put(commands, "−", "\\ensuremath{-}");
  }

  private static void put(Map<Integer, String> commands, String character, String command) {
    commands.put(character.codePointAt(0), command);
  }
}
