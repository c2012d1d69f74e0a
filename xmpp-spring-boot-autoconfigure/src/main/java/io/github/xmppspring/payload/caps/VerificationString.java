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

package io.github.xmppspring.payload.caps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.dataform.DataForm;
import io.github.xmppspring.payload.dataform.FormField;
import io.github.xmppspring.payload.dataform.FormFieldType;
import io.github.xmppspring.payload.disco.DiscoInfo;
import io.github.xmppspring.payload.disco.DiscoInfo.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What an entity is and what it understands as one string, of which
 * {@linkplain EntityCapabilities capabilities} are the hash (XEP-0115, 5).
 *
 * @param value the string
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record VerificationString(String value) {

	private static final char SEPARATOR = '<';

	// As i;octet has it: by the bytes
	private static final Comparator<String> ORDER = (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8),
			b.getBytes(StandardCharsets.UTF_8));

	private static final Comparator<Identity> IDENTITIES = Comparator.comparing(Identity::category, ORDER)
		.thenComparing(Identity::type, ORDER)
		.thenComparing((identity) -> orEmpty(identity.language()), ORDER)
		.thenComparing((identity) -> orEmpty(identity.name()), ORDER);

	/**
	 * Makes the string of information (XEP-0115, 5.1). The node and whatever is beyond
	 * the schema have no part in it.
	 * @param info the information
	 * @return the string
	 */
	public static VerificationString of(DiscoInfo info) {
		StringBuilder string = new StringBuilder();
		info.identities()
			.stream()
			.sorted(IDENTITIES)
			.forEach((identity) -> string.append(describe(identity)).append(SEPARATOR));
		info.features()
			.stream()
			.map(DiscoInfo.Feature::var)
			.sorted(ORDER)
			.forEach((feature) -> string.append(feature).append(SEPARATOR));
		info.forms()
			.stream()
			.filter(VerificationString::counts)
			.sorted(Comparator.comparing((form) -> orEmpty(form.formType()), ORDER))
			.forEach((form) -> append(form, string));
		return new VerificationString(string.toString());
	}

	private static String describe(Identity identity) {
		return identity.category() + '/' + identity.type() + '/' + orEmpty(identity.language()) + '/'
				+ orEmpty(identity.name());
	}

	private static void append(DataForm form, StringBuilder string) {
		string.append(form.formType()).append(SEPARATOR);
		form.fields()
			.stream()
			.filter((field) -> !FormField.FORM_TYPE.equals(field.var()))
			.sorted(Comparator.comparing((field) -> orEmpty(field.var()), ORDER))
			.forEach((field) -> {
				string.append(orEmpty(field.var())).append(SEPARATOR);
				field.values().stream().sorted(ORDER).forEach((value) -> string.append(value).append(SEPARATOR));
			});
	}

	private static boolean counts(DataForm form) {
		FormField formType = form.field(FormField.FORM_TYPE);
		return formType != null && formType.type() == FormFieldType.HIDDEN && formType.value() != null;
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/**
	 * Whether information can be told by its hash (XEP-0115, 5.4). It cannot if it has an
	 * identity, a feature or a kind of form twice, or a form of several kinds. Nor can
	 * it, which goes beyond the XEP, without an identity, or where other information
	 * could be given the same string: with a separator of the string ({@code <}, and
	 * {@code /} in identities), or with a form that reads like further features.
	 * @param info the information
	 * @return whether it is well-formed
	 */
	public static boolean isWellFormed(DiscoInfo info) {
		List<DataForm> forms = info.forms().stream().filter(VerificationString::counts).toList();
		return areWellFormed(info.identities())
				&& areDifferent(info.features().stream().map(DiscoInfo.Feature::var).toList())
				&& areDifferent(forms.stream().map((form) -> orEmpty(form.formType())).toList())
				&& forms.stream().allMatch((form) -> isWellFormed(form) && !couldBeFeatures(form, info));
	}

	private static boolean areWellFormed(List<Identity> identities) {
		return !identities.isEmpty() && identities.stream()
			.noneMatch(
					(identity) -> (identity.category() + identity.type() + orEmpty(identity.language())).contains("/"))
				&& areDifferent(identities.stream().map(VerificationString::describe).toList());
	}

	private static boolean areDifferent(List<String> texts) {
		Set<String> seen = new HashSet<>();
		return texts.stream().allMatch((text) -> isPlain(text) && seen.add(text));
	}

	private static boolean isWellFormed(DataForm form) {
		return Set.copyOf(form.texts(FormField.FORM_TYPE)).size() == 1 && form.fields()
			.stream()
			.allMatch((field) -> isPlain(orEmpty(field.var()))
					&& field.values().stream().allMatch(VerificationString::isPlain));
	}

	// A peer could make a form of the last features of somebody else: of the strings that
	// follow each other in order
	private static boolean couldBeFeatures(DataForm form, DiscoInfo info) {
		String kind = orEmpty(form.formType());
		boolean behind = info.features().stream().allMatch((feature) -> ORDER.compare(feature.var(), kind) < 0);
		return behind && form.fields()
			.stream()
			.map((field) -> orEmpty(field.var()))
			.filter((var) -> !var.equals(FormField.FORM_TYPE))
			.allMatch((var) -> ORDER.compare(kind, var) < 0);
	}

	private static boolean isPlain(String text) {
		return text.indexOf(SEPARATOR) < 0;
	}

	/**
	 * What the string tells of information. Everything else, such as forms without a kind
	 * or labels of fields, a peer can choose freely without changing the hash.
	 * @param info the information
	 * @return the identities, features, and values of forms that are in the string
	 */
	public static DiscoInfo covered(DiscoInfo info) {
		return new DiscoInfo(info.node(), info.identities()
			.stream()
			.map((identity) -> Identity.of(identity.category(), identity.type(), identity.name(), identity.language()))
			.toList(), info.features().stream().map((feature) -> DiscoInfo.Feature.of(feature.var())).toList(),
				info.forms().stream().filter(VerificationString::counts).map(VerificationString::covered).toList(),
				Extensions.NONE);
	}

	private static DataForm covered(DataForm form) {
		DataForm.Builder covered = DataForm.builder(DataForm.Type.RESULT, orEmpty(form.formType()));
		form.fields()
			.stream()
			.filter((field) -> !FormField.FORM_TYPE.equals(field.var()))
			.forEach((field) -> covered.texts(orEmpty(field.var()), field.values()));
		return covered.build();
	}

	/**
	 * The hash of the string.
	 * @param algorithm the name of the hash algorithm, such as {@code sha-1} (IANA's Hash
	 * Function Textual Names, or whatever {@link MessageDigest} knows)
	 * @return the hash in Base64, or {@code null} if the algorithm is not known here
	 */
	public @Nullable String hash(String algorithm) {
		try {
			byte[] digest = MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT))
				.digest(this.value.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			return null;
		}
	}

	/**
	 * Whether information is what capabilities are the hash of (XEP-0115, 5.4).
	 * @param info the information
	 * @param capabilities the capabilities
	 * @return whether the information is {@linkplain #isWellFormed(DiscoInfo)
	 * well-formed}, the hash algorithm known, and the hash the same
	 */
	public static boolean verify(DiscoInfo info, EntityCapabilities capabilities) {
		return capabilities.hash() != null && isWellFormed(info)
				&& Objects.equals(of(info).hash(capabilities.hash()), capabilities.ver());
	}

}
