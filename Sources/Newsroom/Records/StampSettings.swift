import Diagnostics

/// The part `stamps` of the settings: who is asked to vouch for the time of captures and journals.
package struct StampSettings: Hashable, Sendable {
    /// The addresses of time-stamp authorities (RFC 3161).
    package var authorities = [
        "http://timestamp.digicert.com", "http://timestamp.sectigo.com",
    ]
    /// Whether OpenTimestamps is a second witness each time.
    package var usesCalendars = false
    /// The addresses of calendars of OpenTimestamps.
    package var calendars = [
        "https://a.pool.opentimestamps.org", "https://b.pool.opentimestamps.org",
        "https://a.pool.eternitywall.com",
    ]

    /// Makes the default settings.
    package init() {}
}

extension StampSettings {
    static let fields: [FieldDescription] = [
        .init(
            "authorities",
            .list(.address),
            .ofTheSite,
            "the time-stamp authorities (RFC 3161); two if left out"
        ),
        .init("opentimestamps", .flag, .ofTheSite, "whether OpenTimestamps is asked each time"),
        .init("calendars", .list(.address), .ofTheSite, "its calendars; three if left out"),
    ]

    init(_ fields: inout FieldReader) {
        self.init()
        let authorities = fields.texts("authorities")
        let calendars = fields.texts("calendars")
        usesCalendars = fields.flag("opentimestamps")
        for (name, addresses) in [("authorities", authorities), ("calendars", calendars)] {
            for address in addresses where !Self.isUsable(address.value) {
                fields.report(
                    .wrongType,
                    "`\(name)` cannot name `\(address.value)`",
                    at: address.range,
                    help: "write an address with `https://` or `http://`, without blanks"
                )
            }
        }
        let named = authorities.map(\.value).filter(Self.isUsable)
        let known = calendars.map(\.value).filter(Self.isUsable)
        if !named.isEmpty { self.authorities = named }
        if !known.isEmpty { self.calendars = known }
    }

    private static func isUsable(_ address: String) -> Bool {
        (address.hasPrefix("https://") || address.hasPrefix("http://"))
            && !address.contains(where: \.isWhitespace)
    }
}
