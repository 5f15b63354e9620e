import Diagnostics
import Newsroom

/// What is known of a line's signature.
package enum LineSignature: Hashable, Sendable {
    /// There is none.
    case none
    /// It is one of who wrote the line, on this line.
    case verified
    /// It is not: why, in one sentence without a full stop.
    case invalid(String)
    /// Nothing is known of it, because it cannot be verified here: why.
    case unverifiable(String)
}

/// The signatures of a journal's lines, and with them which lines count.
package struct JournalSignatures: Hashable, Sendable {
    /// Of each line, in the order of the journal.
    package let lines: [LineSignature]
    /// Whether the policy asks for signatures.
    let isRequired: Bool

    /// Makes the signatures of a journal.
    init(_ lines: [LineSignature], _ policy: PolicySettings.Signatures) {
        self.lines = lines
        isRequired = policy == .required
    }

    /// The signatures of a journal that nobody has verified.
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

    /// Whether a line counts. Where the policy asks for signatures, an event is what someone with a known key says happened, and
    /// any other line is none.
    package func counts(_ index: Int) -> Bool { !isRequired || isVerified(index) }

    /// Whether every line counts.
    var allCount: Bool { !isRequired || lines.allSatisfy { $0 == .verified } }

    /// The same, where what cannot be verified here is taken as verified: that is said once, and is no reason to doubt all else.
    var supposed: JournalSignatures {
        JournalSignatures(
            lines.map { if case .unverifiable = $0 { .verified } else { $0 } },
            isRequired ? .required : .optional
        )
    }

    /// The signatures of a journal with one line more.
    func appending(_ line: LineSignature) -> JournalSignatures {
        JournalSignatures(lines + [line], isRequired ? .required : .optional)
    }
}

extension JournalSignatures {
    /// What is wrong with a journal's signatures, and with its events.
    func findings(in journal: Journal, _ history: ClaimHistory) -> [Diagnostic] {
        // What is impossible only because lines before it do not count is explained by those.
        let everything = allCount ? history : ClaimHistory(journal.lines)
        let isOpen = !everything.gives(history)
        let lastVerified = lines.lastIndex(of: .verified) ?? -1
        return lines.indices.flatMap { index -> [Diagnostic] in
            [
                impossibleEvent(index, journal, everything),
                finding(index, journal, isSettled: !isOpen && index < lastVerified),
            ].compactMap(\.self)
        }
    }

    /// Events that were not possible when they came. Those that came in through a merge are no mistake.
    private func impossibleEvent(_ index: Int, _ journal: Journal, _ history: ClaimHistory) -> Diagnostic? {
        guard let refusal = history.refusals[index], journal.lines[index].mended == nil else { return nil }
        return RuleID.impossibleEvent.diagnostic(
            "`\(journal.lines[index].event.kind.rawValue)` was not possible here: \(refusal.reason)",
            at: journal.span(ofLine: index),
            claim: journal.claim
        )
    }

    /// - Parameter isSettled: whether someone with a key has written after the line, and nothing that readers have depends on it.
    private func finding(_ index: Int, _ journal: Journal, isSettled: Bool) -> Diagnostic? {
        let line = journal.lines[index]
        let place = journal.span(ofLine: index)
        switch lines[index] {
        case .verified, .unverifiable: return nil
        case .invalid(let reason):
            return RuleID.badSignature.diagnostic(
                isRequired ? "\(reason); it counts as no line" : reason,
                at: place,
                claim: journal.claim
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

    /// One finding for all signatures that cannot be verified here: the reason is the same for all.
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
    /// Whether readers have the same by another history: the same text since the same time, or the same retraction.
    fileprivate func gives(_ other: ClaimHistory) -> Bool {
        standing.publication?.digest == other.standing.publication?.digest
            && standing.publication?.time == other.standing.publication?.time
            && standing.retraction?.time == other.standing.retraction?.time
    }
}
