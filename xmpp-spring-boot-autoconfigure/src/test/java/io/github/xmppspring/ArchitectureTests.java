/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.xmppspring;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The directions in which the packages may use each other and libraries, and the rules
 * that all their classes keep.
 *
 * @author XMPP for Spring Boot contributors
 */
@AnalyzeClasses(packages = ArchitectureTests.BASE, importOptions = ArchitectureTests.MainClasses.class)
class ArchitectureTests {

	static final String BASE = "io.github.xmppspring";

	/**
	 * Each package with the packages it may use: first the engine, then the Spring half.
	 */
	private static final Map<String, Set<String>> PACKAGES = table(
			"""
					address        :
					xml            : address
					stanza         : address xml
					stream         : address xml stanza
					sasl           : address xml stanza stream
					codec          : address xml stanza stream sasl
					negotiation    : address xml stanza stream sasl codec
					connection     : address xml stanza stream sasl codec negotiation
					wire           : address xml stanza stream sasl codec
					server         : address xml stanza stream sasl codec negotiation

					payload        : address xml stanza
					template       : address xml stanza payload
					handler        : address xml stanza payload
					service        : address xml stanza payload template handler
					observation    : address xml stanza stream sasl codec negotiation connection payload template handler
					messaging      : address xml stanza payload
					roster         : address xml stanza payload template handler messaging
					disco          : address xml stanza payload template handler messaging
					pubsub         : address xml stanza payload template handler messaging disco
					vcard          : address xml stanza payload template handler messaging disco pubsub
					context        : address xml stanza stream sasl codec negotiation connection payload template handler messaging
					health         : address xml stanza stream sasl codec negotiation connection payload template handler context
					metrics        : address xml stanza stream sasl codec negotiation connection payload template handler messaging context
					actuate        : address xml stanza stream sasl codec negotiation connection payload template handler disco context
					autoconfigure  : *
					ejabberd       : address autoconfigure
					testcontainers : address autoconfigure ejabberd
					docker         : address autoconfigure ejabberd
					test           : *
					""");

	private static final Set<String> ENGINE = Set.of("address", "xml", "stanza", "stream", "sasl", "codec",
			"negotiation", "connection", "wire", "server");

	/**
	 * Each library that is confined with the packages that may use it; {@code metrics}
	 * also stands for {@code autoconfigure.metrics}. A part of a library that has a row
	 * of its own is not meant by the row of the whole.
	 */
	private static final Map<String, Set<String>> LIBRARIES = table("""
			io.netty                         : codec negotiation connection server
			io.netty.pkitesting              : server ejabberd
			com.ctc.wstx                     : xml
			org.codehaus.stax2               : xml
			rocks.xmpp                       : address sasl
			com.ongres                       : sasl
			tools.jackson                    : jackson autoconfigure
			com.fasterxml.jackson            : jackson autoconfigure
			jakarta.xml.bind                 : jaxb autoconfigure
			com.github.benmanes.caffeine     : disco roster
			io.micrometer.core               : metrics
			io.micrometer.observation        : observation
			io.micrometer.common             : observation metrics
			io.micrometer.context            : observation
			org.springframework.boot.health  : health
			org.springframework.boot.actuate : actuate
			org.testcontainers               : testcontainers
			""");

	@ArchTest
	static final ArchRule packagesUseOnlyPackagesOfTheTable = classes().should(usePackagesOfTheTable())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching(BASE + ".(**)")
		.should()
		.beFreeOfCycles()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule engineKnowsNoContainer = noClasses().that(areIn(ENGINE))
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.beans..", "org.springframework.context..",
				"org.springframework.boot..", "org.springframework.messaging..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule librariesAreUsedOnlyWhereTheyBelong = classes().should(useLibrariesWhereTheyBelong())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(beInNullMarkedPackage()).allowEmptyShould(true);

	@ArchTest
	static final ArchRule staticFieldsAreFinal = fields().that()
		.areStatic()
		.and(DescribedPredicate.not(areSynthetic()))
		.should()
		.beFinal()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule staticFieldsHoldNoMutableState = noFields().that()
		.areStatic()
		.should()
		.haveRawType(describe("a mutable type", ArchitectureTests::isMutable))
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule staticInitializersFillNoRegistries = noClasses().should()
		.callConstructorWhere(describe("a static initializer creates a mutable container",
				(JavaConstructorCall call) -> call.getOrigin().getName().equals("<clinit>")
						&& isMutable(call.getTargetOwner())))
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule autoConfigurationsHaveNoPublicMembers = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should(haveNoPublicMembers())
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule postProcessorBeanMethodsAreStatic = methods().that()
		.areAnnotatedWith(Bean.class)
		.and()
		.haveRawReturnType(DescribedPredicate.or(JavaClass.Predicates.assignableTo(BeanPostProcessor.class),
				JavaClass.Predicates.assignableTo(BeanFactoryPostProcessor.class)))
		.should()
		.beStatic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule beanMethodsHaveNoClassConditions = noMethods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.beAnnotatedWith(ConditionalOnClass.class)
		.because("the class of the method is loaded with its signature; put the condition on a nested configuration")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule streamsAreCollectedByToList = noClasses().should()
		.callMethod(Collectors.class, "toList")
		.because("Stream.toList() is shorter and its list unmodifiable")
		.allowEmptyShould(true);

