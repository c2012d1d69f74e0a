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

import java.time.Period;
import java.util.List;

import javax.xml.namespace.QName;

import com.fasterxml.jackson.annotation.JsonRootName;
import io.github.xmppspring.autoconfigure.scanned.Coffee;
import io.github.xmppspring.payload.DuplicatePayloadCodecException;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadCodecs;
import io.github.xmppspring.payload.PayloadException;
import io.github.xmppspring.payload.jackson.JacksonPayloadCodecProvider;
import io.github.xmppspring.payload.jaxb.JaxbPayloadCodecProvider;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.record.InvalidPayloadRecordException;
import io.github.xmppspring.payload.record.RecordPayloadCodecProvider;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.xml.Element;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PayloadAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
class PayloadAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PayloadAutoConfiguration.class));

	@Nested
	class Codecs {

		@Test
		void knowBuiltinPayloads() {
			PayloadAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).write(new Ping()))
					.isEqualTo(Element.of("urn:xmpp:ping", "ping")));
		}

		@Test
		void ofApplicationGoFirst() {
			PayloadAutoConfigurationTests.this.contextRunner.withBean(PingCodec.class).run((context) -> {
				PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
				assertThat(codecs.codecFor(Ping.class)).isSameAs(context.getBean(PingCodec.class));
			});
		}

		@Test
		void ofProvidersOfApplicationGoBeforeBuiltinOnes() {
			PingCodec codec = new PingCodec();

			PayloadAutoConfigurationTests.this.contextRunner
				.withBean(PayloadCodecProvider.class, () -> PayloadCodecProvider.of(List.of(codec)))
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).codecFor(Ping.class))
					.isSameAs(codec));
		}

		@Test
		void backOff() {
			PayloadCodecs own = new PayloadCodecs(List.of(), List.of());

			PayloadAutoConfigurationTests.this.contextRunner.withBean(PayloadCodecs.class, () -> own)
				.run((context) -> assertThat(context).getBean(PayloadCodecs.class).isSameAs(own));
		}

	}

	@Nested
	class Jackson {

		@Test
		void findsAnnotatedTypes() {
			PayloadAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).nameOf(JacksonPayload.class))
					.isEqualTo(new QName("urn:a", "a")));
		}

		@Test
		void withoutItOtherPayloadsWork() {
			PayloadAutoConfigurationTests.this.contextRunner
				.withClassLoader(new FilteredClassLoader("tools.jackson.dataformat"))
				.run((context) -> {
					PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
					assertThat(context).doesNotHaveBean(JacksonPayloadCodecProvider.class);
					assertThat(codecs.supports(Ping.class)).isTrue();
					assertThat(codecs.supports(JaxbPayload.class)).isTrue();
					assertThatExceptionOfType(PayloadException.class)
						.isThrownBy(() -> codecs.codecFor(JacksonPayload.class));
				});
		}

		@Test
		void backsOff() {
			JacksonPayloadCodecProvider own = new JacksonPayloadCodecProvider();

			PayloadAutoConfigurationTests.this.contextRunner.withBean(JacksonPayloadCodecProvider.class, () -> own)
				.run((context) -> assertThat(context).getBean(JacksonPayloadCodecProvider.class).isSameAs(own));
		}

	}

	@Nested
	class Jaxb {

		@Test
		void findsAnnotatedTypes() {
			PayloadAutoConfigurationTests.this.contextRunner
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).nameOf(JaxbPayload.class))
					.isEqualTo(new QName("urn:b", "b")));
		}

		@Test
		void withoutItOtherPayloadsWork() {
			PayloadAutoConfigurationTests.this.contextRunner
				.withClassLoader(new FilteredClassLoader("jakarta.xml.bind"))
				.run((context) -> {
					PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
					assertThat(context).doesNotHaveBean(JaxbPayloadCodecProvider.class);
					assertThat(codecs.supports(Ping.class)).isTrue();
					assertThat(codecs.supports(JacksonPayload.class)).isTrue();
					assertThat(codecs.supports(JaxbPayload.class)).isFalse();
				});
		}

		@Test
		void backsOff() {
			JaxbPayloadCodecProvider own = new JaxbPayloadCodecProvider();

			PayloadAutoConfigurationTests.this.contextRunner.withBean(JaxbPayloadCodecProvider.class, () -> own)
				.run((context) -> assertThat(context).getBean(JaxbPayloadCodecProvider.class).isSameAs(own));
		}

	}

	@Nested
	class Records {

		private final ApplicationContextRunner scanning = PayloadAutoConfigurationTests.this.contextRunner
			.withInitializer((context) -> AutoConfigurationPackages.register((BeanDefinitionRegistry) context,
					Coffee.class.getPackageName()));

		@Test
		void inPackagesOfApplicationAreFoundByNameAndType() {
			this.scanning.run((context) -> {
				PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
				Coffee coffee = new Coffee(3, Period.ofDays(14));
				assertThat(codecs.typeOf(new QName("urn:coffee", "coffee"))).isEqualTo(Coffee.class);
				assertThat(codecs.typeOf(new QName("urn:coffee", "cup"))).isNotNull();
				assertThat(codecs.write(coffee))
					.isEqualTo(Element.parse("<coffee xmlns='urn:coffee' beans='3' age='P14D'/>"));
				assertThat(codecs.read(codecs.write(coffee))).isEqualTo(coffee);
			});
		}

		@Test
		void outsideOfThemAreFoundByType() {
			PayloadAutoConfigurationTests.this.contextRunner.run((context) -> {
				PayloadCodecs codecs = context.getBean(PayloadCodecs.class);
				assertThat(codecs.nameOf(Coffee.class)).isEqualTo(new QName("urn:coffee", "coffee"));
				assertThat(codecs.typeOf(new QName("urn:coffee", "coffee"))).isNull();
			});
		}

		@Test
		void haveValuesOfWhateverConvertersOfApplicationConvert() {
			PayloadAutoConfigurationTests.this.contextRunner.withBean(Converter.class, () -> new TemperatureParser())
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class)
					.read(Element.parse("<weather xmlns='urn:w'><air>21C</air></weather>"), Weather.class)
					.air().degrees).isEqualTo(21));
		}

		@Test
		void withMistakeFailAtStart() {
			PayloadAutoConfigurationTests.this.contextRunner
				.withInitializer((context) -> AutoConfigurationPackages.register((BeanDefinitionRegistry) context,
						"io.github.xmppspring.autoconfigure.unscannable"))
				.run((context) -> assertThat(context).getFailure()
					.hasRootCauseInstanceOf(InvalidPayloadRecordException.class)
					.rootCause()
					.hasMessageContaining("unscannable.Broken")
					.hasMessageContaining("'anything'"));
		}

		@Test
		void withCodecBesideThemFailAtStart() {
			this.scanning.withBean(CoffeeCodec.class)
				.run((context) -> assertThat(context).getFailure()
					.hasRootCauseInstanceOf(DuplicatePayloadCodecException.class));
		}

		@Test
		void giveWayToCodecThatIsPrimaryOrHasHigherPrecedence() {
			this.scanning.withBean(CoffeeCodec.class, CoffeeCodec::new, (definition) -> definition.setPrimary(true))
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).codecFor(Coffee.class))
					.isInstanceOf(CoffeeCodec.class));
			this.scanning.withUserConfiguration(OrderedCoffeeCodec.class)
				.run((context) -> assertThat(context.getBean(PayloadCodecs.class).codecFor(Coffee.class))
					.isInstanceOf(CoffeeCodec.class));
		}

		@Test
		void areCodecBeansThatNeedNoScanInNativeApplication() {
			this.scanning.run((context) -> {
				GenerationContext generation = new DefaultGenerationContext(
						new ClassNameGenerator(ClassName.get("com.example", "App")), new InMemoryGeneratedFiles());
				RegisteredBean bean = RegisteredBean.of(
						(ConfigurableListableBeanFactory) context.getAutowireCapableBeanFactory(),
						Coffee.class.getName() + ".payloadCodec");
				BeanRegistrationAotContribution contribution = new RecordPayloadCodecHints().processAheadOfTime(bean);
				assertThat(contribution).isNotNull();
				contribution.applyTo(generation, BDDMockito.mock(BeanRegistrationCode.class));
				assertThat(RuntimeHintsPredicates.reflection().onType(Coffee.class))
					.accepts(generation.getRuntimeHints());
			});
		}

		@Test
		void providerBacksOff() {
			RecordPayloadCodecProvider own = new RecordPayloadCodecProvider();

			PayloadAutoConfigurationTests.this.contextRunner.withBean(RecordPayloadCodecProvider.class, () -> own)
				.run((context) -> assertThat(context).getBean(RecordPayloadCodecProvider.class).isSameAs(own));
		}

	}

	@XmppPayload(namespace = "urn:w")
	record Weather(Temperature air) {

	}

	static final class Temperature {

		private final int degrees;

		private Temperature(int degrees) {
			this.degrees = degrees;
		}

	}

	static final class TemperatureParser implements Converter<String, Temperature> {

		@Override
		public Temperature convert(String source) {
			return new Temperature(Integer.parseInt(source.replace("C", "")));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedCoffeeCodec {

		@Bean
		@Order(1)
		PayloadCodec<Coffee> coffeeCodec() {
			return new CoffeeCodec();
		}

	}

	static class CoffeeCodec implements PayloadCodec<Coffee> {

		@Override
		public QName name() {
			return new QName("urn:coffee", "coffee");
		}

		@Override
		public Class<Coffee> type() {
			return Coffee.class;
		}

		@Override
		public Coffee read(Element element) {
			return new Coffee(0, Period.ZERO);
		}

		@Override
		public Element write(Coffee value) {
			return Element.builder(name()).build();
		}

	}

	@JsonRootName(value = "a", namespace = "urn:a")
	record JacksonPayload(String text) {

	}

	@XmlRootElement(name = "b", namespace = "urn:b")
	static class JaxbPayload {

	}

	static class PingCodec implements PayloadCodec<Ping> {

		@Override
		public QName name() {
			return Ping.NAME;
		}

		@Override
		public Class<Ping> type() {
			return Ping.class;
		}

		@Override
		public Ping read(Element element) {
			return new Ping();
		}

		@Override
		public Element write(Ping value) {
			return Element.of("urn:xmpp:ping", "ping");
		}

	}

}
