import Diagnostics
import Editorial
import Files
import Newsroom
import Testing

@testable import Assay

struct PipelineTests {
    private func build(
        _ room: NewsroomFolder,
        out: String = "_site",
        day: String = "2026-11-21",
        drafts: Bool = false,
        keepsGoing: Bool = false
    ) async throws -> Report {
        let folder = try FileTree(root: room.path)
        let request = Request(
            folder: folder,
            today: try #require(CalendarDate(day)),
            includesDrafts: drafts,
            keepsGoing: keepsGoing
        )
        let output = try OutputFolder(
            path: room.path + "/" + out,
            root: folder.root,
            protected: Pipeline.inputFolders
        )
        return try await Pipeline.build(request, into: output)
    }

    @Test("A newsroom becomes a site; building again changes nothing")
    func wholeWay() async throws {
        let room = try NewsroomFolder()
        let report = try await build(room)
        #expect(report.diagnostics.filter { $0.severity != .note } == [])
        let site = try #require(report.site)
        #expect(site.fileCount == room.files(below: "_site").filter { !$0.hasPrefix(".assay/") }.count)
        #expect(site.changedCount == site.fileCount)
        let claim = try #require(room.text("_site/claims/it-is/index.html"))
        for words in [
            "It is.", "It is so", "Yes, it is.", "Because it was reported", "The report", "The letter", "Jo",
        ] {
            #expect(claim.contains(words), "the claim's page does not show \(words)")
        }
        let again = try #require(try await build(room).site)
        #expect(again.changedCount == 0)
        #expect(again.removedCount == 0)
    }

    @Test("The same files give the same bytes in another folder, and on any number of runs")
    func reproducible() async throws {
        let first = try NewsroomFolder()
        let second = try NewsroomFolder()
        _ = try await build(first)
        _ = try await build(second, out: "elsewhere/deep")
        let files = first.files(below: "_site")
        #expect(files == second.files(below: "elsewhere/deep"))
        for file in files {
            #expect(first.text("_site/" + file) == second.text("elsewhere/deep/" + file), "\(file) differs")
        }
    }

    @Test("With an error nothing is written, and the site of yesterday stays")
    func errorsStop() async throws {
        let room = try NewsroomFolder()
        _ = try await build(room)
        let before = room.text("_site/claims/it-is/index.html")
        try room.replace("ruling: true", with: "ruling: treu", in: "content/verdicts/it-is.md")
        let report = try await build(room)
        #expect(report.site == nil)
        #expect(
            report.diagnostics.filter { $0.severity == .error }.map(\.rule.name) == ["rating-outside-scale"]
        )
        #expect(room.text("_site/claims/it-is/index.html") == before)
    }

    @Test("A mistake in a template is an error at its line, and the site of yesterday stays")
    func templateMistake() async throws {
        let room = try NewsroomFolder()
        _ = try await build(room)
        let before = room.text("_site/404.html")
        try room.write("templates/theme/not-found.html", "<!doctype html>\n<title>{{site.nmae}}</title>\n")
        let report = try await build(room)
        #expect(report.site == nil)
        let finding = try #require(report.diagnostics.first { $0.severity == .error })
        #expect(finding.rule.name == "unknown-name")
        #expect(finding.span?.file == "templates/theme/not-found.html")
        #expect(finding.span?.line == 2)
        #expect(room.text("_site/404.html") == before)
        #expect(
            room.files(below: "_site").filter { $0.hasPrefix(".assay/") }.allSatisfy { $0 == ".assay/files" }
        )
    }

    @Test("A draft is in no file of the site, and leaves it when it is withdrawn")
    func drafts() async throws {
        let room = try NewsroomFolder([
            "content/claims/secret-claim.md":
                "---\nstatement: Unpublished words.\nclaimant: secret-person\n---\n",
            "content/profiles/secret-person.md": "---\nname: Secret Person\nkind: person\n---\n",
            "content/sources/secret-source.md":
                "---\ntitle: Secret source\npublisher: P\nkind: research\nchecked: read\n---\nSecret.\n",
            "content/verdicts/secret-claim.md":
                "---\nclaim: secret-claim\nruling: false\ntitle: Hidden headline\nsummary: Hidden.\nauthors: desk\nevidence:\n  - {source: secret-source, stance: undermines, shows: hidden}\n---\nHidden [@secret-source].\n",
        ])
        _ = try await build(room, keepsGoing: true)
        for file in room.files(below: "_site") {
            let text = try #require(room.text("_site/" + file))
            for word in ["secret", "Secret", "Hidden", "Unpublished"] {
                #expect(!text.contains(word) && !file.contains(word), "\(file) leaks \(word)")
            }
        }
        _ = try await build(room, out: "_drafts", drafts: true, keepsGoing: true)
        let draft = try #require(room.text("_drafts/claims/secret-claim/index.html"))
        #expect(draft.contains("Hidden headline"))
        #expect(draft.contains("noindex"))
    }

    @Test("A verdict whose day has not come is a draft")
    func future() async throws {
        let room = try NewsroomFolder()
        _ = try await build(room, day: "2026-11-19", keepsGoing: true)
        #expect(!room.exists("_site/claims/it-is/index.html"))
        _ = try await build(room, day: "2026-11-20", keepsGoing: true)
        #expect(room.exists("_site/claims/it-is/index.html"))
    }
}

