import Diagnostics
import Foundation

/// The time zone whose days a newsroom goes by: `Asia/Tokyo`.
///
/// Its rules come with the program (Foundation has the IANA's data in it) and not from the machine, so that a site is the
/// same wherever it is built, and on machines that have no such data.
package struct NewsroomTimeZone: Hashable, Sendable {
    /// The name, as IANA has it.
    package let name: String
    /// Nil for UTC.
    private let zone: TimeZone?

    /// UTC, the zone of newsrooms that name none.
    package static let utc = NewsroomTimeZone()

    private init() {
        name = "UTC"
        zone = nil
    }

    /// The zone of a name; nil when there is none. Names are matched as they are written: `Europe/Berlin`.
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

    /// The zone of the machine; UTC where it has none with a name.
    package static var ofMachine: NewsroomTimeZone { NewsroomTimeZone(TimeZone.current.identifier) ?? .utc }

    /// The names of all zones.
    package static var names: [String] { TimeZone.knownTimeZoneIdentifiers + ["UTC"] }

    /// What to write in place of a name that is none: the zone of a city (`Tokyo`), or the name that is nearest.
    static func help(for typed: String) -> String {
        let city = typed.split(separator: "/").last.map { $0.lowercased().replacing(" ", with: "_") } ?? ""
        let match = names.first { $0.split(separator: "/").last?.lowercased() == city }
        let nearest = match.map { "did you mean `\($0)`?" } ?? Suggestion.help(for: typed, among: names)
        return nearest ?? "write the IANA's name of the zone, such as Europe/Berlin, America/New_York or UTC"
    }

    /// Not `EST` or `GMT+9`: abbreviations mean several zones, and offsets know no summer time.
    private static func isIANA(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "/")) }

    private static let yearsOneTo9999 = -62_135_596_800...253_402_300_799

    /// The day on which a second falls, counted from 1970 in UTC; nil outside the years 1 to 9999.
    package func day(ofSecond second: Int) -> CalendarDate? {
        guard Self.yearsOneTo9999.contains(second) else { return nil }
        let (days, rest) = (second + offset(atSecond: second)).quotientAndRemainder(dividingBy: 86_400)
        return CalendarDate(daysSinceEpoch: rest < 0 ? days - 1 : days)
    }

    /// A day's beginning as RFC 3339 writes times: `2026-11-21T00:00:00+09:00`.
    package func start(of day: CalendarDate) -> String {
        let minutes = day.daysSinceEpoch.map { offset(atSecond: $0 * 86_400) / 60 } ?? 0
        guard minutes != 0 else { return "\(day)T00:00:00Z" }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let size = abs(minutes)
        return "\(day)T00:00:00\(minutes < 0 ? "-" : "+")\(padded(size / 60)):\(padded(size % 60))"
    }

    /// How many seconds the zone's clocks are ahead of UTC.
    private func offset(atSecond second: Int) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) ?? 0
    }
}
