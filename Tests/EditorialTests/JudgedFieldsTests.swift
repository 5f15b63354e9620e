import Diagnostics
import Newsroom
import Testing

@testable import Editorial

/// The schema and the canonical form, walked together: each field's description must match what the form does.
@Suite("What is judged")
struct JudgedFieldsTests {
    @Test(
        "a change of a field shows when its description says that it is judged, and only then",
        arguments: EveryField.all
    )
    func change(_ field: EveryField.Field) throws {
        // Evidence is a source, an article or a medium, so each of these fields has records of its own.
        let isInstead = [["evidence", "article"], ["evidence", "media"], ["appearances", "media"]].contains(
            field.path
        )
        let instead = field.kind == .medium ? "media" : isInstead ? field.path.last : nil
        let before = try text(changing: nil, instead: instead)
        let after = try text(changing: field, instead: instead)
        #expect((before != after) == field.isJudged)
    }

    @Test("a record's own text is judged where it stands beside a ruling")
    func bodies() throws {
        let before = try text(changing: nil)
        for (kind, isJudged) in [
            (RecordKind.claim, true), (.source, true), (.verdict, true), (.profile, false),
        ] {
            let after = try text(changing: EveryField.Field(kind: kind, path: [], isJudged: isJudged))
            #expect((before != after) == isJudged, "\(kind)")
        }
    }

    @Test("whatever makes a field free is said")
    func reasons() {
        for kind in RecordKind.allCases {
            for field in kind.fields {
                if case .free(let reason) = field.judgement { #expect(!reason.isEmpty) }
            }
        }
    }

    private func text(changing field: EveryField.Field?, instead: String? = nil) throws
        -> JudgedText
    {
        let newsroom = try SmallDesk.newsroom(
            EveryField.files(changing: field, instead: instead)
        )
        let claim = try #require(newsroom.claims["a"])
        let verdict = try #require(newsroom.verdicts["a"])
        return JudgedText(on: claim, verdict, in: newsroom)
    }
}
