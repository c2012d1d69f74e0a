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

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The CPU time of a process, read from outside: by thread in nanoseconds, and that of the
 * whole process, ended threads included, with a resolution of 10 ms.
 *
 * @param byThread times by thread
 * @param compiler times of the threads that compile
 * @param process the time of the process in seconds
 * @author XMPP for Spring Boot contributors
 */
record ThreadTimes(Map<String, Long> byThread, Map<String, Long> compiler, double process) {

	private static final double RESOLUTION = 0.02;

	static ThreadTimes of(long pid) throws IOException {
		Map<String, Long> byThread = new HashMap<>();
		Map<String, Long> compiler = new HashMap<>();
		try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
			for (Path thread : threads) {
				try {
					long nanos = nanos(thread);
					byThread.put(thread.toString(), nanos);
					if (Files.readString(thread.resolve("comm")).contains("CompilerThre")) {
						compiler.put(thread.toString(), nanos);
					}
				}
				catch (IOException ex) {
					// The thread has ended meanwhile
				}
			}
		}
		return new ThreadTimes(byThread, compiler, Machine.seconds(Path.of("/proc", Long.toString(pid)), false));
	}

	private static long nanos(Path thread) throws IOException {
		String times = Files.readString(thread.resolve("schedstat"));
		return Long.parseLong(times.substring(0, times.indexOf(' ')));
	}

	/**
	 * The time that was used meanwhile: the exact one of the threads that are there,
	 * unless others have ended.
	 * @param before the state before
	 * @return seconds
	 */
	double since(ThreadTimes before) {
		return Math.max(seconds(this.byThread, before.byThread), this.process - before.process - RESOLUTION);
	}

	double compilerSince(ThreadTimes before) {
		return seconds(this.compiler, before.compiler);
	}

	private static double seconds(Map<String, Long> now, Map<String, Long> before) {
		long nanos = 0;
		for (Entry<String, Long> thread : now.entrySet()) {
			nanos += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
		}
		return nanos / 1e9;
	}

}
