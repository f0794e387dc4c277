package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import digitstudio.nn.Activation;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.training.BatchSize;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import org.junit.jupiter.api.Test;

class RunNamesTest {
  @Test
  void theUsualSettingsHaveAShortName() {
    assertEquals("256 ReLU · Adam 0.001 · batch 128", RunNames.of(TrainingConfig.DEFAULT));
  }

  @Test
  void whatIsNotAsUsualIsNamed() {
    assertEquals(
        "256-128 Leaky ReLU 0.2 · SGD 0.00001 step 10 0.5 · batch all · sum · MSE · L2 0.1"
            + " · dropout 0.3 · 5000 images · seed 7",
        RunNames.of(
            TrainingConfig.builder()
                .hidden(256, 128)
                .activation(new Activation.LeakyRelu(0.2))
                .optimizer(new Optimizer.Sgd())
                .learningRate(new LearningRate.Step(0.00001, 10, 0.5))
                .batchSize(new BatchSize.All())
                .reduction(Reduction.SUM)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .regularizer(new Regularizer.L2(0.1))
                .dropout(0.3)
                .trainLimit(5000)
                .seed(7)
                .build()));
    assertEquals(
        "256 ReLU · Adam 0.001 · batch 128 · rotation 10° · elastic 34 σ 4",
        RunNames.of(
            TrainingConfig.builder().augmentation(new Augmentation(0, 10, 0, 0, 34, 4)).build()));
    assertEquals(
        "softmax · RMSprop 0.001 · batch 1",
        RunNames.of(
            TrainingConfig.builder()
                .hidden()
                .optimizer(new Optimizer.RmsProp(0.9, 1e-8))
                .batchSize(1)
                .build()));
  }
}
