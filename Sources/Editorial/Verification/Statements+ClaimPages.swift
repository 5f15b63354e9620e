import Diagnostics

extension Statements {
    /// A field of an approved text that a theme may leave out.
    private struct Field {
        let name: String
        /// The section of the default theme that shows it: the `id` of its heading without `_heading`.
        let section: String
        let words: [ApprovedWords]
    }

    /// Findings about the fields of the approved text that a claim's page may show, its context among them.
    func fieldFindings(
        _ page: HTMLPage,
        _ path: String,
        _ claim: ApprovedClaim,
        _ reasoning: ApprovedBody?,
        _ context: ApprovedBody?
    ) -> PageFindings {
        let shown = Array(page.words.utf8)
        let fields = Self.fields(of: claim, context)
        let required = Self.requiredWords(of: claim) + (reasoning.map { [$0.words] } ?? [])
        var findings = PageFindings()
        for (index, field) in fields.enumerated() where !field.words.isEmpty {
            // A quote often stands in the reasoning too, and then does not tell whether its own field is shown.
            let others = (fields[..<index] + fields[(index + 1)...]).flatMap(\.words)
            let elsewhere = (required + others).flatMap { $0.bytes + [UInt8(ascii: "\n")] }
            let lacksWords = field.words.contains { !$0.isShown(in: shown) }
            let hasWords = field.words.contains {
                $0.isTelling && $0.isShown(in: shown) && !$0.isShown(in: elsewhere)
            }
            if hasWords { findings.shown.insert(field.name) }
            guard lacksWords else { continue }
            let finding = changed(path, "it does not show the \(field.name) as approved", claim.id)
            if hasWords || page.ids.contains("\(field.section)_heading") {
                findings.certain.append(finding)
            } else {
                findings.lacking.append((field.name, finding))
            }
        }
        return findings
    }

    /// The reasoning, from its first word to its last. Each page has to show it.
    func reasoningFindings(
        _ page: HTMLPage,
        _ path: String,
        _ id: String,
        _ reasoning: ApprovedBody?
    ) -> [Diagnostic] {
        let shown = Array(page.words.utf8)
        guard let reasoning, !reasoning.words.isShown(in: shown) else { return [] }
        let changedBlock = reasoning.blocks.firstIndex { !$0.isShown(in: shown) }
        let message =
            changedBlock.map { "it does not show block \($0 + 1) of the reasoning as it was approved" }
            ?? "it shows the blocks of the reasoning in another order, or with other words between them"
        return [changed(path, message, id)]
    }

    /// The approved words that each page of a claim has to show, without the reasoning.
    private static func requiredWords(of claim: ApprovedClaim) -> [ApprovedWords] {
        let verdict = claim.verdict
        let texts = [claim.claim["statement"], verdict["title"], verdict["summary"]]
        let evidence = (verdict["evidence"]?.elements ?? []).map { $0["shows"] }
        return (texts + evidence).compactMap { $0?.string }.map { ApprovedWords($0) }
    }

    private static func fields(of claim: ApprovedClaim, _ context: ApprovedBody?) -> [Field] {
        func texts(_ list: JSONValue?, _ names: String...) -> [ApprovedWords] {
            (list?.elements ?? []).flatMap { element in
                names.compactMap { element[$0]?.string }.map { ApprovedWords($0) }
            }
        }
        func text(_ value: JSONValue?) -> [ApprovedWords] {
            (value?.string).map { [ApprovedWords($0)] } ?? []
        }
        let verdict = claim.verdict
        return [
            Field(name: "context", section: "about", words: context.map { $0.blocks + [$0.words] } ?? []),
            Field(name: "reason for the check", section: "chosen", words: text(claim.claim["chosen"])),
            Field(name: "timeline", section: "timeline", words: texts(claim.claim["timeline"], "text")),
            Field(
                name: "quotes of the claim",
                section: "timeline",
                words: texts(claim.claim["appearances"], "quote")
            ),
            Field(name: "parts", section: "parts", words: texts(verdict["parts"], "part", "note")),
            Field(
                name: "quotes of the evidence",
                section: "evidence",
                words: texts(verdict["evidence"], "quote")
            ),
            Field(
                name: "text on what would change the ruling",
                section: "would_change",
                words: text(verdict["would-change"])
            ),
            Field(
                name: "counter-example",
                section: "counter_example",
                words: text(verdict["counter-example"])
            ),
            Field(
                name: "reason for a single lineage",
                section: "lineage",
                words: text(verdict["single-lineage-reason"])
            ),
            Field(name: "notes on replies", section: "replies", words: replyNotes(of: claim)),
        ]
    }

    /// The notes on replies: those in the text, and those in the journal about other people.
    private static func replyNotes(of claim: ApprovedClaim) -> [ApprovedWords] {
        let written = claim.verdict["replies"]?.elements ?? []
        let people = Set(written.compactMap { $0["from"]?.string })
        let later = claim.history.replies.filter { !people.contains($0.profile) }.compactMap(\.note)
        return (written.compactMap { $0["note"]?.string } + later).map { ApprovedWords($0) }
    }
}
