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

import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.jackson.JacksonPayloadCodecProvider;
import io.github.xmppspring.payload.jaxb.JaxbPayloadCodecProvider;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import jakarta.xml.bind.JAXBContext;
import tools.jackson.dataformat.xml.XmlMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration for {@link PayloadCodecs}: the codecs and records of the
 * application, then what binders find by annotations, then the payloads that are built
 * in.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@AutoConfiguration
@Import(XmppPayloadRegistrar.class)
public final class PayloadAutoConfiguration {

	PayloadAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	PayloadCodecs payloadCodecs(ObjectProvider<PayloadCodec<?>> codecs, ObjectProvider<PayloadCodecProvider> providers,
			ConfigurableListableBeanFactory beanFactory) {
		return new PayloadCodecs(codecs.stream().toList(), providers.orderedStream().toList(),
				new PayloadCodecPrecedence(beanFactory).comparator());
	}

	@Bean
	@ConditionalOnMissingBean
	@Order(Ordered.LOWEST_PRECEDENCE)
	RecordPayloadCodecProvider recordPayloadCodecProvider(ListableBeanFactory beanFactory) {
		ApplicationConversionService conversions = new ApplicationConversionService();
		ApplicationConversionService.addBeans(conversions, beanFactory);
		return new RecordPayloadCodecProvider(conversions);
	}

	@Bean
	@ConditionalOnMissingBean(name = "builtinPayloadCodecProvider")
	@Order(Ordered.LOWEST_PRECEDENCE)
	PayloadCodecProvider builtinPayloadCodecProvider() {
		return PayloadCodecProvider.of(BuiltinPayloads.CODECS);
	}

	// The mapper of the application is made for other formats, so it is not taken
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(XmlMapper.class)
	static class JacksonConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@Order(Ordered.LOWEST_PRECEDENCE)
		JacksonPayloadCodecProvider jacksonPayloadCodecProvider() {
			return new JacksonPayloadCodecProvider();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JAXBContext.class)
	static class JaxbConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@Order(Ordered.LOWEST_PRECEDENCE)
		JaxbPayloadCodecProvider jaxbPayloadCodecProvider() {
			return new JaxbPayloadCodecProvider();
		}

	}

}
