package digitstudio.ui.data;

import digitstudio.nn.Spelling;

/** What a run of the form's settings does with an image. */
public enum ImagePart {
  /** Learns from it. */
  TRAIN,
  /** Holds it out, as the seed decides. */
  VALIDATION,
  /** Looks at it once, at the end. */
  TEST,
  /** Does not read it, as it reads only the first images of the training file. */
  UNREAD;

  /** Key of its name. */
  String key() {
    return "data.part." + Spelling.of(this);
  }
}
