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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of service discovery: what this entity says of itself, and what is
 * remembered of others.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.disco")
public class DiscoProperties {

	/**
	 * What this entity is. By default a bot or, in component mode, a generic component,
	 * with the name of the application.
	 */
	private final List<Identity> identities = new ArrayList<>();

	/**
	 * Features beside those that handlers stand for.
	 */
	private List<String> features = new ArrayList<>();

	/**
	 * Extended information, such as that about the software (XEP-0128).
	 */
	private final List<Form> forms = new ArrayList<>();

	private final Capabilities capabilities = new Capabilities();

	private final Cache cache = new Cache();

	public List<Identity> getIdentities() {
		return this.identities;
	}

	public List<String> getFeatures() {
		return this.features;
	}

	public void setFeatures(List<String> features) {
		this.features = features;
	}

	public List<Form> getForms() {
		return this.forms;
	}

	public Capabilities getCapabilities() {
		return this.capabilities;
	}

	public Cache getCache() {
		return this.cache;
	}

	/**
	 * What this entity is, in one respect.
	 */
	public static class Identity {

		/**
		 * Category, as registered for service discovery.
		 */
		private @Nullable String category;

		/**
		 * Type within the category.
		 */
		private @Nullable String type;

		/**
		 * Name for people to read.
		 */
		private @Nullable String name;

		/**
		 * Language of the name.
		 */
		private @Nullable String language;

		public @Nullable String getCategory() {
			return this.category;
		}

		public void setCategory(@Nullable String category) {
			this.category = category;
		}

		public @Nullable String getType() {
			return this.type;
		}

		public void setType(@Nullable String type) {
			this.type = type;
		}

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public @Nullable String getLanguage() {
			return this.language;
		}

		public void setLanguage(@Nullable String language) {
			this.language = language;
		}

	}

	/**
	 * Extended information of one kind.
	 */
	public static class Form {

		/**
		 * Kind of the form, as FORM_TYPE has it.
		 */
		private @Nullable String type;

		/**
		 * Values of the fields by name.
		 */
		private Map<String, List<String>> fields = new LinkedHashMap<>();

		public @Nullable String getType() {
			return this.type;
		}

		public void setType(@Nullable String type) {
			this.type = type;
		}

		public Map<String, List<String>> getFields() {
			return this.fields;
		}

		public void setFields(Map<String, List<String>> fields) {
			this.fields = fields;
		}

	}

	/**
	 * What is announced in presence.
	 */
	public static class Capabilities {

		/**
		 * Whether to announce the identities and features in presence (XEP-0115).
		 */
		private boolean enabled = true;

		/**
		 * URI that stands for the software.
		 */
		private String node = "https://xmppspring.github.io";

		/**
		 * Name of the hash algorithm.
		 */
		private String hash = "sha-1";

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public String getNode() {
			return this.node;
		}

		public void setNode(String node) {
			this.node = node;
		}

		public String getHash() {
			return this.hash;
		}

		public void setHash(String hash) {
			this.hash = hash;
		}

	}

	/**
	 * What is remembered of others.
	 */
	public static class Cache {

		/**
		 * How many answers of others are kept, at most.
		 */
		private int maxSize = 1000;

		/**
		 * How long an answer is kept.
		 */
		private Duration timeToLive = Duration.ofMinutes(10);

		/**
		 * Of how many peers the capabilities that they announced are kept, at most.
		 */
		private int maxPeers = 10_000;

		/**
		 * How many verified sets of features are kept that announced capabilities stand
		 * for, at most.
		 */
		private int maxVerified = 1000;

		public int getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(int maxSize) {
			this.maxSize = maxSize;
		}

		public Duration getTimeToLive() {
			return this.timeToLive;
		}

		public void setTimeToLive(Duration timeToLive) {
			this.timeToLive = timeToLive;
		}

		public int getMaxPeers() {
			return this.maxPeers;
		}

		public void setMaxPeers(int maxPeers) {
			this.maxPeers = maxPeers;
		}

		public int getMaxVerified() {
			return this.maxVerified;
		}

		public void setMaxVerified(int maxVerified) {
			this.maxVerified = maxVerified;
		}

	}

}
