import Diagnostics
import Newsroom

/// A field, citation or link with the id of a missing record.
struct UnknownReference: Rule {
    static let guide = RuleGuide(
        RuleID("unknown-reference", .error),
        "Every id that a record names is the id of a record.",
        why: "A reader who follows a source or a claim must arrive somewhere. A misspelt id is a lost link.",
        fix: """
            Correct the id, write the record that is missing, or take the reference out. An id is the base name of a
            file: `content/sources/register-2018.md` is the source `register-2018`.
            """,
        wrong: "claimant: vladmir-putin",
        right: "claimant: vladimir-putin"
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        return findings(settings.references, in: settings.file, context)
    }

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        let topics = context.newsroom.settings.topics
        return claim.topics.filter { topic in !topics.contains { $0.id == topic.value } }.map { topic in
            Finding(
                "`\(topic.value)` is not a topic of this newsroom",
                at: claim.span(topic),
                help: Suggestion.help(for: topic.value, among: topics.map(\.id))
                    ?? "add it to `topics` in content/site.yaml, or take it out here",
                fixes: [
                    claim.file.fix(misspelt: topic.value, in: topic.range, among: topics.map(\.id))
                ]
            )
        }
    }

    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] {
        findings(body.fieldReferences, in: body.record.file, context)
            + findings(body.textReferences, in: body.record.file, context)
    }

    /// The finding on an id that a record had before; nil if none had it.
    private func formerID(
        _ reference: RecordReference,
        in file: SourceFile,
        _ context: CheckContext
    ) -> Finding? {
        let names = context.newsroom.formerIDs
        guard let kind = reference.kinds.first(where: { names.isFormer(.record($0), reference.id) }) else {
            return nil
        }
        let now = names.current(.record(kind), reference.id)
        return Finding(
            "the \(kind.rawValue) `\(reference.id)` was renamed: it is `\(now)` now",
            at: file.span(reference.range),
            help: "write `\(now)`",
            fixes: [file.fix(id: reference.id, in: reference.range, with: now, .safe)]
        )
    }

    private func findings(
        _ references: [RecordReference],
        in file: SourceFile,
        _ context: CheckContext
    ) -> [Finding] {
        references.compactMap { reference in
            let isKnown = reference.canMean { context.newsroom.isKnown(RecordKey($0, reference.id)) }
            guard !isKnown else { return nil }
            if let finding = formerID(reference, in: file, context) { return finding }
            let kinds = reference.kinds.map(\.rawValue).joined(separator: " or ")
            let known = reference.kinds.flatMap { context.newsroom.ids(of: $0) }
            let folder = reference.kinds.first?.folder ?? ""
            return Finding(
                "there is no \(kinds) with the id `\(reference.id)`",
                at: file.span(reference.range),
                notes: otherKind(of: reference, context).map { ["`\(reference.id)` is the id of \($0)"] }
                    ?? [],
                help: Suggestion.help(for: reference.id, among: known)
                    ?? "write \(folder)/\(reference.id).md, or take the reference out",
                fixes: [file.fix(misspelt: reference.id, in: reference.range, among: known)]
            )
        }
    }

    /// Another kind that has a record of this id, with its article for a sentence: "a source".
    private func otherKind(of reference: RecordReference, _ context: CheckContext) -> String? {
        RecordKind.allCases.first { context.newsroom.contains(RecordKey($0, reference.id)) }
            .map { "\($0.article) \($0.rawValue)" }
    }
}
