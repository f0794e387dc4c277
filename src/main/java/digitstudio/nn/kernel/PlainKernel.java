package digitstudio.nn.kernel;

/** The kernel that runs on any Java, and the last few entries of the other: plain loops. */
final class PlainKernel extends BlockKernel {
  @Override
  void add(float[] z, int zAt, float[] bias, int biasAt, int count) {
    addPlainly(z, zAt, bias, biasAt, count);
  }

  @Override
  void apply(Nonlinearity f, float[] z, int at, int count) {
    applyPlainly(f, z, at, count);
  }

  @Override
  void derive(Nonlinearity f, float[] delta, int deltaAt, float[] a, int aAt, int count) {
    derivePlainly(f, delta, deltaAt, a, aAt, count);
  }

  @Override
  void step(
      UpdateRule rule,
      float[] w,
      int wAt,
      float[] g,
      int gAt,
      float[] s,
      int sAt,
      float[] t,
      int tAt,
      int count) {
    stepPlainly(rule, w, wAt, g, gAt, s, sAt, t, tAt, count);
  }

  static void addPlainly(float[] z, int zAt, float[] bias, int biasAt, int count) {
    for (int i = 0; i < count; i++) {
      z[zAt + i] += bias[biasAt + i];
    }
  }

  static void applyPlainly(Nonlinearity f, float[] values, int at, int count) {
    switch (f.kind()) {
      case RECTIFIER -> {
        float slope = f.slope();
        for (int i = at; i < at + count; i++) {
          // Written so that NaN stays NaN: a diverged run must not look like a dead one.
          values[i] = values[i] <= 0 ? slope * values[i] : values[i];
        }
      }
      case SIGMOID -> {
        for (int i = at; i < at + count; i++) {
          values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
      }
      case TANH -> {
        for (int i = at; i < at + count; i++) {
          values[i] = (float) (1 - 2 / (Math.exp(2.0 * values[i]) + 1));
        }
      }
    }
  }

  static void derivePlainly(
      Nonlinearity f, float[] delta, int deltaAt, float[] a, int aAt, int count) {
    switch (f.kind()) {
      case RECTIFIER -> {
        float slope = f.slope();
        for (int i = 0; i < count; i++) {
          delta[deltaAt + i] *= a[aAt + i] > 0 ? 1 : slope;
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          delta[deltaAt + i] *= a[aAt + i] * (1 - a[aAt + i]);
        }
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          delta[deltaAt + i] *= 1 - a[aAt + i] * a[aAt + i];
        }
      }
    }
  }

  static void stepPlainly(
      UpdateRule rule,
      float[] w,
      int wAt,
      float[] g,
      int gAt,
      float[] s,
      int sAt,
      float[] t,
      int tAt,
      int count) {
    for (int i = 0; i < count; i++) {
      int k = wAt + i;
      float gradient = rule.scale * (g[gAt + i] + rule.l2 * w[k] + rule.l1 * Math.signum(w[k]));
      switch (rule.kind) {
        case SGD -> w[k] -= rule.rate * gradient;
        case MOMENTUM -> {
          s[sAt + i] = rule.first * s[sAt + i] - rule.rate * gradient;
          w[k] += s[sAt + i];
        }
        case NESTEROV -> {
          s[sAt + i] = rule.first * s[sAt + i] + gradient;
          w[k] -= rule.rate * (gradient + rule.first * s[sAt + i]);
        }
        case ADAGRAD -> {
          s[sAt + i] += gradient * gradient;
          w[k] -= rule.rate * gradient / ((float) Math.sqrt(s[sAt + i]) + rule.epsilon);
        }
        case RMSPROP -> {
          s[sAt + i] = rule.first * s[sAt + i] + rule.firstRest * gradient * gradient;
          w[k] -= rule.rate * gradient / ((float) Math.sqrt(s[sAt + i]) + rule.epsilon);
        }
        case ADAM -> {
          s[sAt + i] = rule.first * s[sAt + i] + rule.firstRest * gradient;
          t[tAt + i] = rule.second * t[tAt + i] + rule.secondRest * gradient * gradient;
          w[k] -=
              rule.rate
                  * (s[sAt + i] * rule.firstCorrection)
                  / ((float) Math.sqrt(t[tAt + i] * rule.secondCorrection) + rule.epsilon);
        }
      }
    }
  }
}
