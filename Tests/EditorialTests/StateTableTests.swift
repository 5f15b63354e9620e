import Foundation
import Newsroom
import Testing

@testable import Editorial

/// Every pair of state and event: the table, the desk and the document must agree.
@Suite("States and events")
struct StateTableTests {
    /// Brings a claim into a state, from a newsroom with a verdict; nil if that is impossible.
    private static func bring(_ folder: DeskFolder, to state: ClaimState, publishedBefore: Bool) async throws
        -> Bool
    {
        if publishedBefore {
            switch state {
            case .unassigned, .assigned, .draft: return false
            case .retracted:
                try await folder.publish()
                try await folder.act(.retract(reason: "Wrong."), by: "ana")
                return true
            default: try await folder.publish()
            }
            if state == .published { return true }
            try folder.replace("Because it was", with: "Because, it was", in: SmallDesk.verdict)
            if state == .needsAnotherLook { return true }
        }
        switch state {
        case .published, .needsAnotherLook, .retracted: return publishedBefore
        case .unassigned: try FileManager.default.removeItem(atPath: folder.path + "/" + SmallDesk.verdict)
        case .assigned:
            try FileManager.default.removeItem(atPath: folder.path + "/" + SmallDesk.verdict)
            try await folder.act(.assign(to: "ana", note: nil), by: "bo")
        case .draft: break
        case .inReview: try await folder.act(.submit(note: nil), by: "ana")
        case .changesRequested:
            try await folder.act(.submit(note: nil), by: "ana")
            try await folder.act(.requestChanges(note: "No."), by: "bo")
        case .approved:
            try await folder.act(.submit(note: nil), by: "ana")
            try await folder.act(.approve(ruling: "true", note: nil), by: "bo")
        }
        return true
    }

    private static func action(_ kind: JournalEvent.Kind) -> DeskAction {
        switch kind {
        case .assigned: .assign(to: "ana", note: nil)
        case .asked: .ask("cy", note: nil)
        case .submitted: .submit(note: nil)
        case .signedOff: .approve(ruling: "true", note: nil)
        case .changesRequested: .requestChanges(note: "No.")
        case .commented: .comment(note: "Hm.")
        case .adopted: .adopt(note: nil)
        case .published: .publish
        case .corrected: .correct(.minor, note: "A slip.")
        case .retracted: .retract(reason: "Wrong.")
        case .reopened: .reopen(reason: "Look.")
        case .replyAsked: .askReply(of: "jo", note: nil)
        case .replyReceived: .receiveReply(from: "jo", note: nil)
        // Another id would need files of that name.
        case .renamed: .rename(to: "it-is", note: nil)
        }
    }

    /// The state after an event.
    private static func next(_ kind: JournalEvent.Kind, _ state: ClaimState) -> ClaimState {
        switch kind {
        case .assigned: state == .unassigned ? .assigned : state
        case .submitted: .inReview
        case .signedOff: .approved
        case .changesRequested: .changesRequested
        case .adopted, .published, .corrected: .published
        case .retracted: .retracted
        case .reopened: .needsAnotherLook
        case .asked, .commented, .replyAsked, .replyReceived, .renamed: state
        }
    }

    @Test(
        "each event is carried out or refused as the table says, and leads where it should",
        arguments: ClaimState.allCases,
        [false, true]
    )
    func pairs(_ state: ClaimState, publishedBefore: Bool) async throws {
        for kind in JournalEvent.Kind.allCases {
            let folder = try DeskFolder()
            guard try await Self.bring(folder, to: state, publishedBefore: publishedBefore) else { continue }
            let claim = try await folder.claim()
            #expect(claim.state == state)
            let author = kind == .signedOff || kind == .changesRequested ? "bo" : "ana"
            let refusal = EventTable.refusal(of: kind, in: state, claim.history.standing)
            // A verdict that was never published by day has nothing to adopt. Its day is no part of the text.
            if kind == .adopted, refusal == nil {
                try folder.replace(
                    "authors: ana",
                    with: "authors: ana\npublished: 2024-10-16",
                    in: SmallDesk.verdict
                )
            }
            let failure: DeskRefusal?
            do {
                try await folder.act(Self.action(kind), by: author)
                failure = nil
            } catch let error as DeskRefusal { failure = error }
            let comment = Comment(rawValue: "\(kind) in \(state), published before: \(publishedBefore)")
            let after = try await folder.claim()
            switch (refusal, failure) {
            case (nil, nil): #expect(after.state == Self.next(kind, state), comment)
            // The text is unchanged, so there is nothing to correct; the table lets the event through.
            case (nil, .nothingToCorrect): #expect(kind == .corrected && publishedBefore, comment)
            case (.some, .refused(let found)): #expect(found == refusal, comment)
            case (.some, .obstacles(let obstacles)):
                #expect(state == .inReview && !obstacles.isEmpty, comment)
            default: Issue.record("\(comment): \(String(describing: failure))")
            }
            if failure != nil { #expect(after.journal.lines == claim.journal.lines, comment) }
            #expect(after.journal.isSound && after.history.refusals.isEmpty, comment)
        }
    }

    @Test("a refusal says why, in a sentence")
    func refusals() {
        for kind in JournalEvent.Kind.allCases {
            for state in ClaimState.allCases {
                guard case .refused(let refusal) = EventTable.entry(kind, state) else { continue }
                #expect(refusal.reason.count > 20 && !refusal.reason.hasSuffix("."))
            }
        }
    }

    @Test("an event that the table forbids has no effect, and is a finding")
    func impossible() throws {
        let digest = JournalTests.digest
        let lines = JournalTests.lines([.published(digest, ruling: "true"), .commented(note: "Hm.")])
        let history = ClaimHistory(lines)
        #expect(history.standing == .unpublished)
        #expect(history.refusals.keys.sorted() == [0])
        let newsroom = try SmallDesk.newsroom(SmallDesk.files())
        let desk = Desk(newsroom, journals: [JournalTests.journal(lines.flatMap(\.bytes))])
        #expect(desk.diagnostics.map(\.rule.name) == ["impossible-event"])
    }

    @Test("docs/editorial.md has the table; ASSAY_RECORD=1 writes it")
    func document() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/editorial.md")
        var text = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(text.range(of: "<!-- table -->\n"))
        let end = try #require(text.range(of: "<!-- /table -->"))
        let range = start.upperBound..<end.lowerBound
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            text.replaceSubrange(range, with: Self.table)
            try Data(text.utf8).write(to: file)
        } else {
            #expect(String(text[range]) == Self.table)
        }
    }

    private static var table: String {
        let head = ["event"] + ClaimState.allCases.map(\.words)
        let rows = JournalEvent.Kind.allCases.map { kind in
            [kind.rawValue]
                + ClaimState.allCases.map { state in
                    switch EventTable.entry(kind, state) {
                    case .possible: "yes"
                    case .whenPublished: "if published"
                    case .whenPublishedBefore: "if published before"
                    case .refused: "–"
                    }
                }
        }
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }
}
