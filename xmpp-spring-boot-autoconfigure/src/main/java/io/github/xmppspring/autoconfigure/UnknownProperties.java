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

package io.github.xmppspring.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

import io.github.xmppspring.connection.XmppConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.BoundConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/**
 * Warns of properties that do not exist, but are called nearly as one that does. Boot
 * ignores them, and so the mistake would show, if at all, where nobody looks for it.
 *
 * @author XMPP for Spring Boot contributors
 */
final class UnknownProperties implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(XmppConnection.class);

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("xmpp");

	private static final int MAX_DISTANCE = 2;

	private final Environment environment;

	private final ObjectProvider<BoundConfigurationProperties> bound;

	private final Executor executor;

	UnknownProperties(Environment environment, ObjectProvider<BoundConfigurationProperties> bound, Executor executor) {
		this.environment = environment;
		this.bound = bound;
		this.executor = executor;
	}

	// The metadata take much time to read, so they are asked only about what was bound to
	// nothing, and nothing waits for the warnings
	@Override
	public void afterSingletonsInstantiated() {
		List<Named> names = unbound();
		if (!names.isEmpty()) {
			this.executor.execute(() -> check(names));
		}
	}

	private List<Named> unbound() {
		BoundConfigurationProperties properties = this.bound.getIfAvailable();
		Set<ConfigurationPropertyName> bound = (properties != null) ? properties.getAll().keySet() : Set.of();
		UnboundElementsSourceFilter filter = new UnboundElementsSourceFilter();
		List<Named> names = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable && filter.apply(source)) {
				iterable.stream()
					.filter((name) -> PREFIX.isAncestorOf(name) && !bound.contains(name))
					.forEach((name) -> names.add(new Named(name, source)));
			}
		}
		return names;
	}

	private void check(List<Named> names) {
		try {
			List<Known> known = known();
			for (Named named : names) {
				if (known.stream().noneMatch((other) -> other.covers(named.name()))) {
					warn(named, known);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("Properties cannot be compared to those that exist", ex);
		}
	}

	private static void warn(Named named, List<Known> known) {
		String name = named.name().toString();
		known.stream()
			.map((other) -> other.name().toString())
			.filter((other) -> distance(name, other) <= MAX_DISTANCE)
			.min(Comparator.comparingInt((other) -> distance(name, other)))
			.ifPresent((other) -> logger.warn("There is no property '%s'%s. Change it to '%s', or remove it."
				.formatted(name, named.origin(), other)));
	}

	private static List<Known> known() throws IOException {
		Resource metadata = metadata();
		if (metadata == null || !metadata.exists()) {
			return List.of();
		}
		String json = metadata.getContentAsString(StandardCharsets.UTF_8);
		List<?> properties = (List<?>) JsonParserFactory.getJsonParser().parseMap(json).get("properties");
		List<Known> known = new ArrayList<>();
		for (Object property : (properties != null) ? properties : List.of()) {
			Map<?, ?> entry = (Map<?, ?>) property;
			String type = String.valueOf(entry.get("type"));
			known.add(new Known(ConfigurationPropertyName.of(String.valueOf(entry.get("name"))),
					type.startsWith("java.util.")));
		}
		return known;
	}

	// Of all metadata on the class path those that lie beside this class
	private static @Nullable Resource metadata() throws IOException {
		String path = UnknownProperties.class.getName().replace('.', '/') + ".class";
		URL location = UnknownProperties.class.getResource(UnknownProperties.class.getSimpleName() + ".class");
		if (location == null || !location.toString().endsWith(path)) {
			return null;
		}
		String root = location.toString().substring(0, location.toString().length() - path.length());
		return new UrlResource(root + "META-INF/spring-configuration-metadata.json");
	}

	/**
	 * How many letters have to be put in, taken out or replaced (Levenshtein).
	 * @param some a name
	 * @param other another name
	 * @return the number of letters
	 */
	static int distance(String some, String other) {
		int[] distances = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			distances[j] = j;
		}
		for (int i = 1; i <= some.length(); i++) {
			int diagonal = distances[0];
			distances[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = diagonal + ((some.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = distances[j];
				distances[j] = Math.min(replaced, Math.min(distances[j], distances[j - 1]) + 1);
			}
		}
		return distances[other.length()];
	}

	/**
	 * A property that is set.
	 *
	 * @param name its name
	 * @param source what holds it
	 */
	private record Named(ConfigurationPropertyName name, ConfigurationPropertySource source) {

		String origin() {
			ConfigurationProperty property = this.source.getConfigurationProperty(this.name);
			return (property != null) ? PropertyOrigins.describe(property) : "";
		}

	}

	/**
	 * A property that exists.
	 *
	 * @param name its name
	 * @param open whether there are properties below it that have no names of their own
	 */
	private record Known(ConfigurationPropertyName name, boolean open) {

		boolean covers(ConfigurationPropertyName other) {
			return this.name.equals(other) || (this.open && this.name.isAncestorOf(other));
		}

	}

}
