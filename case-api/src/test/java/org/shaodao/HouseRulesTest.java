package org.shaodao;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.DateFormat;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.jar.JarFile;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.shaodao.access.FirstStart;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.view.View;

/** What the modules and packages owe each other. Every rule first shows that there is something it guards. */
class HouseRulesTest {
    private static final JavaClasses CORE = mainOf(CaseEvent.class);
    private static final JavaClasses PROJECTIONS = mainOf(View.class);
    private static final JavaClasses APPLICATION = mainOf(ShaodaoApplication.class);
    private static final Map<String, JavaClasses> MODULES =
            Map.of("case-core", CORE, "case-projections", PROJECTIONS, "case-api", APPLICATION);

    /** Views that other systems ask for, and no page shows. */
    private static final Set<String> OF_SYSTEMS = Set.of("returns");

    @Test
    void the_core_knows_no_framework_but_axons_annotations() {
        assertThat(CORE).hasSizeGreaterThan(50);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java.lang..",
                        "java.nio.charset..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "org.axonframework..",
                        "org.jspecify..",
                        "org.shaodao.casefile..",
                        "org.shaodao.clocks..",
                        "org.shaodao.demand..",
                        "org.shaodao.documents..",
                        "org.shaodao.fact..")
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(CORE);
    }

    @Test
    void read_models_know_no_web_and_send_no_command() {
        assertThat(PROJECTIONS).hasSizeGreaterThan(50);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.http..",
                        "org.springframework.web..",
                        "org.axonframework.commandhandling..",
                        "org.axonframework.modelling..")
                .check(PROJECTIONS);
        noClasses().should().dependOnClassesThat(are(commands())).check(PROJECTIONS);
    }

    @Test
    void time_and_chance_come_from_outside() {
        assertThat(MODULES.values())
                .allSatisfy(module -> assertThat(module)
                        .as("uses java.time")
                        .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(d -> d.getTargetClass().isAssignableTo(Temporal.class))));
        ArchRule rule = noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe("asks for the time or a random id by itself", call -> {
                    MethodCallTarget target = call.getTarget();
                    boolean time = target.getName().equals("now")
                            && target.getRawParameterTypes().isEmpty()
                            && target.getOwner().getPackageName().equals("java.time");
                    boolean clock = target.getOwner().isEquivalentTo(Clock.class)
                            && target.getName().startsWith("system")
                            && !isTheOneClock(call);
                    boolean machine = target.getFullName().startsWith("java.lang.System.currentTimeMillis");
                    boolean id = target.getOwner().isEquivalentTo(UUID.class)
                            && target.getName().equals("randomUUID");
                    return time || clock || machine || id;
                }));
        MODULES.values().forEach(rule::check);
        assertThat(APPLICATION.get("org.shaodao.wiring.DatabaseWiring").getMethodCallsFromSelf())
                .as("the one clock is still made where this rule lets it")
                .anyMatch(HouseRulesTest::isTheOneClock);
    }

    @Test
    void in_every_package_nothing_is_null_unless_it_says_so() {
        MODULES.forEach((name, module) -> {
            List<JavaPackage> packages =
                    module.stream().map(JavaClass::getPackage).distinct().toList();
            assertThat(packages)
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(
                                    p.tryGetPackageInfo().map(info -> info.isAnnotatedWith(NullMarked.class)))
                            .as("@NullMarked package-info of %s in %s", p.getName(), name)
                            .contains(true));
        });
    }

    @Test
    void packages_of_a_module_depend_on_each_other_in_one_direction() {
        MODULES.forEach((name, module) -> {
            assertThat(module.stream().map(JavaClass::getPackageName).distinct())
                    .as(name)
                    .hasSizeGreaterThan(1);
            slices().matching("org.shaodao.(*)..").should().beFreeOfCycles().check(module);
        });
    }

    @Test
    void a_view_goes_by_one_word_everywhere() throws IOException, ReflectiveOperationException {
        Properties messages = new Properties();
        try (InputStream file = resource("/messages.properties")) {
            messages.load(file);
        }
        List<JavaClass> views = PROJECTIONS.stream()
                .filter(type -> type.isAssignableTo(View.class) && !type.isInterface())
                .toList();
        assertThat(views).hasSizeGreaterThanOrEqualTo(2);
        for (JavaClass type : views) {
            Field constant = type.reflect().getDeclaredField("NAME");
            constant.setAccessible(true);
            String name = (String) constant.get(null);
            assertThat(type.getPackageName()).isEqualTo("org.shaodao." + name);
            if (OF_SYSTEMS.contains(name)) {
                continue; // nobody looks at it
            }
            assertThat(messages.stringPropertyNames()).anyMatch(key -> key.startsWith(name + '.'));
            assertThat(HouseRulesTest.class.getResource("/templates/" + name))
                    .as("templates of %s", name)
                    .isNotNull();
        }
    }

    @Test
    void only_the_vault_handles_keys() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("org.shaodao.vault..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.crypto.tink..");
        assertThat(APPLICATION.that(DescribedPredicate.describe("are of the vault", HouseRulesTest::usesTink)))
                .isNotEmpty();
        MODULES.values().forEach(rule::check);
    }

    @Test
    void only_the_event_store_touches_the_log() {
        List<String> touching = MODULES.values().stream()
                .flatMap(JavaClasses::stream)
                .filter(type -> bytes(type).contains("es.event"))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
        assertThat(touching).containsExactly("org.shaodao.eventstore");
    }

    @Test
    void the_console_hears_the_first_start_and_the_command_line_only() {
        assertThat(APPLICATION.get(FirstStart.class).getFieldAccessesFromSelf())
                .anyMatch(access -> access.getTargetOwner().isEquivalentTo(System.class));
        ArchRule rule = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
        rule.check(CORE);
        rule.check(PROJECTIONS);
        rule.check(APPLICATION.that(DescribedPredicate.describe(
                "speak not on the console",
                type -> !type.isEquivalentTo(FirstStart.class) && !type.isEquivalentTo(ShaodaoApplication.class))));
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor() {
        MODULES.forEach((name, module) -> {
            assertThat(module.stream().mapToInt(type -> type.getFields().size()).sum())
                    .as(name)
                    .isGreaterThan(50);
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(module);
        });
    }

    @Test
    void nothing_that_everybody_shares_can_change() {
        MODULES.forEach((name, module) -> {
            assertThat(module).as(name).isNotEmpty();
            fields().that()
                    .areStatic()
                    .should()
                    .beFinal()
                    .allowEmptyShould(true)
                    .check(module);
        });
        assertThat(APPLICATION.stream().flatMap(type -> type.getFields().stream()))
                .anyMatch(field -> field.getModifiers().toString().contains("STATIC"));
    }

    @Test
    void time_is_told_by_java_time() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Calendar.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(DateFormat.class);
        MODULES.values().forEach(module -> {
            assertThat(module).isNotEmpty();
            rule.check(module);
        });
    }

    private static boolean isTheOneClock(JavaMethodCall call) {
        return call.getOrigin()
                        .getFullName()
                        .equals("org.shaodao.wiring.DatabaseWiring.cityTime(org.shaodao.wiring.ShaodaoSettings)")
                && call.getTarget().getOwner().isEquivalentTo(Clock.class);
    }

    private static DescribedPredicate<JavaClass> commands() {
        return DescribedPredicate.describe(
                "commands", type -> type.getFullName().startsWith("org.shaodao.casefile.CaseCommand"));
    }

    private static boolean usesTink(JavaClass type) {
        return type.getPackageName().equals("org.shaodao.vault")
                && type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("com.google.crypto.tink"));
    }

    /** The class file, as text: names and strings stand in it as they are. */
    private static String bytes(JavaClass type) {
        try (InputStream file = resource('/' + type.getName().replace('.', '/') + ".class")) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = HouseRulesTest.class.getResourceAsStream(name);
        assertThat(resource).as(name).isNotNull();
        return resource;
    }

    /** The classes of the module that this one is of: a folder while Maven tests, a jar after it packaged. */
    private static JavaClasses mainOf(Class<?> member) {
        try {
            Path home = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
            ClassFileImporter importer = new ClassFileImporter();
            return home.toString().endsWith(".jar")
                    ? importer.importJar(new JarFile(home.toFile()))
                    : importer.importPath(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
