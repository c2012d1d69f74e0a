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

package io.github.xmppspring.payload.disco;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.dataform.DataForm;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What an entity is and what it understands (XEP-0030, 3). Sent
 * {@linkplain #request(String) empty} with get; the result has at least one identity.
 * <p>
 * Identities, features and forms are listed as the document has them, in its order and
 * twice if they are there twice. What is {@linkplain #builder() built} has each only
 * once.
 *
 * @param node the node that is asked about, or {@code null} for the entity itself
 * @param identities what the entity is
 * @param features what it understands
 * @param forms extended information (XEP-0128)
 * @param extensions what else the element holds
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record DiscoInfo(@Nullable String node, List<Identity> identities, List<Feature> features, List<DataForm> forms,
		Extensions extensions) {

	/**
	 * The namespace of the payload, which is the feature of those who understand it.
	 */
	public static final String NAMESPACE = "http://jabber.org/protocol/disco#info";

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName(NAMESPACE, "query");

	/**
	 * Reads and writes information about entities.
	 */
	public static final PayloadCodec<DiscoInfo> CODEC = new DiscoInfoCodec();

	public DiscoInfo {
		identities = List.copyOf(identities);
		features = List.copyOf(features);
		forms = List.copyOf(forms);
	}

	/**
	 * The request.
	 * @param node the node to ask about, or {@code null} for the entity itself
	 * @return a payload without content
	 */
	public static DiscoInfo request(@Nullable String node) {
		return builder().node(node).build();
	}

	/**
	 * Starts to say what an entity is and what it understands.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Whether the entity understands something.
	 * @param feature the name of the feature, most often a namespace
	 * @return whether it lists the feature
	 */
	public boolean supports(String feature) {
		return this.features.stream().anyMatch((candidate) -> candidate.var().equals(feature));
	}

	/**
	 * Whether the entity is something.
	 * @param category the category, such as {@code pubsub}
	 * @param type the type within the category, such as {@code service}
	 * @return whether it lists such an identity, in any language
	 */
	public boolean hasIdentity(String category, String type) {
		return this.identities.stream()
			.anyMatch((identity) -> identity.category().equals(category) && identity.type().equals(type));
	}

	/**
	 * What the entity understands, by name.
	 * @return the names of the features in document order
	 */
	public Set<String> featureNames() {
		Set<String> names = new LinkedHashSet<>();
		this.features.forEach((feature) -> names.add(feature.var()));
		return names;
	}

	/**
	 * Extended information of one kind (XEP-0128).
	 * @param formType the kind of the form (XEP-0068)
	 * @return the first such form, or {@code null} if there is none
	 */
	public @Nullable DataForm form(String formType) {
		return this.forms.stream().filter((form) -> formType.equals(form.formType())).findFirst().orElse(null);
	}

	/**
	 * The same information about another node.
	 * @param node the node, or {@code null} for the entity itself
	 * @return new information
	 */
	public DiscoInfo withNode(@Nullable String node) {
		return new DiscoInfo(node, this.identities, this.features, this.forms, this.extensions);
	}

	/**
	 * What an entity is, in one respect.
	 *
	 * @param category the category, such as {@code client}
	 * @param type the type within the category, such as {@code bot}
	 * @param name a name for people to read, if any
	 * @param language the language of the name, if known
	 * @param extensions what else the element holds
	 */
	public record Identity(String category, String type, @Nullable String name, @Nullable String language,
			Extensions extensions) {

		public Identity {
			Assert.hasLength(category, "'category' must not be empty");
			Assert.hasLength(type, "'type' must not be empty");
		}

		/**
		 * An identity whose name is in no known language.
		 * @param category the category
		 * @param type the type within the category
		 * @param name a name for people to read, or {@code null}
		 * @return the identity
		 */
		public static Identity of(String category, String type, @Nullable String name) {
			return of(category, type, name, null);
		}

		/**
		 * An identity.
		 * @param category the category
		 * @param type the type within the category
		 * @param name a name for people to read, or {@code null}
		 * @param language the language of the name, or {@code null}
		 * @return the identity
		 */
		public static Identity of(String category, String type, @Nullable String name, @Nullable String language) {
			return new Identity(category, type, name, language, Extensions.NONE);
		}

		private boolean isLike(Identity other) {
			return this.category.equals(other.category) && this.type.equals(other.type)
					&& Objects.equals(this.language, other.language);
		}

	}

	/**
	 * Something that an entity understands.
	 *
	 * @param var the name of the feature, most often a namespace
	 * @param extensions what else the element holds
	 */
	public record Feature(String var, Extensions extensions) {

		public Feature {
			Assert.hasLength(var, "'var' must not be empty");
		}

		/**
		 * A feature.
		 * @param var the name of the feature
		 * @return the feature
		 */
		public static Feature of(String var) {
			return new Feature(var, Extensions.NONE);
		}

	}

	/**
	 * Collects what an entity is and what it understands. Nothing gets in twice: of
	 * identities with the same category, type and language, and of features with the same
	 * name, the first stays; of forms of the same kind, too.
	 */
	public static final class Builder {

		private @Nullable String node;

		private final List<Identity> identities = new ArrayList<>();

		private final Set<String> features = new LinkedHashSet<>();

		private final List<DataForm> forms = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Says which node this is about.
		 * @param node the node, or {@code null} for the entity itself
		 * @return this builder
		 */
		public Builder node(@Nullable String node) {
			this.node = node;
			return this;
		}

		/**
		 * Adds an identity.
		 * @param identity what the entity is
		 * @return this builder
		 */
		public Builder identity(Identity identity) {
			if (this.identities.stream().noneMatch(identity::isLike)) {
				this.identities.add(identity);
			}
			return this;
		}

		/**
		 * Adds an identity.
		 * @param category the category
		 * @param type the type within the category
		 * @param name a name for people to read, or {@code null}
		 * @return this builder
		 */
		public Builder identity(String category, String type, @Nullable String name) {
			return identity(Identity.of(category, type, name));
		}

		/**
		 * Adds features.
		 * @param features the names of the features
		 * @return this builder
		 */
		public Builder features(Iterable<String> features) {
			features.forEach(this::feature);
			return this;
		}

		/**
		 * Adds a feature.
		 * @param feature the name of the feature
		 * @return this builder
		 */
		public Builder feature(String feature) {
			Assert.hasLength(feature, "'feature' must not be empty");
			this.features.add(feature);
			return this;
		}

		/**
		 * Adds extended information (XEP-0128).
		 * @param form a form of type result that says its kind
		 * @return this builder
		 */
		public Builder form(DataForm form) {
			String formType = form.formType();
			Assert.isTrue(form.type() == DataForm.Type.RESULT && formType != null,
					"'form' must be of type result and say its kind");
			if (this.forms.stream().noneMatch((other) -> formType.equals(other.formType()))) {
				this.forms.add(form);
			}
			return this;
		}

		/**
		 * What was collected.
		 * @return new information
		 */
		public DiscoInfo build() {
			return new DiscoInfo(this.node, this.identities, this.features.stream().map(Feature::of).toList(),
					this.forms, Extensions.NONE);
		}

	}

}
