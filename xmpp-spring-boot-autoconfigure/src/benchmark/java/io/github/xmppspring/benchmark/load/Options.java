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

package io.github.xmppspring.benchmark.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What to measure and how, as {@code name=value} on the command line.
 *
 * <ul>
 * <li>{@code quick=true}: the loads of the targets only, and less time for each</li>
 * <li>{@code peers=raw,smack,starter}</li>
 * <li>{@code loads=request:ping:32,respond:version:512:64,connect:ping:50}</li>
 * <li>{@code target=reflector} or {@code target=ejabberd}</li>
 * <li>{@code tls=true}: with STARTTLS</li>
 * <li>{@code java=/path/to/java}: another JVM for the processes</li>
 * <li>{@code repetitions=3}, {@code millis=1000}: quiet repetitions that are wanted, and
 * how long each of them is</li>
 * <li>{@code cores=0,1}: that of the client and that of its counterpart</li>
 * <li>{@code profile=true}: records where the time of the starter goes, for each
 * load</li>
 * <li>{@code output=target/benchmark}: the folder of the reports</li>
 * </ul>
 *
 * @author XMPP for Spring Boot contributors
 */
final class Options {

	private static final String QUICK_LOADS = "request:ping:1,request:ping:32,request:ping:512,request:ping:16384,"
			+ "request:roster:32,respond:version:512,connect:ping:50";

	private static final String LOADS = "request:ping:1,request:ping:32,request:ping:512,request:ping:16384,"
			+ "request:version:32,request:version:512,request:roster:32,request:roster:512,"
			+ "respond:version:1,respond:version:32,respond:version:512,respond:version:16384,"
			+ "respond:version:512:64,respond:ping:512,respond:roster:32,connect:ping:50";

	private static final String EJABBERD_LOADS = "request:ping:1,request:ping:32,request:ping:512,connect:ping:50";

	private final Map<String, String> values = new LinkedHashMap<>();

	Options(String... args) {
		List<String> known = List.of("quick", "peers", "loads", "target", "tls", "java", "repetitions", "millis",
				"cores", "profile", "output");
		for (String arg : args) {
			String[] parts = arg.split("=", 2);
			if (parts.length < 2 || !known.contains(parts[0])) {
				throw new IllegalArgumentException("'" + arg + "' is no option; they are " + known);
			}
			this.values.put(parts[0], parts[1]);
		}
	}

	private String get(String name, String fallback) {
		return this.values.getOrDefault(name, fallback);
	}

	boolean isQuick() {
		return Boolean.parseBoolean(get("quick", "false"));
	}

	List<PeerKind> peers() {
		return PeerKind.list(get("peers", "raw,smack,starter"));
	}

	List<Load> loads() {
		String loads = isEjabberd() ? EJABBERD_LOADS : LOADS;
		return Load.list(get("loads", (isQuick() && !isEjabberd()) ? QUICK_LOADS : loads));
	}

	boolean isEjabberd() {
		return switch (get("target", "reflector")) {
			case "reflector" -> false;
			case "ejabberd" -> true;
			default -> throw new IllegalArgumentException("The target is 'reflector' or 'ejabberd'");
		};
	}

	boolean isTls() {
		return Boolean.parseBoolean(get("tls", "false"));
	}

	boolean isProfile() {
		return Boolean.parseBoolean(get("profile", "false"));
	}

	String java() {
		return get("java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
	}

	int repetitions() {
		return Integer.parseInt(get("repetitions", isQuick() ? "2" : "3"));
	}

	long millis() {
		return Long.parseLong(get("millis", "1000"));
	}

	/**
	 * The longest warm-up.
	 * @param first whether the process has not been under load yet
	 * @return milliseconds
	 */
	long warmUpMillis(boolean first) {
		if (first) {
			return isQuick() ? 10_000 : 15_000;
		}
		return isQuick() ? 2_500 : 4_000;
	}

	@Nullable Integer core(int number) {
		List<Integer> cores = Arrays.stream(get("cores", "0,1").split(",")).map(Integer::valueOf).toList();
		return (number < cores.size()) ? cores.get(number) : null;
	}

	Path output() {
		return Path.of(get("output", "target/benchmark"));
	}

	/**
	 * The name of the reports.
	 * @return without an extension
	 */
	String name() {
		return "load-" + (isEjabberd() ? "ejabberd" : "reflector") + (isTls() ? "-tls" : "");
	}

	@Override
	public String toString() {
		return String.join(" ", this.values.entrySet().stream().map(Object::toString).toList());
	}

}