	// The variant without a message is what the compiler itself calls
	@ArchTest
	static final ArchRule argumentsAreCheckedByAssert = noClasses().should()
		.callMethod(Objects.class, "requireNonNull", Object.class, String.class)
		.orShould()
		.callMethod(Objects.class, "requireNonNull", Object.class, Supplier.class)
		.because("Assert.notNull is used instead")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule caseIsChangedInNamedLocale = noClasses().should()
		.callMethod(String.class, "toLowerCase")
		.orShould()
		.callMethod(String.class, "toUpperCase")
		.because(Locale.class.getSimpleName() + ".ROOT is given")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule standardStreamsAreNotUsed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
		.allowEmptyShould(true);

	private static ArchCondition<JavaClass> usePackagesOfTheTable() {
		return new ArchCondition<>("use only the packages that the table allows") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String from = topPackage(type);
				if (!from.isEmpty() && !PACKAGES.containsKey(from)) {
					events.add(violated(type, type.getName() + " is in a package that the table does not name"));
				}
				Set<String> allowed = PACKAGES.getOrDefault(from, Set.of());
				type.getDirectDependenciesFromSelf()
					.stream()
					.filter((dependency) -> isForbidden(from, allowed, dependency))
					.forEach((dependency) -> events.add(violated(dependency, dependency.getDescription())));
			}

		};
	}

	private static boolean isForbidden(String from, Set<String> allowed, Dependency dependency) {
		JavaClass target = dependency.getTargetClass().getBaseComponentType();
		if (!isOwn(target)) {
			return false;
		}
		String to = topPackage(target);
		return !to.equals(from) && !allowed.contains(to) && !allowed.contains("*");
	}

	private static ArchCondition<JavaClass> useLibrariesWhereTheyBelong() {
		return new ArchCondition<>("use libraries only in the packages that the table allows") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Set<String> segments = Set.of(subPackage(type).split("\\."));
				type.getDirectDependenciesFromSelf().forEach((dependency) -> {
					String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
					usersOf(target).filter((users) -> users.stream().noneMatch(segments::contains))
						.ifPresent((users) -> events.add(violated(dependency, dependency.getDescription())));
				});
			}

		};
	}

	private static Optional<Set<String>> usersOf(String target) {
		return LIBRARIES.keySet()
			.stream()
			.filter((library) -> (target + ".").startsWith(library + "."))
			.max(Comparator.comparing(String::length))
			.map(LIBRARIES::get);
	}

	private static ArchCondition<JavaClass> beInNullMarkedPackage() {
		return new ArchCondition<>("be in a package that is @NullMarked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				JavaPackage javaPackage = type.getPackage();
				if (!javaPackage.isAnnotatedWith(NullMarked.class)) {
					events.add(violated(type, javaPackage.getName() + " is not @NullMarked"));
				}
			}

		};
	}

	private static ArchCondition<JavaClass> haveNoPublicMembers() {
		return new ArchCondition<>("have no public members") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Stream.of(type.getMethods(), type.getConstructors(), type.getFields())
					.flatMap(Collection::stream)
					.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC))
					.forEach((member) -> events.add(violated(member, member.getDescription() + " is public")));
			}

		};
	}

	private static ConditionEvent violated(Object object, String message) {
		return SimpleConditionEvent.violated(object, message);
	}

	private static DescribedPredicate<JavaClass> areIn(Set<String> packages) {
		return describe("are in " + packages, (type) -> packages.contains(topPackage(type)));
	}

	private static DescribedPredicate<JavaMember> areSynthetic() {
		return describe("are synthetic", (member) -> member.getModifiers().contains(JavaModifier.SYNTHETIC));
	}

	private static <T> DescribedPredicate<T> describe(String description, Predicate<? super T> predicate) {
		return DescribedPredicate.describe(description, predicate);
	}

	private static boolean isMutable(JavaClass type) {
		boolean atomic = type.getPackageName().equals("java.util.concurrent.atomic")
				&& !type.getSimpleName().endsWith("FieldUpdater");
		boolean concurrent = type.getPackageName().equals("java.util.concurrent")
				&& Stream.of("Map", "Queue", "Deque", "Set", "List", "Executor", "Service")
					.anyMatch(type.getSimpleName()::endsWith);
		return atomic || concurrent || type.isAssignableTo(AbstractMap.class)
				|| type.isAssignableTo(AbstractCollection.class) || type.isAssignableTo(ThreadLocal.class);
	}

	private static boolean isOwn(JavaClass type) {
		return (type.getPackageName() + ".").startsWith(BASE + ".");
	}

	private static String topPackage(JavaClass type) {
		return subPackage(type).split("\\.")[0];
	}

	private static String subPackage(JavaClass type) {
		return (isOwn(type) && !type.getPackageName().equals(BASE)) ? type.getPackageName().substring(BASE.length() + 1)
				: "";
	}

	private static Map<String, Set<String>> table(String rows) {
		return rows.lines()
			.filter((row) -> !row.isBlank())
			.map((row) -> row.split(":", 2))
			.collect(Collectors.toUnmodifiableMap((row) -> row[0].strip(), (row) -> words(row[1])));
	}

	private static Set<String> words(String text) {
		return Arrays.stream(text.strip().split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Leaves out the tests, wherever the build puts its classes.
	 */
	static final class MainClasses implements ImportOption {

		@Override
		public boolean includes(Location location) {
			return !location.contains("/test-classes/");
		}

	}

}
