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

package io.github.xmppspring.payload.vcardtemp;

/**
 * A place on earth: {@code GEO}.
 *
 * @param latitude the latitude in degrees, north is positive
 * @param longitude the longitude in degrees, east is positive
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record GeoPosition(double latitude, double longitude) implements TempValue {

	static GeoPosition from(TempProperty property) {
		return new GeoPosition(degrees(property, "LAT"), degrees(property, "LON"));
	}

	private static double degrees(TempProperty property, String name) {
		TempField field = property.field(name);
		if (field == null) {
			throw property.malformed("must have the child <" + name + "/>");
		}
		try {
			return Double.parseDouble(field.text().trim());
		}
		catch (NumberFormatException ex) {
			throw field.malformed("must hold a number");
		}
	}

	@Override
	public TempProperty toProperty() {
		return new TempFields(TempProperty.GEO).text("LAT", Double.toString(this.latitude))
			.text("LON", Double.toString(this.longitude))
			.toProperty();
	}

}
