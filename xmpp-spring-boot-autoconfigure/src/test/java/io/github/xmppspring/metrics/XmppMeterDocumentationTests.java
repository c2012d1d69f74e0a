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

package io.github.xmppspring.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.xmppspring.context.TestXmppConnection;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.IqHandlerLimits;
import io.github.xmppspring.handler.OrderedIqExchange;
import io.github.xmppspring.messaging.StanzaLimits;
import io.github.xmppspring.messaging.StanzaReception;
import io.github.xmppspring.negotiation.NegotiationStep;
import io.github.xmppspring.observation.DefaultIqClientObservationConvention;
import io.github.xmppspring.observation.DefaultIqServerObservationConvention;
import io.github.xmppspring.observation.IqClientObservationDocumentation;
import io.github.xmppspring.observation.IqServerObservationDocumentation;
import io.github.xmppspring.payload.PayloadCodecs;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.docs.ObservationDocumentation;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests that meters, the README and the dashboard are as {@link XmppMeterDocumentation}
 * says.
 *
 * @author XMPP for Spring Boot contributors
 */
class XmppMeterDocumentationTests {

	private static final Pattern METRIC = Pattern.compile("\\bxmpp_[a-z_]+");

	private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

	private static final Pattern LABEL = Pattern.compile("([a-z_]+) *(?:=|!)");

	private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@BeforeEach
	void bindAll() throws IllegalAccessException {
		TestXmppConnection connection = new TestXmppConnection();
		OrderedIqExchange handlers = new OrderedIqExchange(mock(IqDispatcher.class), List.of(), Runnable::run,
				IqHandlerLimits.DEFAULT);
		StanzaReception reception = new StanzaReception(connection, (event) -> {
		}, mock(PayloadCodecs.class), Runnable::run, new StanzaLimits(10, 1000));
		new XmppMetrics(connection, handlers, reception, List.of()).bindTo(this.registry);
		new XmppStreamMetrics(List.of()).bindTo(this.registry);
		for (Field field : NegotiationStep.class.getFields()) {
			String name = (String) field.get(null);
			connection.listeners().forEach((listener) -> {
				listener.stepEnded(new NegotiationStep(name, Duration.ZERO, null));
				listener.stepEnded(new NegotiationStep(name, Duration.ZERO, new IllegalStateException("test")));
			});
		}
	}

