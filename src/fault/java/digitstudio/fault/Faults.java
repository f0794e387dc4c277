package digitstudio.fault;

import java.nio.file.Path;

final class Faults {
  Faults(Studio studio, Path folder, Path program, Findings findings) {}

  void tryAll() {}
}
