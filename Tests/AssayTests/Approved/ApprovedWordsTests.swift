import Diagnostics
import Editorial
import Foundation
import Newsroom
import Testing

@testable import Assay

/// Readers see approved words alone, in every state of a claim and whatever somebody writes into its files.
@Suite("Only approved words")
struct ApprovedWordsTests {
    /// The histories by which a claim can have reached readers.
    enum Way: String, CaseIterable, Sendable {
        case published, reopened, submittedAgain, approvedAgain, changesWanted, corrected
        case retracted, retractedAndReopened, retractedAndApproved, publishedAfterRetraction
    }

    /// A change of one field in one file: the old words and the new ones.
    struct Change: CustomTestStringConvertible, Sendable {
        let file: String
        let old: String
        let new: String
        var testDescription: String { "\(file): \(new)" }
    }

    private static let claimAndVerdict: [Change] = [
        (JournaledFolder.claim, "statement: It is.", "statement: It is UNAPPROVED."),
        (JournaledFolder.claim, "claimant: jo", "claimant: [jo, bo]"),
        (JournaledFolder.claim, "stated: 2018-07-16", "stated: 2018-07-15"),
        (JournaledFolder.claim, "quote: Words about cybersecurity", "quote: about cybersecurity"),
        (JournaledFolder.claim, "text: It went on.", "text: It went on UNAPPROVED."),
        (JournaledFolder.claim, "date: 2018-07-17", "date: 2018-07-18"),
        (JournaledFolder.claim, "sources: letter", "sources: report"),
        (JournaledFolder.claim, "topics: elections\n", ""),
        (JournaledFolder.claim, "Context.", "Context UNAPPROVED."),
        (JournaledFolder.verdict, "ruling: true", "ruling: false"),
        (JournaledFolder.verdict, "title: It is so", "title: UNAPPROVED"),
        (JournaledFolder.verdict, "summary: Yes, it is.", "summary: UNAPPROVED."),
        (JournaledFolder.verdict, "authors: desk", "authors: jo"),
        (JournaledFolder.verdict, "shows: that it is", "shows: UNAPPROVED"),
        (JournaledFolder.verdict, "stance: supports", "stance: undermines"),
        (JournaledFolder.verdict, "authors: desk", "authors: desk\nreview-by: 2027-01-01"),
        (JournaledFolder.verdict, "authors: desk", "authors: desk\nwould-change: UNAPPROVED."),
        (JournaledFolder.verdict, "authors: desk", "authors: desk\ncounter-example: UNAPPROVED."),
        (JournaledFolder.verdict, "authors: desk", "authors: desk\nsingle-lineage-reason: UNAPPROVED."),
        (
            JournaledFolder.verdict, "authors: desk",
            "authors: desk\nparts: [{part: UNAPPROVED, ruling: true}]"
        ),
        (
            JournaledFolder.verdict, "authors: desk",
            "authors: desk\nreplies: [{from: jo, asked: 2026-11-01, note: UNAPPROVED}]"
        ),
        (JournaledFolder.verdict, "Because it was", "UNAPPROVED: because it was"),
    ].map { Change(file: $0.0, old: $0.1, new: $0.2) }

    private static let documents: [Change] = [
        ("content/sources/report.md", "title: The report", "title: UNAPPROVED"),
        ("content/sources/letter.md", "title: The letter", "title: UNAPPROVED"),
        ("content/sources/letter.md", "publisher: Q", "publisher: UNAPPROVED"),
        ("content/sources/letter.md", "It shows.", "UNAPPROVED."),
        ("content/sources/report.md", "checked: read", "checked: cited"),
        ("content/sources/report.md", "kind: research", "kind: transcript"),
        ("content/profiles/jo.md", "name: Jo", "name: UNAPPROVED"),
        ("content/profiles/jo.md", "kind: person", "kind: organisation"),
        ("seeds/paper.md", "title: The paper", "title: UNAPPROVED"),
        ("seeds/paper.md", "> Words about", "> UNAPPROVED Words about"),
    ].map { Change(file: $0.0, old: $0.1, new: $0.2) }