	@Test
	void namesAndDescriptionsAreThereOnce() {
		assertThat(XmppMeterDocumentation.values()).extracting(XmppMeterDocumentation::getName)
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("xmpp(\\.[a-z]+)+"));
		assertThat(XmppMeterDocumentation.values()).extracting(XmppMeterDocumentation::getDescription)
			.doesNotHaveDuplicates()
			.allMatch((description) -> !description.isBlank());
	}

	@Test
	void metersAreAsDocumented() {
		Map<String, List<Meter>> meters = this.registry.getMeters()
			.stream()
			.collect(Collectors.groupingBy((meter) -> meter.getId().getName()));

		assertThat(meters.keySet()).containsExactlyInAnyOrderElementsOf(
				Stream.of(XmppMeterDocumentation.values()).map(XmppMeterDocumentation::getName).toList());
		for (XmppMeterDocumentation documented : XmppMeterDocumentation.values()) {
			assertThat(meters.get(documented.getName())).allSatisfy((meter) -> {
				assertThat(meter.getId().getType()).isEqualTo(documented.getType());
				assertThat(meter.getId().getDescription()).isEqualTo(documented.getDescription());
				assertThat(meter.getId().getBaseUnit()).isEqualTo(documented.getBaseUnit());
				assertThat(meter.getId().getTags()).extracting(Tag::getKey)
					.containsExactlyInAnyOrderElementsOf(keys(documented));
			});
		}
	}

	private static List<String> keys(XmppMeterDocumentation meter) {
		return Stream.of(meter.getKeyNames()).map(KeyName::asString).toList();
	}

	@Test
	void tableOfReadmeIsThatOfMeters() {
		String table = Stream.of(XmppMeterDocumentation.values()).map(this::row).collect(Collectors.joining());

		assertThat(read("README.md")).contains("| --- | --- | --- | --- | --- |\n" + table + "\n");
	}

	private String row(XmppMeterDocumentation meter) {
		String unit = (meter.getBaseUnit() != null) ? meter.getBaseUnit() : "";
		String tags = keys(meter).stream()
			.map((key) -> "`" + key + "`: " + String.join(", ", values(meter, key)))
			.collect(Collectors.joining("; "));
		String type = meter.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return "| `%s` | %s | %s | %s | %s |\n".formatted(meter.getName(), type, unit, tags, meter.getDescription());
	}

	private Set<String> values(XmppMeterDocumentation meter, String key) {
		return this.registry.get(meter.getName())
			.meters()
			.stream()
			.map((found) -> String.valueOf(found.getId().getTag(key)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void dashboardAsksForWhatThereIs() {
		Map<String, Set<String>> names = prometheusNames();

		assertThat(queries()).isNotEmpty().allSatisfy((query) -> {
			List<String> metrics = find(METRIC, query, 0);
			assertThat(metrics).isNotEmpty().allSatisfy((name) -> assertThat(names).containsKey(name));
			Set<String> labels = metrics.stream()
				.flatMap((name) -> names.get(name).stream())
				.collect(Collectors.toSet());
			labels.add("instance");
			assertThat(labels).containsAll(labels(query));
		});
	}

	@Test
	void dashboardShowsAllMeters() {
		PrometheusNamingConvention convention = new PrometheusNamingConvention();
		String all = String.join("\n", queries());

		assertThat(XmppMeterDocumentation.values()).allSatisfy((meter) -> assertThat(all)
			.contains(convention.name(meter.getName(), meter.getType(), meter.getBaseUnit())));
	}

	private static Map<String, Set<String>> prometheusNames() {
		Map<String, Set<String>> names = new TreeMap<>();
		for (XmppMeterDocumentation meter : XmppMeterDocumentation.values()) {
			add(names, meter.getName(), meter.getType(), meter.getBaseUnit(), Set.copyOf(keys(meter)));
		}
		add(names, new DefaultIqClientObservationConvention().getName(), Meter.Type.TIMER, null,
				keys(IqClientObservationDocumentation.values()));
		add(names, new DefaultIqServerObservationConvention().getName(), Meter.Type.TIMER, null,
				keys(IqServerObservationDocumentation.values()));
		return names;
	}

	private static Set<String> keys(ObservationDocumentation[] observations) {
		return Stream.of(observations)
			.flatMap((observation) -> Stream.of(observation.getLowCardinalityKeyNames()))
			.map(KeyName::asString)
			.collect(Collectors.toSet());
	}

	private static void add(Map<String, Set<String>> names, String name, Meter.Type type, String unit,
			Set<String> keys) {
		String base = new PrometheusNamingConvention().name(name, type, unit);
		List<String> suffixes = switch (type) {
			case COUNTER -> List.of("_total");
			case TIMER, DISTRIBUTION_SUMMARY -> List.of("_count", "_sum", "_max");
			default -> List.of("");
		};
		suffixes.forEach((suffix) -> names.put(base + suffix, keys));
	}

	private static Set<String> labels(String query) {
		Stream<String> selected = find(BRACES, query, 1).stream().flatMap((braces) -> find(LABEL, braces, 1).stream());
		Stream<String> grouped = find(BY, query, 1).stream().flatMap((list) -> Arrays.stream(list.split(", *")));
		return Stream.concat(selected, grouped).collect(Collectors.toSet());
	}

	private static List<String> find(Pattern pattern, String text, int group) {
		return pattern.matcher(text).results().map((MatchResult result) -> result.group(group)).toList();
	}

	private static List<String> queries() {
		Map<String, Object> dashboard = JsonParserFactory.getJsonParser()
			.parseMap(read("sample-app/grafana/xmpp.json"));
		return list(dashboard, "panels").flatMap((panel) -> list(panel, "targets"))
			.map((target) -> (String) target.get("expr"))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static Stream<Map<String, Object>> list(Map<String, Object> object, String name) {
		return ((List<Map<String, Object>>) object.getOrDefault(name, List.of())).stream();
	}

	private static String read(String file) {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("README.md"))) {
			directory = directory.getParent();
		}
		try {
			return Files.readString(directory.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
