import Diagnostics
import Newsroom

/// The result of verifying a line's signature.
package enum LineSignature: Hashable, Sendable {
    /// The line has no signature.
    case none
    /// The signature is the author's, on this line.
    case verified
    /// The signature is wrong; the reason is one sentence without a full stop.
    case invalid(String)
    /// The signature is of this line, and its key is none of the author's at that time; with the reason.
    case strangeKey(String)
    /// The signature cannot be verified on this machine; with the reason.
    case unverifiable(String)
}

/// The signatures of a journal's lines, which decide the lines that count.
package struct JournalSignatures: Hashable, Sendable {
    /// The results, one for each line of the journal.
    package let lines: [LineSignature]
    /// Whether the policy requires signatures.
    let isRequired: Bool

    /// Combines results with the policy.
    init(_ lines: [LineSignature], _ policy: PolicySettings.Signatures) {
        self.lines = lines
        isRequired = policy == .required
    }

    /// Stands for the signatures of a journal that nobody has verified.
    package init(unverified journal: Journal, _ policy: PolicySettings.Signatures) {
        self.init(
            journal.lines.map { $0.signature == nil ? .none : .unverifiable("it was not verified yet") },
            policy
        )
    }

    /// Whether a line's signature was verified.
    package func isVerified(_ index: Int) -> Bool {
        lines.indices.contains(index) && lines[index] == .verified
    }

    /// Whether a line counts: all do, unless the policy requires signatures; then only those with a valid one.
    package func counts(_ index: Int) -> Bool { !isRequired || isVerified(index) }

    /// Whether every line counts.
    var allCount: Bool { !isRequired || lines.allSatisfy { $0 == .verified } }

    /// The signatures with unverifiable ones taken as valid: one finding reports them, and the rest is judged as
    /// usual.
    var supposed: JournalSignatures {
        JournalSignatures(
            lines.map { if case .unverifiable = $0 { .verified } else { $0 } },
            isRequired ? .required : .optional
        )
    }

    /// A copy with one more line's result.
    func appending(_ line: LineSignature) -> JournalSignatures {
        JournalSignatures(lines + [line], isRequired ? .required : .optional)
    }
}

extension JournalSignatures {
    /// Findings about a journal's signatures and about impossible events.
    func findings(in journal: Journal, _ history: ClaimHistory, _ names: FormerIDs) -> [Diagnostic] {
        // Judges events with all lines: one that is impossible only for want of an unsigned line needs no finding
        // of its own.
        let everything = allCount ? history : ClaimHistory(journal.lines, nil, names)
        let isOpen = !everything.gives(history)
        let lastVerified = lines.lastIndex(of: .verified) ?? -1
        return lines.indices.flatMap { index -> [Diagnostic] in
            [
                impossibleEvent(index, journal, everything),
                finding(index, journal, isSettled: !isOpen && index < lastVerified),
            ].compactMap(\.self)
        }
    }

    /// A finding if an event was impossible when it was written. Moved lines are exempt: merges cause that.
    private func impossibleEvent(_ index: Int, _ journal: Journal, _ history: ClaimHistory) -> Diagnostic? {
        guard let refusal = history.refusals[index], journal.lines[index].mended == nil else { return nil }
        return RuleID.impossibleEvent.diagnostic(
            "`\(journal.lines[index].event.kind.rawValue)` was not possible here: \(refusal.reason)",
            at: journal.span(ofLine: index),
            claim: journal.claim
        )
    }

    /// A finding if a line's signature is missing or wrong.
    /// - Parameter isSettled: whether a signed line follows and nothing that readers see depends on this one; then
    ///   a warning will do.
    private func finding(_ index: Int, _ journal: Journal, isSettled: Bool) -> Diagnostic? {
        let line = journal.lines[index]
        let place = journal.span(ofLine: index)
        switch lines[index] {
        case .verified, .unverifiable: return nil
        case .invalid(let reason): return badSignature(reason, at: place, journal)
        case .strangeKey(let reason):
            return badSignature(
                reason,
                at: place,
                journal,
                help:
                    "if the key is the author's, list it in \(AllowedSigners.path) for that time; if it is not, restore the journal from git"
            )
        case .none:
            guard isRequired else { return nil }
            return RuleID.missingSignature.diagnostic(
                "`\(line.event.kind.rawValue)` by `\(line.author)` is not signed, so it counts as no line",
                at: place,
                claim: journal.claim,
                severity: isSettled ? .warning : .error
            )
        }
    }

    private func badSignature(
        _ reason: String,
        at place: SourceSpan?,
        _ journal: Journal,
        help: String? = nil
    ) -> Diagnostic {
        RuleID.badSignature.diagnostic(
            isRequired ? "\(reason); it counts as no line" : reason,
            at: place,
            claim: journal.claim,
            help: help
        )
    }

    /// One finding for all unverifiable signatures, since they share their reason.
    static func unverifiableFindings(_ journals: [(journal: Journal, signatures: JournalSignatures)])
        -> [Diagnostic]
    {
        var count = 0
        var first: (journal: Journal, index: Int, reason: String)?
        for (journal, signatures) in journals {
            for (index, line) in signatures.lines.enumerated() {
                guard case .unverifiable(let reason) = line else { continue }
                count += 1
                if first == nil { first = (journal, index, reason) }
            }
        }
        guard let first else { return [] }
        let number = count == 1 ? "a signature" : "\(count) signatures"
        return [
            RuleID.unverifiableSignature.diagnostic(
                "\(number) cannot be verified here: \(first.reason)",
                at: first.journal.span(ofLine: first.index),
                claim: first.journal.claim
            )
        ]
    }
}

extension ClaimHistory {
    /// Whether two histories give readers the same: the same publication, or the same retraction, at the same time.
    fileprivate func gives(_ other: ClaimHistory) -> Bool {
        standing.publication?.digest == other.standing.publication?.digest
            && standing.publication?.time == other.standing.publication?.time
            && standing.retraction?.time == other.standing.retraction?.time
    }
}
