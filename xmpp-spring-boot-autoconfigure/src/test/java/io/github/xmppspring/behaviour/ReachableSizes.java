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

package io.github.xmppspring.behaviour;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * The sizes of all collections that can be reached from objects by fields of the classes
 * of this project, also those of its handlers in pipelines.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ReachableSizes {

	private static final String OWN = "io.github.xmppspring.";

	private final Map<String, Integer> sizes = new TreeMap<>();

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Runnable> visits = new ArrayDeque<>();

	private ReachableSizes() {
	}

	/**
	 * Measures what objects hold.
	 * @param roots the objects
	 * @return the largest size by class and field
	 */
	static Map<String, Integer> of(Collection<?> roots) {
		ReachableSizes sizes = new ReachableSizes();
		roots.forEach((root) -> sizes.visit("root", root));
		while (!sizes.visits.isEmpty()) {
			sizes.visits.pop().run();
		}
		return sizes.sizes;
	}

	private void visit(String field, @Nullable Object value) {
		if (value != null && this.seen.add(value)) {
			this.visits.push(() -> look(field, value));
		}
	}

	private void look(String field, Object value) {
		if (value instanceof AsyncCache<?, ?> cache) {
			visit(field, cache.synchronous());
		}
		else if (value instanceof Cache<?, ?> cache) {
			cache.cleanUp();
			visit(field, cache.asMap());
		}
		else if (value instanceof Map<?, ?> map) {
			this.sizes.merge(field, map.size(), Math::max);
			map.values().forEach((element) -> visit(field, element));
		}
		else if (value instanceof Collection<?> collection) {
			this.sizes.merge(field, collection.size(), Math::max);
			collection.forEach((element) -> visit(field, element));
		}
		else if (value instanceof SingletonSupplier<?> supplier) {
			visit(field, supplier.get());
		}
		else if (value instanceof AtomicReference<?> reference) {
			visit(field, reference.get());
		}
		else if (value instanceof Channel channel) {
			channel.pipeline().forEach((handler) -> visit(field, handler.getValue()));
		}
		else if (value.getClass().getName().startsWith(OWN)) {
			lookInside(value);
		}
	}

	private void lookInside(Object value) {
		Stream.<Class<?>>iterate(value.getClass(), (type) -> type != null, Class::getSuperclass)
			.filter((type) -> type.getName().startsWith(OWN))
			.flatMap((type) -> Stream.of(type.getDeclaredFields()))
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive())
			.forEach((field) -> visit(value.getClass().getSimpleName() + "." + field.getName(), read(field, value)));
	}

	private static @Nullable Object read(Field field, Object value) {
		try {
			field.setAccessible(true);
			return field.get(value);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
