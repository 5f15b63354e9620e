import Diagnostics
import Newsroom
import Testing

@testable import Editorial

@Suite("What leans on a document")
struct ImpactTests {
    private static let today = CalendarDate("2026-12-01")

    private func report(
        _ document: RecordKey,
        in folder: DeskFolder
    ) async throws -> ImpactReport {
        let newsroom = try await folder.newsroom()
        let today = try #require(Self.today)
        return ImpactReport(of: document, in: newsroom, try await folder.desk(), today: today)
    }

    private static let source = RecordKey(.source, "report")

    @Test("is found through the text and the evidence")
    func direct() async throws {
        let folder = try DeskFolder(policy: "minimum-lineages: 1")
        try await folder.publish()
        let impact = try await report(Self.source, in: folder)
        #expect(impact.affectsReaders)
        #expect(impact.derived == [RecordKey(.source, "copy")])
        let ruling = try #require(impact.rulings.first)
        #expect(ruling.leans.map(\.place) == [.evidence(1, .supports), .citation])
        #expect(ruling.lineages == .init(needed: 1, now: 1, without: 0))
        #expect(
            impact.lines == [
                "source report: 1 ruling leans on it, 1 of them published",
                "  what derives from it: source copy",
                "",
                "  it-is: true, published; readers see it",
                "    evidence 1 (supports)   content/verdicts/it-is.md:8",
                "    cited in the text   content/verdicts/it-is.md:10",
                "    independent lineages: 1 now, 0 without it; the minimum of 1 does not hold",
                "    needs: no other evidence supports or undermines the claim: find some, or take the ruling back",
                "    needs: then `assay correct it-is` with what changed, or `assay retract it-is`",
            ]
        )
    }

    @Test("is found through copies, with what is left")
    func derived() async throws {
        let folder = try DeskFolder(policy: "minimum-lineages: 2")
        try folder.write(
            "content/sources/own.md",
            "---\ntitle: Own\npublisher: R\nkind: transcript\nchecked: read\n---\n"
        )
        try folder.replace(
            "  - {source: report, stance: supports, shows: that it is}",
            with:
                "  - {source: copy, stance: supports, shows: that it is}\n  - {source: own, stance: undermines, shows: that it is not}",
            in: SmallDesk.verdict
        )
        try folder.replace("[@report]", with: "[@own]", in: SmallDesk.verdict)
        let impact = try await report(Self.source, in: folder)
        let ruling = try #require(impact.rulings.first)
        #expect(!impact.affectsReaders && ruling.isCarried)
        #expect(ruling.leans.map(\.way) == [[RecordKey(.source, "copy"), Self.source]])
        #expect(ruling.lineages == .init(needed: 2, now: 2, without: 1))
        #expect(ruling.needs == ["1 more independent lineage: 1 of 2 would be left"])
        #expect(
            impact.lines.contains(
                "    evidence 1 (supports), by way of source copy   content/verdicts/it-is.md:8"
            )
        )
        let json = impact.json.text(.compact)
        #expect(json.contains(#""way":["source copy","source report"]"#))
        #expect(json.contains(#""lineages":{"needed":2,"now":2,"without":1,"hold":false}"#))
    }

    @Test("of a withdrawn source that is only context does not carry the ruling")
    func context() async throws {
        let folder = try DeskFolder()
        try folder.replace("stance: supports", with: "stance: context", in: SmallDesk.verdict)
        try folder.replace(
            "checked: read",
            with: "checked: read\nstatus: withdrawn",
            in: "content/sources/report.md"
        )
        let impact = try await report(Self.source, in: folder)
        #expect(impact.isFallen && impact.rulings.count == 1)
        #expect(!impact.rulings[0].isCarried && impact.rulings[0].needs == ["nothing, but for the text"])
        #expect(impact.summary == "source report (withdrawn): 1 ruling leans on it, 0 of them published")
    }

    @Test("of a dead source falls only where nobody has a copy")
    func vanished() async throws {
        let folder = try DeskFolder(policy: "minimum-lineages: 1")
        let file = "content/sources/report.md"
        try folder.replace("checked: read", with: "checked: read\nstatus: dead", in: file)
        let gone = try await report(Self.source, in: folder)
        #expect(gone.isVanished && gone.isFallen)
        #expect(gone.summary.hasPrefix("source report (gone, and there is no copy of it): 1 ruling leans"))
        #expect(gone.json.text(.compact).contains(#""status":"dead","vanished":true"#))
        try folder.replace("status: dead", with: "status: dead\narchived: https://a.example/1", in: file)
        let kept = try await report(Self.source, in: folder)
        #expect(!kept.isVanished && !kept.isFallen && kept.summary.hasPrefix("source report (dead): "))
    }

    @Test("of an article is where the claim was made; of nothing is nothing")
    func article() async throws {
        let folder = try DeskFolder()
        let impact = try await report(RecordKey(.article, "paper"), in: folder)
        #expect(impact.rulings.first?.leans.map(\.place) == [.appearance])
        let none = try await report(RecordKey(.source, "copy"), in: folder)
        #expect(none.rulings.isEmpty && none.lines == ["source copy: no ruling leans on it"])
        let newsroom = try await folder.newsroom()
        #expect(ImpactReport.documents(in: newsroom) == [Self.source])
    }

    @Test("goes round a circle of derivations once")
    func circle() async throws {
        let folder = try DeskFolder()
        try folder.replace(
            "checked: read",
            with: "checked: read\nderived-from: copy",
            in: "content/sources/report.md"
        )
        let impact = try await report(RecordKey(.source, "copy"), in: folder)
        #expect(impact.rulings.first?.leans.first?.way == [Self.source, RecordKey(.source, "copy")])
    }
}