struct TodayTests {
    @Test("The day comes from the option, else SOURCE_DATE_EPOCH, else the clock")
    func order() throws {
        #expect(
            try Today.day(asked: "2026-11-21", sourceDateEpoch: "0", clock: { 86_400 }).description
                == "2026-11-21"
        )
        #expect(try Today.day(asked: nil, sourceDateEpoch: "86399", clock: { 0 }).description == "1970-01-01")
        #expect(
            try Today.day(asked: nil, sourceDateEpoch: nil, clock: { 86_400 }).description == "1970-01-02"
        )
        #expect(try Today.day(asked: nil, sourceDateEpoch: "-1", clock: { 0 }).description == "1969-12-31")
    }

    @Test(
        "A second is a day of the newsroom's zone; a day that was asked for is that day everywhere",
        arguments: [
            // 2026-11-28T23:30:00Z and 2026-11-29T01:00:00Z, in summer 2026-07-01T22:30:00Z.
            ("Asia/Tokyo", 1_795_908_600, "2026-11-29"), ("America/Los_Angeles", 1_795_914_000, "2026-11-28"),
            ("UTC", 1_795_908_600, "2026-11-28"), ("Europe/Berlin", 1_782_945_000, "2026-07-02"),
            ("Pacific/Kiritimati", 1_795_868_000, "2026-11-29"),
            ("Asia/Kathmandu", 1_795_890_600, "2026-11-29"),
        ]
    )
    func zones(name: String, second: Int, day: String) throws {
        let zone = try #require(NewsroomTimeZone(name))
        #expect(try Today.day(asked: nil, sourceDateEpoch: "\(second)", zone: zone).description == day)
        #expect(
            try Today.day(asked: nil, sourceDateEpoch: nil, zone: zone, clock: { second }).description == day
        )
        let asked = try Today.day(asked: "2026-01-01", sourceDateEpoch: "\(second)", zone: zone)
        #expect(asked.description == "2026-01-01")
    }

    @Test("A second outside the calendar is refused and does not trap", arguments: [Int.min, Int.max])
    func farAway(second: Int) throws {
        let zone = try #require(NewsroomTimeZone("Asia/Tokyo"))
        #expect(throws: Today.Problem.self) {
            try Today.day(asked: nil, sourceDateEpoch: "\(second)", zone: zone)
        }
    }

    @Test("What is no day is refused", arguments: ["2026-11", "today", "2026-02-30", ""])
    func refused(asked: String) {
        #expect(throws: Today.Problem.self) { try Today.day(asked: asked, sourceDateEpoch: nil) }
    }

    @Test("An epoch that is no number is refused")
    func epoch() {
        #expect(throws: Today.Problem.self) { try Today.day(asked: nil, sourceDateEpoch: "yesterday") }
    }

    @Test(
        "An epoch outside the years that there are is refused and named",
        arguments: [Int.min, Int.min + 1, -62_135_596_801, 253_402_300_800, Int.max]
    )
    func farEpoch(seconds: Int) throws {
        let problem = #expect(throws: Today.Problem.self) {
            try Today.day(asked: nil, sourceDateEpoch: "\(seconds)")
        }
        #expect(problem?.description.hasPrefix("SOURCE_DATE_EPOCH is \(seconds) seconds") == true)
        #expect(JournalTime(secondsSinceEpoch: seconds) == nil)
        #expect(throws: Today.Problem.self) {
            try Today.day(asked: nil, sourceDateEpoch: nil, clock: { seconds })
        }
    }

    @Test("The first and the last second of the years that there are have a day")
    func edges() throws {
        #expect(try Today.day(asked: nil, sourceDateEpoch: "-62135596800").description == "0001-01-01")
        #expect(try Today.day(asked: nil, sourceDateEpoch: "253402300799").description == "9999-12-31")
    }
}
