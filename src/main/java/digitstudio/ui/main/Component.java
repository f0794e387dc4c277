package digitstudio.ui.main;

import digitstudio.text.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A library or a set of data that the program is made of, as the build lists them.
 *
 * @param name as its authors call it
 * @param version of it that is in the program
 * @param licence one or more SPDX names
 * @param address where more is told of it; empty if the build knows of none
 */
record Component(String name, String version, String licence, String address) {
  private static final String RESOURCE = "/digitstudio/licences.txt";
  private static final int FIELDS = 5;

  /**
   * All of them.
   *
   * @throws Problem if the program was built without the list
   */
  static List<Component> all() {
    try (InputStream in = Component.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new Problem("about.noList");
      }
      return read(in);
    } catch (IOException e) {
      throw new Problem(e, "about.noList");
    }
  }

  /** Reads lines of name, coordinates, version, licences and address, with bars between them. */
  static List<Component> read(InputStream in) throws IOException {
    List<Component> components = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] fields = line.split("\\|", -1);
      if (fields.length == FIELDS) {
        components.add(new Component(fields[0], fields[2], fields[3], fields[4]));
      }
    }
    return components;
  }
}
