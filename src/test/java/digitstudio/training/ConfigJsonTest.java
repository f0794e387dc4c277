package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.text.Problem;
import digitstudio.training.augment.Augmentation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings written as JSON and read back. */
class ConfigJsonTest {
  private static final TrainingConfig UNUSUAL =
      TrainingConfig.builder()
          .hidden(List.of())
          .activation(new Activation.LeakyRelu(0.2))
          .loss(Loss.MEAN_SQUARED_ERROR)
          .learningRate(new LearningRate.Step(0.03, 5, 0.5))
          .batchSize(new BatchSize.All())
          .reduction(Reduction.SUM)
          .regularizer(new Regularizer.L1(0.25))
          .dropout(0.5)
          .initializer(new Initializer.Normal(0.02))
          .epochs(7)
          .patience(2)
          .validation(0.1)
          .trainLimit(1234)
          .contrastStretching(true)
          .standardization(true)
          .augmentation(new Augmentation(1.5, 12, 0.1, 0.2, 34, 4))
          .shuffle(Shuffle.NEVER)
          .seed(Long.MIN_VALUE)
          .build();

  static Stream<TrainingConfig> everyOptimizer() {
    return Stream.of(
            new Optimizer.Sgd(),
            new Optimizer.Momentum(0.5),
            new Optimizer.Nesterov(0.6),
            new Optimizer.Adagrad(1e-6),
            new Optimizer.RmsProp(0.7, 1e-5),
            new Optimizer.Adam(0.1, 0.2, 1e-4, false))
        .map(optimizer -> UNUSUAL.toBuilder().optimizer(optimizer).build());
  }

  @ParameterizedTest
  @MethodSource("everyOptimizer")
  void everySettingIsReadBack(TrainingConfig config) throws JsonProcessingException {
    assertEquals(config, ConfigJson.read(json(ConfigJson.write(config).toString())));
  }

  @Test
  void onlyTheNumbersOfTheOptimizerAreWritten() {
    JsonNode json =
        ConfigJson.write(UNUSUAL.toBuilder().optimizer(new Optimizer.Momentum(0.5)).build());
    assertEquals(0.5, json.get("momentum").doubleValue());
    for (String other : List.of("decay", "beta1", "beta2", "epsilon", "biasCorrection")) {
      assertFalse(json.has(other), other);
    }
  }

  @Test
  void distortionsAreWrittenOnlyWhereThereAreAny() throws JsonProcessingException {
    JsonNode plain = ConfigJson.write(TrainingConfig.DEFAULT);
    for (String name : List.of("shift", "rotation", "scale", "shear", "elastic", "smoothness")) {
      assertFalse(plain.has(name), name);
    }
    assertEquals(
        Augmentation.NONE.withElastic(36, Augmentation.DEFAULT_SMOOTHNESS),
        ConfigJson.read(json("{\"elastic\":36}")).augmentation());
  }

  @Test
  void theBatchIsANumberOrAll() {
    assertEquals(128, ConfigJson.write(TrainingConfig.DEFAULT).get("batchSize").intValue());
    assertEquals("all", ConfigJson.write(UNUSUAL).get("batchSize").textValue());
  }

  @Test
  void whatIsMissingHasItsDefault() throws JsonProcessingException {
    assertEquals(TrainingConfig.DEFAULT, ConfigJson.read(json("{}")));
    assertEquals(
        new Optimizer.RmsProp(0.9, 1e-8),
        ConfigJson.read(json("{\"optimizer\":\"rmsprop\"}")).optimizer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"layers\":[3]}",
        "{\"hidden\":256}",
        "{\"hidden\":[1.5]}",
        "{\"hidden\":[-1]}",
        "{\"epochs\":\"many\"}",
        "{\"epochs\":0}",
        "{\"seed\":1.5}",
        "{\"loss\":\"hinge\"}",
        "{\"learningRate\":-1}",
        "{\"standardization\":1}",
        "{\"rotation\":200}",
        "{\"elastic\":\"much\"}",
        "[]"
      })
  void whatIsUnknownOrOutOfRangeIsRefused(String text) throws JsonProcessingException {
    JsonNode json = json(text);
    Problem problem = assertThrows(Problem.class, () -> ConfigJson.read(json));
    assertTrue(!problem.getMessage().isBlank());
  }

  @Test
  void aProvenanceIsReadBack() {
    Provenance provenance =
        new Provenance("Digit Studio 1", "2026-01-02T03:04:05Z", 7, "ab", "17", "Linux", 2, 1, "B");
    assertEquals(provenance, ConfigJson.readProvenance(ConfigJson.write(provenance)));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