    private func folder(_ way: Way) async throws -> JournaledFolder {
        let folder = try JournaledFolder()
        try await folder.publish()
        switch way {
        case .published: break
        case .corrected:
            try folder.room.replace("Yes, it is.", with: "Yes, it certainly is.", in: JournaledFolder.verdict)
            try await folder.approve()
            try await folder.act(.correct(.minor, note: "A word."), by: "desk")
            try folder.room.replace("Yes, it certainly is.", with: "Yes, it is.", in: JournaledFolder.verdict)
            try await folder.approve()
            try await folder.act(.correct(.minor, note: "Another."), by: "desk")
        case .reopened: try await folder.act(.reopen(reason: "A reader asked."), by: "desk")
        case .submittedAgain, .approvedAgain, .changesWanted:
            try await folder.act(.reopen(reason: "A reader asked."), by: "desk")
            try await folder.act(.submit(note: nil), by: "desk")
            if way == .approvedAgain { try await folder.act(.approve(ruling: "true", note: nil), by: "bo") }
            if way == .changesWanted { try await folder.act(.requestChanges(note: "More."), by: "bo") }
        case .retracted, .retractedAndReopened, .retractedAndApproved, .publishedAfterRetraction:
            try await folder.act(.retract(reason: "The report was forged."), by: "desk")
            if way == .retracted { break }
            try await folder.act(.reopen(reason: "A new report."), by: "desk")
            if way == .retractedAndReopened { break }
            try await folder.approve()
            if way == .publishedAfterRetraction {
                try await folder.act(.correct(.update, note: "A new report."), by: "desk")
            }
        }
        return folder
    }

    @Test(
        "a change to a claim or its verdict changes no file of the site, in whatever state",
        arguments: Way.allCases
    )
    func ownFiles(_ way: Way) async throws {
        let folder = try await folder(way)
        #expect(try await folder.build(into: "_before").site != nil)
        let before = folder.site("_before")
        #expect(before["claims/it-is/index.html"]?.contains("It is.") == true)
        for change in Self.claimAndVerdict {
            let text = try #require(folder.room.text(change.file))
            try folder.room.replace(change.old, with: change.new, in: change.file)
            let report = try await folder.build(into: "_after")
            try #require(report.site != nil, "\(way), \(change.testDescription): \(report.diagnostics)")
            let after = folder.site("_after")
            let differing =
                before.keys.filter { before[$0] != after[$0] } + after.keys.filter { before[$0] == nil }
            #expect(differing.isEmpty, "\(way), \(change.testDescription): \(differing)")
            // The text of a retracted claim may change while the claim is reopened.
            if way != .retractedAndReopened, way != .retractedAndApproved {
                let rules = report.diagnostics.filter { $0.severity == .error }.map(\.rule.name)
                #expect(rules.contains("changed-after-publication"), "\(way), \(change.testDescription)")
            }
            try folder.room.write(change.file, text)
        }
    }

    @Test(
        "a change to what a ruling names is in no file of the site, in whatever state",
        arguments: Way.allCases
    )
    func documents(_ way: Way) async throws {
        let folder = try await folder(way)
        #expect(try await folder.build(into: "_before").site != nil)
        for change in Self.documents {
            let text = try #require(folder.room.text(change.file))
            try folder.room.replace(change.old, with: change.new, in: change.file)
            let report = try await folder.build(into: "_after")
            if way.rawValue.hasPrefix("retracted") {
                try #require(report.site != nil, "\(way), \(change.testDescription): \(report.diagnostics)")
                for (path, bytes) in folder.site("_after") {
                    #expect(!bytes.contains("UNAPPROVED"), "\(way), \(change.testDescription): \(path)")
                }
            } else {
                #expect(report.site == nil, "\(way), \(change.testDescription)")
                #expect(report.diagnostics.contains { $0.rule.name == "changed-after-publication" })
            }
            try folder.room.write(change.file, text)
        }
    }

    @Test("a verdict that is gone from the files is missed, and a retraction stays what it is")
    func lost() async throws {
        let folder = try await folder(.published)
        try folder.room.remove(JournaledFolder.verdict)
        let report = try await folder.build()
        #expect(report.site == nil)
        #expect(report.diagnostics.contains { $0.message.contains("is not in the files") })
        let retracted = try await self.folder(.retracted)
        try retracted.room.remove(JournaledFolder.verdict)
        #expect(try await retracted.build().site != nil)
        #expect(retracted.site()["claims/it-is/index.html"]?.contains("The report was forged.") == true)
    }
}
