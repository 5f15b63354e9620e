import Files
import Newsroom
import Testing

@testable import Editorial

/// The preview's desk, which reads only changed files again, compared with a new one.
@Suite("A desk that is kept")
struct KeptDeskTests {
    /// All that can be seen of a desk, as text.
    private static func description(_ desk: Desk, _ newsroom: Newsroom) throws -> String {
        let today = try #require(CalendarDate("2026-12-01"))
        let findings = (desk.diagnostics + desk.findings(newsroom)).map { "\($0)" }
        return ([StatusReport(desk, newsroom, today: today).json] + findings).joined(separator: "\n")
    }

    private static let changes:
        [(what: String, path: String, change: @Sendable (DeskFolder) async throws -> Void)] = [
            (
                "nothing", "content/pages/none.md",
                { _ in }
            ),
            (
                "the verdict", SmallDesk.verdict,
                { try $0.replace("Because it was", with: "Because it really was", in: SmallDesk.verdict) }
            ),
            (
                "the claim", "content/claims/it-is.md",
                { try $0.replace("It is.", with: "It is not.", in: "content/claims/it-is.md") }
            ),
            (
                "a source", "content/sources/report.md",
                { try $0.replace("The report", with: "Another report", in: "content/sources/report.md") }
            ),
            (
                "an article", "seeds/paper.md",
                { try $0.replace("The paper", with: "Another paper", in: "seeds/paper.md") }
            ),
            (
                "a reviewer", "content/profiles/bo.md",
                {
                    try $0.replace(
                        "affiliations: house",
                        with: "affiliations: party",
                        in: "content/profiles/bo.md"
                    )
                }
            ),
            (
                "the policy", "content/site.yaml",
                {
                    try $0.replace(
                        "mode: newsroom",
                        with: "mode: newsroom\n  sign-offs: 2",
                        in: "content/site.yaml"
                    )
                }
            ),
            (
                "the journal", "content/journal/it-is.jsonl",
                { try await $0.act(.reopen(reason: "Look."), by: "bo") }
            ),
            (
                "the journal's chain", "content/journal/it-is.jsonl",
                { try $0.replace("\"submitted\"", with: "\"commented\"", in: "content/journal/it-is.jsonl") }
            ),
            (
                "the verdict's file, which cannot be read now", SmallDesk.verdict,
                { try $0.write(SmallDesk.verdict, "---\nclaim: [\n---\n") }
            ),
        ]

    @Test("It follows every change", arguments: changes.indices)
    func follows(index: Int) async throws {
        let (what, path, change) = Self.changes[index]
        let folder = try DeskFolder()
        try await folder.publish()
        var files = await NewsroomFiles(loading: folder.tree)
        let first = try #require(files.current.newsroom)
        let kept = await Desk.load(first, from: folder.tree)
        #expect(kept.claims["it-is"]?.state == .published)

        try await change(folder)
        await files.reload([.file(path)])
        let second = try #require(files.current.newsroom)
        let followed = await Desk.load(second, from: folder.tree, after: kept)
        let fresh = await Desk.load(try await folder.newsroom(), from: folder.tree)
        #expect(
            try Self.description(followed, second) == Self.description(fresh, second),
            "after \(what) changed"
        )
    }

    @Test("What nothing changed about is not read again")
    func keeps() async throws {
        let folder = try DeskFolder(
            policy: "",
            [
                "content/claims/other.md": "---\nstatement: Other.\nclaimant: jo\n---\n"
            ]
        )
        try await folder.publish()
        var files = await NewsroomFiles(loading: folder.tree)
        let kept = await Desk.load(try #require(files.current.newsroom), from: folder.tree)
        try folder.replace("Other.", with: "Another.", in: "content/claims/other.md")
        await files.reload([.file("content/claims/other.md")])
        let next = await Desk.load(try #require(files.current.newsroom), from: folder.tree, after: kept)
        #expect(next.claims["it-is"] === kept.claims["it-is"])
        #expect(next.claims["other"] !== kept.claims["other"])
    }

    @Test("A version that was read is read again only when its file changed")
    func versions() async throws {
        let folder = try DeskFolder()
        try await folder.publish()
        let digest = try #require(try await folder.claim().digest)
        let path = VersionStore.path(of: "it-is", digest)
        let store = VersionStore(folder.tree, remembering: VersionMemory())
        let bytes = try store.bytes(of: "it-is", digest)
        #expect(try store.bytes(of: "it-is", digest) == bytes)
        try folder.write(path, "changed")
        #expect(throws: VersionProblem.changed(path)) { try store.bytes(of: "it-is", digest) }
    }
}
