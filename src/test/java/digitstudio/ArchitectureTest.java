package digitstudio;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import digitstudio.training.TrainingService;

/** The rules of the house: arrows point down only. */
@AnalyzeClasses(packages = "digitstudio", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule textIsTheBottom = mayUse("digitstudio.text..");

  @ArchTest
  static final ArchRule digitsKnowNoLearning = mayUse("digitstudio.digits..", "digitstudio.text..");

  @ArchTest
  static final ArchRule mathematicsKnowsNoTrainingAndNoImages =
      mayUse("digitstudio.nn..", "digitstudio.text..");

  @ArchTest
  static final ArchRule kernelKnowsNothingAboveIt =
      mayUse("digitstudio.nn.kernel..", "digitstudio.text..");

  @ArchTest
  static final ArchRule trainingKnowsNoScreenAndNoCommand =
      mayUse(
          "digitstudio.training..",
          "digitstudio.nn..",
          "digitstudio.digits..",
          "digitstudio.text..");

  @ArchTest
  static final ArchRule experimentsKnowNoScreenAndNoCommand =
      mayUse(
          "digitstudio.experiment..",
          "digitstudio.training..",
          "digitstudio.nn..",
          "digitstudio.digits..",
          "digitstudio.text..");

  @ArchTest
  static final ArchRule benchmarksKnowNoScreenAndNoCommand =
      mayUse(
          "digitstudio.bench..",
          "digitstudio.experiment..",
          "digitstudio.training..",
          "digitstudio.nn..",
          "digitstudio.digits..",
          "digitstudio.text..");

  @ArchTest
  static final ArchRule reportsKnowNoScreenAndNoCommand =
      mayUse(
              "digitstudio.report..",
              "digitstudio.experiment..",
              "digitstudio.training..",
              "digitstudio.nn..",
              "digitstudio.digits..",
              "digitstudio.text..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule lessonsKnowNoScreenAndNoCommand =
      mayUse(
          "digitstudio.lesson..",
          "digitstudio.experiment..",
          "digitstudio.training..",
          "digitstudio.nn..",
          "digitstudio.digits..",
          "digitstudio.text..");

  @ArchTest
  static final ArchRule commandsKnowNoScreen =
      noClasses()
          .that()
          .resideInAPackage("digitstudio.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("digitstudio.ui..", "digitstudio");

  @ArchTest
  static final ArchRule screensKnowNoCommand =
      noClasses()
          .that()
          .resideInAPackage("digitstudio.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("digitstudio.cli..", "digitstudio");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("digitstudio.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule javaFxStaysInScreensAndRoot =
      onlyIn("javafx..", "digitstudio.ui..", "digitstudio");

  @ArchTest
  static final ArchRule nd4jStaysInMathematicsAndTraining =
      onlyIn("org.nd4j..", "digitstudio.nn..", "digitstudio.training..");

  @ArchTest
  static final ArchRule pointersStayInTheKernel =
      onlyIn("org.bytedeco..", "digitstudio.nn.kernel..");

  @ArchTest
  static final ArchRule vectorsStayInTheKernel =
      onlyIn("jdk.incubator.vector..", "digitstudio.nn.kernel..");

  @ArchTest
  static final ArchRule viewModelsKnowNoScene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.scene..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule viewsCallNoService =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("View")
          .should()
          .dependOnClassesThat(
              resideInAPackage("digitstudio.training..").and(simpleNameEndingWith("Service")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule threadsAreMadeByTheTrainingServiceAlone =
      noClasses()
          .that()
          .doNotBelongToAnyOf(TrainingService.class)
          .should()
          .callConstructor(Thread.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class, String.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class)
          .orShould()
          .beAssignableTo(Thread.class);

  @ArchTest
  static final ArchRule onlyCommandsWriteTheStandardStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage("digitstudio.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule nothingIsSerializedByJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectOutputStream");

  /** Of the program's own packages, one may use itself and these alone. */
  private static ArchRule mayUse(String origin, String... allowed) {
    String[] outside = new String[allowed.length + 1];
    System.arraycopy(allowed, 0, outside, 0, allowed.length);
    outside[allowed.length] = origin;
    return classes()
        .that()
        .resideInAPackage(origin)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("digitstudio..").or(resideInAnyPackage(outside)));
  }

  private static ArchRule onlyIn(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
