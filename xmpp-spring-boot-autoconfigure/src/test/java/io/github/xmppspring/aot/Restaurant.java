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

package io.github.xmppspring.aot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.annotation.JsonRootName;
import io.github.xmppspring.address.Jid;
import io.github.xmppspring.aot.menu.Dish;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.stanza.StanzaErrorCondition;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;

/**
 * An application with a handler for each kind of payload, none of them public.
 *
 * @author XMPP for Spring Boot contributors
 */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
@Import(Restaurant.XmppAutoConfigurations.class)
class Restaurant {

	@Bean
	Waiter waiter() {
		return new Waiter();
	}

	static class Waiter {

		@IqHandler(type = IqType.SET)
		Bill order(Order order, Jid guest) {
			if (order.dish().isEmpty()) {
				throw new IllegalStateException("Nothing to eat");
			}
			return new Bill(guest, order.dish().size());
		}

		@IqHandler(type = IqType.GET)
		CompletionStage<Dish> recommend(Dish like) {
			return CompletableFuture.completedStage(new Dish(like.name() + " soup"));
		}

		@IqHandler(type = IqType.GET)
		Table table(Table wish) {
			return new Table(wish.seats() + 1);
		}

		@MessageExceptionHandler
		StanzaErrorCondition nothing(IllegalStateException ex) {
			return StanzaErrorCondition.NOT_ACCEPTABLE;
		}

	}

	/**
	 * Imports what is registered as {@code @EnableAutoConfiguration} does, but nothing of
	 * other libraries, which would take long to compile.
	 */
	static class XmppAutoConfigurations extends AutoConfigurationImportSelector {

		@Override
		protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
			return new AnnotationAttributes(Map.of("exclude", new String[0], "excludeName", new String[0]));
		}

		@Override
		protected List<String> getCandidateConfigurations(AnnotationMetadata metadata,
				AnnotationAttributes attributes) {
			ImportCandidates candidates = ImportCandidates.load(AutoConfiguration.class, getBeanClassLoader());
			return StreamSupport.stream(candidates.spliterator(), false)
				.filter((name) -> name.startsWith("io.github.xmppspring."))
				.toList();
		}

	}

	@XmppPayload(namespace = "urn:example:restaurant")
	record Order(List<OrderedDish> dish) {

	}

	record OrderedDish(@XmppAttribute String name, @XmppAttribute Size size) {

	}

	enum Size {

		SMALL, LARGE

	}

	@XmppPayload(namespace = "urn:example:restaurant")
	record Bill(@XmppAttribute Jid guest, @XmppAttribute int dishes) {

	}

	@JsonRootName(value = "table", namespace = "urn:example:restaurant")
	record Table(int seats) {

	}

}
