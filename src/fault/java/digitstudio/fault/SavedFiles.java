package digitstudio.fault;

import digitstudio.experiment.RunFile;
import digitstudio.text.Problem;
import digitstudio.training.ModelFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether files that the program wrote are whole, each as those who open it would see it. */
final class SavedFiles {
  private static final Pattern PICTURE = Pattern.compile("\\(([^()]+\\.svg)\\)");
  private static final Pattern ASIDE = Pattern.compile("\\..*\\.tmp");

  private SavedFiles() {}

  /** What is wrong with a file; empty if it is whole. */
  static Optional<String> wrongWith(Path file) {
    String name = file.getFileName().toString();
    try {
      switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "npz" -> ModelFile.read(file);
        case "digitrun" -> RunFile.read(file);
        case "json" -> new com.fasterxml.jackson.databind.ObjectMapper().readTree(file.toFile());
        case "pdf" -> {
          try (PDDocument document = Loader.loadPDF(file.toFile())) {
            require(document.getNumberOfPages() > 0, "it has no page");
          }
        }
        case "png" -> require(ImageIO.read(file.toFile()) != null, "it is no picture");
        case "svg" ->
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        case "html" -> require(text(file).endsWith("</html>"), "it has no end");
        case "tex" -> require(text(file).endsWith("\\end{document}"), "it has no end");
        case "csv" -> require(Files.readString(file).endsWith("\n"), "its last line has no end");
        case "md" -> requirePictures(file);
        default -> throw new IOException("nobody writes such files");
      }
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(file + ": " + (e instanceof Problem ? e.getMessage() : e));
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private static void require(boolean well, String otherwise) throws IOException {
    if (!well) {
      throw new IOException(otherwise);
    }
  }

  private static void requirePictures(Path file) throws IOException {
    Matcher picture = PICTURE.matcher(text(file));
    int found = 0;
    while (picture.find()) {
      found++;
      require(Files.exists(file.resolveSibling(picture.group(1))), picture.group(1) + " is gone");
    }
    require(found > 0, "it has no picture");
  }

  /** All files of a folder and below, but those that were being written aside. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !ASIDE.matcher(file.getFileName().toString()).matches())
          .toList();
    }
  }

  static String digest(Path file) throws IOException {
    return digest(Files.readAllBytes(file));
  }

  static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new BigInteger(1, hash).toString(16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
