import Diagnostics
import Editorial
import Foundation
import Newsroom
import Testing

@testable import Assay

/// An error stops the pages that depend on it, and nothing else.
@Suite("What an error stops")
struct ErrorScopeTests {
    private static let draft = [
        "content/claims/draft.md": "---\nstatement: It will be.\nclaimant: al\n---\n",
        "content/profiles/al.md": "---\nname: Al\nkind: person\n---\n",
        "content/sources/note.md":
            "---\ntitle: The note\npublisher: P\nkind: research\nchecked: read\n---\n",
        "content/verdicts/draft.md":
            "---\nclaim: draft\nruling: false\ntitle: No\nsummary: No.\nauthors: desk\nevidence:\n  - {source: note, stance: undermines, shows: that not}\n---\nNo [@note].\n",
    ]

    /// Mistakes in fields that only a draft uses.
    private static let unseen: [(file: String, old: String, new: String)] = [
        ("content/verdicts/draft.md", "ruling: false", "ruling: flase"),
        ("content/verdicts/draft.md", "source: note", "source: nowhere"),
        ("content/verdicts/draft.md", "title: No", "title: [unclosed"),
        ("content/verdicts/draft.md", "summary: No.\n", ""),
        ("content/claims/draft.md", "claimant: al", "claimant: nobody"),
        ("content/claims/draft.md", "claimant: al", "claimant: [al"),
        ("content/profiles/al.md", "kind: person", "kind: robot"),
        ("content/profiles/al.md", "name: Al", "name: [Al"),
        ("content/sources/note.md", "checked: read", "checked: perhaps"),
        ("content/sources/note.md", "checked: read", "checked: read\nsnapshot: {file: no, sha256: \(zeros)}"),
    ]

    /// Mistakes in fields that readers see.
    private static let seen: [(file: String, old: String, new: String)] = [
        ("content/sources/report.md", "kind: research", "kind: reserch"),
        ("content/sources/letter.md", "checked: read", "checked: [read"),
        ("content/profiles/jo.md", "kind: person", "kind: robot"),
        ("content/claims/it-is.md", "claimant: jo", "claimant: [jo"),
        ("content/site.yaml", "url: https://facts.example.org", "url: example"),
        ("seeds/paper.md", "title: The paper", "title: [The paper"),
        ("seeds/paper.md", "cybersecurity", "cyber security"),
    ]

    private static let zeros = String(repeating: "0", count: 64)

    @Test("in a draft: it is reported, and the rest is built", arguments: 0..<unseen.count)
    func draft(_ index: Int) async throws {
        let folder = try JournaledFolder(Self.draft)
        try await folder.publish()
        let (file, old, new) = Self.unseen[index]
        try folder.room.replace(old, with: new, in: file)
        let report = try await folder.build()
        #expect(report.hasErrors)
        #expect(report.site != nil, "\(report.diagnostics)")
        #expect(folder.site()["claims/it-is/index.html"]?.contains("Yes, it is.") == true)
        #expect(folder.site()["claims/draft/index.html"] == nil)
        #expect(try await folder.build(into: "_drafts", drafts: true).site == nil)
    }

    @Test("in what readers see: nothing is written", arguments: 0..<seen.count)
    func published(_ index: Int) async throws {
        let folder = try JournaledFolder(Self.draft)
        try await folder.publish()
        let (file, old, new) = Self.seen[index]
        try folder.room.replace(old, with: new, in: file)
        let report = try await folder.build()
        #expect(report.site == nil, "\(file): \(new)")
    }

    @Test("a retraction goes out whatever is wrong with drafts")
    func retraction() async throws {
        let folder = try JournaledFolder(Self.draft)
        try await folder.publish()
        _ = try await folder.build()
        try folder.room.replace("ruling: false", with: "ruling: flase", in: "content/verdicts/draft.md")
        try await folder.act(.retract(reason: "The report was forged."), by: "desk")
        #expect(try await folder.build().site != nil)
        #expect(folder.site()["claims/it-is/index.html"]?.contains("The report was forged.") == true)
        // The retracted text's own mistakes do not stop it either.
        try folder.room.replace("ruling: true", with: "ruling: treu", in: JournaledFolder.verdict)
        #expect(try await folder.build().site != nil)
    }

    @Test("in simple mode a verdict that cannot be read may be a published one")
    func simple() async throws {
        let room = try NewsroomFolder(Self.draft)
        let settings = try #require(room.text("content/site.yaml"))
        let folder = try JournaledFolder(Self.draft.merging(["content/site.yaml": settings]) { $1 })
        try folder.room.replace("title: No", with: "title: [No", in: "content/verdicts/draft.md")
        #expect(try await folder.build().site == nil)
        try folder.room.replace("title: [No", with: "title: No", in: "content/verdicts/draft.md")
        try folder.room.replace("ruling: false", with: "ruling: flase", in: "content/verdicts/draft.md")
        let report = try await folder.build()
        #expect(report.hasErrors && report.site != nil)
    }
}
