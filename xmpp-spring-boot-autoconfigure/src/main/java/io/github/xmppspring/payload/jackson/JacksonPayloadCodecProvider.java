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

package io.github.xmppspring.payload.jackson;

import javax.xml.namespace.QName;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadCodecProvider;
import io.github.xmppspring.payload.PayloadException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedClassResolver;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.XmlWriteFeature;

import org.springframework.util.Assert;

/**
 * Makes codecs for types annotated with {@code @JsonRootName(value, namespace)}, records
 * above all, by Jackson XML.
 * <p>
 * Of the mapper the settings are taken, but for what XMPP needs differently:
 * <ul>
 * <li>a property without a namespace stands for an element in the namespace of its
 * parent, both ways. An element in another namespace is read only into a property that
 * names this namespace, and ignored otherwise. Jackson itself ignores namespaces. (Of the
 * elements inside a wrapper element it ignores the local names as well; this stays
 * so.)</li>
 * <li>a property of a class with getters and setters that names a namespace must name the
 * element too;</li>
 * <li>{@code null} writes nothing.</li>
 * </ul>
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class JacksonPayloadCodecProvider implements PayloadCodecProvider {

	private final XmlMapper mapper;

	/**
	 * Creates a provider with the defaults of Jackson.
	 */
	public JacksonPayloadCodecProvider() {
		this(new XmlMapper());
	}

	/**
	 * Creates a provider.
	 * @param mapper the settings to use; the mapper itself stays as it is
	 */
	public JacksonPayloadCodecProvider(XmlMapper mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		AnnotationIntrospector annotations = mapper.deserializationConfig().getAnnotationIntrospector();
		this.mapper = mapper.rebuild()
			.annotationIntrospector(
					new AnnotationIntrospectorPair(new NamespaceAnnotationIntrospector(annotations), annotations))
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(Include.NON_NULL)
				.withContentInclusion(Include.NON_NULL))
			.addModule(new SimpleModule("XmppPayloads").setDeserializerModifier(new TextRecordModifier()))
			.nameForTextElement(NamespaceAnnotationIntrospector.TEXT)
			.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS, SerializationFeature.INDENT_OUTPUT)
			.disable(XmlWriteFeature.WRITE_NULLS_AS_XSI_NIL, XmlWriteFeature.WRITE_XML_DECLARATION)
			.build();
	}

	@Override
	public <T> @Nullable PayloadCodec<T> codecFor(Class<T> type) {
		DeserializationConfig config = this.mapper.deserializationConfig();
		AnnotatedClass annotations = AnnotatedClassResolver.resolve(config, this.mapper.constructType(type), config);
		PropertyName name = config.getAnnotationIntrospector().findRootName(config, annotations);
		if (name == null) {
			return null;
		}
		if (name.isEmpty() || !name.hasNamespace() || name.getNamespace().isEmpty()) {
			throw new PayloadException(
					"The payload type %s must give both its name and its namespace: @JsonRootName(value, namespace)"
						.formatted(type.getName()));
		}
		return new JacksonPayloadCodec<>(this.mapper, type, new QName(name.getNamespace(), name.getSimpleName()));
	}

}
