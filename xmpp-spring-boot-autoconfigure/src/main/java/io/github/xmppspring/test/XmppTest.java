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

package io.github.xmppspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of what an application does with XMPP, and of nothing else of it.
 * <p>
 * Of the components of the application there are those with
 * {@link io.github.xmppspring.handler.annotation.IqHandler @IqHandler} methods,
 * {@link io.github.xmppspring.payload.PayloadCodec codecs} of payloads,
 * {@link io.github.xmppspring.handler.IqResponder responders},
 * {@link io.github.xmppspring.stanza.IqFilter filters},
 * {@link io.github.xmppspring.disco.DiscoContributor contributors} to what it says of
 * itself, {@link io.github.xmppspring.messaging.PresenceCustomizer customizers} of
 * presence and {@link io.github.xmppspring.autoconfigure.IqArgumentResolversCustomizer
 * customizers} of the arguments of handlers. What they need is a matter of the test: it
 * may {@code @Import} it or replace it by {@code @MockitoBean}. Of the auto-configuration
 * there is that for XMPP, with the template, and for validation where it is on the class
 * path.
 * <p>
 * The application is connected to an embedded server, as
 * {@link AutoConfigureEmbeddedXmpp @AutoConfigureEmbeddedXmpp} says. With
 * {@code server = false} there is no network at all: what {@link XmppPeer peers} ask goes
 * to the dispatcher of the handlers, and what the application asks goes to the peers.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(XmppTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(XmppTypeExcludeFilter.class)
@AutoConfigureEmbeddedXmpp
@ImportAutoConfiguration
public @interface XmppTest {

	/**
	 * Alias for {@link #handlers()}.
	 * @return the components to test
	 */
	@AliasFor("handlers")
	Class<?>[] value() default {};

	/**
	 * The components to test. Empty for all with
	 * {@link io.github.xmppspring.handler.annotation.IqHandler @IqHandler} methods.
	 * @return components of the application
	 */
	@AliasFor("value")
	Class<?>[] handlers() default {};

	/**
	 * Whether there is an embedded server.
	 * @return {@code false} for a test without a network
	 */
	@AliasFor(annotation = AutoConfigureEmbeddedXmpp.class, attribute = "enabled")
	boolean server() default true;

	/**
	 * Properties to add to the environment.
	 * @return properties of the form {@code key=value}
	 */
	String[] properties() default {};

	/**
	 * Whether the components named above are included.
	 * @return {@code false} for nothing but {@link #includeFilters()}
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Which other components to include.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Which components to exclude.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configuration to exclude.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
