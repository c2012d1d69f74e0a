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
import java.util.List;

/**
 * What has been used of the machine so far: by its hypervisor, and by processes that have
 * nothing to do with the benchmark. In seconds of one core, with a resolution of 10 ms.
 *
 * @param steal what the hypervisor took
 * @param others what other processes took
 * @author XMPP for Spring Boot contributors
 */
record Machine(double steal, double others) {

	private static final double TICKS_PER_SECOND = 100;

	private static final int STEAL = 8;

	private static final int FIRST_TIME = 11;

	/**
	 * Reads it.
	 * @param own the processes of the benchmark
	 * @return what was used
	 */
	static Machine now(List<Long> own) throws IOException {
		double others = 0;
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
			for (Path process : processes) {
				if (!own.contains(Long.valueOf(process.getFileName().toString()))) {
					others += seconds(process, true);
				}
			}
		}
		String[] total = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
		return new Machine(Long.parseLong(total[STEAL]) / TICKS_PER_SECOND, others);
	}

	/**
	 * The time of a process.
	 * @param process its folder
	 * @param children whether to add that of its children that have ended
	 * @return seconds, 0 if the process has ended: its parent has the time
	 */
	static double seconds(Path process, boolean children) {
		try {
			String stat = Files.readString(process.resolve("stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			long ticks = 0;
			for (int i = FIRST_TIME; i < FIRST_TIME + (children ? 4 : 2); i++) {
				ticks += Long.parseLong(fields[i]);
			}
			return ticks / TICKS_PER_SECOND;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	double stealSince(Machine before) {
		return this.steal - before.steal;
	}

	double othersSince(Machine before) {
		return Math.max(0, this.others - before.others);
	}

}
