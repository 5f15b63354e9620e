import Diagnostics
import Foundation

/// The time zone of a newsroom's calendar days, such as `Asia/Tokyo`.
///
/// Its rules are IANA's in Foundation and not the machine's, so that a site is the same wherever it is built.
package struct NewsroomTimeZone: Hashable, Sendable {
    /// The IANA name.
    package let name: String
    /// The rules; nil for UTC.
    private let zone: TimeZone?

    /// UTC, the default of newsrooms.
    package static let utc = NewsroomTimeZone()

    private init() {
        name = "UTC"
        zone = nil
    }

    /// Makes the zone of an IANA name such as `Europe/Berlin`; nil if there is none. Case counts.
    package init?(_ name: String) {
        if ["UTC", "Etc/UTC", "GMT"].contains(name) {
            self.name = name
            zone = nil
            return
        }
        guard Self.isIANA(name), let zone = TimeZone(identifier: name), zone.identifier == name else {
            return nil
        }
        self.name = name
        self.zone = zone
    }

    /// The machine's zone; UTC if it has no IANA name.
    package static var ofMachine: NewsroomTimeZone { NewsroomTimeZone(TimeZone.current.identifier) ?? .utc }

    /// All IANA names, and UTC.
    package static var names: [String] { TimeZone.knownTimeZoneIdentifiers + ["UTC"] }

    /// Advice for a name that is no zone: the zone of that city (`Tokyo`), or the nearest name.
    static func help(for typed: String) -> String {
        nearest(to: typed).map { "did you mean `\($0)`?" }
            ?? "write the IANA's name of the zone, such as Europe/Berlin, America/New_York or UTC"
    }

    /// The zone that a name probably means; nil if none is near.
    static func nearest(to typed: String) -> String? {
        let city = typed.split(separator: "/").last.map { $0.lowercased().replacing(" ", with: "_") } ?? ""
        return names.first { $0.split(separator: "/").last?.lowercased() == city }
            ?? Suggestion.nearest(to: typed, among: names)
    }

    /// Whether a name has IANA's form. `EST` and `GMT+9` do not: abbreviations are ambiguous, and offsets know no
    /// summer time.
    private static func isIANA(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "/")) }

    private static let yearsOneTo9999 = -62_135_596_800...253_402_300_799

    /// The day of a second since 1970 (UTC); nil outside the years 1 to 9999.
    package func day(ofSecond second: Int) -> CalendarDate? {
        guard Self.yearsOneTo9999.contains(second) else { return nil }
        let (days, rest) = (second + offset(atSecond: second)).quotientAndRemainder(dividingBy: 86_400)
        return CalendarDate(daysSinceEpoch: rest < 0 ? days - 1 : days)
    }

    /// The time of day of a second since 1970, in hours and minutes: `07:30`.
    package func clock(ofSecond second: Int) -> String {
        let seconds = ((second + offset(atSecond: second)) % 86_400 + 86_400) % 86_400
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60))"
    }

    /// The start of a day in RFC 3339: `2026-11-21T00:00:00+09:00`.
    package func start(of day: CalendarDate) -> String {
        let minutes = day.daysSinceEpoch.map { offset(atSecond: $0 * 86_400) / 60 } ?? 0
        guard minutes != 0 else { return "\(day)T00:00:00Z" }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let size = abs(minutes)
        return "\(day)T00:00:00\(minutes < 0 ? "-" : "+")\(padded(size / 60)):\(padded(size % 60))"
    }

    /// The zone's offset from UTC at a second, in seconds east.
    private func offset(atSecond second: Int) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) ?? 0
    }
}
