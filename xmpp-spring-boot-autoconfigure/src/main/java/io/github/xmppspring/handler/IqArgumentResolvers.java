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

package io.github.xmppspring.handler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.xmppspring.payload.PayloadMessageConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.converter.MessageConverter;
import org.springframework.messaging.handler.annotation.support.HeaderMethodArgumentResolver;
import org.springframework.messaging.handler.annotation.support.HeadersMethodArgumentResolver;
import org.springframework.messaging.handler.annotation.support.MessageMethodArgumentResolver;
import org.springframework.messaging.handler.annotation.support.PayloadMethodArgumentResolver;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolverComposite;
import org.springframework.util.Assert;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.ValidationAnnotationUtils;

/**
 * How the arguments of handler methods are found.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class IqArgumentResolvers {

	private final MessageConverter converter;

	private final boolean codecsOnly;

	private final List<HandlerMethodArgumentResolver> customResolvers = new ArrayList<>();

	private ConversionService conversionService = new DefaultFormattingConversionService();

	private @Nullable Validator validator;

	/**
	 * Finds all arguments that need neither validation nor resolvers of the application.
	 * @param converter converts payload elements to objects
	 */
	public IqArgumentResolvers(MessageConverter converter) {
		Assert.notNull(converter, "'converter' must not be null");
		this.converter = new RequiredConverter(converter);
		this.codecsOnly = converter instanceof PayloadMessageConverter;
	}

	/**
	 * Sets what converts headers to the types of arguments.
	 * @param conversionService the conversion service
	 * @return this
	 */
	public IqArgumentResolvers conversionService(ConversionService conversionService) {
		this.conversionService = conversionService;
		return this;
	}

	/**
	 * Sets what validates payloads.
	 * @param validator the validator, or {@code null} for no validation
	 * @return this
	 */
	public IqArgumentResolvers validator(@Nullable Validator validator) {
		this.validator = validator;
		return this;
	}

	/**
	 * Adds a resolver that is asked before the standard ones.
	 * @param resolver the resolver
	 * @return this
	 */
	public IqArgumentResolvers add(HandlerMethodArgumentResolver resolver) {
		this.customResolvers.add(resolver);
		return this;
	}

	/**
	 * Whether an argument, if it is the payload, is found by codecs and nothing else.
	 * @param parameter the argument
	 * @return {@code false} if the application may have other ways to find it
	 */
	boolean needsCodec(MethodParameter parameter) {
		return this.codecsOnly
				&& this.customResolvers.stream().noneMatch((resolver) -> resolver.supportsParameter(parameter));
	}

	// The resolver of payloads takes whatever no other takes
	HandlerMethodArgumentResolverComposite build(@Nullable ConfigurableBeanFactory beanFactory) {
		return new RequestArgumentResolvers().addResolvers(this.customResolvers)
			.addResolver(new IqArgumentResolver())
			.addResolver(new HeaderMethodArgumentResolver(this.conversionService, beanFactory))
			.addResolver(new HeadersMethodArgumentResolver())
			.addResolver(new MessageMethodArgumentResolver(this.converter))
			.addResolver(new UnvalidatedPayloadResolver(this.converter))
			.addResolver(new PayloadMethodArgumentResolver(this.converter, this.validator));
	}

	/**
	 * Finds payloads that nobody wants to be valid, without a look at the annotations for
	 * each request.
	 */
	private static final class UnvalidatedPayloadResolver extends PayloadMethodArgumentResolver {

		UnvalidatedPayloadResolver(MessageConverter converter) {
			super(converter, null);
		}

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return Arrays.stream(parameter.getParameterAnnotations())
				.allMatch((annotation) -> ValidationAnnotationUtils.determineValidationHints(annotation) == null);
		}

	}

	/**
	 * Tells apart what the request lacks from what goes wrong in the handler.
	 */
	private static final class RequestArgumentResolvers extends HandlerMethodArgumentResolverComposite {

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) throws Exception {
			try {
				return super.resolveArgument(parameter, message);
			}
			catch (MessagingException ex) {
				throw new UnresolvedArgumentException(ex);
			}
		}

	}

}
