import Editorial
import Mustache
import Newsroom

extension ClaimPage {
    /// The changes since an earlier text, word by word.
    func changes(_ changes: ReviewSheet.Changes) -> TemplateValue {
        switch changes {
        case .unseen: return .null
        case .unreadable(let problem):
            return .record([
                "problem": .text(problem), "other-form": .bool(false), "entries": .null, "same": .bool(false),
            ])
        case .found(let differences, let isPublished, let isOtherForm):
            return .record([
                "problem": .null, "other-form": .bool(isOtherForm), "same": .bool(differences.isEmpty),
                "entries": differences.isEmpty
                    ? .null
                    : .list(
                        differences.map { difference in
                            .record([
                                "place": .text(difference.place),
                                "told": .bool(isPublished && difference.needsCorrection),
                                "words": Self.words(
                                    from: difference.before ?? "",
                                    to: difference.after ?? ""
                                ),
                            ])
                        }
                    ),
            ])
        }
    }

    /// Two texts as one, with what went and what came.
    static func words(from before: String, to after: String) -> TemplateValue {
        .list(
            TextRevision(before, after).stretches.map { stretch in
                .record([
                    "text": .text(stretch.text), "removed": .bool(stretch.fate == .removed),
                    "added": .bool(stretch.fate == .added), "left-out": .bool(stretch.fate == .leftOut),
                ])
            }
        )
    }
}
