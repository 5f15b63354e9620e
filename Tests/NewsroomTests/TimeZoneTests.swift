import Diagnostics
import Testing

@testable import Newsroom

@Suite("The newsroom's time zone")
struct TimeZoneTests {
    private func settings(_ zone: String) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        SiteSettings.decode(
            SourceFile(
                path: SiteSettings.path,
                text: """
                    name: X
                    url: https://x.example/
                    language: en
                    description: X.
                    publisher: p
                    scale: {version: 1, rulings: [{id: a, label: A, meaning: A.}, {id: b, label: B, meaning: B.}]}
                    \(zone)
                    """
            )
        )
    }

    @Test("It is UTC where none is named")
    func none() {
        #expect(settings("").settings?.timeZone == .utc)
        #expect(settings("").diagnostics == [])
    }

    @Test(
        "IANA's names",
        arguments: ["Asia/Tokyo", "America/Argentina/Ushuaia", "Europe/Kyiv", "UTC", "Etc/UTC"]
    )
    func known(name: String) {
        let (decoded, diagnostics) = settings("time-zone: \(name)")
        #expect(diagnostics == [])
        #expect(decoded?.timeZone.name == name)
    }

    @Test(
        "What is none is an error at its place, with the name that is meant",
        arguments: [
            ("asia/tokyo", "Asia/Tokyo"), ("Tokyo", "Asia/Tokyo"), ("Asia/Tokio", "Asia/Tokyo"),
            ("new york", "America/New_York"), ("Mars/Base", "Europe/Berlin"), ("EST", "IANA"),
            ("GMT+9", "IANA"),
            ("../../etc/passwd", "IANA"),
        ]
    )
    func unknown(name: String, help: String) throws {
        let found = settings("time-zone: \(name)").diagnostics
        #expect(found.map(\.message) == ["there is no time zone `\(name)`"])
        #expect(found.first?.span?.line == 7)
        #expect(try #require(found.first?.help).contains(help), "\(found.first?.help ?? "")")
    }

    @Test("A day begins at its zone's midnight, in summer and in winter")
    func starts() throws {
        let summer = try #require(CalendarDate("2026-07-01"))
        let winter = try #require(CalendarDate("2026-12-01"))
        let berlin = try #require(NewsroomTimeZone("Europe/Berlin"))
        #expect(berlin.start(of: summer) == "2026-07-01T00:00:00+02:00")
        #expect(berlin.start(of: winter) == "2026-12-01T00:00:00+01:00")
        #expect(NewsroomTimeZone("America/St_Johns")?.start(of: winter) == "2026-12-01T00:00:00-03:30")
        #expect(NewsroomTimeZone.utc.start(of: winter) == "2026-12-01T00:00:00Z")
    }
}
